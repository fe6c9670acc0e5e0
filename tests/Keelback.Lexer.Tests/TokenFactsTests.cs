using System.Text;

namespace Keelback.Lexer.Tests;

/// <summary>Facts of kinds, each checked by the lexer; and identifiers.</summary>
public sealed class TokenFactsTests
{
    public static TheoryData<TokenKind> Spelt =>
        [.. Enum.GetValues<TokenKind>().Where(kind => TokenFacts.GetText(kind) is not null)];

    [Theory]
    [MemberData(nameof(Spelt))]
    public void What_is_spelt_is_read(TokenKind kind)
    {
        var text = TokenFacts.GetText(kind)!;
        var closes = kind is TokenKind.RightPar or TokenKind.RightBracket or TokenKind.RightBrace;
        var opener = kind switch { TokenKind.RightPar => "(", TokenKind.RightBracket => "[", _ => "{" };
        var tokens = Recorded.Lex(closes ? opener + text : text);
        Assert.Equal(kind, tokens[closes ? 1 : 0].Kind);
        Assert.Equal(text.Length, tokens[closes ? 1 : 0].Length);
        Assert.True(TokenFacts.IsKeyword(kind) != TokenFacts.IsOperator(kind));
    }

    [Fact]
    public void Numbers_and_names_are_those_of_the_token_module()
    {
        Assert.Equal(1, TokenFacts.GetNumber(TokenKind.KeywordIf));
        Assert.Equal("NAME", TokenFacts.GetName(TokenKind.KeywordIf));
        Assert.Equal(("FSTRING_MIDDLE", 60), (TokenFacts.GetName(TokenKind.FStringMiddle), TokenFacts.GetNumber(TokenKind.FStringMiddle)));
        Assert.Equal(35, TokenFacts.Keywords.Length);
        Assert.Equal(["_", "case", "match", "type"], TokenFacts.SoftKeywords.AsEnumerable());
        Assert.True(TokenFacts.IsTrivia(TokenKind.Comment) && !TokenFacts.IsTrivia(TokenKind.Name));
    }

    [Theory]
    [InlineData("match", true)]
    [InlineData("matches", false)]
    public void Soft_keywords_are_names(string text, bool isSoft)
    {
        Assert.Equal(TokenKind.Name, Recorded.Lex(text)[0].Kind);
        Assert.Equal(isSoft, KeywordMatcher.IsSoft(text));
    }

    [Theory]
    [InlineData(0x61, true, true)]
    [InlineData(0x30, false, true)]
    [InlineData(0xB7, false, true)]
    [InlineData(0x2118, true, true)]
    [InlineData(0x1885, true, true)]
    [InlineData(0x37A, false, false)]
    [InlineData(0xE33, false, true)]
    [InlineData(0x309B, false, false)]
    [InlineData(0xFF9E, false, true)]
    [InlineData(0x1D518, true, true)]
    [InlineData(0x20AC, false, false)]
    [InlineData(0x2E2F, false, false)]
    public void Identifiers_follow_Unicode(int codePoint, bool start, bool next)
    {
        var rune = new Rune(codePoint);
        Assert.Equal((start, next), (Identifiers.IsStart(rune), Identifiers.IsContinue(rune)));
    }

    [Fact]
    public void Only_names_beyond_ASCII_need_normalising()
    {
        var tokens = Recorded.Lex("abc é");
        Assert.True(tokens[0].IsAscii);
        Assert.False(tokens[1].IsAscii);
    }
}
