using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>The loops, tries and withs around a statement, and the code that return, break and continue leave them by.</content>
internal sealed partial class CodeGenerator
{
    /// <summary>The most that may stand within each other.</summary>
    private const int MaxFrameBlocks = 21;

    private void PushFrameBlock(FrameBlock block)
    {
        if (_unit.FrameBlocks.Count >= MaxFrameBlocks)
            Fail(SyntaxErrors.TooManyNestedBlocks(block.Span));
        _unit.FrameBlocks.Add(block);
        if (block.Kind == FrameBlockKind.FinallyEnd)
            _warningsDisabled++;
    }

    private void PopFrameBlock()
    {
        var top = _unit.FrameBlocks[^1];
        _unit.FrameBlocks.RemoveAt(_unit.FrameBlocks.Count - 1);
        if (top.Kind == FrameBlockKind.FinallyEnd)
            _warningsDisabled--;
    }

    /// <summary>
    /// Leaves the blocks from the innermost outwards, all of them or up to the nearest loop, which is the result. Each
    /// is off the stack while the code for leaving it is compiled, since a finally may itself return or break.
    /// </summary>
    private FrameBlock? Unwind(ref SourceSpan span, bool preserveTop, bool toLoop)
    {
        if (_unit.FrameBlocks.Count == 0 || !CanGoOn(span))
            return null;
        var top = _unit.FrameBlocks[^1];
        if (top.Kind == FrameBlockKind.ExceptionGroupHandler)
        {
            Fail(SyntaxErrors.JumpOutOfExceptStar(span));
            return null;
        }

        if (toLoop && top.IsLoop)
            return top;
        PopFrameBlock();
        LeaveFrameBlock(top, ref span, preserveTop);
        var loop = Unwind(ref span, preserveTop, toLoop);
        PushFrameBlock(top);
        return loop;
    }

    private void LeaveFrameBlock(FrameBlock block, ref SourceSpan span, bool preserveTop)
    {
        switch (block.Kind)
        {
            case FrameBlockKind.ForLoop or FrameBlockKind.AsyncForLoop:
                SwapIf(preserveTop, 2, span);
                Emit(Opcode.PopTop, span);
                break;
            case FrameBlockKind.TryExcept:
                Emit(Opcode.PopBlock, span);
                break;
            case FrameBlockKind.FinallyTry:
                LeaveFinallyTry(block, ref span, preserveTop);
                break;
            case FrameBlockKind.FinallyEnd:
                SwapIf(preserveTop, 2, span);
                Emit(Opcode.PopTop, span);
                SwapIf(preserveTop, 2, span);
                Emit(Opcode.PopBlock, span);
                Emit(Opcode.PopExcept, span);
                break;
            case FrameBlockKind.With or FrameBlockKind.AsyncWith:
                LeaveWith(block, ref span, preserveTop);
                break;
            case FrameBlockKind.HandlerCleanup:
                LeaveHandler(block, span, preserveTop);
                break;
            case FrameBlockKind.PopValue:
                SwapIf(preserveTop, 2, span);
                Emit(Opcode.PopTop, span);
                break;
        }
    }

    private void LeaveFinallyTry(FrameBlock block, ref SourceSpan span, bool preserveTop)
    {
        Emit(Opcode.PopBlock, span);
        if (preserveTop)
            PushFrameBlock(new FrameBlock(FrameBlockKind.PopValue, span));
        VisitAll(block.FinalBody);
        if (preserveTop)
            PopFrameBlock();

        // The finally body shall seem to run after the statement that leaves it.
        span = Nowhere;
    }

    private void LeaveWith(FrameBlock block, ref SourceSpan span, bool preserveTop)
    {
        span = block.Span;
        Emit(Opcode.PopBlock, span);
        SwapIf(preserveTop, 3, span);
        SwapIf(preserveTop, 2, span);
        EmitCallExitWithNones(span);
        if (block.Kind == FrameBlockKind.AsyncWith)
            EmitAwait(AwaitableKind.AfterAexit, span);
        Emit(Opcode.PopTop, span);
        span = Nowhere;
    }

    private void LeaveHandler(FrameBlock block, SourceSpan span, bool preserveTop)
    {
        if (block.Name is not null)
            Emit(Opcode.PopBlock, span);
        SwapIf(preserveTop, 2, span);
        Emit(Opcode.PopBlock, span);
        Emit(Opcode.PopExcept, span);
        if (block.Name is not null)
            ClearName(block.Name, span);
    }

    /// <summary>An except clause's name is unbound at its end; it may have been deleted already.</summary>
    private void ClearName(string name, SourceSpan span)
    {
        EmitNone(span);
        EmitName(name, ExprContext.Store, span);
        EmitName(name, ExprContext.Del, span);
    }

    private void SwapIf(bool condition, int depth, SourceSpan span)
    {
        if (condition)
            Emit(Opcode.Swap, depth, span);
    }
}
