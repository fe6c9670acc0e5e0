using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Lexer;

namespace Keelback.Parser;

/// <summary>Expressions down to the operands of operators.</summary>
internal sealed partial class Parser
{
    /// <summary>Expressions with commas and no stars: the body of eval, what except catches.</summary>
    private Expr? Expressions()
    {
        var start = _mark;
        if (Expression() is not { } first)
            return null;
        if (!At(TokenKind.Comma))
            return first;
        var items = ImmutableArray.CreateBuilder<Expr>();
        items.Add(first);
        MoreItems(items, Expression);
        return new TupleExpr(items.ToImmutable(), ExprContext.Load, SpanFrom(start));
    }

    /// <summary>Expressions with commas and stars: the right side of an assignment, what return gives.</summary>
    private Expr? StarExpressions()
    {
        var start = _mark;
        if (StarExpression() is not { } first)
            return null;
        if (!At(TokenKind.Comma))
            return first;
        var items = ImmutableArray.CreateBuilder<Expr>();
        items.Add(first);
        MoreItems(items, StarExpression);
        return new TupleExpr(items.ToImmutable(), ExprContext.Load, SpanFrom(start));
    }

    /// <summary>The items behind the first one, each behind a comma, and a last comma.</summary>
    private void MoreItems<T>(ImmutableArray<T>.Builder items, Func<T?> parse)
        where T : class
    {
        while (At(TokenKind.Comma))
        {
            _mark++;
            var mark = _mark;
            if (parse() is not { } item)
            {
                _mark = mark;
                return;
            }

            items.Add(item);
        }
    }

    private Expr? StarExpression()
    {
        if (Recall(Rule.StarExpression, out Expr? known))
            return known;
        var start = _mark;
        return Remember(Rule.StarExpression, start, At(TokenKind.Star) ? Starred() : Expression());
    }

    private Expr? StarNamedExpression() => At(TokenKind.Star) ? Starred() : NamedExpression();

    private Expr? Starred()
    {
        var start = _mark;
        Skip();
        if (BitwiseOr() is { } value)
            return new StarredExpr(value, ExprContext.Load, SpanFrom(start));
        _mark = start;
        return null;
    }

    /// <summary>Items of a display; null where there is none.</summary>
    private ImmutableArray<Expr>.Builder? StarNamedExpressions()
    {
        if (StarNamedExpression() is not { } first)
            return null;
        var items = ImmutableArray.CreateBuilder<Expr>();
        items.Add(first);
        MoreItems(items, StarNamedExpression);
        return items;
    }

    private Expr? YieldExpression()
    {
        var start = _mark;
        if (!Take(TokenKind.KeywordYield))
            return null;
        var mark = _mark;
        if (Take(TokenKind.KeywordFrom))
        {
            if (Expression() is { } source)
                return new YieldFromExpr(source, SpanFrom(start));
            _mark = mark;
        }

        var value = StarExpressions();
        if (value is null)
            _mark = mark;
        return new YieldExpr(value, SpanFrom(start));
    }

    private Expr? AnnotatedRightSide() => At(TokenKind.KeywordYield) ? YieldExpression() : StarExpressions();

    private Expr? AssignmentExpression()
    {
        if (!At(TokenKind.Name) || !NextIs(TokenKind.ColonEqual))
            return null;
        var start = _mark;
        var target = new NameExpr(NameText(_mark), ExprContext.Store, _tokens[_mark].Span);
        _mark += 2;
        if (Expression() is { } value && HasVersion(8, "Assignment expressions are"))
            return new NamedExprExpr(target, value, SpanFrom(start));
        _mark = start;
        return null;
    }

    private Expr? NamedExpression()
    {
        var start = _mark;
        if (AssignmentExpression() is { } walrus)
            return walrus;
        _mark = start;
        if (_findsMistakes)
            FindNamedExpressionMistakes();
        return NoWalrusExpression();
    }

    /// <summary>An expression that no walrus follows.</summary>
    private Expr? NoWalrusExpression()
    {
        var start = _mark;
        if (Expression() is { } expression && !At(TokenKind.ColonEqual))
            return expression;
        _mark = start;
        return null;
    }

    private Expr? Expression()
    {
        if (Recall(Rule.Expression, out Expr? known))
            return known;
        var start = _mark;
        if (!Enter())
            return null;
        if (_findsMistakes)
        {
            FindExpressionMistakes();
            FindLegacyExpression();
        }

        var expression = At(TokenKind.KeywordLambda) ? Lambda() : Conditional();
        if (expression is null)
            _mark = start;
        Leave();
        return Remember(Rule.Expression, start, expression);
    }

    private Expr? Conditional()
    {
        var start = _mark;
        var body = Disjunction();
        if (body is null || !At(TokenKind.KeywordIf))
            return body;
        var mark = _mark;
        Skip();
        if (Disjunction() is { } test && Take(TokenKind.KeywordElse) && Expression() is { } otherwise)
            return new IfExpExpr(test, body, otherwise, SpanFrom(start));
        _mark = mark;
        return body;
    }

    private Expr? Lambda()
    {
        var start = _mark;
        Skip();
        var parameters = Parameters(isLambda: true);
        if (Take(TokenKind.Colon) && Expression() is { } body)
            return new LambdaExpr(parameters ?? NoParameters, body, SpanFrom(start));
        _mark = start;
        return null;
    }

    private Expr? Disjunction() => Operation(OperatorPrecedence.Or);

    private Expr? Inversion() => Operation(OperatorPrecedence.Not);

    private Expr? BitwiseOr() => Operation(OperatorPrecedence.Eq + 1);

    private Expr? Sum() => Operation(OperatorPrecedence.Add);
}
