namespace Keelback.Compiler.Flow;

/// <summary>The exception handlers in force at a place, innermost first; shared between blocks, never changed.</summary>
internal sealed record HandlerStack(BasicBlock Handler, HandlerStack? Outer)
{
    /// <summary>How many handlers there are.</summary>
    public int Depth { get; } = (Outer?.Depth ?? 0) + 1;
}
