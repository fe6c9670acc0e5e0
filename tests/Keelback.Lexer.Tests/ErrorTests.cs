using Keelback.Text;

namespace Keelback.Lexer.Tests;

/// <summary>Errors and warnings with their places, against the reference's.</summary>
public sealed class ErrorTests
{
    [Fact]
    public void Errors_and_warnings_are_the_references()
    {
        var wrong = new List<string>();
        foreach (var entry in Recorded.Read("errors.json"))
        {
            var source = new SourceText(entry.GetProperty("source").GetString()!);
            var lexer = new Lexer(source);
            Recorded.Lex(lexer);
            var error = entry.GetProperty("error");
            var expected = error.ValueKind == System.Text.Json.JsonValueKind.Null
                ? "none"
                : $"{error[0]}: {error[1]} {error[2]},{error[3]}-{error[4]},{error[5]}";
            foreach (var warning in entry.GetProperty("warnings").EnumerateArray())
                expected += $"; {warning[0]} {warning[1]}";
            var actual = lexer.Error is null ? "none" : Show(source, lexer.Error);
            foreach (var warning in lexer.Warnings)
                actual += $"; {warning.Message} {warning.Span.Line}";
            if (actual != expected)
                wrong.Add($"{entry.GetProperty("source")}\n  expected {expected}\n  actual   {actual}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Null_bytes_are_refused_at_once()
    {
        var lexer = new Lexer(new SourceText("a = '\0'\n"));
        Assert.Equal(TokenKind.ErrorToken, lexer.Next().Kind);
        Assert.Equal("source code string cannot contain null bytes", lexer.Error!.Message);
        Assert.Equal(SourceSpan.None, lexer.Error.Span);
    }

    [Fact]
    public void An_error_stays()
    {
        var lexer = new Lexer(new SourceText("a )\nb\n"));
        Recorded.Lex(lexer);
        Assert.Equal(TokenKind.ErrorToken, lexer.Next().Kind);
        Assert.Equal("unmatched ')'", lexer.Error!.Message);
    }

    private static string Show(SourceText source, Diagnostic error)
    {
        var span = error.Span;
        return $"{error.ExceptionType}: {error.Message} {span.Line},{Recorded.Offset(source, span.Line, span.Column)}"
            + $"-{span.EndLine},{Recorded.Offset(source, span.EndLine, span.EndColumn)}";
    }
}
