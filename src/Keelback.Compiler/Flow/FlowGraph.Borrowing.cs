using Keelback.Bytecode;

namespace Keelback.Compiler.Flow;

/// <content>Loads of locals that may borrow the variable's reference instead of taking one of their own.</content>
internal sealed partial class FlowGraph
{
    /// <summary>
    /// A load borrows when its value is consumed within its block, before the variable is rebound, and is not itself
    /// stored as a local. Found by running each block on a stack of who pushed what.
    /// </summary>
    internal void BorrowLocals()
    {
        var pending = BeginTraversal();
        Entry.StartDepth = 0;
        VisitOnce(pending, Entry);
        var stack = new LocalReferences();
        while (pending.TryPop(out var block))
        {
            stack.Enter(block);
            for (var i = 0; i < block.Count; i++)
            {
                if (!TrackLocal(stack, in block[i], i) && !TrackKept(stack, in block[i], i, pending))
                    TrackConsumed(stack, in block[i], i, pending);
            }

            if (block.Count > 0 && block.Next is not null && block.FallsThrough)
                VisitOnce(pending, block.Next);
            stack.MarkUnconsumed();
            for (var i = 0; i < block.Count; i++)
            {
                if (stack.MayBorrow(i))
                    Borrow(ref block[i]);
            }
        }
    }

    private static void Borrow(ref FlowInstruction load)
    {
        if (load.Opcode == Opcode.LoadFast)
            load.Opcode = Opcode.LoadFastBorrow;
        else if (load.Opcode == Opcode.LoadFastLoadFast)
            load.Opcode = Opcode.LoadFastBorrowLoadFastBorrow;
    }

    private static bool TrackLocal(LocalReferences stack, in FlowInstruction instruction, int index)
    {
        var oparg = instruction.Oparg;
        switch (instruction.Opcode)
        {
            case Opcode.DeleteFast:
                stack.Kill(oparg);
                return true;
            case Opcode.LoadFast:
                stack.Push(index, oparg);
                return true;
            case Opcode.LoadFastAndClear:
                stack.Kill(oparg);
                stack.Push(index, oparg);
                return true;
            case Opcode.LoadFastLoadFast:
                stack.Push(index, oparg >> 4);
                stack.Push(index, oparg & 15);
                return true;
            case Opcode.StoreFast:
                stack.Store(oparg);
                return true;
            case Opcode.StoreFastLoadFast:
                stack.Store(oparg >> 4);
                stack.Push(index, oparg & 15);
                return true;
            case Opcode.StoreFastStoreFast:
                stack.Store(oparg >> 4);
                stack.Store(oparg & 15);
                return true;
            case Opcode.Copy:
                stack.Copy(oparg);
                return true;
            case Opcode.Swap:
                stack.Swap(oparg);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Instructions that leave some of what they read on the stack, where it may still be a borrowed value.</summary>
    private static bool TrackKept(LocalReferences stack, in FlowInstruction instruction, int index, Stack<BasicBlock> pending)
    {
        var oparg = instruction.Oparg;
        switch (instruction.Opcode)
        {
            case Opcode.FormatSimple or Opcode.GetAnext or Opcode.GetLen or Opcode.GetYieldFromIter
                or Opcode.ImportFrom or Opcode.MatchKeys or Opcode.MatchMapping or Opcode.MatchSequence
                or Opcode.WithExceptStart:
                // CPython 3.14 takes these results for those of the block's first instructions.
                for (var i = 0; i < OpcodeClass.Pushed(instruction) - OpcodeClass.Popped(instruction); i++)
                    stack.PushResults(i, 1);
                return true;
            case Opcode.DictMerge or Opcode.DictUpdate or Opcode.ListAppend or Opcode.ListExtend
                or Opcode.MapAdd or Opcode.Reraise or Opcode.SetAdd or Opcode.SetUpdate:
                stack.Pop(OpcodeClass.Popped(instruction) - OpcodeClass.Pushed(instruction));
                return true;
            case Opcode.EndSend or Opcode.SetFunctionAttribute:
                stack.DropBelowTop();
                return true;
            case Opcode.CheckExcMatch:
                stack.Pop(1);
                stack.PushResults(index, 1);
                return true;
            case Opcode.ForIter:
                VisitOnce(pending, instruction.Target!);
                stack.PushResults(index, 1);
                return true;
            case Opcode.LoadAttr:
                stack.PushBelowTop(index, drop: 0, keepTop: (oparg & 1) != 0);
                return true;
            case Opcode.LoadSuperAttr:
                stack.PushBelowTop(index, drop: 2, keepTop: (oparg & 1) != 0);
                return true;
            case Opcode.LoadSpecial or Opcode.PushExcInfo:
                stack.PushBelowTop(index, drop: 0, keepTop: true);
                return true;
            case Opcode.Send:
                VisitOnce(pending, instruction.Target!);
                stack.Pop(1);
                stack.PushResults(index, 1);
                return true;
            default:
                return false;
        }
    }

    private static void TrackConsumed(
        LocalReferences stack, in FlowInstruction instruction, int index, Stack<BasicBlock> pending)
    {
        if (OpcodeClass.HasTarget(instruction.Opcode))
            VisitOnce(pending, instruction.Target!);
        if (OpcodeClass.IsBlockPush(instruction.Opcode))
            return;
        stack.Pop(OpcodeClass.Popped(instruction));
        stack.PushResults(index, OpcodeClass.Pushed(instruction));
    }
}
