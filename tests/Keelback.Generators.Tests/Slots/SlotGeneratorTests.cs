using Keelback.Generators.Slots;
using Keelback.Testing;

namespace Keelback.Generators.Tests.Slots;

/// <summary>What the real slots and operators give, and what an overlay's operator brings along.</summary>
public sealed class SlotGeneratorTests
{
    private const string Pipeline = """
        Pipe:
          kind: binary
          token: PIPE
          text: "|>"
          number: 200
          precedence: 45
          associativity: left
          opcode: BINARY_OP
          oparg: { name: NB_PIPE, value: 27 }
          slot: nb_pipe
          dunder: __pipe__
          reflected: __rpipe__
          doc: Hands a value to a function.
        """;

    [Fact]
    public void RealSpecs()
    {
        var run = RealHarness().Run();
        run.AssertClean();
        foreach (var (name, text) in run.Sources)
            Snapshot.Match(text, name);
    }

    [Fact]
    public void Steps_are_cached() => RealHarness().AssertIncremental();

    [Fact]
    public void Nothing_is_written_where_nobody_asks() =>
        Assert.Empty(new GeneratorHarness(new SlotGenerator(), "Tokens").WithSpec("slots.yaml").Run().Sources);

    [Fact]
    public void An_operator_brings_its_slot_methods_and_protocol_along()
    {
        var run = RealHarness().WithFile("variants/pipeline/spec/operators.yaml", Pipeline, "pipeline").Run();
        run.AssertClean();
        Assert.Contains("delegate*<PyThread, PyValue, PyValue, PyValue> NbPipe;", run.Sources["TypeSlots.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Rpipe = PyStr.Intern(\"__rpipe__\")", run.Sources["Dunders.g.cs"], StringComparison.Ordinal);
        Assert.Contains("new(Dunders.Rpipe, TypeSlot.NbPipe,", run.Sources["SlotTable.g.cs"], StringComparison.Ordinal);
        Assert.Contains("NbPipeAddress,", run.Sources["SlotThunks.g.cs"], StringComparison.Ordinal);
        Assert.Contains("case 27:\n                return TryPipe(", run.Sources["Operators.Binary.g.cs"], StringComparison.Ordinal);
        Assert.Contains("UnsupportedOperands(thread, \"|>\"", run.Sources["Operators.Binary.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlay_can_remove_a_slot()
    {
        var run = RealHarness().WithFile("variants/v/spec/slots.yaml", "nb_divmod: ~\n", "v").Run();
        run.AssertClean();
        Assert.DoesNotContain("NbDivmod", run.Sources["TypeSlots.g.cs"], StringComparison.Ordinal);
    }

    private static GeneratorHarness RealHarness() => new GeneratorHarness(new SlotGenerator(), "Slots")
        .WithSpec("tokens.yaml").WithSpec("operators.yaml").WithSpec("slots.yaml");
}
