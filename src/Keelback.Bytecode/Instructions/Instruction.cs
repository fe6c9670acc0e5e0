namespace Keelback.Bytecode;

/// <summary>One instruction of a code object, with the oparg that EXTENDED_ARGs before it have made.</summary>
/// <param name="Offset">The offset of its own code unit, in bytes.</param>
/// <param name="StartOffset">The offset of the first EXTENDED_ARG before it, or <paramref name="Offset"/>.</param>
/// <param name="Opcode">The instruction; a number that no instruction has is possible.</param>
/// <param name="Oparg">The whole oparg; 0 where the instruction has none.</param>
public readonly record struct Instruction(int Offset, int StartOffset, Opcode Opcode, int Oparg)
{
    /// <summary>What the specification says of it, or null.</summary>
    public OpcodeInfo? Info => OpcodeMetadata.Find(Opcode);

    /// <summary>What the specification says of its general form, or null.</summary>
    public OpcodeInfo? GeneralInfo => OpcodeMetadata.Find(OpcodeMetadata.GeneralForm(Opcode));

    /// <summary>Its name; &lt;N&gt; for a number that no instruction has.</summary>
    public string Name => Info?.Name ?? $"<{(int)Opcode}>";

    /// <summary>The offset behind its inline cache.</summary>
    public int EndOffset => Offset + 2 + OpcodeMetadata.CacheUnits(Opcode) * 2;

    /// <summary>The offset that its oparg points to, or null where the oparg is no distance.</summary>
    public int? JumpTarget => Info is null
        ? null
        : OperandMetadata.DirectionOf(Info.Operand) switch
        {
            JumpDirection.Forward => EndOffset + Oparg * 2,
            JumpDirection.Backward => EndOffset - Oparg * 2,
            _ => null,
        };
}
