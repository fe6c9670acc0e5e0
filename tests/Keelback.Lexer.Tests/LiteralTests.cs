using System.Text.Json;
using Keelback.Text;

namespace Keelback.Lexer.Tests;

/// <summary>Values, errors and warnings of literals, against the reference's.</summary>
public sealed class LiteralTests
{
    [Fact]
    public void Literals_decode_as_in_the_reference()
    {
        var wrong = new List<string>();
        var count = 0;
        foreach (var entry in Recorded.Read("literals.json"))
        {
            count++;
            var source = new SourceText(entry.GetProperty("source").GetString()!);
            var token = new Lexer(source).Next();
            var result = token.Kind == TokenKind.Number
                ? NumberLiteral.Decode(token.GetText(source))
                : StringLiteral.Decode(source, token);
            var expected = entry.TryGetProperty("error", out var error) ? error.GetString() : entry.GetProperty("value").GetString();
            var actual = result.Error ?? Show(result.Value!);
            foreach (var warning in entry.GetProperty("warnings").EnumerateArray())
                expected += "; " + warning.GetString();
            if (result.InvalidEscape is { } invalid)
                actual += "; " + invalid.Message;
            if (actual != expected)
                wrong.Add($"{source.Text}\n  expected {expected}\n  actual   {actual}");
        }

        Assert.Empty(wrong);
        Assert.True(count > 80);
    }

    [Fact]
    public void Named_characters_are_looked_up()
    {
        var source = new SourceText("'a\\N{SNOWMAN}b'");
        var token = new Lexer(source).Next();
        var result = StringLiteral.Decode(source, token, name => name == "SNOWMAN" ? 0x2603 : null);
        Assert.Equal(new Constant.Str("a\u2603b"), result.Value);
    }

    [Fact]
    public void An_invalid_escape_has_its_place()
    {
        var source = new SourceText("x = 'ab\\d'");
        var token = Recorded.Lex(source.Text)[2];
        Assert.Equal(7, StringLiteral.Decode(source, token).InvalidEscape!.Value.Offset);
    }

    [Fact]
    public void The_text_of_an_fstring_leaves_warnings_of_braces_to_the_lexer()
    {
        var source = new SourceText("f'\\{x}\\d'");
        var middles = Recorded.Lex(source.Text).Where(token => token.Kind == TokenKind.FStringMiddle).ToList();
        Assert.Equal(new Constant.Str("\\"), StringLiteral.DecodeMiddle(source, middles[0], isRaw: false).Value);
        Assert.Null(StringLiteral.DecodeMiddle(source, middles[0], isRaw: false).InvalidEscape);
        Assert.Equal("d", StringLiteral.DecodeMiddle(source, middles[1], isRaw: false).InvalidEscape!.Value.Text);
    }

    [Fact]
    public void Halves_of_a_pair_stay_apart_when_literals_are_joined()
    {
        Constant.Str[] parts = [new("a\ud83d"), new("\ude00b")];
        var joined = StringLiteral.Concat(parts);
        Assert.Equal([0x61, 0xd83d, 0xde00, 0x62], joined.CodePoints.AsEnumerable());
        Assert.Empty(StringLiteral.Concat([new("\U0001F600"), new("x")]).CodePoints);
    }

    [Fact]
    public void Debug_text_has_no_comments()
    {
        var source = new SourceText("f'''{x # c\r\n =}'''");
        Assert.Equal("x \n =", StringLiteral.DebugText(source, 5, source.Text.Length - 4));
    }

    private static string Show(Constant value) => value switch
    {
        Constant.Str text => ("str " + string.Join(' ', CodePoints(text).Select(c => c.ToString("x")))).TrimEnd(),
        Constant.Bytes bytes => ("bytes " + Convert.ToHexStringLower(bytes.Value.AsSpan())).TrimEnd(),
        Constant.Int number => "int " + (number.Value.ToString("x").TrimStart('0') is { Length: > 0 } digits ? digits : "0"),
        Constant.Float number => "float " + BitConverter.DoubleToInt64Bits(number.Value).ToString("x16"),
        Constant.Complex number => "imaginary " + BitConverter.DoubleToInt64Bits(number.Imaginary).ToString("x16"),
        _ => throw new InvalidOperationException(value.ToString()),
    };

    private static IEnumerable<int> CodePoints(Constant.Str text)
    {
        if (!text.CodePoints.IsEmpty)
            return text.CodePoints;
        var points = new List<int>();
        for (var i = 0; i < text.Value.Length; i++)
            points.Add(char.IsSurrogatePair(text.Value, i) ? char.ConvertToUtf32(text.Value, i++) : text.Value[i]);
        return points;
    }
}
