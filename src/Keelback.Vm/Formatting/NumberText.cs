using System.Buffers;
using System.Globalization;

namespace Keelback.Vm;

/// <summary>What the texts of all numbers have in common: white space around them, and decimal digits of any script.</summary>
internal static class NumberText
{
    /// <summary>ASCII white space, as C's isspace has it.</summary>
    public const string Whitespace = " \t\n\v\f\r";

    private static readonly SearchValues<char> s_digits = SearchValues.Create("0123456789");

    /// <summary>
    /// The text in ASCII: digits of other scripts as 0 to 9, other white space as spaces, what is neither as '?'.
    /// </summary>
    public static string Normalize(PyStr text)
    {
        if (text.WideCodePoints is null && IsAscii(text.Value))
            return text.Value;
        return string.Create(text.Length, text, static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
                target[i] = Normalize(source[i]);
        });
    }

    /// <summary>The value of a decimal digit of any script, or -1.</summary>
    public static int DecimalValue(int codePoint)
    {
        if (codePoint < 128)
            return codePoint is >= '0' and <= '9' ? codePoint - '0' : -1;
        if (codePoint <= 0xFFFF)
            return CharUnicodeInfo.GetDecimalDigitValue((char)codePoint);
        return CharUnicodeInfo.GetDecimalDigitValue(char.ConvertFromUtf32(codePoint), 0);
    }

    /// <summary>Whether str.isspace holds for a code point.</summary>
    public static bool IsSpace(int codePoint) => codePoint is
        (>= 0x09 and <= 0x0D) or (>= 0x1C and <= 0x20) or 0x85 or 0xA0 or 0x1680 or (>= 0x2000 and <= 0x200A)
        or 0x2028 or 0x2029 or 0x202F or 0x205F or 0x3000;

    /// <summary>Takes underscores out that stand between digits; null where one stands elsewhere.</summary>
    public static string? WithoutUnderscores(string text)
    {
        if (!text.Contains('_'))
            return text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '_' && (i == 0 || i + 1 == text.Length || !s_digits.Contains(text[i - 1]) || !s_digits.Contains(text[i + 1])))
                return null;
        }

        return text.Replace("_", "", StringComparison.Ordinal);
    }

    private static char Normalize(int codePoint)
    {
        if (codePoint < 128)
            return (char)codePoint;
        if (IsSpace(codePoint))
            return ' ';
        var digit = DecimalValue(codePoint);
        return digit < 0 ? '?' : (char)('0' + digit);
    }

    private static bool IsAscii(string text) => !text.AsSpan().ContainsAnyExceptInRange('\0', '\x7F');
}
