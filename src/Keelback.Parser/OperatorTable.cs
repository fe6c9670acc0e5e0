using Keelback.Ast;
using Keelback.Lexer;

namespace Keelback.Parser;

/// <summary>The operators of the syntax tree by kind of token, under the names that the productions use.</summary>
internal static class OperatorTable
{
    public static Operator? Binary(TokenKind kind) => OperatorPrecedence.GetBinary(kind);

    public static Operator? InPlace(TokenKind kind) => OperatorPrecedence.GetInPlace(kind);

    public static CompareOperator? Compare(TokenKind kind) => OperatorPrecedence.GetCompare(kind);

    public static UnaryOperator? Unary(TokenKind kind) => OperatorPrecedence.GetUnary(kind);

    public static CompareOperator? Compare(TokenKind first, TokenKind second) =>
        OperatorPrecedence.GetCompare(first, second);
}
