using System.Collections.Immutable;

namespace Keelback.Bytecode;

/// <summary>What an instruction does besides moving values on the stack.</summary>
[Flags]
public enum OpcodeFlags
{
    /// <summary>None of these.</summary>
    None = 0,

    /// <summary>The oparg is a distance: dis.hasjump.</summary>
    HasJump = 0x1,

    /// <summary>A pseudo instruction that begins a guarded block: dis.hasexc.</summary>
    BeginsBlock = 0x2,

    /// <summary>Only the compiler knows it.</summary>
    Pseudo = 0x4,

    /// <summary>It stands in for another while code is monitored.</summary>
    Instrumented = 0x8,

    /// <summary>It may raise.</summary>
    Raises = 0x10,

    /// <summary>It may run other Python code.</summary>
    Escapes = 0x20,

    /// <summary>It may push a Python frame.</summary>
    CallsFrame = 0x40,

    /// <summary>It leaves the frame.</summary>
    Returns = 0x80,

    /// <summary>It suspends the frame.</summary>
    Yields = 0x100,

    /// <summary>It always raises.</summary>
    Unwinds = 0x200,

    /// <summary>It looks for signals and other requests.</summary>
    ChecksEvalBreaker = 0x400,

    /// <summary>Its body is inlined into the eval loop.</summary>
    Hot = 0x800,
}

/// <summary>When an instruction jumps.</summary>
public enum JumpCondition : byte
{
    /// <summary>It does not.</summary>
    Never,

    /// <summary>Each time.</summary>
    Always,

    /// <summary>If a value is True.</summary>
    IfTrue,

    /// <summary>If a value is False.</summary>
    IfFalse,

    /// <summary>If a value is None.</summary>
    IfNone,

    /// <summary>If a value is not None.</summary>
    IfNotNone,

    /// <summary>If an iterator has no next value.</summary>
    IfMissing,

    /// <summary>If the iterator that was sent a value has returned.</summary>
    IfReturned,
}

/// <summary>A part of an inline cache.</summary>
/// <param name="Name">CPython's name.</param>
/// <param name="Units">The size in code units.</param>
public readonly record struct CacheField(string Name, int Units);

/// <summary>What the specification says of one instruction.</summary>
/// <param name="Opcode">The instruction.</param>
/// <param name="Name">Its name in Python.</param>
/// <param name="Operand">What its oparg means.</param>
public sealed record OpcodeInfo(Opcode Opcode, string Name, OperandKind Operand)
{
    /// <summary>One sentence on what it does.</summary>
    public string Doc { get; init; } = "";

    /// <summary>What it takes from the stack and leaves there: "left, right -- result".</summary>
    public string StackPicture { get; init; } = "";

    /// <summary>What else it does.</summary>
    public OpcodeFlags Flags { get; init; }

    /// <summary>When it jumps.</summary>
    public JumpCondition Jump { get; init; }

    /// <summary>The inline cache behind it; empty for a form of another instruction, which has that one's.</summary>
    public ImmutableArray<CacheField> Cache { get; init; } = [];

    /// <summary>The general form that it is specialised from.</summary>
    public Opcode? Specializes { get; init; }

    /// <summary>The instruction that it stands in for while code is monitored.</summary>
    public Opcode? Instruments { get; init; }

    /// <summary>What the assembler may make of a pseudo instruction.</summary>
    public ImmutableArray<Opcode> PseudoTargets { get; init; } = [];

    /// <summary>The instructions that a composite runs one after the other.</summary>
    public ImmutableArray<Opcode> Parts { get; init; } = [];

    /// <summary>Whether it has an oparg: dis.hasarg.</summary>
    public bool HasArgument => Operand != OperandKind.None;

    /// <summary>Whether its oparg finds a constant: dis.hasconst.</summary>
    public bool HasConst => OperandMetadata.TableOf(Operand) == OperandTable.Const;

    /// <summary>Whether its oparg finds a name: dis.hasname.</summary>
    public bool HasName => OperandMetadata.TableOf(Operand) == OperandTable.Name;

    /// <summary>Whether its oparg finds a variable of the frame: dis.haslocal.</summary>
    public bool HasLocal => OperandMetadata.TableOf(Operand) == OperandTable.Local;

    /// <summary>Whether its oparg finds a cell: dis.hasfree.</summary>
    public bool HasFree => OperandMetadata.TableOf(Operand) == OperandTable.Free;

    /// <summary>Whether its oparg is a distance: dis.hasjump.</summary>
    public bool HasJump => Flags.HasFlag(OpcodeFlags.HasJump);

    /// <summary>Whether it begins a guarded block: dis.hasexc.</summary>
    public bool BeginsBlock => Flags.HasFlag(OpcodeFlags.BeginsBlock);

    /// <summary>
    /// Whether what stands behind it is reached only by a jump. RETURN_GENERATOR leaves the frame, but the generator
    /// goes on behind it.
    /// </summary>
    public bool EndsFlow =>
        Jump == JumpCondition.Always
        || ((Flags & (OpcodeFlags.Returns | OpcodeFlags.Unwinds)) != 0 && Opcode != Opcode.ReturnGenerator);
}
