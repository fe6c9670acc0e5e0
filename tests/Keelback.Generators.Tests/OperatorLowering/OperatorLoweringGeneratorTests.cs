using Keelback.Generators.OperatorLowering;
using Keelback.Testing;

namespace Keelback.Generators.Tests.OperatorLowering;

/// <summary>The compiler's table of binary operators, from the real specs and with an overlay's operator.</summary>
public sealed class OperatorLoweringGeneratorTests
{
    private const string Pipe = """
        Pipe:
          kind: binary
          token: PIPE
          text: "|>"
          precedence: 45
          associativity: left
          oparg: { name: NB_PIPE, value: 27 }
          slot: nb_pipe
          dunder: __pipe__
          doc: The value piped into a function.
        """;

    [Fact]
    public void RealSpecs()
    {
        var run = Real().Run();
        run.AssertClean();
        foreach (var (name, text) in run.Sources)
            Snapshot.Match(text, name);
    }

    [Fact]
    public void Steps_are_cached() => Real().AssertIncremental();

    [Fact]
    public void An_overlay_operator_without_in_place_form_has_one_oparg()
    {
        var run = Real().WithFile("variants/piped/spec/operators.yaml", Pipe, "piped").Run();
        run.AssertClean();
        Assert.Contains(
            "Operator.Pipe => (Opcode.BinaryOp, 27),", run.Sources["OperatorLowering.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written_for_a_project_that_asks_for_nothing() => Assert.Empty(
        new GeneratorHarness(new OperatorLoweringGenerator(), "").WithSpec("operators.yaml").Run().Sources);

    private static GeneratorHarness Real() =>
        new GeneratorHarness(new OperatorLoweringGenerator(), "OperatorLowering").WithSpec("operators.yaml");
}
