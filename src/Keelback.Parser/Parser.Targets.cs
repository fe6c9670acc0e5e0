using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Lexer;

namespace Keelback.Parser;

/// <summary>
/// What can be assigned to or deleted. A target is read as an expression and then turned into one: every target is an
/// expression with the same tokens.
/// </summary>
internal sealed partial class Parser
{
    private Expr? StarTargets()
    {
        var start = _mark;
        if (StarTarget() is not { } first)
            return null;
        if (!At(TokenKind.Comma))
            return first;
        var items = ImmutableArray.CreateBuilder<Expr>();
        items.Add(first);
        MoreItems(items, StarTarget);
        return new TupleExpr(items.DrainToImmutable(), ExprContext.Store, SpanFrom(start));
    }

    private Expr? StarTarget()
    {
        if (Recall(Rule.StarTarget, out Expr? known))
            return known;
        var start = _mark;
        Expr? target;
        if (Take(TokenKind.Star))
        {
            target = !At(TokenKind.Star) && StarTarget() is { } inner
                ? new StarredExpr(inner, ExprContext.Store, SpanFrom(start))
                : null;
        }
        else
        {
            target = Primary() is { } expression ? ToTarget(expression, ExprContext.Store) : null;
        }

        if (target is null)
            _mark = start;
        return Remember(Rule.StarTarget, start, target);
    }

    /// <summary>A name, attribute or subscript, perhaps in parentheses.</summary>
    private Expr? SingleTarget()
    {
        var start = _mark;
        var target = Primary();
        if (target is NameExpr or AttributeExpr or SubscriptExpr)
            return ToTarget(target, ExprContext.Store);
        _mark = start;
        return null;
    }

    private ImmutableArray<Expr>? DelTargets()
    {
        if (DelTarget() is not { } first)
            return null;
        var items = ImmutableArray.CreateBuilder<Expr>();
        items.Add(first);
        MoreItems(items, DelTarget);
        return items.DrainToImmutable();
    }

    private Expr? DelTarget()
    {
        if (Recall(Rule.DelTarget, out Expr? known))
            return known;
        var start = _mark;
        var target = Primary() is { } expression ? ToTarget(expression, ExprContext.Del) : null;
        if (target is null)
            _mark = start;
        return Remember(Rule.DelTarget, start, target);
    }

    /// <summary>The expression with another context; null where it is no target.</summary>
    private static Expr? ToTarget(Expr expression, ExprContext context)
    {
        switch (expression)
        {
            case NameExpr name:
                return new NameExpr(name.Id, context, name.Span);
            case AttributeExpr attribute:
                return new AttributeExpr(attribute.Value, attribute.Attr, context, attribute.Span);
            case SubscriptExpr subscript:
                return new SubscriptExpr(subscript.Value, subscript.Slice, context, subscript.Span);
            case StarredExpr { Value: not StarredExpr } starred when context == ExprContext.Store:
                return ToTarget(starred.Value, context) is { } inner
                    ? new StarredExpr(inner, context, starred.Span)
                    : null;
            case ListExpr list:
                return ToTargets(list.Elts, context) is { } elements ? new ListExpr(elements, context, list.Span) : null;
            case TupleExpr tuple:
                return ToTargets(tuple.Elts, context) is { } items ? new TupleExpr(items, context, tuple.Span) : null;
            default:
                return null;
        }
    }

    private static ImmutableArray<Expr>? ToTargets(ImmutableArray<Expr> expressions, ExprContext context)
    {
        var targets = ImmutableArray.CreateBuilder<Expr>(expressions.Length);
        foreach (var expression in expressions)
        {
            if (ToTarget(expression, context) is not { } target)
                return null;
            targets.Add(target);
        }

        return targets.MoveToImmutable();
    }
}
