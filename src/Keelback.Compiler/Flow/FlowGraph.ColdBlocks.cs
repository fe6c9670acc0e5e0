using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.Flow;

/// <content>Code that only exceptions reach goes behind all other.</content>
internal sealed partial class FlowGraph
{
    private void MoveColdBlocksToEnd()
    {
        if (Entry.Next is null)
            return;
        MarkWarm();
        MarkCold();
        JumpFromColdToWarm();
        if (SplitOffCold() is not { } cold)
            return;
        var last = Entry;
        while (last.Next is not null)
            last = last.Next;
        last.Next = cold;
        RemoveRedundantNopsAndJumps();
    }

    private void MarkWarm()
    {
        var pending = BeginTraversal();
        VisitOnce(pending, Entry);
        while (pending.TryPop(out var block))
        {
            block.IsWarm = true;
            if (block.Next is not null && block.FallsThrough)
                VisitOnce(pending, block.Next);
            if (OpcodeClass.IsJump(block.LastOpcode))
                VisitOnce(pending, block.Last.Target!);
        }
    }

    private void MarkCold()
    {
        var pending = BeginTraversal();
        for (var block = Entry; block is not null; block = block.Next)
        {
            if (block.IsHandler)
                VisitOnce(pending, block);
        }

        while (pending.TryPop(out var block))
        {
            block.IsCold = true;
            if (block.Next is { IsWarm: false } && block.FallsThrough)
                VisitOnce(pending, block.Next);
            if (OpcodeClass.IsJump(block.LastOpcode) && !block.Last.Target!.IsWarm)
                VisitOnce(pending, block.Last.Target);
        }
    }

    /// <summary>What falls from a handler into the code behind it must jump there, as it will be far away.</summary>
    private void JumpFromColdToWarm()
    {
        for (var block = Entry; block is not null; block = block.Next)
        {
            if (!block.IsCold || !block.FallsThrough || block.Next is not { IsWarm: true } target)
                continue;
            target.HasLabel = true;
            var jump = new BasicBlock { IsCold = true, Predecessors = 1, Next = target };
            jump.Add(Opcode.JumpNoInterrupt, 0, SourceSpan.None, target);
            block.Next = jump;
        }
    }

    /// <summary>Takes the cold blocks out of the chain; returns a chain of them, in their order.</summary>
    private BasicBlock? SplitOffCold()
    {
        BasicBlock? first = null;
        BasicBlock? last = null;
        var warm = Entry;
        while (warm.Next is { } next)
        {
            if (!next.IsCold)
            {
                warm = next;
                continue;
            }

            warm.Next = next.Next;
            next.Next = null;
            if (last is null)
                first = next;
            else
                last.Next = next;
            last = next;
        }

        return first;
    }
}
