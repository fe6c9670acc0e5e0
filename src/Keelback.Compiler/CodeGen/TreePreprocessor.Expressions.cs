using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Compiler.Flow;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>Names, literal formats and the numbers in patterns.</content>
internal sealed partial class TreePreprocessor
{
    public override AstNode? VisitNameExpr(NameExpr node) => node is { Id: "__debug__", Ctx: ExprContext.Load }
        ? new ConstantExpr(_optimizationLevel == 0 ? Constant.Bool.True : Constant.Bool.False, null, node.Span)
        : node;

    public override AstNode? VisitConstantExpr(ConstantExpr node) => node;

    public override AstNode? VisitNamedExprExpr(NamedExprExpr node) =>
        node.Update(node.Target, Rewrite(node.Value));

    public override AstNode? VisitBinOpExpr(BinOpExpr node)
    {
        var result = node.Update(Rewrite(node.Left), node.Op, Rewrite(node.Right));
        if (result is { Op: Operator.Mod, Left: ConstantExpr { Value: Constant.Str format }, Right: TupleExpr values }
            && format.CodePoints.IsDefaultOrEmpty
            && !values.Elts.Any(value => value is StarredExpr))
        {
            return PercentFormat.TryConvert(format.Value, values.Elts, result.Span) ?? (AstNode)result;
        }

        return result;
    }

    public override AstNode? VisitMatchValue(MatchValue node) => node.Update(FoldNumber(node.Value));

    public override AstNode? VisitMatchMapping(MatchMapping node) => node.Update(
        [.. node.Keys.Select(FoldNumber)], RewriteList(node.Patterns), node.Rest);

    /// <summary>A pattern may say -1 or 1+2j, which the grammar gives as operations.</summary>
    private static Expr FoldNumber(Expr expression)
    {
        switch (expression)
        {
            case UnaryOpExpr { Op: UnaryOperator.USub, Operand: ConstantExpr operand }:
                return Replace(expression, ConstantFolding.Negate(operand.Value));
            case BinOpExpr { Op: Operator.Add or Operator.Sub, Right: ConstantExpr right } operation
                when FoldNumber(operation.Left) is ConstantExpr left:
                var binary = operation.Op == Operator.Add ? BinaryOperator.Add : BinaryOperator.Subtract;
                return Replace(expression, ConstantFolding.Binary(binary, left.Value, right.Value));
            default:
                return expression;
        }
    }

    private static Expr Replace(Expr expression, Constant? value) =>
        value is null ? expression : new ConstantExpr(value, null, expression.Span);
}
