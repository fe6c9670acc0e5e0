using System.Collections.Immutable;
using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.Flow;

/// <content>Displays and operators whose operands are constants.</content>
internal sealed partial class FlowGraph
{
    private const int MaxFoldedItems = 30;
    private const int MinConstantDisplay = 3;

    private void FoldTuple(BasicBlock block, int index)
    {
        var count = block[index].Oparg;
        if (count > MaxFoldedItems)
            return;
        Span<int> loads = stackalloc int[count];
        if (!TryFindConstantLoads(block, index - 1, loads))
            return;
        var tuple = new Constant.Tuple(ConstantsOf(block, loads));
        Erase(block, loads);
        LoadConstant(ref block[index], tuple);
    }

    /// <summary>
    /// A display that is only iterated or searched becomes a constant tuple or frozenset (or, with other items, a
    /// tuple); a longer one of constants is made by extending an empty one.
    /// </summary>
    private void FoldListOrSet(BasicBlock block, int index)
    {
        ref var build = ref block[index];
        var isOnlyRead = IsOnlyRead(block, index);
        var count = build.Oparg;
        if (count > MaxFoldedItems || (count < MinConstantDisplay && !isOnlyRead))
            return;
        Span<int> loads = stackalloc int[count];
        if (!TryFindConstantLoads(block, index - 1, loads))
        {
            if (isOnlyRead && build.Opcode == Opcode.BuildList)
                build.Opcode = Opcode.BuildTuple;
            return;
        }

        var items = ConstantsOf(block, loads);
        var constant = _unit.Constants.GetOrAdd(Display(build.Opcode, items));
        Erase(block, loads);
        if (isOnlyRead)
        {
            build.Become(Opcode.LoadConst, constant);
            return;
        }

        block[index - 2].Span = build.Span;
        block[index - 2].Become(build.Opcode);
        block[index - 1].Become(Opcode.LoadConst, constant);
        build.Become(build.Opcode == Opcode.BuildList ? Opcode.ListExtend : Opcode.SetUpdate, 1);
    }

    private void FoldIntrinsic(BasicBlock block, int index)
    {
        ref var call = ref block[index];
        if (call.Oparg == (int)UnaryIntrinsic.UnaryPositive)
            FoldUnary(block, index);
        else if (call.Oparg == (int)UnaryIntrinsic.ListToTuple && !FoldAppended(block, index - 1, index, Opcode.ListAppend)
                && index + 1 < block.Count && block[index + 1].Opcode == Opcode.GetIter)
            call.Become(Opcode.Nop);
    }

    /// <summary>The last item of a display too long for the stack, if it is only read: see <see cref="FoldAppended"/>.</summary>
    private void FoldLastItem(BasicBlock block, int index)
    {
        if (block[index].Oparg == 1 && IsOnlyRead(block, index))
            FoldAppended(block, index, index, block[index].Opcode);
    }

    private static bool IsOnlyRead(BasicBlock block, int display) =>
        display + 1 < block.Count && block[display + 1].Opcode is Opcode.GetIter or Opcode.ContainsOp;

    /// <summary>
    /// A display too long for the stack is built item by item. If all items up to an index are constants, the display
    /// is one: false when they are not.
    /// </summary>
    private bool FoldAppended(BasicBlock block, int last, int result, Opcode append)
    {
        var build = append == Opcode.ListAppend ? Opcode.BuildList : Opcode.BuildSet;
        var expectsAppend = true;
        for (var i = last; i >= 0; i--)
        {
            ref var instruction = ref block[i];
            if (instruction.Opcode == Opcode.Nop)
                continue;
            if (instruction.Opcode == build && instruction.Oparg == 0 && expectsAppend)
            {
                ReplaceAppends(block, i, last, result, build);
                return true;
            }

            var isExpected = expectsAppend
                ? instruction.Opcode == append && instruction.Oparg == 1
                : OpcodeClass.LoadsConstant(instruction.Opcode);
            if (!isExpected)
                return false;
            expectsAppend = !expectsAppend;
        }

        return false;
    }

    private void ReplaceAppends(BasicBlock block, int start, int last, int result, Opcode build)
    {
        var items = ImmutableArray.CreateBuilder<Constant>();
        for (var i = start; i <= last; i++)
        {
            ref var instruction = ref block[i];
            if (OpcodeClass.LoadsConstant(instruction.Opcode))
                items.Add(ConstantOf(in instruction));

            // The load may stand in place of the last append: CPython forgets that one's line, too.
            if (instruction.Opcode != Opcode.Nop)
                instruction.Erase();
        }

        LoadConstant(ref block[result], Display(build, items.ToImmutable()));
    }

    private static Constant Display(Opcode build, ImmutableArray<Constant> items) => build == Opcode.BuildList
        ? new Constant.Tuple(items)
        : new Constant.FrozenSet(ConstantFolding.DistinctItems(items));

    private void FoldUnary(BasicBlock block, int index)
    {
        Span<int> loads = stackalloc int[1];
        if (!TryFindConstantLoads(block, index - 1, loads))
            return;
        var operand = ConstantOf(in block[loads[0]]);
        var result = block[index].Opcode switch
        {
            Opcode.UnaryNegative => ConstantFolding.Negate(operand),
            Opcode.UnaryInvert => ConstantFolding.Invert(operand),
            Opcode.UnaryNot => ConstantFolding.Not(operand),
            _ => ConstantFolding.Positive(operand),
        };
        Replace(block, index, loads, result);
    }

    private void FoldBinary(BasicBlock block, int index)
    {
        Span<int> loads = stackalloc int[2];
        if (!TryFindConstantLoads(block, index - 1, loads))
            return;
        var left = ConstantOf(in block[loads[0]]);
        var right = ConstantOf(in block[loads[1]]);
        Replace(block, index, loads, ConstantFolding.Binary((BinaryOperator)block[index].Oparg, left, right));
    }

    private void Replace(BasicBlock block, int index, ReadOnlySpan<int> loads, Constant? result)
    {
        if (result is null)
            return;
        Erase(block, loads);
        LoadConstant(ref block[index], result);
    }

    private static void Erase(BasicBlock block, ReadOnlySpan<int> loads)
    {
        foreach (var load in loads)
            block[load].Erase();
    }

    private ImmutableArray<Constant> ConstantsOf(BasicBlock block, ReadOnlySpan<int> loads)
    {
        var items = ImmutableArray.CreateBuilder<Constant>(loads.Length);
        foreach (var load in loads)
            items.Add(ConstantOf(in block[load]));
        return items.MoveToImmutable();
    }

    /// <summary>Fills in the indices of as many loads of constants as are asked for, up to an index; NOPs may lie between.</summary>
    private static bool TryFindConstantLoads(BasicBlock block, int last, Span<int> loads)
    {
        var missing = loads.Length;
        for (var i = last; i >= 0 && missing > 0; i--)
        {
            var opcode = block[i].Opcode;
            if (opcode == Opcode.Nop)
                continue;
            if (!OpcodeClass.LoadsConstant(opcode))
                return false;
            loads[--missing] = i;
        }

        return missing == 0;
    }
}
