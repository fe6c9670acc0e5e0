using System.Diagnostics;
using Keelback.Bytecode;

namespace Keelback.Compiler.Flow;

/// <content>Which exception handler is in force at each instruction.</content>
internal sealed partial class FlowGraph
{
    private const int ResumeInOneHandler = 4;

    private void MarkHandlers()
    {
        for (var block = Entry; block is not null; block = block.Next)
        {
            foreach (ref var instruction in block.Instructions)
            {
                if (OpcodeClass.IsBlockPush(instruction.Opcode))
                    instruction.Target!.IsHandler = true;
            }
        }
    }

    private void LabelHandlers()
    {
        var pending = BeginTraversal();
        VisitOnce(pending, Entry);
        while (pending.TryPop(out var block))
        {
            var handlers = LabelHandlersIn(block, pending);
            block.Handlers = null;
            if (block.FallsThrough && block.Next is { Visited: false } next)
            {
                next.Handlers = handlers;
                VisitOnce(pending, next);
            }
        }
    }

    private static HandlerStack? LabelHandlersIn(BasicBlock block, Stack<BasicBlock> pending)
    {
        var handlers = block.Handlers;
        var depthAtYield = -1;
        foreach (ref var instruction in block.Instructions)
        {
            if (OpcodeClass.IsBlockPush(instruction.Opcode))
            {
                var target = instruction.Target!;
                EnterWith(handlers, target, pending);
                target.PreservesLasti |= instruction.Opcode is Opcode.SetupWith or Opcode.SetupCleanup;
                handlers = new HandlerStack(target, handlers);
                continue;
            }

            if (instruction.Opcode == Opcode.PopBlock)
            {
                if (handlers is null)
                    throw new UnreachableException("A POP_BLOCK without the SETUP_* that it ends.");
                handlers = handlers.Outer;
                instruction.Become(Opcode.Nop);
                continue;
            }

            instruction.Handler = handlers?.Handler;
            if (OpcodeClass.IsJump(instruction.Opcode))
            {
                EnterWith(handlers, instruction.Target!, pending);
            }
            else if (instruction.Opcode == Opcode.YieldValue)
            {
                depthAtYield = handlers?.Depth ?? 0;
            }
            else if (instruction.Opcode == Opcode.Resume && instruction.Oparg != (int)ResumePoint.FunctionStart)
            {
                if (depthAtYield == 1)
                    instruction.Oparg |= ResumeInOneHandler;
                depthAtYield = -1;
            }
        }

        return handlers;
    }

    private static void EnterWith(HandlerStack? handlers, BasicBlock target, Stack<BasicBlock> pending)
    {
        if (target.Visited)
            return;
        target.Handlers = handlers;
        VisitOnce(pending, target);
    }
}
