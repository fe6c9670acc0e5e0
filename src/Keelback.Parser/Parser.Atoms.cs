using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>Names, literals, displays, and what follows them: attributes, calls and subscripts.</summary>
internal sealed partial class Parser
{
    private Expr? Primary()
    {
        if (Recall(Rule.Primary, out Expr? known))
            return known;
        var start = _mark;
        var left = Atom();
        while (left is not null)
        {
            var mark = _mark;
            var next = Kind switch
            {
                TokenKind.Dot => Attribute(left, start),
                TokenKind.LeftPar => Call(left, start),
                TokenKind.LeftBracket => Subscript(left, start),
                _ => null,
            };
            if (next is null)
            {
                _mark = mark;
                break;
            }

            left = next;
        }

        return Remember(Rule.Primary, start, left);
    }

    private Expr? Attribute(Expr left, int start)
    {
        Skip();
        return Identifier() is { } name ? new AttributeExpr(left, name, ExprContext.Load, SpanFrom(start)) : null;
    }

    private Expr? Subscript(Expr left, int start)
    {
        Skip();
        return Slices() is { } slice && Take(TokenKind.RightBracket)
            ? new SubscriptExpr(left, slice, ExprContext.Load, SpanFrom(start))
            : null;
    }

    private Expr? Slices()
    {
        var start = _mark;
        var first = Slice();
        if (first is not null && !At(TokenKind.Comma))
            return first;
        if (first is null)
        {
            _mark = start;
            first = SliceOrStarred();
        }

        if (first is null)
            return null;
        var items = ImmutableArray.CreateBuilder<Expr>();
        items.Add(first);
        MoreItems(items, SliceOrStarred);
        return new TupleExpr(items.DrainToImmutable(), ExprContext.Load, SpanFrom(start));
    }

    private Expr? SliceOrStarred() => At(TokenKind.Star) ? StarredArgument() : Slice();

    private Expr? Slice()
    {
        var start = _mark;
        var hasWalrus = At(TokenKind.Name) && NextIs(TokenKind.ColonEqual);
        var lower = hasWalrus || At(TokenKind.Colon) ? null : Expression();
        if (Take(TokenKind.Colon))
        {
            var upper = OptionalExpression();
            var step = Take(TokenKind.Colon) ? OptionalExpression() : null;
            return new SliceExpr(lower, upper, step, SpanFrom(start));
        }

        if (lower is not null && !_isSecondPass)
            return At(TokenKind.ColonEqual) ? null : lower;
        _mark = start;
        return NamedExpression();
    }

    private Expr? OptionalExpression()
    {
        var mark = _mark;
        var expression = Expression();
        if (expression is null)
            _mark = mark;
        return expression;
    }

    private Expr? Atom()
    {
        var start = _mark;
        switch (Kind)
        {
            case TokenKind.Name:
                return Name();
            case TokenKind.KeywordTrue:
                return Literal(Constant.Bool.True);
            case TokenKind.KeywordFalse:
                return Literal(Constant.Bool.False);
            case TokenKind.KeywordNone:
                return Literal(Constant.None.Value);
            case TokenKind.Ellipsis:
                return Literal(Constant.Ellipsis.Value);
            case TokenKind.Number:
                return Number();
            case TokenKind.String or TokenKind.FStringStart or TokenKind.TStringStart:
                return Strings();
            case TokenKind.LeftPar or TokenKind.LeftBracket or TokenKind.LeftBrace:
                return Display();
            default:
                return ExtensionAtom();
        }
    }

    private ConstantExpr Literal(Constant value)
    {
        _mark++;
        return new ConstantExpr(value, null, _tokens[_mark - 1].Span);
    }

    private Expr? Display()
    {
        var start = _mark;
        if ((!_isSecondPass && _brokenDisplays.Contains(start)) || !Enter())
            return null;
        var display = (_isSecondPass, Kind) switch
        {
            (false, TokenKind.LeftPar) => Parenthesized(),
            (false, TokenKind.LeftBracket) => Bracketed(),
            (false, _) => Braced(),
            (true, TokenKind.LeftPar) => Try(Generator) ?? Try(TupleDisplay) ?? Try(Group),
            (true, TokenKind.LeftBracket) => Try(ListComprehension) ?? Try(ListDisplay),
            _ => Try(DictComprehension) ?? Try(SetComprehension) ?? Try(DictDisplay) ?? Try(SetDisplay),
        };
        Leave();
        if (display is not null)
            return display;
        _mark = start;
        if (!_isSecondPass)
        {
            _brokenDisplays.Add(start);
            if (At(TokenKind.LeftBrace))
                FindDictMistakes();
            _mark = start;
        }

        return null;
    }

    private Expr? Try(Func<Expr?> rule)
    {
        var mark = _mark;
        var result = _failed ? null : rule();
        if (result is null)
            _mark = mark;
        return result;
    }

    /// <summary>A group, a tuple or a generator, told apart by what follows the first item.</summary>
    private Expr? Parenthesized()
    {
        var start = _mark;
        Skip();
        if (Take(TokenKind.RightPar))
            return new TupleExpr([], ExprContext.Load, SpanFrom(start));
        if (At(TokenKind.KeywordYield))
            return YieldExpression() is { } yield && Take(TokenKind.RightPar) ? yield : null;
        var isStarred = At(TokenKind.Star);
        if (StarNamedExpression() is not { } first)
            return null;
        if (At(TokenKind.Comma))
        {
            var items = ImmutableArray.CreateBuilder<Expr>();
            items.Add(first);
            MoreItems(items, StarNamedExpression);
            return Take(TokenKind.RightPar)
                ? new TupleExpr(items.DrainToImmutable(), ExprContext.Load, SpanFrom(start))
                : null;
        }

        if (isStarred)
            return null;
        if (Kind is not (TokenKind.KeywordFor or TokenKind.KeywordAsync))
            return Take(TokenKind.RightPar) ? first : null;
        return Clauses() is { } clauses && Take(TokenKind.RightPar)
            ? new GeneratorExpExpr(first, clauses, SpanFrom(start))
            : null;
    }

    private Expr? Bracketed()
    {
        var start = _mark;
        Skip();
        if (Take(TokenKind.RightBracket))
            return new ListExpr([], ExprContext.Load, SpanFrom(start));
        var isStarred = At(TokenKind.Star);
        if (StarNamedExpression() is not { } first)
            return null;
        if (!isStarred && Kind is TokenKind.KeywordFor or TokenKind.KeywordAsync)
        {
            return Clauses() is { } clauses && Take(TokenKind.RightBracket)
                ? new ListCompExpr(first, clauses, SpanFrom(start))
                : null;
        }

        var items = ImmutableArray.CreateBuilder<Expr>();
        items.Add(first);
        MoreItems(items, StarNamedExpression);
        return Take(TokenKind.RightBracket)
            ? new ListExpr(items.DrainToImmutable(), ExprContext.Load, SpanFrom(start))
            : null;
    }

    private Expr? Braced()
    {
        var start = _mark;
        Skip();
        if (At(TokenKind.RightBrace) || At(TokenKind.DoubleStar))
            return FinishDict(start, null, null);
        var isStarred = At(TokenKind.Star);
        var isWalrus = At(TokenKind.Name) && NextIs(TokenKind.ColonEqual);
        if (StarNamedExpression() is not { } first)
            return null;
        if (!isStarred && !isWalrus && Take(TokenKind.Colon))
        {
            if (Expression() is not { } value)
                return null;
            if (Kind is not (TokenKind.KeywordFor or TokenKind.KeywordAsync))
                return FinishDict(start, first, value);
            return Clauses() is { } clauses && Take(TokenKind.RightBrace)
                ? new DictCompExpr(first, value, clauses, SpanFrom(start))
                : null;
        }

        if (!isStarred && Kind is TokenKind.KeywordFor or TokenKind.KeywordAsync)
        {
            return Clauses() is { } clauses && Take(TokenKind.RightBrace)
                ? new SetCompExpr(first, clauses, SpanFrom(start))
                : null;
        }

        var items = ImmutableArray.CreateBuilder<Expr>();
        items.Add(first);
        MoreItems(items, StarNamedExpression);
        return Take(TokenKind.RightBrace) ? new SetExpr(items.DrainToImmutable(), SpanFrom(start)) : null;
    }

    private Expr? FinishDict(int start, Expr? key, Expr? value)
    {
        var keys = ImmutableArray.CreateBuilder<Expr?>();
        var values = ImmutableArray.CreateBuilder<Expr>();
        if (value is not null)
        {
            keys.Add(key);
            values.Add(value);
            if (!Take(TokenKind.Comma))
                return Take(TokenKind.RightBrace) ? Dict() : null;
        }

        while (KeyAndValue() is var (nextKey, nextValue))
        {
            keys.Add(nextKey);
            values.Add(nextValue);
            if (!Take(TokenKind.Comma))
                break;
        }

        return Take(TokenKind.RightBrace) ? Dict() : null;

        DictExpr Dict() => new(keys.DrainToImmutable(), values.DrainToImmutable(), SpanFrom(start));
    }

    private (Expr? Key, Expr Value)? KeyAndValue()
    {
        var start = _mark;
        if (Take(TokenKind.DoubleStar))
        {
            if (BitwiseOr() is { } mapping)
                return (null, mapping);
        }
        else if (Expression() is { } key && Take(TokenKind.Colon) && Expression() is { } value)
        {
            return (key, value);
        }

        _mark = start;
        return null;
    }

    private Expr? ListDisplay()
    {
        var start = _mark;
        Skip();
        var items = StarNamedExpressions();
        return Take(TokenKind.RightBracket)
            ? new ListExpr(items?.ToImmutable() ?? [], ExprContext.Load, SpanFrom(start))
            : null;
    }

    private Expr? TupleDisplay()
    {
        var start = _mark;
        Skip();
        var mark = _mark;
        var items = ImmutableArray.CreateBuilder<Expr>();
        if (StarNamedExpression() is { } first && At(TokenKind.Comma))
        {
            items.Add(first);
            MoreItems(items, StarNamedExpression);
        }
        else
        {
            _mark = mark;
        }

        return Take(TokenKind.RightPar) ? new TupleExpr(items.ToImmutable(), ExprContext.Load, SpanFrom(start)) : null;
    }

    private Expr? Group()
    {
        var start = _mark;
        Skip();
        var inner = At(TokenKind.KeywordYield) ? YieldExpression() : NamedExpression();
        if (inner is not null && Take(TokenKind.RightPar))
            return inner;
        _mark = start;
        if (_findsMistakes)
            FindGroupMistakes();
        return null;
    }

    private Expr? SetDisplay()
    {
        var start = _mark;
        Skip();
        return StarNamedExpressions() is { } items && Take(TokenKind.RightBrace)
            ? new SetExpr(items.ToImmutable(), SpanFrom(start))
            : null;
    }

    private Expr? DictDisplay()
    {
        var start = _mark;
        Skip();
        if (FinishDict(start, null, null) is { } dict)
            return dict;
        _mark = start;
        FindDictMistakes();
        return null;
    }
}
