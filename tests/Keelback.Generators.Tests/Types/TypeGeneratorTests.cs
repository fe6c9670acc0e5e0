using Keelback.Generators.Types;
using Keelback.Testing;

namespace Keelback.Generators.Tests.Types;

public sealed class TypeGeneratorTests
{
    private const string Slots = """
        tp_iter:
          shape: unary
          group: iteration
          thunk: regular
          doc: Iterates.
        tp_hash:
          shape: hash
          group: comparison
          thunk: written
          doc: Hashes.
        sq_length:
          shape: length
          group: sequence
          thunk: written
          doc: Counts.
        tp_new:
          shape: new
          group: construction
          thunk: written
          doc: Makes.
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
    public void RealSpecsAreCached() => RealHarness().AssertIncremental();

    [Fact]
    public void AnEditedTypeLeavesTheOthersCached()
    {
        var before = Harness("first: { csharp: First, doc: One. }\nsecond: { csharp: Second, doc: Two. }").Run();
        var after = Harness("first: { csharp: First, doc: One. }\nsecond: { csharp: Second, doc: Three. }").Run();
        Assert.Equal(before.Sources["Type.first.g.cs"], after.Sources["Type.first.g.cs"]);
        Assert.NotEqual(before.Sources["Type.second.g.cs"], after.Sources["Type.second.g.cs"]);
    }

    [Fact]
    public void NothingIsWrittenUnlessAskedFor()
    {
        var run = new GeneratorHarness(new TypeGenerator(), "Natives").WithFile("spec/types/a.type.yaml", "a: { csharp: A, doc: '' }").Run();
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void MissingHalvesAreMappedToTheEntry()
    {
        var source = Harness("a:\n  csharp: A\n  doc: ''\n  slots: { sq_length: Length }").Run().Sources["Type.a.g.cs"];
        Assert.Contains("#line (4,12)-(4,21) ", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "TextSignature = \"($self, x, /)\"")]
    [InlineData(", text_signature: '($self, object, /)'", "TextSignature = \"($self, object, /)\"")]
    [InlineData(", text_signature: none", null)]
    public void TextSignaturesCanBeWritten(string key, string? expected)
    {
        var run = Harness($"a: {{ csharp: A, doc: '', methods: {{ f: {{ sig: '(x, /)', impl: F{key} }} }} }}").Run();
        run.AssertClean();
        var source = run.Sources["Type.a.g.cs"];
        if (expected is null)
            Assert.DoesNotContain("TextSignature =", source, StringComparison.Ordinal);
        else
            Assert.Contains(expected, source, StringComparison.Ordinal);
    }

    [Fact]
    public void UnhashableTypesSaySo()
    {
        var source = Harness("a: { csharp: A, doc: '', slots: { tp_hash: none } }").Run().Sources["Type.a.g.cs"];
        Assert.Contains("slots.TpHash = &NativeSlots.Unhashable;", source, StringComparison.Ordinal);
        Assert.Contains("IsUnhashable = true", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("KB0701", "did you mean 'sequence'?", "a:\n  csharp: A\n  doc: ''\n  flags: [¦sequense]")]
    [InlineData("KB0702", "did you mean 'sq_length'?", "a:\n  csharp: A\n  doc: ''\n  slots: { ¦sq_lenght: Length }")]
    [InlineData("KB0703", "did you mean 'second'?", "second: { csharp: B, doc: '' }\na:\n  csharp: A\n  base: ¦secnod\n  doc: ''")]
    [InlineData("KB0704", "itself", "a:\n  csharp: A\n  base: ¦a\n  doc: ''")]
    [InlineData("KB0705", "'tp_new'", "a:\n  csharp: A\n  doc: ''\n  new: { sig: '()', impl: New }\n  slots: { ¦tp_new: Raw }")]
    [InlineData("KB0706", "did you mean 'class'?", "a:\n  csharp: A\n  doc: ''\n  methods: { f: { sig: '()', impl: F, kind: ¦clas } }")]
    [InlineData("KB0707", "'x' twice", "a:\n  csharp: A\n  doc: ''\n  members: { x: { impl: X } }\n  getters: { ¦x: { impl: Y } }")]
    [InlineData("KB0708", "'not a name'", "a:\n  csharp: A\n  doc: ''\n  slots: { sq_length: ¦not a name }")]
    [InlineData("KB0601", "',' or ')'", "a:\n  csharp: A\n  doc: ''\n  methods: { f: { sig: '(x, / ¦y)', impl: F } }")]
    [InlineData("KB0602", "did you mean 'float'?", "a:\n  csharp: A\n  doc: ''\n  methods: { f: { sig: '(xy: ¦flot)', impl: F } }")]
    [InlineData("KB0602", "'noen'", "a:\n  csharp: A\n  doc: ''\n  methods: { f: { sig: '() -> ¦noen', impl: F } }")]
    [InlineData("KB0603", "'None' of 'x'", "a:\n  csharp: A\n  doc: ''\n  methods: { f: { sig: '(x: int=¦None)', impl: F } }")]
    [InlineData("KB0604", "'y' has no default", "a:\n  csharp: A\n  doc: ''\n  methods: { f: { sig: '(x=1, ¦y)', impl: F } }")]
    public void MistakesAreShownAtTheirPlace(string id, string part, string marked)
    {
        var (text, line, column) = MarkedText.Parse(marked);
        Harness(text).Run().AssertReports(id, line, column, part);
    }

    [Fact]
    public void LongerCyclesAreShownForEachType()
    {
        var run = Harness("a: { csharp: A, base: b, doc: '' }\nb: { csharp: B, base: a, doc: '' }").Run();
        Assert.Equal(["KB0704", "KB0704"], run.Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void ABadEntryLeavesItsNeighbours()
    {
        var run = Harness("bad: { doc: '' }\ngood: { csharp: Good, doc: '' }").Run();
        Assert.Equal(["BuiltinTypes.g.cs", "Type.good.g.cs"], run.Sources.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("KB0003", Assert.Single(run.Diagnostics).Id);
    }

    private static GeneratorHarness Harness(string text) => new GeneratorHarness(new TypeGenerator(), "Types")
        .WithFile("spec/slots.yaml", Slots)
        .WithFile("spec/types/specimen.type.yaml", text);

    private static GeneratorHarness RealHarness() => new GeneratorHarness(new TypeGenerator(), "Types")
        .WithSpec("slots.yaml")
        .WithSpec("operators.yaml")
        .WithSpec("tokens.yaml")
        .WithSpecs("types", ".type.yaml");
}
