namespace Keelback.Generators.Tokens;

/// <summary>How an operator takes its operands.</summary>
internal enum OperatorKind
{
    Binary,
    Unary,
    Compare,
    Boolean,
    Subscript,
}

/// <summary>A named number: an instruction's oparg.</summary>
internal sealed record OpargModel(string Name, int Value);

/// <summary>
/// The token that spells an operator. <see cref="Text"/> is empty where tokens.yaml defines it; else the operator
/// brings the token along, under <see cref="Number"/>, or a number above all others where that is null.
/// </summary>
internal sealed record OperatorToken(string Name, string Text, int? Number);

/// <summary>The in-place form of a binary operator.</summary>
internal sealed record InPlaceModel(OperatorToken Token, OpargModel Oparg, string? Slot, string? Dunder);

/// <summary>
/// An entry of operators.yaml, named by its class in the ast module: everything from the token to the special method.
/// What an entry's kind does not have is null (and <see cref="Precedence"/> 0).
/// </summary>
internal sealed record OperatorModel(
    string Name,
    OperatorKind Kind,
    OperatorToken? Token,
    string? SecondToken,
    int Precedence,
    bool IsRightAssociative,
    string? Opcode,
    OpargModel? Oparg,
    string? Slot,
    string? Dunder,
    string? Reflected,
    InPlaceModel? InPlace,
    string? Fallback,
    string Doc);
