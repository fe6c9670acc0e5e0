using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Lexer;

namespace Keelback.Parser;

/// <summary>Classes.</summary>
internal sealed partial class Parser
{
    private Stmt? Class(ImmutableArray<Expr> decorators)
    {
        var start = _mark;
        if (_findsMistakes)
        {
            FindClassMistakes();
            _mark = start;
        }

        Skip();
        if (Identifier() is not { } name)
            return null;
        var typeParameters = TypeParameters();
        var bases = Bases();
        if (!Take(TokenKind.Colon) || Block() is not { } body)
            return null;
        return new ClassDefStmt(
            name, bases?.Args ?? [], bases?.Keywords ?? [], Immutable(body), decorators, typeParameters, SpanFrom(start));
    }

    /// <summary>The arguments in parentheses behind a class's name; nothing is taken where they are not closed.</summary>
    private CallExpr? Bases()
    {
        var mark = _mark;
        if (!Take(TokenKind.LeftPar))
            return null;
        var bases = Arguments();
        if (Take(TokenKind.RightPar))
            return bases;
        _mark = mark;
        return null;
    }
}
