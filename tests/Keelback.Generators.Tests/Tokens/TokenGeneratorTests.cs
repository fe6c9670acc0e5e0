using Keelback.Generators.Tokens;
using Keelback.Testing;

namespace Keelback.Generators.Tests.Tokens;

/// <summary>What the token generator makes of the real specs, of an overlay, and of mistakes.</summary>
public sealed class TokenGeneratorTests
{
    private const string Plus = """
        PLUS: { number: 14, kind: operator, text: "+", doc: A plus sign. }
        NAME: { number: 1, kind: structure, doc: A name. }
        """;

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
    public void An_overlay_operator_is_one_entry()
    {
        var run = Real().WithFile("variants/piped/spec/operators.yaml", Pipe, "piped").Run();
        run.AssertClean();
        Assert.Contains("    Pipe = 135,", run.Sources["TokenKind.g.cs"], StringComparison.Ordinal);
        Assert.Contains("return TokenKind.Pipe;", run.Sources["OperatorMatcher.g.cs"], StringComparison.Ordinal);
        Assert.Contains("TokenKind.Pipe => 45,", run.Sources["OperatorPrecedence.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlay_removes_a_keyword()
    {
        var run = Real().WithFile("variants/v/spec/tokens.yaml", "lambda: ~\n", "v").Run();
        run.AssertClean();
        Assert.DoesNotContain("lambda", run.Sources["KeywordMatcher.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written_for_a_project_that_asks_for_nothing() =>
        Assert.Empty(new GeneratorHarness(new TokenGenerator(), "").WithSpec("tokens.yaml").Run().Sources);

    [Fact]
    public void KB0301_unknown_token() => Operators(Pipe.Replace("  text: \"|>\"\n", "", StringComparison.Ordinal).Replace("PIPE", "PLUZ", StringComparison.Ordinal))
        .AssertReports("KB0301", 1, 1, "did you mean 'PLUS'?");

    [Fact]
    public void KB0302_duplicate_text() => Operators(Pipe.Replace("|>", "+", StringComparison.Ordinal))
        .AssertReports("KB0302", 1, 1, "'PIPE' has the text '+', which 'PLUS' has already");

    [Theory]
    [InlineData("a>")]
    [InlineData("|#")]
    [InlineData("")]
    public void KB0303_unusable_text(string text)
    {
        var run = Operators(Pipe.Replace("|>", text, StringComparison.Ordinal));
        run.AssertReports("KB0303", 4, 9, "cannot be the text");
    }

    [Fact]
    public void KB0304_key_unfit_for_kind() =>
        Tokens(Plus + "\nNUMBER: { number: 2, kind: literal, text: \"1\", doc: A number. }")
            .AssertReports("KB0304", 3, 43, "'NUMBER' cannot have 'text'");

    [Fact]
    public void KB0305_mixed_associativity()
    {
        var other = Pipe.Replace("Pipe:", "Back:", StringComparison.Ordinal).Replace("PIPE", "BACK", StringComparison.Ordinal)
            .Replace("|>", "<|", StringComparison.Ordinal).Replace("left", "right", StringComparison.Ordinal);
        Operators(Pipe + "\n\n" + other).AssertReports("KB0305", 12, 1, "same precedence 45");
    }

    [Fact]
    public void KB0306_name_taken() => Tokens(Plus + "\nPlus: { number: 15, kind: operator, text: \"-\", doc: A minus. }")
        .AssertReports("KB0306", 3, 1, "TokenKind.Plus");

    [Fact]
    public void KB0005_duplicate_number() => Tokens(Plus + "\nMINUS: { number: 14, kind: operator, text: \"-\", doc: A minus. }")
        .AssertReports("KB0005", 3, 1, "'MINUS' has the number 14, which 'PLUS' has already");

    private static GeneratorHarness Real() => new GeneratorHarness(new TokenGenerator(), "Tokens|OperatorPrecedence")
        .WithSpec("tokens.yaml")
        .WithSpec("operators.yaml");

    private static GeneratorRun Tokens(string text) =>
        new GeneratorHarness(new TokenGenerator(), "Tokens").WithFile("spec/tokens.yaml", text).Run();

    private static GeneratorRun Operators(string text) => new GeneratorHarness(new TokenGenerator(), "Tokens")
        .WithFile("spec/tokens.yaml", Plus)
        .WithFile("spec/operators.yaml", text)
        .Run();
}
