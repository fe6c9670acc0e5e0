using System.Collections.Immutable;
using System.Diagnostics;
using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.Flow;

/// <summary>
/// A code unit as a graph of basic blocks, and the passes that make CPython's optimised code of it, one room per
/// concern. This room builds the graph and orders the passes; <see cref="CodeAssembler"/> makes bytes of the result.
/// </summary>
/// <seealso href="https://github.com/python/cpython/blob/3.14/InternalDocs/compiler.md"/>
internal sealed partial class FlowGraph
{
    private readonly UnitMetadata _unit;
    private readonly Stack<BasicBlock> _pending = new();
    private readonly List<Constant> _usedConstants = [];
    private BasicBlock _current;

    private FlowGraph(UnitMetadata unit)
    {
        _unit = unit;
        Entry = _current = new BasicBlock();
    }

    /// <summary>The block where control enters; the others hang on its chain of next blocks.</summary>
    public BasicBlock Entry { get; }

    /// <summary>The constants that the optimised code still loads.</summary>
    public ImmutableArray<Constant> UsedConstants => [.. _usedConstants];

    /// <summary>Cuts a sequence into blocks: at labels that are jumped to and behind what ends a block.</summary>
    public static FlowGraph Build(InstructionSequence sequence, UnitMetadata unit)
    {
        var graph = new FlowGraph(unit);
        var instructions = sequence.Instructions;
        var blockAt = new BasicBlock?[instructions.Length];
        var isTarget = FindTargets(sequence);
        for (var i = 0; i < instructions.Length; i++)
        {
            ref readonly var instruction = ref instructions[i];
            if (instruction.Opcode == Opcode.AnnotationsPlaceholder)
            {
                graph.AppendAnnotations(sequence.AnnotationsCode);
                continue;
            }

            if (isTarget[i])
                blockAt[i] = graph.StartLabelledBlock();
            graph.Append(in instruction);
        }

        graph.ResolveTargets(sequence, blockAt);
        return graph;
    }

    /// <summary>Runs the passes that may still move, copy and drop blocks.</summary>
    public void Optimize(int parameterCount)
    {
        MarkHandlers();
        LabelHandlers();

        InlineSmallBlocks();
        RemoveUnreachable();
        ResolveLines();
        OptimizeConstantLoads();
        for (var block = Entry; block is not null; block = block.Next)
            OptimizeBlock(block);
        RemoveRedundantPairs();
        RemoveUnreachable();
        RemoveRedundantNopsAndJumps();

        RemoveUnusedConstants();
        CheckUnboundLocals(parameterCount);
        FuseLocalInstructions();
        MoveColdBlocksToEnd();
        ResolveLines();
    }

    /// <summary>Runs the passes that make real instructions of pseudo ones; returns the depth of stack needed.</summary>
    public int Lower(CodeFlags flags)
    {
        ExpandConditionalJumps();
        var depth = MeasureStackDepth();
        LayOutLocals(flags);
        ReplacePseudoInstructions();
        NormalizeJumps();
        BorrowLocals();
        return depth;
    }

    private static bool[] FindTargets(InstructionSequence sequence)
    {
        var isTarget = new bool[sequence.Count];
        foreach (ref readonly var instruction in sequence.Instructions)
        {
            if (OpcodeClass.HasTarget(instruction.Opcode))
                isTarget[sequence.PositionOf(new Label(instruction.Oparg))] = true;
        }

        return isTarget;
    }

    private void AppendAnnotations(InstructionSequence? annotations)
    {
        if (annotations is null)
            return;
        foreach (ref readonly var instruction in annotations.Instructions)
            Append(in instruction);
    }

    private BasicBlock StartLabelledBlock()
    {
        if (_current.Count > 0 || _current.HasLabel)
            StartBlock();
        _current.HasLabel = true;
        return _current;
    }

    private void Append(in InstructionSequence.Instruction instruction)
    {
        if (_current.Count > 0 && OpcodeClass.EndsBlock(_current.LastOpcode))
            StartBlock();
        _current.Add(instruction.Opcode, instruction.Oparg, instruction.Span);
    }

    private void StartBlock()
    {
        var block = new BasicBlock();
        _current.Next = block;
        _current = block;
    }

    private void ResolveTargets(InstructionSequence sequence, BasicBlock?[] blockAt)
    {
        for (var block = Entry; block is not null; block = block.Next)
        {
            foreach (ref var instruction in block.Instructions)
            {
                if (!OpcodeClass.HasTarget(instruction.Opcode))
                    continue;
                instruction.Target = blockAt[sequence.PositionOf(new Label(instruction.Oparg))]
                    ?? throw new UnreachableException("A jump to a place that is not in the sequence.");
                instruction.Oparg = 0;
            }
        }
    }

    /// <summary>Clears all visit marks and hands out the empty work list that all passes share.</summary>
    private Stack<BasicBlock> BeginTraversal()
    {
        for (var block = Entry; block is not null; block = block.Next)
            block.Visited = false;
        _pending.Clear();
        return _pending;
    }

    private static void VisitOnce(Stack<BasicBlock> pending, BasicBlock block)
    {
        if (block.Visited)
            return;
        block.Visited = true;
        pending.Push(block);
    }
}
