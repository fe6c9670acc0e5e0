using System.Text.Json;
using Keelback.Text;

namespace Keelback.Lexer.Tests;

/// <summary>Streams of tokens against those that the reference's tokenize module and its parser's tokenizer give.</summary>
public sealed class TokenStreamTests
{
    public static TheoryData<string> Names => [.. Recorded.Read("tokens.json").Select(NameOf)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Lossless_tokens_are_those_of_tokenize(string name)
    {
        var entry = Find(name);
        var source = SourceOf(entry);
        var actual = Recorded.Lex(source, new LexerOptions { Lossless = true })
            .Where(token => token.Kind is not (
                TokenKind.Whitespace or TokenKind.LineContinuation or TokenKind.BraceEscape))
            .Select(token => $"{TokenFacts.GetNumber(token.Kind)} {Place(token)} {source[token.Start..token.End]}");
        var expected = entry.GetProperty("lossless").EnumerateArray()
            .Select(token => $"{token[0]} {token[1]},{token[2]}-{token[3]},{token[4]} {token[5].GetString()}");
        Assert.Equal(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Compact_tokens_are_those_of_the_parser(string name)
    {
        var entry = Find(name);
        if (entry.GetProperty("compact").ValueKind == JsonValueKind.Null)
            return;
        var actual = Recorded.Lex(SourceOf(entry))
            .Select(token => token.Kind is TokenKind.Indent or TokenKind.Dedent or TokenKind.EndMarker
                ? $"{(int)token.Kind} {token.Line},-1-{token.EndLine},-1"
                : $"{TokenFacts.GetNumber(token.Kind)} {Place(token)}");
        var expected = entry.GetProperty("compact").EnumerateArray()
            .Select(token => $"{token[0]} {token[1]},{token[2]}-{token[3]},{token[4]}");
        Assert.Equal(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Lossless_pieces_make_up_the_source(string name)
    {
        var source = SourceOf(Find(name));
        var tokens = Recorded.Lex(source, new LexerOptions { Lossless = true });
        Assert.Equal(source, string.Concat(tokens.Select(token => source[token.Start..token.End])));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Columns_are_those_of_the_offsets(string name)
    {
        var source = new SourceText(SourceOf(Find(name)));
        foreach (var token in Recorded.Lex(source.Text).Where(token => token.Start < source.Text.Length))
            Assert.Equal(source.GetPosition(token.Start), (token.Line, token.Column));
    }

    private static JsonElement Find(string name) => Recorded.Read("tokens.json").First(entry => NameOf(entry) == name);

    private static string NameOf(JsonElement entry) => entry.GetProperty("name").GetString()!;

    private static string SourceOf(JsonElement entry) => entry.GetProperty("source").GetString()!;

    private static string Place(Token token) => $"{token.Line},{token.Column}-{token.EndLine},{token.EndColumn}";
}
