using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Lexer;

namespace Keelback.Parser;

/// <summary>
/// The clauses of comprehensions. The first pass meets the comprehensions themselves as it reads displays
/// (Parser.Atoms.cs); the productions here are for the second one, which tries them before the displays.
/// </summary>
internal sealed partial class Parser
{
    private ImmutableArray<Comprehension>? Clauses()
    {
        if (Clause() is not { } first)
            return null;
        var clauses = ImmutableArray.CreateBuilder<Comprehension>();
        clauses.Add(first);
        while (Clause() is { } next)
            clauses.Add(next);
        return clauses.DrainToImmutable();
    }

    private Comprehension? Clause()
    {
        if (Kind is not (TokenKind.KeywordFor or TokenKind.KeywordAsync))
            return null;
        var start = _mark;
        var isAsync = Take(TokenKind.KeywordAsync);
        if (Take(TokenKind.KeywordFor) && StarTargets() is { } target && Take(TokenKind.KeywordIn))
        {
            // Behind "in" the grammar has no second thoughts.
            if (Disjunction() is not { } source)
            {
                _mark = start;
                return null;
            }

            var filters = Filters();
            return isAsync && !HasVersion(6, "Async comprehensions are")
                ? null
                : new Comprehension(target, source, filters, isAsync ? 1 : 0);
        }

        _mark = start;
        if (_findsMistakes)
        {
            FindClauseMistakes();
            FindForTargetMistakes();
        }

        return null;
    }

    private ImmutableArray<Expr> Filters()
    {
        if (!At(TokenKind.KeywordIf))
            return [];
        var filters = ImmutableArray.CreateBuilder<Expr>();
        while (At(TokenKind.KeywordIf))
        {
            var mark = _mark;
            Skip();
            if (Disjunction() is not { } filter)
            {
                _mark = mark;
                break;
            }

            filters.Add(filter);
        }

        return filters.DrainToImmutable();
    }

    private Expr? Generator()
    {
        var start = _mark;
        if (Take(TokenKind.LeftPar)
            && (AssignmentExpression() ?? NoWalrusExpression()) is { } element
            && Clauses() is { } clauses
            && Take(TokenKind.RightPar))
        {
            return new GeneratorExpExpr(element, clauses, SpanFrom(start));
        }

        return NoComprehension(start);
    }

    private Expr? ListComprehension()
    {
        var start = _mark;
        if (Take(TokenKind.LeftBracket)
            && NamedExpression() is { } element
            && Clauses() is { } clauses
            && Take(TokenKind.RightBracket))
        {
            return new ListCompExpr(element, clauses, SpanFrom(start));
        }

        return NoComprehension(start);
    }

    private Expr? SetComprehension()
    {
        var start = _mark;
        if (Take(TokenKind.LeftBrace)
            && NamedExpression() is { } element
            && Clauses() is { } clauses
            && Take(TokenKind.RightBrace))
        {
            return new SetCompExpr(element, clauses, SpanFrom(start));
        }

        return NoComprehension(start);
    }

    private Expr? NoComprehension(int start)
    {
        _mark = start;
        if (_findsMistakes)
            FindComprehensionMistakes();
        return null;
    }

    private Expr? DictComprehension()
    {
        var start = _mark;
        if (Take(TokenKind.LeftBrace)
            && KeyAndValue() is (Expr key, var value)
            && Clauses() is { } clauses
            && Take(TokenKind.RightBrace))
        {
            return new DictCompExpr(key, value, clauses, SpanFrom(start));
        }

        _mark = start;
        if (_findsMistakes)
            FindDictComprehensionMistakes();
        return null;
    }
}
