using System.Diagnostics;
using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.Flow;

/// <content>What nothing reaches or needs: dead blocks, NOPs that keep no line, jumps to the next block.</content>
internal sealed partial class FlowGraph
{
    private void RemoveUnreachable()
    {
        for (var block = Entry; block is not null; block = block.Next)
            block.Predecessors = 0;
        var pending = BeginTraversal();
        Entry.Predecessors = 1;
        VisitOnce(pending, Entry);
        while (pending.TryPop(out var block))
        {
            if (block.Next is not null && block.FallsThrough)
            {
                VisitOnce(pending, block.Next);
                block.Next.Predecessors++;
            }

            foreach (ref var instruction in block.Instructions)
            {
                if (!OpcodeClass.HasTarget(instruction.Opcode))
                    continue;
                VisitOnce(pending, instruction.Target!);
                instruction.Target!.Predecessors++;
            }
        }

        for (var block = Entry; block is not null; block = block.Next)
        {
            if (block.Predecessors > 0)
                continue;
            block.Count = 0;
            block.IsHandler = false;
        }
    }

    private int RemoveRedundantNops()
    {
        var removed = 0;
        for (var block = Entry; block is not null; block = block.Next)
            removed += RemoveRedundantNops(block);
        return removed;
    }

    /// <summary>A NOP stays only where it is the sole instruction of its line, so that the line can be traced.</summary>
    private static int RemoveRedundantNops(BasicBlock block)
    {
        var kept = 0;
        var previousLine = -1;
        for (var i = 0; i < block.Count; i++)
        {
            var line = block[i].Span.Line;
            if (block[i].Opcode == Opcode.Nop && IsRedundantNop(block, i, previousLine))
                continue;
            if (kept != i)
                block[kept] = block[i];
            kept++;
            previousLine = line;
        }

        var removed = block.Count - kept;
        block.Count = kept;
        return removed;
    }

    private static bool IsRedundantNop(BasicBlock block, int index, int previousLine)
    {
        var span = block[index].Span;
        if (span.Line < 0 || span.Line == previousLine)
            return true;
        if (index == block.Count - 1)
            return FirstNonEmptyLine(block.Next) == span.Line;
        ref var next = ref block[index + 1];
        if (next.Span.Line == span.Line)
            return true;
        if (next.Span.Line >= 0)
            return false;
        next.Span = span;
        return true;
    }

    private static int FirstNonEmptyLine(BasicBlock? block)
    {
        var next = BasicBlock.FirstNonEmpty(block);
        if (next is null)
            return -1;
        foreach (ref var instruction in next.Instructions)
        {
            if (instruction.Opcode != Opcode.Nop || instruction.Span.Line >= 0)
                return instruction.Span.Line;
        }

        return -1;
    }

    private int RemoveRedundantJumps()
    {
        var removed = 0;
        for (var block = Entry; block is not null; block = block.Next)
        {
            if (!OpcodeClass.IsUnconditionalJump(block.LastOpcode))
                continue;
            var target = BasicBlock.FirstNonEmpty(block.Last.Target)
                ?? throw new UnreachableException("A jump to the end of the code.");
            if (target != BasicBlock.FirstNonEmpty(block.Next))
                continue;
            block.Last.Become(Opcode.Nop);
            removed++;
        }

        return removed;
    }

    private void RemoveRedundantNopsAndJumps()
    {
        while (RemoveRedundantNops() + RemoveRedundantJumps() > 0)
        {
        }
    }

    /// <summary>Removes what pushes a constant or a copy only for it to be popped.</summary>
    private void RemoveRedundantPairs()
    {
        bool changed;
        do
        {
            changed = false;
            BasicBlock? previousBlock = null;
            var previousIndex = -1;
            for (var block = Entry; block is not null; block = block.Next)
            {
                RemoveRedundantNops(block);
                if (block.HasLabel)
                    previousBlock = null;
                for (var i = 0; i < block.Count; i++)
                {
                    if (previousBlock is not null && IsUselessPush(in previousBlock[previousIndex], in block[i]))
                    {
                        previousBlock[previousIndex].Become(Opcode.Nop);
                        block[i].Become(Opcode.Nop);
                        changed = true;
                    }

                    previousBlock = block;
                    previousIndex = i;
                }

                if (!block.FallsThrough
                    || (previousBlock is not null && OpcodeClass.IsJump(previousBlock[previousIndex].Opcode)))
                {
                    previousBlock = null;
                }
            }
        }
        while (changed);
    }

    private static bool IsUselessPush(in FlowInstruction push, in FlowInstruction pop) =>
        pop.Opcode == Opcode.PopTop
        && (push.Opcode is Opcode.LoadConst or Opcode.LoadSmallInt || push is { Opcode: Opcode.Copy, Oparg: 1 });
}
