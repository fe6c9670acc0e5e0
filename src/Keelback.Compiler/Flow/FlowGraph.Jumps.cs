using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.Flow;

/// <content>Jumps: inlining what they lead to, jumps to jumps, and the forms that the machine has.</content>
internal sealed partial class FlowGraph
{
    private const int MaxInlinedExit = 4;

    private void InlineSmallBlocks()
    {
        bool changed;
        do
        {
            changed = false;
            for (var block = Entry; block is not null; block = block.Next)
                changed |= InlineJumpTarget(block);
        }
        while (changed);
    }

    /// <summary>Puts a small exit, or a block without lines that does not fall through, in place of the jump to it.</summary>
    private static bool InlineJumpTarget(BasicBlock block)
    {
        if (!OpcodeClass.IsUnconditionalJump(block.LastOpcode))
            return false;
        var target = block.Last.Target!;
        var isSmallExit = target.ExitsScope && target.Count <= MaxInlinedExit;
        var hasNoLine = target.HasNoLine() && !target.FallsThrough;
        if (!isSmallExit && !hasNoLine)
            return false;
        var removedJump = block.LastOpcode;
        block.Last.Become(Opcode.Nop);
        block.AddAllOf(target);

        // The removed jump looked for signals; the one that takes its place must do so too.
        if (hasNoLine && removedJump == Opcode.Jump && OpcodeClass.IsUnconditionalJump(block.LastOpcode))
            block.Last.Opcode = Opcode.Jump;
        target.Predecessors--;
        return true;
    }

    /// <summary>
    /// Lets a jump to an unconditional jump go where that one goes. The jump is left as a NOP for its line's sake, and a
    /// new one added behind it; false when nothing would change.
    /// </summary>
    private static bool ThreadJump(BasicBlock block, int index, Opcode opcode)
    {
        ref var jump = ref block[index];
        ref var next = ref jump.Target![0];
        if (jump.Target == next.Target)
            return false;
        var (target, span) = (next.Target, next.Span);
        jump.Become(Opcode.Nop);
        block.Add(opcode, 0, span, target);
        return true;
    }

    private void ExpandConditionalJumps()
    {
        for (var block = Entry; block is not null; block = block.Next)
        {
            if (block.LastOpcode is not (Opcode.JumpIfFalse or Opcode.JumpIfTrue))
                continue;
            ref var jump = ref block.Last;
            var (span, handler) = (jump.Span, jump.Handler);
            jump.Opcode = jump.Opcode == Opcode.JumpIfFalse ? Opcode.PopJumpIfFalse : Opcode.PopJumpIfTrue;
            block.Insert(block.Count - 1, Opcode.Copy, 1, span);
            block.Insert(block.Count - 1, Opcode.ToBool, 0, span);
            block[block.Count - 3].Handler = handler;
            block[block.Count - 2].Handler = handler;
        }
    }

    private void ReplacePseudoInstructions()
    {
        for (var block = Entry; block is not null; block = block.Next)
        {
            foreach (ref var instruction in block.Instructions)
            {
                if (OpcodeClass.IsBlockPush(instruction.Opcode))
                    instruction.Become(Opcode.Nop);
                else if (instruction.Opcode == Opcode.LoadClosure)
                    instruction.Opcode = Opcode.LoadFast;
                else if (instruction.Opcode == Opcode.StoreFastMaybeNull)
                    instruction.Opcode = Opcode.StoreFast;
            }
        }

        RemoveRedundantNopsAndJumps();
    }

    /// <summary>Conditional jumps of the machine only go forward; one that goes back becomes a jump around a jump.</summary>
    private void NormalizeJumps()
    {
        BeginTraversal();
        for (var block = Entry; block is not null; block = block.Next)
        {
            block.Visited = true;
            if (!OpcodeClass.IsConditionalJump(block.LastOpcode))
                continue;
            ref var jump = ref block.Last;
            if (!jump.Target!.Visited)
                block.Add(Opcode.NotTaken, 0, jump.Span);
            else
                JumpBackAround(block);
        }
    }

    private static void JumpBackAround(BasicBlock block)
    {
        ref var jump = ref block.Last;
        var target = jump.Target!;
        var back = new BasicBlock { StartDepth = target.StartDepth, IsCold = block.IsCold, Next = block.Next };
        back.Add(Opcode.NotTaken, 0, jump.Span);
        back.Add(Opcode.Jump, 0, jump.Span, target);
        jump.Opcode = Negate(jump.Opcode);
        jump.Target = block.Next;
        block.Next = back;
    }

    private static Opcode Negate(Opcode jump) => jump switch
    {
        Opcode.PopJumpIfFalse => Opcode.PopJumpIfTrue,
        Opcode.PopJumpIfTrue => Opcode.PopJumpIfFalse,
        Opcode.PopJumpIfNone => Opcode.PopJumpIfNotNone,
        _ => Opcode.PopJumpIfNone,
    };
}
