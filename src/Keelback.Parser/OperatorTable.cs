using Keelback.Ast;
using Keelback.Lexer;

namespace Keelback.Parser;

/// <summary>The generated precedences with the members of the syntax tree's enums, by kind of token.</summary>
internal static class OperatorTable
{
    private static readonly Operator?[] s_binary = Make<Operator>(OperatorPrecedence.GetBinary);
    private static readonly Operator?[] s_inPlace = Make<Operator>(OperatorPrecedence.GetInPlace);
    private static readonly CompareOperator?[] s_compare = Make<CompareOperator>(OperatorPrecedence.GetCompare);
    private static readonly UnaryOperator?[] s_unary = Make<UnaryOperator>(OperatorPrecedence.GetUnary);

    public static Operator? Binary(TokenKind kind) => At(s_binary, kind);

    public static Operator? InPlace(TokenKind kind) => At(s_inPlace, kind);

    public static CompareOperator? Compare(TokenKind kind) => At(s_compare, kind);

    public static UnaryOperator? Unary(TokenKind kind) => At(s_unary, kind);

    public static CompareOperator? Compare(TokenKind first, TokenKind second) =>
        OperatorPrecedence.GetCompare(first, second) is { } name ? Enum.Parse<CompareOperator>(name) : null;

    private static T? At<T>(T?[] table, TokenKind kind)
        where T : struct =>
        (int)kind < table.Length ? table[(int)kind] : null;

    private static T?[] Make<T>(Func<TokenKind, string?> nameOf)
        where T : struct, Enum
    {
        var kinds = Enum.GetValues<TokenKind>();
        var table = new T?[(int)kinds.Max() + 1];
        foreach (var kind in kinds)
        {
            if (nameOf(kind) is { } name)
                table[(int)kind] = Enum.Parse<T>(name);
        }

        return table;
    }
}
