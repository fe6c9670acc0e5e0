namespace Keelback.Bytecode;

/// <summary>What a disassembly shows beside the instructions, as the arguments of Python's dis.dis.</summary>
public sealed record DisassemblyOptions
{
    /// <summary>Nothing beside the instructions.</summary>
    public static DisassemblyOptions Default { get; } = new();

    /// <summary>The code units of inline caches.</summary>
    public bool ShowCaches { get; init; }

    /// <summary>Each instruction's offset.</summary>
    public bool ShowOffsets { get; init; }

    /// <summary>Whole positions in place of line numbers.</summary>
    public bool ShowPositions { get; init; }

    /// <summary>How many levels of nested code objects to show; null for all of them.</summary>
    public int? Depth { get; init; }

    /// <summary>The offset of the instruction to mark with an arrow, or -1.</summary>
    public int LastInstruction { get; init; } = -1;
}
