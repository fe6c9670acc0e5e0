using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Opcodes;

/// <summary>When an instruction jumps.</summary>
internal enum JumpKind
{
    Never,
    Always,
    IfTrue,
    IfFalse,
    IfNone,
    IfNotNone,

    /// <summary>The handler has no value for the item that it should push.</summary>
    IfMissing,

    /// <summary>The iterator that was sent a value has returned.</summary>
    IfReturned,
}

/// <summary>A jump and the stack item that decides it; empty for <see cref="JumpKind.Always"/>.</summary>
internal sealed record JumpModel(JumpKind Kind, string Item)
{
    public static JumpModel Never { get; } = new(JumpKind.Never, "");
}

/// <summary>What one term of a guard asks.</summary>
internal enum GuardKind
{
    /// <summary>item: type.</summary>
    Type,

    /// <summary>item is builtin.</summary>
    Identity,

    /// <summary>A condition of oparg.</summary>
    Oparg,

    /// <summary>A check against the inline cache: type_version(item), globals_version.</summary>
    Check,

    /// <summary>A hand-written test.</summary>
    Custom,
}

/// <summary>
/// One term of a specialised form's guard. <see cref="Item"/> is the stack item, <see cref="Target"/> the type, the
/// builtin or the check; <see cref="Condition"/> holds where it is non-zero, or zero if <see cref="IsNegated"/>.
/// </summary>
internal sealed record GuardModel(GuardKind Kind, string Item, string Target, OpargExpression? Condition, bool IsNegated)
{
    /// <summary>Whether the term can hold at an oparg.</summary>
    public bool Allows(int oparg) => Condition is null || (Condition.Evaluate(oparg) != 0) != IsNegated;
}

/// <summary>A named part of an inline cache, with its size in code units.</summary>
internal sealed record CacheFieldModel(string Name, int Units);

/// <summary>
/// An instruction, as a *.op.yaml file declares it. Empty strings stand for what an entry does not have.
/// </summary>
internal sealed record OpcodeModel(
    string Name,
    int Code,
    string CSharpName,
    string Doc,
    string Operand,
    StackPicture Stack,
    JumpModel Jump,
    EquatableArray<CacheFieldModel> Cache)
{
    /// <summary>The general form that this one stands in for.</summary>
    public string Specializes { get; init; } = "";

    public EquatableArray<GuardModel> Guards { get; init; }

    /// <summary>The next instruction, which this one executes too.</summary>
    public string Absorbs { get; init; } = "";

    /// <summary>The instructions that a composite runs one after the other.</summary>
    public EquatableArray<string> Uses { get; init; }

    /// <summary>The instruction that this one stands in for while it is monitored.</summary>
    public string Instruments { get; init; } = "";

    /// <summary>Whether only the compiler knows it.</summary>
    public bool IsPseudo { get; init; }

    /// <summary>What the assembler may make of a pseudo instruction.</summary>
    public EquatableArray<string> PseudoTargets { get; init; }

    public bool CallsFrame { get; init; }

    public bool Returns { get; init; }

    public bool Yields { get; init; }

    /// <summary>Whether it always raises.</summary>
    public bool Unwinds { get; init; }

    public bool ChecksEvalBreaker { get; init; }

    public bool Raises { get; init; }

    public bool Escapes { get; init; }

    /// <summary>Whether it changes more than stack and variables, though its stack picture shows nothing of it.</summary>
    public bool Stores { get; init; }

    public bool IsHot { get; init; }

    public bool HasOperand => Operand.Length > 0;

    public bool IsSpecialized => Specializes.Length > 0;

    public bool IsInstrumented => Instruments.Length > 0 || Name.StartsWith("INSTRUMENTED_", System.StringComparison.Ordinal);

    public bool IsComposite => Uses.Count > 0;

    /// <summary>Whether its effect on the stack is felt only in a handler.</summary>
    public bool BeginsBlock(OperandModel? operand) => operand is { Name: "handler" };

    public int CacheUnits => Cache.Sum(part => part.Units);
}
