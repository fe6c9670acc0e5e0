using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Lexer;

namespace Keelback.Parser;

/// <summary>Assignments, and expressions as statements.</summary>
internal sealed partial class Parser
{
    /// <summary>The first pass: an expression, and then what the next token makes of it.</summary>
    private Stmt? ExpressionStatement()
    {
        var start = _mark;
        if (AnnotatedRightSide() is not { } expression)
            return null;
        var mark = _mark;
        Stmt? statement = null;
        if (At(TokenKind.Equal))
            statement = ToTarget(expression, ExprContext.Store) is { } target ? FinishAssignment(start, target) : null;
        else if (At(TokenKind.Colon))
            statement = FinishAnnotation(start, expression);
        else if (OperatorTable.InPlace(Kind) is not null && IsSingleTarget(expression))
            statement = FinishAugmented(start, expression);
        if (statement is not null)
            return statement;
        _mark = mark;
        return new ExprStmt(expression, SpanFrom(start));
    }

    private static bool IsSingleTarget(Expr expression) => expression is NameExpr or AttributeExpr or SubscriptExpr;

    /// <summary>Behind the first target: more targets, the value and a type comment.</summary>
    private Stmt? FinishAssignment(int start, Expr first)
    {
        var targets = ImmutableArray.CreateBuilder<Expr>();
        targets.Add(first);
        while (Take(TokenKind.Equal))
        {
            if (AnnotatedRightSide() is not { } value)
                return null;
            if (!At(TokenKind.Equal))
            {
                var comment = TypeComment();
                return new AssignStmt(targets.DrainToImmutable(), value, comment, SpanFrom(start));
            }

            if (ToTarget(value, ExprContext.Store) is not { } target)
                return null;
            targets.Add(target);
        }

        return null;
    }

    private Stmt? FinishAnnotation(int start, Expr expression)
    {
        var isInParentheses = _kinds[start] == TokenKind.LeftPar;
        if (!IsSingleTarget(expression))
            return null;
        Skip();
        if (Expression() is not { } annotation)
            return null;
        var mark = _mark;
        Expr? value = null;
        if (Take(TokenKind.Equal) && (value = AnnotatedRightSide()) is null)
            _mark = mark;
        if (!HasVersion(6, "Variable annotation syntax is"))
            return null;
        var isSimple = expression is NameExpr && !isInParentheses;
        return new AnnAssignStmt(
            ToTarget(expression, ExprContext.Store)!, annotation, value, isSimple ? 1 : 0, SpanFrom(start));
    }

    private Stmt? FinishAugmented(int start, Expr expression)
    {
        var op = OperatorTable.InPlace(Kind)!.Value;
        if (At(TokenKind.AtEqual) && !HasVersion(5, "The '@' operator is"))
            return null;
        Skip();
        return AnnotatedRightSide() is { } value
            ? new AugAssignStmt(ToTarget(expression, ExprContext.Store)!, op, value, SpanFrom(start))
            : null;
    }

    /// <summary>The second pass: the forms of assignment one after the other, then the mistakes.</summary>
    private Stmt? Assignment()
    {
        var start = _mark;
        if (SingleTargetExpression() is { } annotated && At(TokenKind.Colon) && FinishAnnotation(start, annotated) is { } annotation)
            return annotation;
        _mark = start;
        if (StarTargets() is { } target && At(TokenKind.Equal) && FinishInOrder(start, target) is { } assignment)
            return assignment;
        _mark = start;
        if (SingleTargetExpression() is { } augmented && OperatorTable.InPlace(Kind) is not null)
        {
            // Behind the operator the grammar has no second thoughts.
            return FinishAugmented(start, augmented);
        }

        _mark = start;
        FindAssignmentMistakes();
        return null;
    }

    private Expr? SingleTargetExpression()
    {
        var start = _mark;
        var target = Primary();
        if (target is not null && IsSingleTarget(target))
            return target;
        _mark = start;
        return null;
    }

    private Stmt? FinishInOrder(int start, Expr first)
    {
        var targets = ImmutableArray.CreateBuilder<Expr>();
        targets.Add(first);
        int mark;
        while (Take(TokenKind.Equal))
        {
            mark = _mark;
            if (StarTargets() is not { } target || !At(TokenKind.Equal))
            {
                _mark = mark;
                break;
            }

            targets.Add(target);
        }

        if (AnnotatedRightSide() is not { } value || At(TokenKind.Equal))
            return null;
        var comment = TypeComment();
        return new AssignStmt(targets.DrainToImmutable(), value, comment, SpanFrom(start));
    }
}
