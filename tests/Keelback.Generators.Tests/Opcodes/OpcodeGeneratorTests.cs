using Keelback.Generators.Opcodes;
using Keelback.Testing;

namespace Keelback.Generators.Tests.Opcodes;

/// <summary>The opcodes' generator on the real specs, and on variants of them.</summary>
public sealed class OpcodeGeneratorTests
{
    [Fact]
    public void Real_specs_give_the_accepted_code()
    {
        var run = RealSpecs().Run();
        run.AssertClean();
        foreach (var (name, source) in run.Sources)
            Snapshot.Match(source, name);
    }

    [Fact]
    public void Steps_are_cached() => RealSpecs().AssertIncremental();

    [Fact]
    public void Nothing_is_written_unasked() => Assert.Empty(RealSpecs("Tokens").Run().Sources);

    [Fact]
    public void A_composite_is_an_edit_of_the_spec_alone()
    {
        var run = Variant("LOAD_FAST_POP: { code: 121, doc: Loads and pops., oparg: local, uses: [LOAD_FAST, POP_TOP] }").Run();
        run.AssertClean();
        Assert.Contains("LoadFastPop = 121,", run.Sources["Opcode.g.cs"], StringComparison.Ordinal);
        Assert.Contains("<c>--</c>", run.Sources["Opcode.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Parts = [Opcode.LoadFast, Opcode.PopTop],", run.Sources["OpcodeMetadata.Table.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_variant_has_its_own_magic_number()
    {
        var magic = MagicNumber(Variant("HALT: { code: 121, doc: Halts., stack: \"--\" }"));
        Assert.NotEqual(3627, magic);
        Assert.InRange(magic, 0x8000, 0xFFFF);
        Assert.Equal(magic, MagicNumber(Variant("HALT: { code: 121, doc: Stops., stack: \"--\" }")));
        Assert.NotEqual(magic, MagicNumber(Variant("HALT: { code: 122, doc: Halts., stack: \"--\" }")));
        Assert.Equal(3627, MagicNumber(RealSpecs()));
    }

    [Fact]
    public void A_new_operator_changes_the_magic_number()
    {
        var run = RealSpecs().WithFile("variants/v/spec/operators.yaml", """
            Pipe:
              kind: binary
              token: PIPE
              text: "|>"
              number: 200
              precedence: 45
              associativity: left
              opcode: BINARY_OP
              oparg: { name: NB_PIPE, value: 40 }
              dunder: __pipe__
              doc: The pipeline.
            """, "v").Run();
        run.AssertClean();
        Assert.Contains("Pipe = 40,", run.Sources["Operands.g.cs"], StringComparison.Ordinal);
        Assert.Contains("40 => \"|>\",", run.Sources["Operands.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("MagicNumber = 3627;", run.Sources["OpcodeMetadata.Table.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlay_removes_an_instruction()
    {
        var run = Variant("LOAD_COMMON_CONSTANT: ~").Run();
        run.AssertClean();
        Assert.DoesNotContain("LoadCommonConstant", run.Sources["Opcode.g.cs"], StringComparison.Ordinal);
    }

    private static int MagicNumber(GeneratorHarness harness)
    {
        const string Marker = "MagicNumber = ";
        var source = harness.Run().Sources["OpcodeMetadata.Table.g.cs"];
        var start = source.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length;
        return int.Parse(source[start..source.IndexOf(';', start)], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static GeneratorHarness Variant(string opcodes) =>
        RealSpecs().WithFile("variants/v/spec/opcodes/v.op.yaml", opcodes, "v");

    private static GeneratorHarness RealSpecs(string artifacts = "Opcodes") =>
        new GeneratorHarness(new OpcodeGenerator(), artifacts)
            .WithSpecs("opcodes", ".op.yaml")
            .WithSpec("operands.yaml")
            .WithSpec("operators.yaml")
            .WithSpec("tokens.yaml");
}
