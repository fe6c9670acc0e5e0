using Keelback.Ast;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>The warnings about expressions whose types are plain to see and that cannot work with them.</content>
internal sealed partial class CodeGenerator
{
    private void CheckIdentityOperands(CompareExpr compare)
    {
        var left = compare.Left;
        for (var i = 0; i <= LastComparison(compare); i++)
        {
            var right = compare.Comparators[i];
            var operation = compare.Ops[i];
            if (operation is CompareOperator.Is or CompareOperator.IsNot && (IsLiteral(left) || IsLiteral(right)))
            {
                var type = InferType(IsLiteral(left) ? left : right) ?? "";
                Warn(operation == CompareOperator.Is
                    ? SyntaxWarnings.IsWithLiteral(type, compare.Span)
                    : SyntaxWarnings.IsNotWithLiteral(type, compare.Span));
                return;
            }

            left = right;
        }
    }

    /// <summary>A constant whose identity means nothing: any but None, True, False and the ellipsis.</summary>
    private static bool IsLiteral(Expr expression) => expression switch
    {
        TupleExpr tuple => tuple.Elts.All(element => element is ConstantExpr),
        ConstantExpr constant => constant.Value is not (Constant.None or Constant.Bool or Constant.Ellipsis),
        _ => false,
    };

    private void CheckCaller(Expr function)
    {
        if (function is ConstantExpr or TupleExpr or ListExpr or ListCompExpr or DictExpr or DictCompExpr or SetExpr
            or SetCompExpr or GeneratorExpExpr or JoinedStrExpr or TemplateStrExpr or FormattedValueExpr
            or InterpolationExpr)
        {
            Warn(SyntaxWarnings.NotCallable(InferType(function) ?? "", function.Span));
        }
    }

    private void CheckSubscripted(Expr value)
    {
        var isWrong = value switch
        {
            ConstantExpr constant => constant.Value is Constant.None or Constant.Ellipsis or Constant.Bool
                or Constant.Int or Constant.Float or Constant.Complex or Constant.FrozenSet,
            SetExpr or SetCompExpr or GeneratorExpExpr or TemplateStrExpr or InterpolationExpr or LambdaExpr => true,
            _ => false,
        };
        if (isWrong)
            Warn(SyntaxWarnings.NotSubscriptable(InferType(value) ?? "", value.Span));
    }

    private void CheckIndex(Expr value, Expr index)
    {
        if (InferType(index) is not { } indexType || indexType is "int" or "bool" or "slice")
            return;
        var isSequence = value switch
        {
            ConstantExpr constant => constant.Value is Constant.Str or Constant.Bytes or Constant.Tuple,
            TupleExpr or ListExpr or ListCompExpr or JoinedStrExpr or FormattedValueExpr => true,
            _ => false,
        };
        if (isSequence)
            Warn(SyntaxWarnings.InvalidIndex(InferType(value) ?? "", indexType, value.Span));
    }

    /// <summary>The name of the type that an expression has in any case.</summary>
    private static string? InferType(Expr expression) => expression switch
    {
        TupleExpr => "tuple",
        ListExpr or ListCompExpr => "list",
        DictExpr or DictCompExpr => "dict",
        SetExpr or SetCompExpr => "set",
        GeneratorExpExpr => "generator",
        LambdaExpr => "function",
        TemplateStrExpr or InterpolationExpr => "string.templatelib.Template",
        JoinedStrExpr or FormattedValueExpr => "str",
        ConstantExpr constant => constant.Value switch
        {
            Constant.None => "NoneType",
            Constant.Ellipsis => "ellipsis",
            Constant.Bool => "bool",
            Constant.Int => "int",
            Constant.Float => "float",
            Constant.Complex => "complex",
            Constant.Str => "str",
            Constant.Bytes => "bytes",
            Constant.Tuple => "tuple",
            Constant.FrozenSet => "frozenset",
            Constant.Slice => "slice",
            _ => "code",
        },
        _ => null,
    };
}
