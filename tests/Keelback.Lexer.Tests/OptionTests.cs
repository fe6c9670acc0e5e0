using Keelback.Text;

namespace Keelback.Lexer.Tests;

/// <summary>Type comments, interactive input, sources without an added line end, and going on after errors.</summary>
public sealed class OptionTests
{
    private static readonly string[] s_soup =
    [
        "'", "\"", "'''", "\"\"\"", "f'", "t\"", "f'''", "rb'", "(", ")", "[", "]", "{", "}", "{{", "}}", ":", "!", "=", "\\",
        "\\\n", "\n", "\r\n", "\r", "\t", "  ", "\f", "#", "é", "€", "😀", "\ud800", "\0", "0x", "1_", "012", "1e", "if", "x", "$", "\\N{",
    ];

    [Theory]
    [InlineData("x = 1  # type: int\n", TokenKind.TypeComment, "int")]
    [InlineData("x = 1  #type:\t List[int] \n", TokenKind.TypeComment, "List[int] ")]
    [InlineData("x = 1  # type: ignore[a, b]\n", TokenKind.TypeIgnore, "[a, b]")]
    [InlineData("# type: ignore\nx\n", TokenKind.TypeIgnore, "")]
    [InlineData("x = 1  # type: ignored\n", TokenKind.TypeComment, "ignored")]
    public void Type_comments(string text, TokenKind kind, string part)
    {
        var source = new SourceText(text);
        var lexer = new Lexer(source, new LexerOptions { TypeComments = true });
        var found = Recorded.Lex(lexer).Single(token => token.Kind is TokenKind.TypeComment or TokenKind.TypeIgnore);
        Assert.Equal((kind, part), (found.Kind, found.GetText(source).ToString()));
        Assert.DoesNotContain(Recorded.Lex(text), token => token.Kind == kind);
    }

    [Fact]
    public void An_ignore_alone_on_its_line_gives_no_line_end() => Assert.Equal(
        [TokenKind.TypeIgnore, TokenKind.Name, TokenKind.NewLine, TokenKind.EndMarker],
        Recorded.Lex("# type: ignore\nx\n", new LexerOptions { TypeComments = true }).Select(token => token.Kind));

    [Fact]
    public void An_empty_line_ends_an_interactive_statement() => Assert.Equal(
        [TokenKind.Name, TokenKind.NewLine, TokenKind.NewLine, TokenKind.EndMarker],
        Recorded.Lex("x\n\n", new LexerOptions { Interactive = true }).Select(token => token.Kind));

    [Fact]
    public void The_last_line_end_is_added_on_request()
    {
        Assert.Equal([TokenKind.Name, TokenKind.NewLine, TokenKind.EndMarker], Recorded.Lex("x").Select(token => token.Kind));
        Assert.Equal(
            [TokenKind.Name, TokenKind.EndMarker],
            Recorded.Lex("x", new LexerOptions { AddFinalNewLine = false }).Select(token => token.Kind));
    }

    [Fact]
    public void Open_brackets_can_be_asked_for()
    {
        var lexer = new Lexer(new SourceText("f(a,\n  [b"));
        Recorded.Lex(lexer);
        Assert.Equal(2, lexer.Depth);
        Assert.Equal(new OpenBracket('[', 7, 2, 2), lexer.InnermostBracket);
    }

    [Fact]
    public void A_tolerant_lexer_reports_every_error_and_goes_on()
    {
        var text = "a = 'x\nb = 1_\nif c:\n    d = ]\n  e\n€ f((\n";
        var lexer = new Lexer(new SourceText(text), new LexerOptions { Tolerant = true });
        var messages = new List<string>();
        for (var token = lexer.Next(); token.Kind != TokenKind.EndMarker; token = lexer.Next())
        {
            if (token.Kind == TokenKind.ErrorToken)
                messages.Add(lexer.Error!.Message);
        }

        Assert.Equal(
            [
                "unterminated string literal (detected at line 1)",
                "invalid decimal literal",
                "unmatched ']'",
                "unindent does not match any outer indentation level",
                "invalid character '€' (U+20AC)",
                "'(' was never closed",
            ],
            messages);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_tolerant_lexer_comes_to_the_end_of_anything(bool lossless)
    {
        var random = new Random(314);
        for (var round = 0; round < 3000; round++)
        {
            var text = string.Concat(random.GetItems(s_soup, random.Next(1, 30)));
            var lexer = new Lexer(new SourceText(text), new LexerOptions { Tolerant = true, Lossless = lossless });
            var (covered, depth, count) = (0, 0, 0);
            for (var token = lexer.Next(); token.Kind != TokenKind.EndMarker; token = lexer.Next())
            {
                Assert.True(token.Start >= covered && token.End >= token.Start, text);
                Assert.True(!lossless || token.Start == covered, text);
                Assert.True(++count < (text.Length * 4) + 20, "no end: " + text);
                covered = token.End;
                depth += token.Kind switch { TokenKind.Indent => 1, TokenKind.Dedent => -1, _ => 0 };
            }

            Assert.Equal(0, depth);
            Assert.True(!lossless || covered == text.Length, text);
            Recorded.Lex(text, new LexerOptions { Lossless = lossless });
        }
    }
}
