using Keelback.Generators.Shared;
using Keelback.Generators.Tokens;
using Keelback.Testing;

namespace Keelback.Generators.Tests.Tokens;

/// <summary>The mistakes of shape that any spec file can have, shown on tokens, and the pages of all ids.</summary>
public sealed class ShapeDiagnosticTests
{
    private const string Name = "NAME: { number: 1, kind: structure, doc: A name. }\n";

    [Fact]
    public void KB0001_yaml_cannot_be_read() => Run("NAME: { number: 1\n").AssertReports("KB0001", 2, 1, "not valid YAML");

    [Fact]
    public void KB0001_top_is_no_map() => Run("- NAME").AssertReports("KB0001", 1, 1, "map of entries");

    [Fact]
    public void KB0001_anchors_are_refused() =>
        Run("NAME: { number: 1, kind: structure, doc: *text }").AssertReports("KB0001", 1, 42, "no anchors");

    [Fact]
    public void KB0002_unknown_key() => Run("NAME: { number: 1, kind: structure, dok: x, doc: A name. }")
        .AssertReports("KB0002", 1, 37, "'NAME' has an unknown key 'dok'; did you mean 'doc'?");

    [Fact]
    public void KB0003_missing_key() => Run("NAME: { kind: structure, doc: A name. }")
        .AssertReports("KB0003", 1, 1, "'NAME' has no 'number'");

    [Fact]
    public void KB0004_duplicate_name() => Run(Name + Name.Replace('1', '2'))
        .AssertReports("KB0004", 2, 1, "'NAME' is defined twice; the other definition is at spec/tokens.yaml(1)");

    [Fact]
    public void KB0006_wrong_kind_of_value() => Run("NAME: { number: one, kind: structure, doc: A name. }")
        .AssertReports("KB0006", 1, 17, "'number' of 'NAME' must be a whole number");

    [Fact]
    public void KB0007_bad_doc() => Run("NAME: { number: 1, kind: structure, doc: a name }")
        .AssertReports("KB0007", 1, 42, "one sentence");

    [Fact]
    public void KB0008_overlays_conflict() => Harness(Name)
        .WithFile("variants/v/spec/tokens.yaml", Name, "v")
        .WithFile("variants/v/spec/more/tokens.yaml", Name, "v")
        .Run()
        .AssertReports("KB0008", 1, 1, "changed by two overlay files");

    [Fact]
    public void KB0009_overlay_removes_nothing() => Harness(Name)
        .WithFile("variants/v/spec/tokens.yaml", "NAM: ~\n", "v")
        .Run()
        .AssertReports("KB0009", 1, 1, "did you mean 'NAME'?");

    [Fact]
    public void One_bad_entry_does_not_erase_its_neighbours()
    {
        var run = Run(Name + "NUMBER: { kind: literal, doc: A number. }\n");
        Assert.Contains("Name = 1,", run.Sources["TokenKind.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_id_has_a_page()
    {
        var missing = SpecDiagnosticCatalogue.All
            .Select(descriptor => descriptor.Id)
            .Where(id => !File.Exists(Repository.PathOf("docs", "reference", "diagnostics", id + ".md")));
        Assert.Empty(missing);
    }

    private static GeneratorHarness Harness(string text) =>
        new GeneratorHarness(new TokenGenerator(), "Tokens").WithFile("spec/tokens.yaml", text);

    private static GeneratorRun Run(string text) => Harness(text).Run();
}
