using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>Match statements and their patterns but for literals and classes (Parser.ClosedPatterns.cs).</summary>
internal sealed partial class Parser
{
    private Stmt? Match()
    {
        var start = _mark;
        Skip();
        if (Subject() is { } subject
            && Take(TokenKind.Colon)
            && Take(TokenKind.NewLine)
            && Take(TokenKind.Indent)
            && Cases() is { } cases
            && Take(TokenKind.Dedent))
        {
            return HasVersion(10, "Pattern matching is") ? new MatchStmt(subject, cases, SpanFrom(start)) : null;
        }

        _mark = start;
        if (_findsMistakes)
            FindMatchMistakes();
        return null;
    }

    private Expr? Subject()
    {
        var start = _mark;
        var isStarred = At(TokenKind.Star);
        if (StarNamedExpression() is not { } first)
            return null;
        if (!At(TokenKind.Comma))
            return isStarred ? null : first;
        var items = ImmutableArray.CreateBuilder<Expr>();
        items.Add(first);
        MoreItems(items, StarNamedExpression);
        return new TupleExpr(items.DrainToImmutable(), ExprContext.Load, SpanFrom(start));
    }

    private ImmutableArray<MatchCase>? Cases()
    {
        var cases = ImmutableArray.CreateBuilder<MatchCase>();
        while (true)
        {
            var mark = _mark;
            if (_findsMistakes)
            {
                FindCaseMistakes();
                _mark = mark;
            }

            if (Case() is not { } next)
            {
                _mark = mark;
                return cases.Count > 0 ? cases.DrainToImmutable() : null;
            }

            cases.Add(next);
        }
    }

    private MatchCase? Case()
    {
        if (!TakeSoft("case") || Patterns() is not { } pattern)
            return null;
        var guard = Guard();
        return Take(TokenKind.Colon) && Block() is { } body ? new MatchCase(pattern, guard, Immutable(body)) : null;
    }

    private Expr? Guard()
    {
        var mark = _mark;
        if (Take(TokenKind.KeywordIf) && NamedExpression() is { } guard)
            return guard;
        _mark = mark;
        return null;
    }

    private Pattern? Patterns()
    {
        var start = _mark;
        var first = MaybeStarPattern();
        if (first is null || !At(TokenKind.Comma))
            return first is MatchStar ? null : first;
        var items = ImmutableArray.CreateBuilder<Pattern>();
        items.Add(first);
        MoreItems(items, MaybeStarPattern);
        return new MatchSequence(items.DrainToImmutable(), SpanFrom(start));
    }

    private Pattern? MaybeStarPattern() => At(TokenKind.Star) ? StarPattern() : Pattern();

    private Pattern? StarPattern()
    {
        var start = _mark;
        Skip();
        if (TakeSoft("_"))
            return new MatchStar(null, SpanFrom(start));
        if (CaptureTarget() is { } name)
            return new MatchStar(name, SpanFrom(start));
        _mark = start;
        return null;
    }

    private Pattern? Pattern()
    {
        var start = _mark;
        if (!Enter())
            return null;
        var pattern = OrPattern();
        if (pattern is not null && At(TokenKind.KeywordAs))
        {
            var mark = _mark;
            Skip();
            if (CaptureTarget() is { } name)
            {
                pattern = new MatchAs(pattern, name, SpanFrom(start));
            }
            else
            {
                _mark = mark;
                if (_findsMistakes)
                    FindAsPatternMistakes();
                _mark = mark;
            }
        }

        Leave();
        return pattern;
    }

    private Pattern? OrPattern()
    {
        var start = _mark;
        if (ClosedPattern() is not { } first)
            return null;
        if (!At(TokenKind.VBar))
            return first;
        var items = ImmutableArray.CreateBuilder<Pattern>();
        items.Add(first);
        while (At(TokenKind.VBar))
        {
            var mark = _mark;
            Skip();
            if (ClosedPattern() is not { } next)
            {
                _mark = mark;
                break;
            }

            items.Add(next);
        }

        return items.Count == 1 ? first : new MatchOr(items.DrainToImmutable(), SpanFrom(start));
    }

    /// <summary>A name that is no wildcard, and not the start of a value, class or keyword pattern.</summary>
    private string? CaptureTarget()
    {
        if (!At(TokenKind.Name) || AtSoft("_"))
            return null;
        Skip();
        if (Kind is not (TokenKind.Dot or TokenKind.LeftPar or TokenKind.Equal))
            return NameText(_mark - 1);
        _mark--;
        return null;
    }

    private Pattern? SequenceOrGroup()
    {
        var start = _mark;
        var isList = At(TokenKind.LeftBracket);
        var close = isList ? TokenKind.RightBracket : TokenKind.RightPar;
        Skip();
        if (Take(close))
            return new MatchSequence([], SpanFrom(start));
        if (MaybeStarPattern() is not { } first)
            return null;
        if (!isList && !At(TokenKind.Comma))
            return first is not MatchStar && Take(close) ? first : null;
        var items = ImmutableArray.CreateBuilder<Pattern>();
        items.Add(first);
        MoreItems(items, MaybeStarPattern);
        return Take(close) ? new MatchSequence(items.DrainToImmutable(), SpanFrom(start)) : null;
    }

    private Pattern? MappingPattern()
    {
        var start = _mark;
        Skip();
        var keys = ImmutableArray.CreateBuilder<Expr>();
        var patterns = ImmutableArray.CreateBuilder<Pattern>();
        string? rest = null;
        while (true)
        {
            if (RestPattern() is { } name)
            {
                rest = name;
                Take(TokenKind.Comma);
                break;
            }

            if (KeyPattern() is not var (key, pattern))
                break;
            keys.Add(key);
            patterns.Add(pattern);
            if (!Take(TokenKind.Comma))
                break;
        }

        if (Take(TokenKind.RightBrace))
            return new MatchMapping(keys.DrainToImmutable(), patterns.DrainToImmutable(), rest, SpanFrom(start));
        _mark = start;
        return null;
    }

    private string? RestPattern()
    {
        var mark = _mark;
        if (Take(TokenKind.DoubleStar) && CaptureTarget() is { } name)
            return name;
        _mark = mark;
        return null;
    }

    private (Expr Key, Pattern Value)? KeyPattern()
    {
        var mark = _mark;
        if ((LiteralExpression() ?? DottedValue()) is { } key && Take(TokenKind.Colon) && Pattern() is { } value)
            return (key, value);
        _mark = mark;
        return null;
    }
}
