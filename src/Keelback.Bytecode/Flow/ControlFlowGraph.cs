using System.Collections.Immutable;

namespace Keelback.Bytecode;

/// <summary>How one block of code leads to another.</summary>
public enum FlowKind
{
    /// <summary>By going on.</summary>
    Next,

    /// <summary>By a jump.</summary>
    Jump,

    /// <summary>By an exception.</summary>
    Exception,
}

/// <summary>A way from one block to another.</summary>
/// <param name="Kind">What leads there.</param>
/// <param name="Target">The other block's number.</param>
public readonly record struct FlowEdge(FlowKind Kind, int Target);

/// <summary>Instructions of which all run if the first one does and nothing raises.</summary>
/// <param name="Number">The block's number, in the order of the code.</param>
/// <param name="Instructions">What it runs, without EXTENDED_ARGs.</param>
/// <param name="Edges">Where it leads.</param>
public sealed record FlowBlock(int Number, ImmutableArray<Instruction> Instructions, ImmutableArray<FlowEdge> Edges);

/// <summary>The blocks of a code object and the ways between them, for tools and for the eye.</summary>
public sealed class ControlFlowGraph
{
    private ControlFlowGraph(CodeObject code, ImmutableArray<FlowBlock> blocks) => (Code, Blocks) = (code, blocks);

    /// <summary>The code object.</summary>
    public CodeObject Code { get; }

    /// <summary>Its blocks, in the order of the code.</summary>
    public ImmutableArray<FlowBlock> Blocks { get; }

    /// <summary>Cuts a code object into blocks. Targets outside the code are left out: see BytecodeVerifier.</summary>
    public static ControlFlowGraph Build(CodeObject code)
    {
        var instructions = InstructionReader.Read(code).ToList();
        var handlers = ExceptionTable.Read(code);
        var numbers = NumberBlocks(instructions, handlers);
        var blocks = ImmutableArray.CreateBuilder<FlowBlock>();
        for (var i = 0; i < instructions.Count;)
        {
            var start = i++;
            while (i < instructions.Count && !numbers.ContainsKey(instructions[i].StartOffset))
                i++;
            var body = instructions.GetRange(start, i - start);
            blocks.Add(new FlowBlock(blocks.Count, [.. body], [.. Edges(body, handlers, numbers).Distinct()]));
        }

        return new ControlFlowGraph(code, blocks.ToImmutable());
    }

    private static Dictionary<int, int> NumberBlocks(List<Instruction> instructions, ImmutableArray<ExceptionEntry> handlers)
    {
        var starts = new SortedSet<int> { 0 };
        foreach (var instruction in instructions)
        {
            if (instruction.Info is not { } info || (info.Jump == JumpCondition.Never && !info.EndsFlow))
                continue;
            starts.Add(instruction.EndOffset);
            if (info.Jump != JumpCondition.Never && instruction.JumpTarget is { } target)
                starts.Add(target);
        }

        foreach (var entry in handlers)
            starts.UnionWith([entry.Start, entry.End, entry.Target]);
        starts.IntersectWith(instructions.Select(instruction => instruction.StartOffset));
        return starts.Select((offset, number) => (offset, number)).ToDictionary(pair => pair.offset, pair => pair.number);
    }

    private static IEnumerable<FlowEdge> Edges(
        List<Instruction> body, ImmutableArray<ExceptionEntry> handlers, Dictionary<int, int> numbers)
    {
        var last = body[^1];
        if (last.Info is not { EndsFlow: true } && numbers.TryGetValue(last.EndOffset, out var next))
            yield return new FlowEdge(FlowKind.Next, next);
        if (last.Info is { Jump: not JumpCondition.Never } && last.JumpTarget is { } target && numbers.TryGetValue(target, out var jump))
            yield return new FlowEdge(FlowKind.Jump, jump);
        foreach (var entry in handlers)
        {
            if (entry.Start <= last.Offset && last.Offset < entry.End && numbers.TryGetValue(entry.Target, out var handler))
                yield return new FlowEdge(FlowKind.Exception, handler);
        }
    }
}
