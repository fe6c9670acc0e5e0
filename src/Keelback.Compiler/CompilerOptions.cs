using Keelback.Bytecode;

namespace Keelback.Compiler;

/// <summary>What a compilation is told beside the tree.</summary>
public sealed record CompilerOptions
{
    /// <summary>The flags that code inherits from the code that compiles it.</summary>
    public const CodeFlags InheritableFlags =
        CodeFlags.FutureDivision | CodeFlags.FutureAbsoluteImport | CodeFlags.FutureWithStatement
        | CodeFlags.FuturePrintFunction | CodeFlags.FutureUnicodeLiterals | CodeFlags.FutureBarryAsBdfl
        | CodeFlags.FutureGeneratorStop | CodeFlags.FutureAnnotations;

    /// <summary>The name that code objects and errors show.</summary>
    public string FileName { get; init; } = "<unknown>";

    /// <summary>0; 1 leaves out assertions and makes __debug__ false, as -O; 2 leaves out docstrings too, as -OO.</summary>
    public int OptimizationLevel { get; init; }

    /// <summary>Features of __future__ that are on from the start; other flags are ignored.</summary>
    public CodeFlags Flags { get; init; }

    /// <summary>Lets await stand in a module, which then is a coroutine.</summary>
    public bool AllowTopLevelAwait { get; init; }
}
