using System.Globalization;
using System.Numerics;

namespace Keelback.Vm;

/// <summary>
/// Ints as text and back: any base, underscores, and the limit on decimal digits that keeps hostile input from costing
/// quadratic time.
/// </summary>
internal static class IntText
{
    // So many digits are never refused, whatever the limit.
    private const int UnlimitedDigits = 640;

    // How many digits of a base other than ten are read at once into 64 bits.
    private const int ChunkDigits = 12;

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>The decimal text; a ValueError where it has too many digits.</summary>
    public static string ToDecimal(PyThread thread, BigInteger value)
    {
        var limit = thread.Interpreter.MaxIntDigits;
        var isLimited = limit > 0 && value.GetBitLength() > UnlimitedDigits * 3;
        if (isLimited && (value.GetBitLength() - 1) * 0.30102999 > limit)
            throw TooLong(limit);
        var text = value.ToString(CultureInfo.InvariantCulture);
        var count = text.Length - (value.Sign < 0 ? 1 : 0);
        return isLimited && count > Math.Max(limit, UnlimitedDigits) ? throw TooLong(limit) : text;
    }

    /// <summary>The digits of the absolute value in a base of 2, 8 or 16; lower case, without a prefix.</summary>
    public static string ToDigits(BigInteger value, int @base)
    {
        var magnitude = BigInteger.Abs(value);
        if (magnitude <= ulong.MaxValue)
        {
            var small = (ulong)magnitude;
            switch (@base)
            {
                case 16:
                    return small.ToString("x", CultureInfo.InvariantCulture);
                case 2:
                    return small.ToString("b", CultureInfo.InvariantCulture);
            }
        }

        var bitsPerDigit = BitOperations.Log2((uint)@base);
        var bytes = magnitude.ToByteArray(isUnsigned: true);
        var count = Math.Max(1, (magnitude.GetBitLength() + bitsPerDigit - 1) / bitsPerDigit);
        return string.Create((int)count, (bytes, bitsPerDigit), static (target, source) =>
        {
            for (var i = 0; i < target.Length; i++)
            {
                var bit = (long)(target.Length - 1 - i) * source.bitsPerDigit;
                var low = source.bytes[bit >> 3] >> (int)(bit & 7);
                var next = (bit >> 3) + 1;
                var high = next < source.bytes.Length ? source.bytes[next] << (int)(8 - (bit & 7)) : 0;
                target[i] = Digits[(low | high) & ((1 << source.bitsPerDigit) - 1)];
            }
        });
    }

    /// <summary>The text as bin(), oct() and hex() show it: 0b1, -0x1f.</summary>
    public static string ToPrefixed(BigInteger value, int @base)
    {
        var prefix = @base switch { 2 => "0b", 8 => "0o", _ => "0x" };
        return (value.Sign < 0 ? "-" : "") + prefix + ToDigits(value, @base);
    }

    /// <summary>The number that a str shows; a base of 0 lets a prefix tell.</summary>
    public static BigInteger Parse(PyThread thread, PyStr text, int @base) =>
        TryParse(thread, NumberText.Normalize(text), @base, out var value)
            ? value
            : throw Invalid(@base, Operators.Repr(thread, text).Value);

    /// <summary>The number that ASCII bytes show.</summary>
    public static BigInteger Parse(PyThread thread, BytesText bytes, int @base) =>
        TryParse(thread, bytes.Text, @base, out var value) ? value : throw Invalid(@base, bytes.Repr);

    private static bool TryParse(PyThread thread, ReadOnlySpan<char> text, int @base, out BigInteger value)
    {
        value = default;
        text = text.Trim(NumberText.Whitespace);
        var isNegative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is '+' or '-')
            text = text[1..];
        var mustBeZero = false;
        var prefixed = text.Length > 1 && text[0] == '0' ? PrefixBase(text[1]) : 0;
        if (@base == 0)
        {
            @base = prefixed != 0 ? prefixed : 10;
            mustBeZero = prefixed == 0 && text.Length > 0 && text[0] == '0';
        }

        if (prefixed == @base && prefixed != 0)
        {
            text = text[2..];
            if (text.Length > 0 && text[0] == '_')
                text = text[1..];
        }

        if (!TryParseDigits(thread, text, @base, out value) || (mustBeZero && !value.IsZero))
            return false;
        if (isNegative)
            value = -value;
        return true;
    }

    private static int PrefixBase(char letter) => letter switch
    {
        'x' or 'X' => 16,
        'o' or 'O' => 8,
        'b' or 'B' => 2,
        _ => 0,
    };

    // Digits with single underscores between them.
    private static bool TryParseDigits(PyThread thread, ReadOnlySpan<char> text, int @base, out BigInteger value)
    {
        value = default;
        var count = 0;
        var underscores = 0;
        var isValid = text.Length > 0 && text[0] != '_' && text[^1] != '_';
        var previous = '\0';
        foreach (var c in text)
        {
            if (c == '_' ? previous == '_' : DigitValue(c) >= @base)
            {
                isValid = false;
                break;
            }

            _ = c == '_' ? underscores++ : count++;
            previous = c;
        }

        if (!BitOperations.IsPow2(@base))
            CheckLength(thread, count);
        if (!isValid)
            return false;
        if (underscores > 0)
            text = text.ToString().Replace("_", "", StringComparison.Ordinal);
        value = @base == 10 ? ParseDecimal(text) : BitOperations.IsPow2(@base) ? ParseBits(text, @base) : ParseChunks(text, @base);
        return true;
    }

    private static int DigitValue(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'z' => c - 'a' + 10,
        >= 'A' and <= 'Z' => c - 'A' + 10,
        _ => int.MaxValue,
    };

    private static BigInteger ParseDecimal(ReadOnlySpan<char> digits) => digits.Length <= 18
        ? long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture)
        : BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static BigInteger ParseBits(ReadOnlySpan<char> digits, int @base)
    {
        var bitsPerDigit = BitOperations.Log2((uint)@base);
        var bytes = new byte[(((long)digits.Length * bitsPerDigit) / 8) + 2];
        for (var i = 0; i < digits.Length; i++)
        {
            var bit = (long)(digits.Length - 1 - i) * bitsPerDigit;
            var shifted = DigitValue(digits[i]) << (int)(bit & 7);
            bytes[bit >> 3] |= (byte)shifted;
            bytes[(bit >> 3) + 1] |= (byte)(shifted >> 8);
        }

        return new BigInteger(bytes, isUnsigned: true);
    }

    // Halves are read apart and put together, so that long texts cost few long multiplications.
    private static BigInteger ParseChunks(ReadOnlySpan<char> digits, int @base)
    {
        if (digits.Length <= ChunkDigits)
        {
            var value = 0UL;
            foreach (var digit in digits)
                value = (value * (ulong)@base) + (ulong)DigitValue(digit);
            return value;
        }

        var low = digits.Length / 2;
        return (ParseChunks(digits[..^low], @base) * BigInteger.Pow(@base, low)) + ParseChunks(digits[^low..], @base);
    }

    private static void CheckLength(PyThread thread, int count)
    {
        var limit = thread.Interpreter.MaxIntDigits;
        if (limit > 0 && count > UnlimitedDigits && count > limit)
        {
            throw Raise.ValueError(
                $"Exceeds the limit ({limit} digits) for integer string conversion: value has {count} digits; "
                + "use sys.set_int_max_str_digits() to increase the limit");
        }
    }

    private static PyException TooLong(int limit) => Raise.ValueError(
        $"Exceeds the limit ({limit} digits) for integer string conversion; "
        + "use sys.set_int_max_str_digits() to increase the limit");

    private static PyException Invalid(int @base, string repr) => Raise.ValueError(
        $"invalid literal for int() with base {@base}: {(repr.Length > 200 ? repr[..200] : repr)}");
}
