using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>Known mistakes in the arguments of calls.</summary>
internal sealed partial class Parser
{
    private void FindArgumentMistakes()
    {
        var start = _mark;
        FindBrokenArguments(start);
        _mark = start;
    }

    private void FindBrokenArguments(int start)
    {
        if (FindUnpackingAfterKeywords(start))
            return;
        _mark = start;
        if (Expression() is { } element && Clauses() is { } clauses && Take(TokenKind.Comma))
        {
            // What follows has no say, but a lexer error in it has.
            ArgumentList();
            Raise(SyntaxErrors.GeneratorNeedsParentheses, element.Span.To(LastItem(clauses[^1]).Span));
            return;
        }

        _mark = start;
        if (Take(TokenKind.Name) && Take(TokenKind.Equal) && Expression() is not null && Clauses() is not null)
        {
            Raise(SyntaxErrors.MaybeEquality, SpanBetween(start, start + 1));
            return;
        }

        _mark = start;
        if (FindMissingValue(start))
            return;
        _mark = start;
        if (ArgumentList() is { } arguments)
            FindBehindArguments(arguments);
    }

    private bool FindUnpackingAfterKeywords(int start)
    {
        if (ArgumentList() is not { Keywords.Length: > 0 })
            return false;
        _mark = start;
        var count = Gather(() => PositionalArgument() is not null);
        if (count > 0 && !Take(TokenKind.Comma))
            return false;
        if (!KeywordArguments(NewArguments(), NewKeywords()))
            return false;
        var comma = _mark;
        if (!Take(TokenKind.Comma) || Gather(StarredNotAssigned) == 0)
            return false;
        RaiseStartingFrom(SyntaxErrors.UnpackingAfterKeywords, _tokens[comma].Span);
        return true;

        bool StarredNotAssigned() => At(TokenKind.Star) && StarredArgument() is not null && !At(TokenKind.Equal);
    }

    private static System.Collections.Immutable.ImmutableArray<Expr>.Builder NewArguments() =>
        System.Collections.Immutable.ImmutableArray.CreateBuilder<Expr>();

    private static System.Collections.Immutable.ImmutableArray<Keyword>.Builder NewKeywords() =>
        System.Collections.Immutable.ImmutableArray.CreateBuilder<Keyword>();

    private bool FindMissingValue(int start)
    {
        if (ArgumentList() is null || !Take(TokenKind.Comma))
            _mark = start;
        var name = _mark;
        if (!Take(TokenKind.Name) || !Take(TokenKind.Equal) || Kind is not (TokenKind.Comma or TokenKind.RightPar))
            return false;
        Raise(SyntaxErrors.MissingArgumentValue, SpanBetween(name, name + 1));
        return true;
    }

    private void FindBehindArguments(CallExpr arguments)
    {
        var mark = _mark;
        if (Clauses() is { } clauses)
        {
            if (arguments.Args.Length > 1)
                Raise(SyntaxErrors.GeneratorNeedsParentheses, arguments.Args[^1].Span.To(LastItem(clauses[^1]).Span));
            return;
        }

        _mark = mark;
        if (!Take(TokenKind.Comma))
            return;
        mark = _mark;
        if (Expression() is { } element && Clauses() is { } others)
        {
            Raise(SyntaxErrors.GeneratorNeedsParentheses, element.Span.To(LastItem(others[^1]).Span));
            return;
        }

        _mark = mark;
        if (ArgumentList() is null)
            return;
        var hasUnpacking = arguments.Keywords.Any(keyword => keyword.Arg is null);
        RaiseHere(hasUnpacking ? SyntaxErrors.PositionalAfterUnpacking : SyntaxErrors.PositionalAfterKeyword);
    }

    private static Expr LastItem(Comprehension clause) => clause.Ifs.Length > 0 ? clause.Ifs[^1] : clause.Iter;

    private void FindKeywordMistakes()
    {
        var start = _mark;
        if (Kind is TokenKind.KeywordTrue or TokenKind.KeywordFalse or TokenKind.KeywordNone && NextIs(TokenKind.Equal))
        {
            Raise(SyntaxErrors.CannotAssign, SpanBetween(start, start + 1), _tokens[start].GetText(_source).ToString());
            return;
        }

        if (At(TokenKind.Name) && NextIs(TokenKind.Equal))
        {
            _mark += 2;
            if (Expression() is not null && Clauses() is not null)
                Raise(SyntaxErrors.MaybeEquality, SpanBetween(start, start + 1));
            return;
        }

        if (Expression() is { } expression && At(TokenKind.Equal))
        {
            Raise(SyntaxErrors.ExpressionAsKeyword, expression.Span.To(_tokens[_mark].Span));
            return;
        }

        _mark = start;
        if (Take(TokenKind.DoubleStar) && Expression() is not null && Take(TokenKind.Equal) && Expression() is { } value)
            Raise(SyntaxErrors.AssignToKeywordUnpacking, _tokens[start].Span.To(value.Span));
    }

    private void FindStarredMistakes()
    {
        var start = _mark;
        Skip();
        if (Expression() is not null && Take(TokenKind.Equal) && Expression() is { } value)
            Raise(SyntaxErrors.AssignToIterableUnpacking, _tokens[start].Span.To(value.Span));
    }
}
