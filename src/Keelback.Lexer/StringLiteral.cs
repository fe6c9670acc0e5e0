using System.Collections.Immutable;
using System.Text;
using Keelback.Text;

namespace Keelback.Lexer;

/// <summary>Finds the code point of a character's Unicode name; null where no character has it.</summary>
public delegate int? CharacterNameLookup(string name);

/// <summary>A backslash in a literal before something that it does not escape.</summary>
/// <param name="Offset">The offset of the backslash in the source.</param>
/// <param name="Text">What follows it: a character, or the digits of an octal escape that is too great.</param>
/// <param name="Message">The text of the SyntaxWarning.</param>
public readonly record struct InvalidEscape(int Offset, string Text, string Message);

/// <summary>What a literal stands for.</summary>
/// <param name="Value">The value; null after an error.</param>
/// <param name="Error">The text of the SyntaxError; null where there is none.</param>
/// <param name="ErrorId">The error's id in <see cref="LexerErrors"/>.</param>
/// <param name="InvalidEscape">The first escape that deserves a warning.</param>
public readonly record struct LiteralResult(
    Constant? Value, string? Error = null, string? ErrorId = null, InvalidEscape? InvalidEscape = null);

/// <summary>
/// Decodes string and bytes literals and the text of f-strings: prefixes, quotes, line ends and escapes. The escapes
/// themselves are read by <see cref="EscapeDecoder"/>.
/// </summary>
public static class StringLiteral
{
    /// <summary>The value of a <see cref="TokenKind.String"/> token.</summary>
    public static LiteralResult Decode(SourceText source, in Token token, CharacterNameLookup? names = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        var text = source.Text;
        var start = token.Start;
        var isRaw = false;
        var isBytes = false;
        for (; text[start] is not ('"' or '\''); start++)
        {
            isRaw |= text[start] is 'r' or 'R';
            isBytes |= text[start] is 'b' or 'B';
        }

        var quotes = token.End - start >= 6 && text[start + 1] == text[start] && text[start + 2] == text[start] ? 3 : 1;
        var content = TextSpan.FromBounds(start + quotes, token.End - quotes);
        return isBytes ? DecodeBytes(text, content, isRaw, token.IsAscii) : DecodeText(text, content, isRaw, false, names);
    }

    /// <summary>The value of the text of an f- or t-string; its kind is FStringMiddle or TStringMiddle.</summary>
    public static LiteralResult DecodeMiddle(
        SourceText source, in Token token, bool isRaw, CharacterNameLookup? names = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        return DecodeText(source.Text, TextSpan.FromBounds(token.Start, token.End), isRaw, true, names);
    }

    /// <summary>
    /// The source of an f-string's expression as its debug form ("=") shows it: without comments, and with "\n" for
    /// each line end.
    /// </summary>
    public static string DebugText(SourceText source, int start, int end)
    {
        ArgumentNullException.ThrowIfNull(source);
        var span = source.Text.AsSpan(start, end - start);
        if (span.IndexOfAny('#', '\r') < 0)
            return span.ToString();
        var text = new StringBuilder(span.Length);
        var quote = '\0';
        for (var i = 0; i < span.Length; i++)
        {
            if (span[i] == '\\' && i + 1 < span.Length)
            {
                text.Append(span[i++]);
            }
            else if (span[i] is '"' or '\'')
            {
                quote = quote == '\0' ? span[i] : quote == span[i] ? '\0' : quote;
            }
            else if (span[i] == '#' && quote == '\0')
            {
                while (i < span.Length && span[i] is not ('\n' or '\r'))
                    i++;
                if (i == span.Length)
                    break;
            }

            AppendNormalised(text, span, ref i);
        }

        return text.ToString();
    }

    /// <summary>The concatenation of adjacent literals.</summary>
    public static Constant.Str Concat(IReadOnlyList<Constant.Str> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 1)
            return parts[0];
        var text = new CodePointBuilder(parts.Sum(part => part.Value.Length));
        foreach (var part in parts)
            text.Append(part);
        return text.ToConstant();
    }

    /// <summary>The text of the warning about a backslash before something that it does not escape.</summary>
    public static string InvalidEscapeMessage(string escaped) =>
        $"\"\\{escaped}\" is an invalid escape sequence. Such sequences will not work in the future. "
        + $"Did you mean \"\\\\{escaped}\"? A raw string is also an option.";

    /// <summary>The text of the warning about an octal escape beyond \377.</summary>
    public static string InvalidOctalMessage(string digits) =>
        $"\"\\{digits}\" is an invalid octal escape sequence. Such sequences will not work in the future. "
        + $"Did you mean \"\\\\{digits}\"? A raw string is also an option.";

    private static LiteralResult DecodeText(
        string text, TextSpan span, bool isRaw, bool isFString, CharacterNameLookup? names)
    {
        var content = text.AsSpan(span.Start, span.Length);
        if (isRaw || !content.Contains('\\'))
            return new LiteralResult(new Constant.Str(Normalise(content)));
        return new EscapeDecoder(text, span, isFString, names).DecodeText();
    }

    private static LiteralResult DecodeBytes(string text, TextSpan span, bool isRaw, bool isAscii)
    {
        var content = text.AsSpan(span.Start, span.Length);
        if (!isAscii && !Ascii.IsValid(content))
        {
            return new LiteralResult(
                null, "bytes can only contain ASCII literal characters", LexerErrors.NonAsciiBytes);
        }

        if (!isRaw && content.Contains('\\'))
            return new EscapeDecoder(text, span, false, null).DecodeBytes();
        return new LiteralResult(new Constant.Bytes([.. Encoding.Latin1.GetBytes(Normalise(content))]));
    }

    private static string Normalise(ReadOnlySpan<char> content)
    {
        if (!content.Contains('\r'))
            return content.ToString();
        var text = new StringBuilder(content.Length);
        for (var i = 0; i < content.Length; i++)
            AppendNormalised(text, content, ref i);
        return text.ToString();
    }

    private static void AppendNormalised(StringBuilder text, ReadOnlySpan<char> span, ref int offset)
    {
        if (span[offset] != '\r')
        {
            text.Append(span[offset]);
            return;
        }

        text.Append('\n');
        if (offset + 1 < span.Length && span[offset + 1] == '\n')
            offset++;
    }
}
