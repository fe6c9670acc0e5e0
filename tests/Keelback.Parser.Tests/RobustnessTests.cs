using Keelback.Ast;
using Keelback.Text;

namespace Keelback.Parser.Tests;

public sealed class RobustnessTests
{
    private const string TooComplex = "Parser stack overflowed - Python source too complex to parse";

    [Theory]
    [InlineData("(", "", "too many nested parentheses")]
    [InlineData("[", "", "too many nested parentheses")]
    [InlineData("{1:", "", "too many nested parentheses")]
    [InlineData("f(", "", "too many nested parentheses")]
    [InlineData("-", "1", TooComplex)]
    [InlineData("not ", "1", TooComplex)]
    [InlineData("lambda: ", "1", TooComplex)]
    [InlineData("1 if 2 else ", "1", TooComplex)]
    [InlineData("1 ** ", "1", TooComplex)]
    [InlineData("await ", "1", "invalid syntax")]
    [InlineData("*", "1", "invalid syntax")]
    public void Depth_ends_in_an_error(string repeated, string end, string message)
    {
        var source = new SourceText(string.Concat(Enumerable.Repeat(repeated, 100_000)) + end);
        ParseResult? result = null;
        RunOnUsualStack(() => result = PythonParser.Parse(source));
        Assert.Equal(message, result!.Error!.Message);
        Assert.Equal(message == TooComplex ? "MemoryError" : "SyntaxError", result.Error.ExceptionType);
    }

    [Theory]
    [InlineData("a + ", "1")]
    [InlineData("a or ", "1")]
    [InlineData("a < ", "1")]
    [InlineData("a = ", "1")]
    [InlineData("a, ", "1")]
    [InlineData("a; ", "1")]
    [InlineData("'a' ", "'b'")]
    public void Length_is_no_depth(string repeated, string end)
    {
        var source = new SourceText(string.Concat(Enumerable.Repeat(repeated, 50_000)) + end);
        ParseResult? result = null;
        RunOnUsualStack(() => result = PythonParser.Parse(source));
        Assert.Null(result!.Error);
    }

    [Theory]
    [InlineData("(a b ", "")]
    [InlineData("f(a=", ")")]
    [InlineData("[(", ")]")]
    [InlineData("not -a+(", ")")]
    [InlineData("{a: (b, ", ")}")]
    [InlineData("lambda a=(", "): b")]
    [InlineData("x[a:", "]")]
    [InlineData("f'{a:{", "}}'")]
    public void The_search_for_an_error_takes_no_exponential_time(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 60)) + string.Concat(Enumerable.Repeat(close, 60)) + " $ x y";
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.NotNull(PythonParser.Parse(new SourceText(text)).Error);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Theory]
    [MemberData(nameof(TreeTests.Snippets), MemberType = typeof(TreeTests))]
    public void Sources_cut_off_anywhere_give_a_tree_or_an_error(string snippet)
    {
        var text = Recorded.Snippet(snippet);
        for (var length = 0; length < text.Length; length += 7)
        {
            var start = Math.Max(0, length - 400);
            var result = PythonParser.Parse(new SourceText(text[start..length]), TreeTests.OptionsFor(snippet));
            Assert.Equal(result.Error is null, result.Tree is not null);
        }
    }

    private static void RunOnUsualStack(Action action)
    {
        var thread = new Thread(() => action(), 1536 * 1024);
        thread.Start();
        thread.Join();
    }
}
