using Keelback.Bytecode;

namespace Keelback.Compiler.Flow;

/// <content>What can be said better within one block: neighbours that cancel, merge or fold.</content>
internal sealed partial class FlowGraph
{
    private const int ComparisonToBool = 16;

    private void OptimizeBlock(BasicBlock block)
    {
        for (var i = 0; i < block.Count; i++)
        {
            if (ThreadsJump(block, i))
                i--;
            else
                OptimizeInstruction(block, i);
        }

        for (var i = 0; i < block.Count; i++)
        {
            if (block[i].Opcode != Opcode.Swap)
                continue;
            i = ShortenSwaps(block, i);
            ApplySwaps(block, i);
        }
    }

    /// <summary>Whether the jump at an index was redirected, so that it is to be looked at again.</summary>
    private static bool ThreadsJump(BasicBlock block, int index)
    {
        var opcode = block[index].Opcode;
        if (!OpcodeClass.IsJump(opcode))
            return false;
        var target = block[index].Target!;
        var next = target[0].Opcode;
        switch (opcode)
        {
            case Opcode.PopJumpIfFalse or Opcode.PopJumpIfTrue
                or Opcode.PopJumpIfNone or Opcode.PopJumpIfNotNone when next == Opcode.Jump:
                return ThreadJump(block, index, opcode);
            case Opcode.JumpIfFalse or Opcode.JumpIfTrue when next == Opcode.Jump || next == opcode:
                return ThreadJump(block, index, opcode);
            case Opcode.JumpIfFalse when next == Opcode.JumpIfTrue:
            case Opcode.JumpIfTrue when next == Opcode.JumpIfFalse:
                block[index].Target = target.Next;
                return true;
            case Opcode.Jump or Opcode.JumpNoInterrupt when next == Opcode.Jump:
                return ThreadJump(block, index, Opcode.Jump);
            case Opcode.Jump or Opcode.JumpNoInterrupt when next == Opcode.JumpNoInterrupt:
                return ThreadJump(block, index, opcode);
            default:
                return false;
        }
    }

    private void OptimizeInstruction(BasicBlock block, int index)
    {
        ref var instruction = ref block[index];
        switch (instruction.Opcode)
        {
            case Opcode.BuildTuple:
                if (!UnpacksWhatItBuilds(block, index))
                    FoldTuple(block, index);
                break;
            case Opcode.BuildList or Opcode.BuildSet:
                FoldListOrSet(block, index);
                break;
            case Opcode.UnaryNegative or Opcode.UnaryInvert:
                FoldUnary(block, index);
                break;
            case Opcode.CallIntrinsic1:
                FoldIntrinsic(block, index);
                break;
            case Opcode.BinaryOp:
                FoldBinary(block, index);
                break;
            case Opcode.ListAppend or Opcode.SetAdd:
                FoldLastItem(block, index);
                break;
            case Opcode.Swap when instruction.Oparg == 1:
                instruction.Become(Opcode.Nop);
                break;
            case Opcode.UnaryNot when index + 1 == block.Count:
                FoldUnary(block, index);
                break;
            default:
                if (index + 1 < block.Count)
                    MergeWithNext(block, index);
                break;
        }
    }

    private void MergeWithNext(BasicBlock block, int index)
    {
        ref var instruction = ref block[index];
        ref var next = ref block[index + 1];
        switch (instruction.Opcode)
        {
            case Opcode.StoreFast when next.Opcode == Opcode.StoreFast && next.Oparg == instruction.Oparg
                    && next.Span.Line == instruction.Span.Line:
                instruction.Become(Opcode.PopTop);
                break;
            case Opcode.LoadGlobal when next.Opcode == Opcode.PushNull && (instruction.Oparg & 1) == 0:
                instruction.Oparg |= 1;
                next.Become(Opcode.Nop);
                break;
            case Opcode.CompareOp when next.Opcode == Opcode.ToBool:
                next.Become(Opcode.CompareOp, instruction.Oparg | ComparisonToBool);
                instruction.Become(Opcode.Nop);
                break;
            case Opcode.ContainsOp or Opcode.IsOp when next.Opcode == Opcode.ToBool:
                next.Become(instruction.Opcode, instruction.Oparg);
                instruction.Become(Opcode.Nop);
                break;
            case Opcode.ContainsOp or Opcode.IsOp when next.Opcode == Opcode.UnaryNot:
                next.Become(instruction.Opcode, instruction.Oparg ^ 1);
                instruction.Become(Opcode.Nop);
                break;
            case Opcode.ToBool when next.Opcode == Opcode.ToBool:
                instruction.Become(Opcode.Nop);
                break;
            case Opcode.UnaryNot when next.Opcode == Opcode.ToBool:
                next.Become(Opcode.UnaryNot);
                instruction.Become(Opcode.Nop);
                break;
            case Opcode.UnaryNot when next.Opcode == Opcode.UnaryNot:
                next.Become(Opcode.Nop);
                instruction.Become(Opcode.Nop);
                break;
            case Opcode.UnaryNot:
                FoldUnary(block, index);
                break;
        }
    }

    /// <summary>A tuple of up to three items that is unpacked at once is a reversal of the stack's top.</summary>
    private static bool UnpacksWhatItBuilds(BasicBlock block, int index)
    {
        ref var build = ref block[index];
        if (index + 1 == block.Count || build.Oparg is < 1 or > 3)
            return false;
        ref var unpack = ref block[index + 1];
        if (unpack.Opcode != Opcode.UnpackSequence || unpack.Oparg != build.Oparg)
            return false;
        if (build.Oparg == 1)
            unpack.Become(Opcode.Nop);
        else
            unpack.Opcode = Opcode.Swap;
        build.Become(Opcode.Nop);
        return true;
    }
}
