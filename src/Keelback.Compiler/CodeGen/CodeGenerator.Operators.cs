using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>Operators and subscripts.</content>
internal sealed partial class CodeGenerator
{
    private void EmitBinary(Operator operation, bool isInPlace, SourceSpan span)
    {
        if (OperatorLowering.Lower(operation, isInPlace) is { } lowered)
            Emit(lowered.Opcode, lowered.Oparg, span);
        else
            Fail(SyntaxErrors.InvalidTree($"unknown binary operator {operation}", span));
    }

    private void GenerateUnary(UnaryOpExpr operation)
    {
        var span = operation.Span;
        Visit(operation.Operand);
        switch (operation.Op)
        {
            case UnaryOperator.UAdd:
                EmitIntrinsic(UnaryIntrinsic.UnaryPositive, span);
                break;
            case UnaryOperator.Not:
                Emit(Opcode.ToBool, span);
                Emit(Opcode.UnaryNot, span);
                break;
            case UnaryOperator.Invert:
                Emit(Opcode.UnaryInvert, span);
                break;
            default:
                Emit(Opcode.UnaryNegative, span);
                break;
        }
    }

    private void GenerateBoolean(BoolOpExpr operation)
    {
        var jump = operation.Op == BoolOperator.And ? Opcode.JumpIfFalse : Opcode.JumpIfTrue;
        var end = NewLabel();
        for (var i = 0; i < operation.Values.Length; i++)
        {
            Visit(operation.Values[i]);
            if (i == operation.Values.Length - 1)
                break;
            EmitJump(jump, end, operation.Span);
            Emit(Opcode.PopTop, operation.Span);
        }

        UseLabel(end);
    }

    private void GenerateCompare(CompareExpr compare)
    {
        var span = compare.Span;
        var last = LastComparison(compare);
        CheckIdentityOperands(compare);
        Visit(compare.Left);
        if (last < 0)
            return;
        if (last == 0)
        {
            Visit(compare.Comparators[0]);
            EmitCompare(compare.Ops[0], span);
            return;
        }

        var cleanup = NewLabel();
        for (var i = 0; i < last; i++)
        {
            Visit(compare.Comparators[i]);
            Emit(Opcode.Swap, 2, span);
            Emit(Opcode.Copy, 2, span);
            EmitCompare(compare.Ops[i], span);
            Emit(Opcode.Copy, 1, span);
            Emit(Opcode.ToBool, span);
            EmitJump(Opcode.PopJumpIfFalse, cleanup, span);
            Emit(Opcode.PopTop, span);
        }

        Visit(compare.Comparators[last]);
        EmitCompare(compare.Ops[last], span);
        var end = NewLabel();
        EmitJump(Opcode.JumpNoInterrupt, end, Nowhere);

        UseLabel(cleanup);
        Emit(Opcode.Swap, 2, span);
        Emit(Opcode.PopTop, span);
        UseLabel(end);
    }

    private void GenerateSubscript(SubscriptExpr subscript)
    {
        var span = subscript.Span;
        if (subscript.Ctx == ExprContext.Load)
        {
            CheckSubscripted(subscript.Value);
            CheckIndex(subscript.Value, subscript.Slice);
        }

        Visit(subscript.Value);
        if (subscript.Ctx != ExprContext.Del && AsTwoPartSlice(subscript.Slice) is { } slice)
        {
            GenerateSliceBounds(slice);
            Emit(subscript.Ctx == ExprContext.Load ? Opcode.BinarySlice : Opcode.StoreSlice, span);
            return;
        }

        Visit(subscript.Slice);
        if (subscript.Ctx == ExprContext.Load)
            Emit(Opcode.BinaryOp, (int)BinaryOperator.Subscr, span);
        else
            Emit(subscript.Ctx == ExprContext.Store ? Opcode.StoreSubscr : Opcode.DeleteSubscr, span);
    }

    private void GenerateAugmentedSubscriptLoad(SubscriptExpr target)
    {
        var span = target.Span;
        Visit(target.Value);
        if (AsTwoPartSlice(target.Slice) is { } slice)
        {
            GenerateSliceBounds(slice);
            Emit(Opcode.Copy, 3, span);
            Emit(Opcode.Copy, 3, span);
            Emit(Opcode.Copy, 3, span);
            Emit(Opcode.BinarySlice, span);
            return;
        }

        Visit(target.Slice);
        Emit(Opcode.Copy, 2, span);
        Emit(Opcode.Copy, 2, span);
        Emit(Opcode.BinaryOp, (int)BinaryOperator.Subscr, span);
    }

    private void GenerateAugmentedSubscriptStore(SubscriptExpr target)
    {
        var span = target.Span;
        var isSlice = AsTwoPartSlice(target.Slice) is not null;
        SwapIf(isSlice, 4, span);
        Emit(Opcode.Swap, 3, span);
        Emit(Opcode.Swap, 2, span);
        Emit(isSlice ? Opcode.StoreSlice : Opcode.StoreSubscr, span);
    }

    /// <summary>A slice of two parts that are not both known needs no slice object.</summary>
    private static SliceExpr? AsTwoPartSlice(Expr index) =>
        index is SliceExpr { Step: null } slice && !IsConstantSlice(slice) ? slice : null;

    private static bool IsConstantSlice(SliceExpr slice) =>
        slice.Lower is null or ConstantExpr
        && slice.Upper is null or ConstantExpr
        && slice.Step is null or ConstantExpr;

    private void GenerateSliceBounds(SliceExpr slice)
    {
        VisitOrNone(slice.Lower, slice.Span);
        VisitOrNone(slice.Upper, slice.Span);
    }

    private void VisitOrNone(Expr? expression, SourceSpan span)
    {
        if (expression is not null)
            Visit(expression);
        else
            EmitNone(span);
    }

    private void GenerateSlice(SliceExpr slice)
    {
        if (IsConstantSlice(slice))
        {
            EmitConstant(
                new Constant.Slice(ValueOf(slice.Lower), ValueOf(slice.Upper), ValueOf(slice.Step)), slice.Span);
            return;
        }

        GenerateSliceBounds(slice);
        if (slice.Step is not null)
            Visit(slice.Step);
        Emit(Opcode.BuildSlice, slice.Step is null ? 2 : 3, slice.Span);
    }

    private static Constant ValueOf(Expr? expression) =>
        expression is ConstantExpr constant ? constant.Value : Constant.None.Value;
}
