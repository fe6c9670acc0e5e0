using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.Flow;

/// <content>What follows the load of a constant: tests and jumps whose outcome is known.</content>
internal sealed partial class FlowGraph
{
    private void OptimizeConstantLoads()
    {
        for (var block = Entry; block is not null; block = block.Next)
            OptimizeConstantLoads(block);
    }

    private void OptimizeConstantLoads(BasicBlock block)
    {
        var (opcode, oparg) = (Opcode.Nop, 0);
        for (var i = 0; i < block.Count; i++)
        {
            ref var instruction = ref block[i];
            if (instruction.Opcode == Opcode.LoadConst)
                TryLoadSmallInt(ref instruction, _unit.Constants[instruction.Oparg]);
            if (opcode != Opcode.LoadConst || instruction is not { Opcode: Opcode.Copy, Oparg: 1 })
                (opcode, oparg) = (instruction.Opcode, instruction.Oparg);
            if (!OpcodeClass.LoadsConstant(opcode) || i + 1 == block.Count)
                continue;
            switch (block[i + 1].Opcode)
            {
                case Opcode.PopJumpIfFalse or Opcode.PopJumpIfTrue or Opcode.JumpIfFalse or Opcode.JumpIfTrue:
                    DecideJump(ref instruction, ref block[i + 1], ConstantOf(opcode, oparg));
                    break;
                case Opcode.IsOp when ConstantOf(opcode, oparg) is Constant.None:
                    JumpOnNone(block, i);
                    break;
                case Opcode.ToBool:
                    var truth = ConstantFolding.Truth(ConstantOf(opcode, oparg));
                    instruction.Become(Opcode.Nop);
                    block[i + 1].Become(Opcode.LoadConst, _unit.Constants.GetOrAdd(truth));
                    break;
            }
        }
    }

    private static void DecideJump(ref FlowInstruction load, ref FlowInstruction jump, Constant condition)
    {
        if (jump.Opcode is Opcode.PopJumpIfFalse or Opcode.PopJumpIfTrue)
            load.Become(Opcode.Nop);
        var jumpsIfTrue = jump.Opcode is Opcode.PopJumpIfTrue or Opcode.JumpIfTrue;
        if (ConstantFolding.IsTrue(condition) == jumpsIfTrue)
            jump.Opcode = Opcode.Jump;
        else
            jump.Become(Opcode.Nop);
    }

    /// <summary>Makes one jump of a comparison with None and the jump on its result.</summary>
    private static void JumpOnNone(BasicBlock block, int load)
    {
        var jump = load + 2;
        if (jump >= block.Count)
            return;
        if (block[jump].Opcode == Opcode.ToBool)
        {
            block[jump].Become(Opcode.Nop);
            if (++jump >= block.Count)
                return;
        }

        if (block[jump].Opcode is not (Opcode.PopJumpIfFalse or Opcode.PopJumpIfTrue))
            return;
        var inverted = block[load + 1].Oparg != 0 ^ block[jump].Opcode == Opcode.PopJumpIfFalse;
        block[load].Become(Opcode.Nop);
        block[load + 1].Become(Opcode.Nop);
        block[jump].Opcode = inverted ? Opcode.PopJumpIfNotNone : Opcode.PopJumpIfNone;
    }

    private Constant ConstantOf(in FlowInstruction load) => ConstantOf(load.Opcode, load.Oparg);

    private Constant ConstantOf(Opcode opcode, int oparg) =>
        opcode == Opcode.LoadSmallInt ? new Constant.Int(oparg) : _unit.Constants[oparg];

    private static bool TryLoadSmallInt(ref FlowInstruction instruction, Constant constant)
    {
        if (constant is not Constant.Int { Value: var value } || value.Sign < 0 || value > byte.MaxValue)
            return false;
        instruction.Become(Opcode.LoadSmallInt, (int)value);
        return true;
    }

    private void LoadConstant(ref FlowInstruction instruction, Constant constant)
    {
        if (!TryLoadSmallInt(ref instruction, constant))
            instruction.Become(Opcode.LoadConst, _unit.Constants.GetOrAdd(constant));
    }
}
