using System.Globalization;
using System.Numerics;
using Keelback.Text;

namespace Keelback.Lexer;

/// <summary>Decodes int, float and imaginary literals that the lexer has accepted.</summary>
public static class NumberLiteral
{
    /// <summary>How many digits a decimal int literal may have, where nobody says otherwise.</summary>
    public const int DefaultMaxDigits = 4300;

    /// <summary>The value of a <see cref="TokenKind.Number"/> token's text; a limit of 0 is none.</summary>
    public static LiteralResult Decode(ReadOnlySpan<char> text, int maxDigits = DefaultMaxDigits)
    {
        if (text.Length > 2 && text[0] == '0')
        {
            switch (text[1])
            {
                case 'x' or 'X':
                    return Int(DecodeBits(text[2..], 4));
                case 'o' or 'O':
                    return Int(DecodeBits(text[2..], 3));
                case 'b' or 'B':
                    return Int(DecodeBits(text[2..], 1));
            }
        }

        if (text.Length <= 18 && TryDecodeSmall(text, out var small))
            return Int(small);
        var digits = text.Contains('_') ? text.ToString().Replace("_", "", StringComparison.Ordinal) : text;
        if (text[^1] is 'j' or 'J')
            return new LiteralResult(new Constant.Complex(0, ParseFloat(digits[..^1])));
        return text.IndexOfAny('.', 'e', 'E') >= 0
            ? new LiteralResult(new Constant.Float(ParseFloat(digits)))
            : DecodeDecimal(digits, maxDigits);
    }

    private static LiteralResult Int(BigInteger value) => new(new Constant.Int(value));

    private static bool TryDecodeSmall(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (c is >= '0' and <= '9')
                value = (value * 10) + (c - '0');
            else if (c != '_')
                return false;
        }

        return true;
    }

    private static LiteralResult DecodeDecimal(ReadOnlySpan<char> digits, int maxDigits)
    {
        if (maxDigits > 0 && digits.Length > maxDigits)
        {
            return new LiteralResult(
                null,
                $"Exceeds the limit ({maxDigits} digits) for integer string conversion: value has {digits.Length} digits; "
                + "use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer "
                + "literals to avoid decimal conversion limits.",
                LexerErrors.TooManyDigits);
        }

        return Int(BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));
    }

    // .NET rounds correctly and gives infinity beyond the range, as Python does.
    private static double ParseFloat(ReadOnlySpan<char> digits) =>
        double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);

    // Bit by bit into bytes, so that time grows with length only.
    private static BigInteger DecodeBits(ReadOnlySpan<char> digits, int bitsPerDigit)
    {
        var bytes = new byte[(digits.Length * bitsPerDigit / 8) + 2];
        var bit = 0;
        for (var i = digits.Length - 1; i >= 0; i--)
        {
            if (digits[i] == '_')
                continue;
            var value = char.IsAsciiDigit(digits[i]) ? digits[i] - '0' : (digits[i] | 0x20) - 'a' + 10;
            var shifted = value << (bit & 7);
            bytes[bit >> 3] |= (byte)shifted;
            bytes[(bit >> 3) + 1] |= (byte)(shifted >> 8);
            bit += bitsPerDigit;
        }

        return new BigInteger(bytes, isUnsigned: true);
    }
}
