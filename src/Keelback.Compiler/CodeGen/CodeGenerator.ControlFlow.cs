using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Compiler.Flow;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>Branches and loops, and conditions that jump instead of making a bool.</content>
internal sealed partial class CodeGenerator
{
    private void GenerateIf(IfStmt branch)
    {
        var end = NewLabel();
        var next = branch.OrElse.IsEmpty ? end : NewLabel();
        JumpIf(branch.Test, next, condition: false, branch.Span);
        VisitAll(branch.Body);
        if (!branch.OrElse.IsEmpty)
        {
            EmitJump(Opcode.JumpNoInterrupt, end, Nowhere);
            UseLabel(next);
            VisitAll(branch.OrElse);
        }

        UseLabel(end);
    }

    private void GenerateFor(ForStmt loop)
    {
        var start = NewLabel();
        var body = NewLabel();
        var cleanup = NewLabel();
        var end = NewLabel();
        PushFrameBlock(new FrameBlock(FrameBlockKind.ForLoop, loop.Span, start, end));

        Visit(loop.Iter);
        Emit(Opcode.GetIter, loop.Iter.Span);
        UseLabel(start);
        EmitJump(Opcode.ForIter, cleanup, loop.Iter.Span);

        // A target on a line of its own is traced as that line.
        Emit(Opcode.Nop, loop.Target.Span);
        UseLabel(body);
        Visit(loop.Target);
        VisitAll(loop.Body);
        EmitJump(Opcode.Jump, start, Nowhere);

        UseLabel(cleanup);
        Emit(Opcode.EndFor, Nowhere);
        Emit(Opcode.PopIter, Nowhere);
        PopFrameBlock();
        VisitAll(loop.OrElse);
        UseLabel(end);
    }

    private void GenerateAsyncFor(AsyncForStmt loop)
    {
        var start = NewLabel();
        var send = NewLabel();
        var except = NewLabel();
        var end = NewLabel();
        Visit(loop.Iter);
        Emit(Opcode.GetAiter, loop.Iter.Span);

        UseLabel(start);
        PushFrameBlock(new FrameBlock(FrameBlockKind.AsyncForLoop, loop.Span, start, end));
        EmitAnext(except, send, loop.Span);
        Emit(Opcode.NotTaken, loop.Span);
        Visit(loop.Target);
        VisitAll(loop.Body);
        EmitJump(Opcode.Jump, start, Nowhere);
        PopFrameBlock();

        UseLabel(except);
        EmitJump(Opcode.EndAsyncFor, send, loop.Iter.Span);
        VisitAll(loop.OrElse);
        UseLabel(end);
    }

    /// <summary>Awaits the next item; a StopAsyncIteration goes to the handler that ends the loop.</summary>
    private void EmitAnext(Label except, Label send, SourceSpan span)
    {
        EmitJump(Opcode.SetupFinally, except, span);
        Emit(Opcode.GetAnext, span);
        EmitNone(span);
        UseLabel(send);
        EmitYieldFrom(isAwait: true, span);
        Emit(Opcode.PopBlock, span);
    }

    private void GenerateWhile(WhileStmt loop)
    {
        var start = NewLabel();
        var end = NewLabel();
        var anchor = NewLabel();
        UseLabel(start);
        PushFrameBlock(new FrameBlock(FrameBlockKind.WhileLoop, loop.Span, start, end));
        JumpIf(loop.Test, anchor, condition: false, loop.Span);
        VisitAll(loop.Body);
        EmitJump(Opcode.Jump, start, Nowhere);
        PopFrameBlock();
        UseLabel(anchor);
        VisitAll(loop.OrElse);
        UseLabel(end);
    }

    private void GenerateReturn(ReturnStmt result)
    {
        var span = result.Span;
        if (!Block.IsFunctionLike)
        {
            Fail(SyntaxErrors.OutsideFunction("return", span));
            return;
        }

        if (result.Value is not null && Block.IsCoroutine && Block.IsGenerator)
        {
            Fail(SyntaxErrors.ReturnValueInAsyncGenerator(span));
            return;
        }

        var constant = (result.Value as ConstantExpr)?.Value;
        var preserve = result.Value is not null && constant is null;
        if (preserve)
        {
            Visit(result.Value!);
        }
        else if (result.Value is not null)
        {
            span = result.Value.Span;
            Emit(Opcode.Nop, span);
        }

        if (result.Value is null || result.Value.Span.Line != result.Span.Line)
        {
            span = result.Span;
            Emit(Opcode.Nop, span);
        }

        Unwind(ref span, preserve, toLoop: false);
        if (!preserve)
            EmitConstant(constant ?? Constant.None.Value, span);
        Emit(Opcode.ReturnValue, span);
    }

    private void GenerateBreak(SourceSpan span)
    {
        var origin = span;
        Emit(Opcode.Nop, span);
        if (Unwind(ref span, preserveTop: false, toLoop: true) is not { } loop)
        {
            Fail(SyntaxErrors.BreakOutsideLoop(origin));
            return;
        }

        LeaveFrameBlock(loop, ref span, preserveTop: false);
        EmitJump(Opcode.Jump, loop.Exit!.Value, span);
    }

    private void GenerateContinue(SourceSpan span)
    {
        var origin = span;
        Emit(Opcode.Nop, span);
        if (Unwind(ref span, preserveTop: false, toLoop: true) is not { } loop)
        {
            Fail(SyntaxErrors.ContinueOutsideLoop(origin));
            return;
        }

        EmitJump(Opcode.Jump, loop.Start!.Value, span);
    }

    /// <summary>Jumps where the expression's truth is the condition, else goes on behind.</summary>
    private void JumpIf(Expr test, Label target, bool condition, SourceSpan span)
    {
        if (!CanGoOn(span))
            return;
        switch (test)
        {
            case UnaryOpExpr { Op: UnaryOperator.Not } negation:
                JumpIf(negation.Operand, target, !condition, span);
                return;
            case BoolOpExpr operation:
                JumpIfBoolean(operation, target, condition, span);
                return;
            case IfExpExpr choice:
                JumpIfChoice(choice, target, condition, span);
                return;
            case CompareExpr compare when LastComparison(compare) > 0:
                JumpIfChain(compare, target, condition);
                return;
            default:
                Visit(test);
                Emit(Opcode.ToBool, test.Span);
                EmitJump(condition ? Opcode.PopJumpIfTrue : Opcode.PopJumpIfFalse, target, test.Span);
                return;
        }
    }

    private void JumpIfBoolean(BoolOpExpr operation, Label target, bool condition, SourceSpan span)
    {
        var deciding = operation.Op == BoolOperator.Or;
        var decided = deciding == condition ? target : NewLabel();
        var last = operation.Values.Length - 1;
        for (var i = 0; i < last; i++)
            JumpIf(operation.Values[i], decided, deciding, span);
        if (last >= 0)
            JumpIf(operation.Values[last], target, condition, span);
        if (decided != target)
            UseLabel(decided);
    }

    private void JumpIfChoice(IfExpExpr choice, Label target, bool condition, SourceSpan span)
    {
        var end = NewLabel();
        var orElse = NewLabel();
        JumpIf(choice.Test, orElse, condition: false, span);
        JumpIf(choice.Body, target, condition, span);
        EmitJump(Opcode.JumpNoInterrupt, end, Nowhere);
        UseLabel(orElse);
        JumpIf(choice.OrElse, target, condition, span);
        UseLabel(end);
    }

    private void JumpIfChain(CompareExpr compare, Label target, bool condition)
    {
        var span = compare.Span;
        var last = LastComparison(compare);
        CheckIdentityOperands(compare);
        var cleanup = NewLabel();
        Visit(compare.Left);
        for (var i = 0; i < last; i++)
        {
            Visit(compare.Comparators[i]);
            Emit(Opcode.Swap, 2, span);
            Emit(Opcode.Copy, 2, span);
            EmitCompare(compare.Ops[i], span);
            Emit(Opcode.ToBool, span);
            EmitJump(Opcode.PopJumpIfFalse, cleanup, span);
        }

        Visit(compare.Comparators[last]);
        EmitCompare(compare.Ops[last], span);
        Emit(Opcode.ToBool, span);
        EmitJump(condition ? Opcode.PopJumpIfTrue : Opcode.PopJumpIfFalse, target, span);
        var end = NewLabel();
        EmitJump(Opcode.JumpNoInterrupt, end, Nowhere);

        UseLabel(cleanup);
        Emit(Opcode.PopTop, span);
        if (!condition)
            EmitJump(Opcode.JumpNoInterrupt, target, Nowhere);
        UseLabel(end);
    }

    private static int LastComparison(CompareExpr compare) =>
        Math.Min(compare.Ops.Length, compare.Comparators.Length) - 1;
}
