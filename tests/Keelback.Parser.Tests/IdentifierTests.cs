using System.Security.Cryptography;
using System.Text;
using Keelback.Ast;
using Keelback.Text;

namespace Keelback.Parser.Tests;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("ﬁ", "fi")]
    [InlineData("µ", "μ")]
    [InlineData("𝔘𝔫𝔦", "Uni")]
    [InlineData("e\u0301", "é")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("\u1112\u1161\u11ab", "한")]
    [InlineData("한", "한")]
    [InlineData("a\u0301\u0328", "\u0105\u0301")]
    [InlineData("ｗｉｄｔｈ", "width")]
    public void Names_are_normalised(string written, string name)
    {
        var tree = (Module)PythonParser.Parse(new SourceText(written)).Tree!;
        Assert.Equal(name, ((NameExpr)((ExprStmt)tree.Body[0]).Value).Id);
    }

    // The digest is of what the reference's unicodedata.normalize gives: record/nfkc_digest.py.
    [Fact]
    public void All_characters_of_identifiers_are_normalised_as_in_the_reference()
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var point = 0x80; point < 0x110000; point++)
        {
            if (point is >= 0xD800 and < 0xE000 || !IsNamePart(point))
                continue;
            var text = "a" + new Rune(point) + "\u0327\u0301" + new Rune(point);
            digest.AppendData(Encoding.UTF8.GetBytes(IdentifierNormalization.Normalize(text)));
        }

        Assert.Equal("5b5190f8486aad62a56aa5f34bc66d0a31e4f3d111c6389410579cf103e99ff0", Convert.ToHexStringLower(digest.GetHashAndReset()));
    }

    private static bool IsNamePart(int point) =>
        new Lexer.Lexer(new SourceText("a" + new Rune(point))).Next() is { Kind: Lexer.TokenKind.Name, Length: > 1 };
}
