using Keelback.Bytecode;

namespace Keelback.Compiler.Flow;

/// <content>SWAPs: fewer of them, and none where the instructions behind can change places instead.</content>
internal sealed partial class FlowGraph
{
    private const int Placed = -1;

    /// <summary>
    /// Replaces a run of SWAPs and NOPs by the shortest that has the same effect; returns the index of the run's last
    /// instruction.
    /// </summary>
    private static int ShortenSwaps(BasicBlock block, int start)
    {
        var run = block.Instructions[start..];
        var depth = run[0].Oparg;
        var swaps = 1;
        var length = 1;
        for (; length < run.Length && run[length].Opcode is Opcode.Swap or Opcode.Nop; length++)
        {
            if (run[length].Opcode != Opcode.Swap)
                continue;
            depth = Math.Max(depth, run[length].Oparg);
            swaps++;
        }

        if (swaps == 1)
            return start;
        run = run[..length];
        WriteCycles(run, Permute(run, depth));
        return start + length - 1;
    }

    private static int[] Permute(ReadOnlySpan<FlowInstruction> run, int depth)
    {
        var stack = new int[depth];
        for (var i = 0; i < depth; i++)
            stack[i] = i;
        foreach (ref readonly var instruction in run)
        {
            if (instruction.Opcode == Opcode.Swap)
                (stack[0], stack[instruction.Oparg - 1]) = (stack[instruction.Oparg - 1], stack[0]);
        }

        return stack;
    }

    /// <summary>
    /// Each cycle of a permutation takes one swap with the top per item. Written from the end, which turns the steps
    /// that would sort the stack into those that shuffle it.
    /// </summary>
    private static void WriteCycles(Span<FlowInstruction> run, int[] stack)
    {
        var last = run.Length - 1;
        for (var i = 0; i < stack.Length; i++)
        {
            if (stack[i] == Placed || stack[i] == i)
                continue;
            for (var j = i; ;)
            {
                if (j > 0)
                    run[last--].Become(Opcode.Swap, j + 1);
                if (stack[j] == Placed)
                    break;
                var next = stack[j];
                stack[j] = Placed;
                j = next;
            }
        }

        for (; last >= 0; last--)
            run[last].Become(Opcode.Nop);
    }

    /// <summary>Lets two instructions that take the top change places instead of the values, from an index to the left.</summary>
    private static void ApplySwaps(BasicBlock block, int index)
    {
        for (var i = index; i >= 0; i--)
        {
            ref var swap = ref block[i];
            if (swap.Opcode != Opcode.Swap)
            {
                if (swap.Opcode == Opcode.Nop || IsSwappable(swap.Opcode))
                    continue;
                return;
            }

            var first = NextSwappable(block, i, -1);
            if (first < 0)
                return;
            var second = first;
            for (var count = swap.Oparg - 1; count > 0; count--)
            {
                second = NextSwappable(block, second, block[first].Span.Line);
                if (second < 0)
                    return;
            }

            if (!StoresAreIndependent(block, first, second))
                return;
            swap.Become(Opcode.Nop);
            (block[first], block[second]) = (block[second], block[first]);
        }
    }

    /// <summary>Only what neither raises, jumps nor looks deeper than the top may change places.</summary>
    private static bool IsSwappable(Opcode opcode) =>
        opcode is Opcode.StoreFast or Opcode.StoreFastMaybeNull or Opcode.PopTop;

    private static int NextSwappable(BasicBlock block, int index, int line)
    {
        for (var i = index + 1; i < block.Count; i++)
        {
            // Across a line's end the exchange could be seen by a tracer.
            if (line >= 0 && block[i].Span.Line != line)
                return -1;
            if (block[i].Opcode != Opcode.Nop)
                return IsSwappable(block[i].Opcode) ? i : -1;
        }

        return -1;
    }

    private static bool StoresAreIndependent(BasicBlock block, int first, int second)
    {
        var firstLocal = StoredLocal(in block[first]);
        var secondLocal = StoredLocal(in block[second]);
        if (firstLocal < 0 && secondLocal < 0)
            return true;
        if (firstLocal == secondLocal)
            return false;
        for (var i = first + 1; i < second; i++)
        {
            var local = StoredLocal(in block[i]);
            if (local >= 0 && (local == firstLocal || local == secondLocal))
                return false;
        }

        return true;
    }

    private static int StoredLocal(in FlowInstruction instruction) =>
        instruction.Opcode is Opcode.StoreFast or Opcode.StoreFastMaybeNull ? instruction.Oparg : -1;
}
