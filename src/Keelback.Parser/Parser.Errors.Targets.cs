using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>Known mistakes in assignments: targets that are none. And the names of expressions in messages.</summary>
internal sealed partial class Parser
{
    private enum TargetKind
    {
        Star,
        Del,
        For,
    }

    private void RaiseInvalidTarget(Expr expression, TargetKind kind)
    {
        if (InvalidTarget(expression, kind) is not { } invalid)
            return;
        var error = kind == TargetKind.Del ? SyntaxErrors.CannotDelete : SyntaxErrors.CannotAssign;
        Raise(error, invalid.Span, ExpressionName(invalid));
    }

    /// <summary>The part that is no target.</summary>
    private static Expr? InvalidTarget(Expr expression, TargetKind kind) => expression switch
    {
        ListExpr list => FirstInvalid(list.Elts, kind),
        TupleExpr tuple => FirstInvalid(tuple.Elts, kind),
        StarredExpr starred => kind == TargetKind.Del ? starred : InvalidTarget(starred.Value, kind),
        CompareExpr compare when kind == TargetKind.For =>
            compare.Ops[0] == CompareOperator.In ? InvalidTarget(compare.Left, kind) : null,
        NameExpr or SubscriptExpr or AttributeExpr => null,
        _ => expression,
    };

    private static Expr? FirstInvalid(IEnumerable<Expr> expressions, TargetKind kind) =>
        expressions.Select(expression => InvalidTarget(expression, kind)).FirstOrDefault(invalid => invalid is not null);

    private void FindDeleteMistakes()
    {
        Skip();
        if (StarExpressions() is { } targets)
            RaiseInvalidTarget(targets, TargetKind.Del);
    }

    private void FindWithItemMistakes()
    {
        if (Expression() is not null && Take(TokenKind.KeywordAs) && Expression() is { } target
            && Kind is TokenKind.Comma or TokenKind.RightPar or TokenKind.Colon)
        {
            RaiseInvalidTarget(target, TargetKind.Star);
        }
    }

    private void FindAssignmentMistakes()
    {
        if (!_findsMistakes)
            return;
        var start = _mark;
        FindBrokenAssignment(start);
        _mark = start;
    }

    private void FindBrokenAssignment(int start)
    {
        if (FindBrokenAnnotation(start))
            return;
        _mark = start;
        SkipTargets();
        var mark = _mark;
        if (StarExpressions() is { } target && Take(TokenKind.Equal))
        {
            RaiseInvalidTarget(target, TargetKind.Star);
            return;
        }

        _mark = mark;
        if (YieldExpression() is { } yield && Take(TokenKind.Equal))
        {
            Raise(SyntaxErrors.YieldTarget, yield.Span);
            return;
        }

        _mark = start;
        if (StarExpressions() is { } augmented && OperatorTable.InPlace(Kind) is not null)
        {
            Skip();
            if (AnnotatedRightSide() is not null)
                Raise(SyntaxErrors.AugmentedTarget, augmented.Span, ExpressionName(augmented));
        }
    }

    private void SkipTargets()
    {
        while (true)
        {
            var mark = _mark;
            if (StarTargets() is null || !Take(TokenKind.Equal))
            {
                _mark = mark;
                return;
            }
        }
    }

    private bool FindBrokenAnnotation(int start)
    {
        if (AnnotationTarget() is { } target && Take(TokenKind.Colon) && Expression() is not null)
        {
            Raise(SyntaxErrors.AnnotationTarget, target.Span, ExpressionName(target));
            return true;
        }

        _mark = start;
        if (StarNamedExpression() is { } first && Take(TokenKind.Comma))
        {
            while (StarNamedExpressions() is not null)
            {
            }

            if (Take(TokenKind.Colon) && Expression() is not null)
            {
                Raise(SyntaxErrors.AnnotationTarget, first.Span, "tuple");
                return true;
            }
        }

        _mark = start;
        if (Expression() is not { } expression || !Take(TokenKind.Colon) || Expression() is null)
            return false;
        Raise(SyntaxErrors.IllegalAnnotation, expression.Span);
        return true;
    }

    /// <summary>A list or a tuple, perhaps in parentheses.</summary>
    private Expr? AnnotationTarget()
    {
        if (At(TokenKind.LeftBracket))
            return Try(ListDisplay);
        if (!At(TokenKind.LeftPar))
            return null;
        if (Try(TupleDisplay) is { } tuple)
            return tuple;
        if (!Enter())
            return null;
        var start = _mark;
        Skip();
        var inner = AnnotationTarget();
        Leave();
        if (inner is not null && Take(TokenKind.RightPar))
            return inner;
        _mark = start;
        return null;
    }

    /// <summary>What messages call an expression.</summary>
    private static string ExpressionName(Expr expression) => expression switch
    {
        AttributeExpr => "attribute",
        SubscriptExpr => "subscript",
        StarredExpr => "starred",
        NameExpr => "name",
        ListExpr => "list",
        TupleExpr => "tuple",
        LambdaExpr => "lambda",
        CallExpr => "function call",
        BoolOpExpr or BinOpExpr or UnaryOpExpr => "expression",
        GeneratorExpExpr => "generator expression",
        YieldExpr or YieldFromExpr => "yield expression",
        AwaitExpr => "await expression",
        ListCompExpr => "list comprehension",
        SetCompExpr => "set comprehension",
        DictCompExpr => "dict comprehension",
        DictExpr => "dict literal",
        SetExpr => "set display",
        JoinedStrExpr or FormattedValueExpr => "f-string expression",
        TemplateStrExpr or InterpolationExpr => "t-string expression",
        ConstantExpr constant => ConstantName(constant.Value),
        CompareExpr => "comparison",
        IfExpExpr => "conditional expression",
        NamedExprExpr => "named expression",
        _ => "expression",
    };

    private static string ConstantName(Constant value) => value switch
    {
        Constant.None => "None",
        Constant.Bool { Value: true } => "True",
        Constant.Bool => "False",
        Constant.Ellipsis => "ellipsis",
        _ => "literal",
    };
}
