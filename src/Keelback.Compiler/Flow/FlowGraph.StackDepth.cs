using System.Diagnostics;
using Keelback.Bytecode;

namespace Keelback.Compiler.Flow;

/// <content>How deep the stack gets.</content>
internal sealed partial class FlowGraph
{
    /// <summary>Follows all ways through the code; returns the greatest depth and sets each block's depth on entry.</summary>
    internal int MeasureStackDepth()
    {
        for (var block = Entry; block is not null; block = block.Next)
            block.StartDepth = int.MinValue;
        var pending = BeginTraversal();
        EnterAt(0, Entry, pending);
        var deepest = 0;
        while (pending.TryPop(out var block))
        {
            var depth = block.StartDepth;
            foreach (ref var instruction in block.Instructions)
            {
                var effect = OpcodeClass.Pushed(in instruction) - OpcodeClass.Popped(in instruction);
                deepest = Math.Max(deepest, depth);
                if (OpcodeClass.HasTarget(instruction.Opcode) && instruction.Opcode != Opcode.EndAsyncFor)
                    EnterAt(depth + effect, instruction.Target!, pending);
                if (!OpcodeClass.IsBlockPush(instruction.Opcode))
                    depth += effect;
                if (depth < 0)
                    throw new UnreachableException($"The stack underflows at {instruction.Opcode}.");
            }

            if (block.FallsThrough && block.Next is not null)
                EnterAt(depth, block.Next, pending);
        }

        return deepest;
    }

    private static void EnterAt(int depth, BasicBlock block, Stack<BasicBlock> pending)
    {
        if (block.StartDepth < 0)
        {
            block.StartDepth = depth;
            pending.Push(block);
        }
        else if (block.StartDepth != depth)
        {
            throw new UnreachableException($"A block is entered with {block.StartDepth} and with {depth} values.");
        }
    }
}
