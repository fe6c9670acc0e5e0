using Keelback.Compiler.Flow;

namespace Keelback.Compiler.CodeGen;

/// <summary>
/// What compiling one case of a match statement keeps track of. Captures wait on the stack until the whole pattern
/// has matched; a failure jumps to the label that pops as many values as lie there by then.
/// </summary>
internal sealed class PatternContext
{
    /// <summary>The names captured so far, in the order in which their values lie on the stack.</summary>
    public List<string> Stores { get; set; } = [];

    /// <summary>Whether a pattern that always matches may stand here.</summary>
    public bool AllowIrrefutable { get; set; }

    /// <summary>Where a failure goes that must pop as many values as the index says.</summary>
    public List<Label> FailPop { get; set; } = [];

    /// <summary>How many values must stay on top of the captured ones.</summary>
    public int OnTop { get; set; }
}
