using Keelback.Text;

namespace Keelback.Lexer.Tests;

/// <summary>Sources made to be slow: each is a million characters or so, and must take time in proportion.</summary>
public sealed class BoundsTests
{
    public static TheoryData<string> Kinds => ["names", "é names", "warnings", "errors", "elifs", "fstrings", "brackets", "digits", "lines"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Time_grows_with_length(string kind)
    {
        // Quadratic reading would take minutes; the limit is far above what a slow machine needs.
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var lexer = new Lexer(new SourceText(Make(kind)), new LexerOptions { Tolerant = true });
        while (lexer.Next().Kind != TokenKind.EndMarker)
        {
        }

        Assert.True(watch.Elapsed.TotalSeconds < 10, $"{kind} took {watch.Elapsed}.");
    }

    private static string Make(string kind)
    {
        static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
        return kind switch
        {
            "names" => Repeat("name + ", 150_000),
            "é names" => Repeat("né + 'é' + ", 100_000),
            "warnings" => "é; " + Repeat("1if 1else ", 100_000),
            "errors" => Repeat("€", 300_000),
            "elifs" => "if a:\n b\n" + Repeat("elif a:\n b\n", 100_000),
            "fstrings" => Repeat("f'é{x!r:>{y}}' ", 70_000),
            "brackets" => Repeat("([{", 300_000) + Repeat("}])", 300_000),
            "digits" => new string('1', 1_000_000),
            _ => Repeat("\r\n  \\\n", 200_000),
        };
    }
}
