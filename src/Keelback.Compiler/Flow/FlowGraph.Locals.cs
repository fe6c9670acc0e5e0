using Keelback.Bytecode;

namespace Keelback.Compiler.Flow;

/// <content>Local variables: which loads must check that the variable is bound, and pairs that fuse.</content>
internal sealed partial class FlowGraph
{
    private const int TrackedLocals = 64;
    private const int MaxFusedLocal = 15;

    private void CheckUnboundLocals(int parameterCount)
    {
        var count = _unit.VarNames.Count;
        if (count == 0)
            return;
        if (count > TrackedLocals)
            CheckUntrackedLocals(count);
        var unsafeAtStart = 0ul;
        for (var i = parameterCount; i < Math.Min(count, TrackedLocals); i++)
            unsafeAtStart |= 1ul << i;

        // Here a visit mark means that the block waits in the list; a block may come back with more unsafe locals.
        var pending = BeginTraversal();
        AddUnsafe(Entry, unsafeAtStart, pending);
        for (var block = Entry; block is not null; block = block.Next)
            CheckLoads(block, pending);
        while (pending.TryPop(out var block))
        {
            block.Visited = false;
            CheckLoads(block, pending);
        }
    }

    private static void AddUnsafe(BasicBlock block, ulong unsafeLocals, Stack<BasicBlock> pending)
    {
        var all = block.UnsafeLocals | unsafeLocals;
        if (all == block.UnsafeLocals)
            return;
        block.UnsafeLocals = all;
        VisitOnce(pending, block);
    }

    private static void CheckLoads(BasicBlock block, Stack<BasicBlock> pending)
    {
        var unsafeLocals = block.UnsafeLocals;
        foreach (ref var instruction in block.Instructions)
        {
            if (instruction.Handler is not null)
                AddUnsafe(instruction.Handler, unsafeLocals, pending);
            if (instruction.Oparg >= TrackedLocals)
                continue;
            var bit = 1ul << instruction.Oparg;
            switch (instruction.Opcode)
            {
                case Opcode.DeleteFast or Opcode.LoadFastAndClear or Opcode.StoreFastMaybeNull:
                    unsafeLocals |= bit;
                    break;
                case Opcode.StoreFast or Opcode.LoadFastCheck:
                    unsafeLocals &= ~bit;
                    break;
                case Opcode.LoadFast:
                    if ((unsafeLocals & bit) != 0)
                        instruction.Opcode = Opcode.LoadFastCheck;
                    unsafeLocals &= ~bit;
                    break;
            }
        }

        if (block.Next is not null && block.FallsThrough)
            AddUnsafe(block.Next, unsafeLocals, pending);
        if (OpcodeClass.IsJump(block.LastOpcode))
            AddUnsafe(block.Last.Target!, unsafeLocals, pending);
    }

    /// <summary>Locals behind the first 64 count as bound only where the same block has bound or loaded them.</summary>
    private void CheckUntrackedLocals(int count)
    {
        var boundIn = new BasicBlock?[count - TrackedLocals];
        for (var block = Entry; block is not null; block = block.Next)
        {
            foreach (ref var instruction in block.Instructions)
            {
                if (instruction.Oparg < TrackedLocals)
                    continue;
                switch (instruction.Opcode)
                {
                    case Opcode.DeleteFast or Opcode.LoadFastAndClear or Opcode.StoreFastMaybeNull:
                        boundIn[instruction.Oparg - TrackedLocals] = null;
                        break;
                    case Opcode.StoreFast:
                        boundIn[instruction.Oparg - TrackedLocals] = block;
                        break;
                    case Opcode.LoadFast:
                        if (boundIn[instruction.Oparg - TrackedLocals] != block)
                            instruction.Opcode = Opcode.LoadFastCheck;
                        boundIn[instruction.Oparg - TrackedLocals] = block;
                        break;
                }
            }
        }
    }

    private void FuseLocalInstructions()
    {
        for (var block = Entry; block is not null; block = block.Next)
        {
            for (var i = 0; i + 1 < block.Count; i++)
                FuseLocals(ref block[i], ref block[i + 1]);
        }

        RemoveRedundantNops();
    }

    private static void FuseLocals(ref FlowInstruction first, ref FlowInstruction second)
    {
        Opcode fused;
        switch (first.Opcode, second.Opcode)
        {
            case (Opcode.LoadFast, Opcode.LoadFast):
                fused = Opcode.LoadFastLoadFast;
                break;
            case (Opcode.StoreFast, Opcode.LoadFast):
                fused = Opcode.StoreFastLoadFast;
                break;
            case (Opcode.StoreFast, Opcode.StoreFast):
                fused = Opcode.StoreFastStoreFast;
                break;
            default:
                return;
        }

        var (line, nextLine) = (first.Span.Line, second.Span.Line);
        if ((line >= 0 && nextLine >= 0 && line != nextLine)
            || first.Oparg > MaxFusedLocal || second.Oparg > MaxFusedLocal)
            return;
        first.Become(fused, (first.Oparg << 4) | second.Oparg);
        second.Become(Opcode.Nop);
    }
}
