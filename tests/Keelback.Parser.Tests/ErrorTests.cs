using System.Reflection;
using Keelback.Text;

namespace Keelback.Parser.Tests;

public sealed class ErrorTests
{
    // What no recorded source can give: asked for by an option, by a variant or by depth.
    private static readonly HashSet<string> s_givenOtherwise =
    [
        SyntaxErrors.TooComplex.Id, SyntaxErrors.IncompleteInput.Id, SyntaxErrors.NeedsVersion.Id,
        SyntaxErrors.BarryAsFlufl.Id, SyntaxErrors.Variant.Id, SyntaxErrors.BareStarComment.Id,
        SyntaxErrors.TwoTypeComments.Id, SyntaxErrors.ExpectedBlock.Id,
    ];

    [Fact]
    public void Broken_sources_give_the_errors_of_the_reference()
    {
        var wrong = new List<string>();
        foreach (var (mode, text, expected) in Recorded.Errors())
        {
            var source = new SourceText(text);
            var error = PythonParser.Parse(source, new ParserOptions { Mode = Mode(mode) }).Error;
            var given = error is null ? null : PythonError.Of(source, error);
            if (given != expected)
                wrong.Add($"{mode} {text}\n    expected {expected}\n    given    {given}");
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public void Every_entry_of_the_catalogue_is_given_by_a_source()
    {
        var ids = typeof(SyntaxErrors).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => ((SyntaxErrorKind)field.GetValue(null)!).Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        var given = Recorded.Errors()
            .Select(test => PythonParser.Parse(new SourceText(test.Source), new ParserOptions { Mode = Mode(test.Mode) }).Error?.Id)
            .ToHashSet();
        Assert.Equal("", string.Join(" ", ids.Where(id => !given.Contains(id) && !s_givenOtherwise.Contains(id))));
    }

    [Theory]
    [InlineData("x = (", "incomplete input")]
    [InlineData("if x:", "incomplete input")]
    [InlineData("x = '''a", "incomplete input")]
    [InlineData("x y", "invalid syntax")]
    public void Incomplete_input_is_told_apart_where_asked(string text, string message)
    {
        var options = new ParserOptions { Mode = ParserMode.Single, AllowIncompleteInput = true };
        Assert.Equal(message, PythonParser.Parse(new SourceText(text), options).Error!.Message);
    }

    [Theory]
    [InlineData("match x:\n case 1: pass", 9, "Pattern matching is only supported in Python 3.10 and greater")]
    [InlineData("try:\n x\nexcept* A: pass", 10, "Exception groups are only supported in Python 3.11 and greater")]
    [InlineData("try:\n x\nexcept A, B: pass", 13, "except expressions without parentheses are only supported in Python 3.14 and greater")]
    [InlineData("type X = int", 11, "Type statement is only supported in Python 3.12 and greater")]
    [InlineData("t'a'", 13, "t-strings are only supported in Python 3.14 and greater")]
    [InlineData("(x := 1)", 7, "Assignment expressions are only supported in Python 3.8 and greater")]
    [InlineData("def f(a, /): pass", 7, "Positional-only parameters are only supported in Python 3.8 and greater")]
    public void Older_versions_refuse_newer_syntax(string text, int version, string message)
    {
        Assert.Equal(message, PythonParser.Parse(new SourceText(text), new ParserOptions { FeatureVersion = version }).Error!.Message);
        Assert.Null(PythonParser.Parse(new SourceText(text), new ParserOptions { FeatureVersion = version + 1 }).Error);
    }

    [Fact]
    public void The_flufl_decides_about_inequality()
    {
        var flufl = new ParserOptions { BarryAsFlufl = true };
        Assert.Null(PythonParser.Parse(new SourceText("1 <> 2"), flufl).Error);
        Assert.Equal(
            "with Barry as BDFL, use '<>' instead of '!='", PythonParser.Parse(new SourceText("1 != 2"), flufl).Error!.Message);
        Assert.Null(PythonParser.Parse(new SourceText("from __future__ import barry_as_FLUFL\n1 <> 2")).Error);
    }

    [Fact]
    public void Type_comments_can_be_misplaced()
    {
        var options = new ParserOptions { TypeComments = true };
        Assert.Equal(
            "Cannot have two type comments on def",
            PythonParser.Parse(new SourceText("def f():  # type: () -> int\n  # type: () -> str\n  pass\n"), options).Error!.Message);
        Assert.Equal(
            "expected an indented block",
            PythonParser.Parse(new SourceText("for x in y:  # type: int\nz\n"), options).Error!.Message);
        Assert.Equal(
            "bare * has associated type comment",
            PythonParser.Parse(new SourceText("def f(\n  *,  # type: int\n  a):\n  pass\n"), options).Error!.Message);
    }

    [Fact]
    public void Odd_escapes_are_warned_of_once()
    {
        var result = PythonParser.Parse(new SourceText("x = 1\nwith ('\\d'): pass\n"));
        var warning = Assert.Single(result.Diagnostics);
        Assert.Equal(DiagnosticSeverity.Warning, warning.Severity);
        Assert.Equal("SyntaxWarning", warning.ExceptionType);
        Assert.StartsWith("\"\\d\" is an invalid escape sequence.", warning.Message, StringComparison.Ordinal);
        Assert.Equal(2, warning.Span.Line);
    }

    private static ParserMode Mode(string mode) => mode switch
    {
        "eval" => ParserMode.Eval,
        "single" => ParserMode.Single,
        _ => ParserMode.Exec,
    };
}
