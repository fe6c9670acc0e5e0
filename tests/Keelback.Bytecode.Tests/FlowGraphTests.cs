using Keelback.Testing;

namespace Keelback.Bytecode.Tests;

/// <summary>Control flow graphs and the pictures of them.</summary>
public sealed class FlowGraphTests
{
    [Fact]
    public void A_loop_with_a_handler_is_drawn()
    {
        var graph = ControlFlowGraph.Build(ReferenceData.Sample("finally_paths"));
        Snapshot.Match(FlowGraphText.ToDot(graph), "dot");
        Snapshot.Match(FlowGraphText.ToMermaid(graph), "mermaid");
    }

    [Fact]
    public void Blocks_hold_every_instruction_once_and_edges_lead_to_blocks()
    {
        foreach (var code in ReferenceData.AllOf(ReferenceData.Samples))
        {
            var graph = ControlFlowGraph.Build(code);
            Assert.Equal(InstructionReader.Read(code), graph.Blocks.SelectMany(block => block.Instructions));
            Assert.All(graph.Blocks.SelectMany(block => block.Edges), edge => Assert.InRange(edge.Target, 0, graph.Blocks.Length - 1));
            Assert.Equal(Enumerable.Range(0, graph.Blocks.Length), graph.Blocks.Select(block => block.Number));
        }
    }

    [Fact]
    public void A_generator_goes_on_behind_its_return() =>
        Assert.DoesNotContain(
            ControlFlowGraph.Build(ReferenceData.Sample("generator")).Blocks,
            block => block.Instructions[^1].Opcode == Opcode.ReturnGenerator && block.Edges.IsEmpty);
}
