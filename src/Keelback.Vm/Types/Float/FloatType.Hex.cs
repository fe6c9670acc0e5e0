using System.Globalization;
using System.Numerics;

namespace Keelback.Vm;

/// <summary>Floats as hexadecimal text, which loses nothing.</summary>
internal static partial class FloatType
{
    private const int MantissaBits = 53;
    private const int MinLowestBit = -1074;
    private const int MaxExponent = 1024;

    private static partial PyValue ToHex(PyThread thread, PyValue self)
    {
        var value = ValueOf(self);
        if (!double.IsFinite(value))
            return Repr(thread, PyValue.FromFloat(value));
        var sign = double.IsNegative(value) ? "-" : "";
        if (value == 0)
            return PyStr.From(sign + "0x0.0p+0");
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var exponent = (int)(bits >> 52) & 0x7FF;
        var lead = exponent == 0 ? 0 : 1;
        exponent = Math.Max(exponent, 1) - 1023;
        var fraction = bits & ((1UL << 52) - 1);
        return PyStr.From(string.Create(
            CultureInfo.InvariantCulture, $"{sign}0x{lead}.{fraction:x13}p{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent)}"));
    }

    private static partial PyValue FromHex(PyThread thread, PyType cls, PyValue @string)
    {
        if (@string.Ref is not PyStr text)
            throw Raise.TypeError("bad argument type for built-in operation");
        var value = PyValue.FromFloat(ParseHex(text.Value.AsSpan().Trim(NumberText.Whitespace)));
        return ReferenceEquals(cls, TypeObject) ? value : thread.Call(cls, value);
    }

    private static double ParseHex(ReadOnlySpan<char> text)
    {
        var isNegative = text.Length > 0 && text[0] == '-';
        if (text.Length > 0 && text[0] is '+' or '-')
            text = text[1..];
        var magnitude = FloatText.TryParseName(text) ?? ParseHexDigits(text);
        return isNegative ? -magnitude : magnitude;
    }

    private static double ParseHexDigits(ReadOnlySpan<char> text)
    {
        if (text.Length > 1 && text[0] == '0' && text[1] is 'x' or 'X')
            text = text[2..];
        var length = 0;
        var point = -1;
        while (length < text.Length && (char.IsAsciiHexDigit(text[length]) || (text[length] == '.' && point < 0)))
        {
            if (text[length] == '.')
                point = length;
            length++;
        }

        var digits = text[..length].ToString().Replace(".", "", StringComparison.Ordinal);
        var exponent = HexExponent(text[length..]);
        if (digits.Length == 0 || exponent is null)
            throw Raise.ValueError("invalid hexadecimal floating-point string");
        var mantissa = BigInteger.Parse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        var decimals = point < 0 ? 0 : length - point - 1;
        return RoundBinary(mantissa, exponent.Value - (4 * (BigInteger)decimals));
    }

    // What follows the digits: nothing, or p and a decimal exponent; null where it is neither.
    private static BigInteger? HexExponent(ReadOnlySpan<char> text)
    {
        if (text.Length == 0)
            return BigInteger.Zero;
        if (text[0] is not ('p' or 'P'))
            return null;
        text = text[1..];
        var unsigned = text.Length > 0 && text[0] is '+' or '-' ? text[1..] : text;
        if (unsigned.Length == 0 || unsigned.ContainsAnyExceptInRange('0', '9'))
            return null;
        return BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    // The mantissa times a power of two as the nearest double, ties to even.
    private static double RoundBinary(BigInteger mantissa, BigInteger exponent)
    {
        if (mantissa.IsZero)
            return 0;
        var top = exponent + mantissa.GetBitLength();
        if (top > MaxExponent)
            throw HexTooLarge();
        if (top < MinLowestBit)
            return 0;
        var lowest = (int)BigInteger.Max(top - MantissaBits, MinLowestBit);
        var shift = (int)(lowest - exponent);
        if (shift <= 0)
            return Math.ScaleB((double)(ulong)(mantissa << -shift), lowest);
        var kept = (ulong)(mantissa >> shift);
        var half = BigInteger.One << (shift - 1);
        var comparison = (mantissa & ((half << 1) - 1)).CompareTo(half);
        if (comparison > 0 || (comparison == 0 && (kept & 1) != 0))
            kept++;
        var result = Math.ScaleB((double)kept, lowest);
        return double.IsFinite(result) ? result : throw HexTooLarge();
    }

    private static PyException HexTooLarge() => Raise.OverflowError("hexadecimal value too large to represent as a float");
}
