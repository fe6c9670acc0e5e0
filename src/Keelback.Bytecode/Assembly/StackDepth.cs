namespace Keelback.Bytecode;

/// <summary>Finds the deepest stack that code can have, along every path from its start and its handlers.</summary>
internal static class StackDepth
{
    public static int Highest(CodeObject code)
    {
        var byStart = InstructionReader.Read(code).ToDictionary(instruction => instruction.StartOffset);
        var handlers = ExceptionTable.Read(code);
        var depths = new Dictionary<int, int>();
        var pending = new Stack<int>();
        var highest = 0;
        Reach(0, 0);
        while (pending.TryPop(out var start))
        {
            var instruction = byStart[start];
            foreach (var entry in handlers.Where(entry => entry.Start <= instruction.Offset && instruction.Offset < entry.End))
                Reach(entry.Target, entry.Depth + (entry.PushesLastInstruction ? 2 : 1));
            var (opcode, oparg) = (instruction.Opcode, instruction.Oparg);
            var after = Math.Max(0, depths[start] - OpcodeMetadata.Popped(opcode, oparg)) + OpcodeMetadata.Pushed(opcode, oparg);
            highest = Math.Max(highest, after);
            if (instruction.Info is { Jump: not JumpCondition.Never } && instruction.JumpTarget is { } target)
                Reach(target, after);
            if (instruction.Info is { EndsFlow: false })
                Reach(instruction.EndOffset, after);
        }

        return highest;

        void Reach(int offset, int depth)
        {
            highest = Math.Max(highest, depth);
            if (byStart.ContainsKey(offset) && depths.TryAdd(offset, depth))
                pending.Push(offset);
        }
    }
}
