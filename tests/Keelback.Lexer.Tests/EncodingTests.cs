namespace Keelback.Lexer.Tests;

/// <summary>Sources as bytes: encodings and their errors, against the reference's.</summary>
public sealed class EncodingTests
{
    [Fact]
    public void Sources_decode_as_in_the_reference()
    {
        var wrong = new List<string>();
        foreach (var entry in Recorded.Read("encodings.json"))
        {
            var bytes = Convert.FromHexString(entry.GetProperty("bytes").GetString()!);
            var decoded = SourceDecoder.Decode(bytes);
            string expected, actual;
            if (entry.TryGetProperty("error", out var error))
            {
                expected = $"{error[0]} {error[1]},{error[2]}-{error[3]},{error[4]}";
                var span = decoded.Error?.Span;
                actual = decoded.Error is null
                    ? "decoded"
                    : $"{decoded.Error.Message} {span?.Line},{span?.Column + 1}-{span?.EndLine},{span?.EndColumn + 1}";
            }
            else
            {
                expected = string.Join('|', entry.GetProperty("strings").EnumerateArray().Select(item => item.ToString().Trim('\n')));
                actual = decoded.Source is null ? decoded.Error!.Message : string.Join('|', Literals(decoded));
            }

            if (actual != expected)
                wrong.Add($"{entry.GetProperty("bytes")}\n  expected {expected}\n  actual   {actual}");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void A_byte_order_mark_is_no_text()
    {
        var decoded = SourceDecoder.Decode([0xEF, 0xBB, 0xBF, (byte)'x']);
        Assert.True(decoded.HasByteOrderMark);
        Assert.Equal("x", decoded.Source!.Text);
        Assert.Equal("utf-8", decoded.EncodingName);
    }

    private static IEnumerable<string> Literals(DecodedSource decoded) =>
        Recorded.Lex(decoded.Source!.Text)
            .Where(token => token.Kind is TokenKind.String or TokenKind.Number)
            .Select(token => token.GetText(decoded.Source).Trim('\'').Trim('\n').ToString());
}
