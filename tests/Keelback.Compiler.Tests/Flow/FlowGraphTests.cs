using System.Diagnostics;
using System.Text.Json;
using Keelback.Bytecode;
using Keelback.Compiler.Flow;
using Keelback.Text;

namespace Keelback.Compiler.Tests.Flow;

/// <summary>The passes over the flow graph, compared with CPython's (record/record_flow.py), and how they scale.</summary>
public class FlowGraphTests
{
    private static readonly Dictionary<string, JsonElement> s_graphs =
        RecordedData.Lines("graphs.jsonl").ToDictionary(row => row.GetProperty("name").GetString()!);

    public static TheoryData<string> Graphs => [.. s_graphs.Keys];

    [Theory]
    [MemberData(nameof(Graphs))]
    public void Instructions_are_what_CPython_makes_of_them(string name)
    {
        var row = s_graphs[name];
        var graph = FlowGraph.Build(RecordedData.Sequence(row.GetProperty("instructions")), RecordedData.Unit(row));

        graph.Optimize(parameterCount: 0);
        graph.MeasureStackDepth();
        graph.BorrowLocals();

        Assert.Equal(row.GetProperty("optimized").EnumerateArray().Select(Describe), Describe(graph));
        Assert.Equal(RecordedData.Constants(row.GetProperty("co_consts")), graph.UsedConstants, ConstantKeyComparer.Instance);
    }

    [Theory]
    [InlineData(Opcode.PopJumpIfFalse)]
    [InlineData(Opcode.PopJumpIfNone)]
    public void Ten_thousand_branches_take_no_time(Opcode jump)
    {
        var sequence = new InstructionSequence();
        var unit = new UnitMetadata { Name = "unit", QualifiedName = "unit", FirstLineNumber = 1 };
        unit.VarNames.GetOrAdd("x");
        for (var line = 1; line <= 10_000; line++)
        {
            var span = new SourceSpan(line, 0, line, 1);
            var end = sequence.NewLabel();
            sequence.Add(Opcode.LoadFast, 0, span);
            sequence.AddJump(jump, end, span);
            sequence.Add(Opcode.LoadName, 0, span);
            sequence.Add(Opcode.StoreFast, 0, span);
            sequence.UseLabel(end);
        }

        sequence.Add(Opcode.LoadFast, 0, SourceSpan.None);
        sequence.Add(Opcode.ReturnValue, SourceSpan.None);
        var watch = Stopwatch.StartNew();

        var code = CodeAssembler.OptimizeAndAssemble(sequence, unit, CodeFlags.Optimized, "file.py");

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
        Assert.Equal((byte)Opcode.ReturnValue, code.Code[^2]);
    }

    private static string Describe(JsonElement row) =>
        $"{(Opcode)row[0].GetInt32()} {row[1]} at {row[2]}:{row[4]}-{row[3]}:{row[5]}";

    private static List<string> Describe(FlowGraph graph)
    {
        LinearCode.From(graph.Entry);
        var lines = new List<string>();
        for (var block = graph.Entry; block is not null; block = block.Next)
        {
            foreach (ref var instruction in block.Instructions)
            {
                var span = instruction.Span;
                var oparg = OpcodeClass.HasTarget(instruction.Opcode)
                    ? instruction.Target!.Position
                    : OpcodeMetadata.Get(instruction.Opcode).HasArgument ? instruction.Oparg : 0;
                lines.Add($"{instruction.Opcode} {oparg} at {span.Line}:{span.Column}-{span.EndLine}:{span.EndColumn}");
            }
        }

        return lines;
    }
}
