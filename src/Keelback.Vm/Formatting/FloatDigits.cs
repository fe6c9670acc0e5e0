using System.Globalization;
using System.Numerics;
using Keelback.Text;

namespace Keelback.Vm;

/// <summary>
/// The decimal digits of a double, exactly rounded, ties to even: <see cref="Text"/> without leading zeros ("0" for
/// zero), and how many of them stand before the point (which can be negative).
/// </summary>
internal readonly record struct FloatDigits(string Text, int Point)
{
    // No double has more digits after the point, nor more significant ones, than this; what follows is zeros.
    private const int MaxDecimals = 1074;
    private const int MaxSignificant = 800;

    // Mantissa (53 bits) times ten to this still fits 128 bits.
    private const int FastDecimals = 22;

    private static readonly UInt128[] s_powersOfTen = MakePowers();

    /// <summary>The fewest digits that read back as the same double.</summary>
    public static FloatDigits Shortest(double value)
    {
        var (text, point) = ConstantRepr.ShortestDigits(value);
        return new(text, point);
    }

    /// <summary>The digits up to a number of decimals, which can be negative. Trailing zeros are kept; zero is "0".</summary>
    public static FloatDigits Fixed(double value, int decimals)
    {
        var kept = Math.Min(decimals, MaxDecimals);
        var (mantissa, exponent) = FloatBits.Split(value);
        var text = ScaledText(mantissa, exponent, kept);
        if (text == "0")
            return new("0", 1 - Math.Max(0, decimals));
        return new(text + new string('0', decimals - kept), text.Length - kept);
    }

    /// <summary>A number of significant digits. Trailing zeros are kept; zero is "0".</summary>
    public static FloatDigits Significant(double value, int count)
    {
        if (value == 0)
            return new("0", 1);
        var kept = Math.Min(count, MaxSignificant);
        var (mantissa, exponent) = FloatBits.Split(value);
        var power = (int)Math.Floor(Math.Log10(value));
        while (true)
        {
            // The logarithm may be off by one, and rounding may carry into one more digit.
            var text = ScaledText(mantissa, exponent, kept - 1 - power);
            if (text.Length == kept)
                return new(text + new string('0', count - kept), power + 1);
            power += text.Length > kept ? 1 : -1;
        }
    }

    // The mantissa times 2**exponent times 10**decimals, rounded to a whole number.
    private static string ScaledText(ulong mantissa, int exponent, int decimals)
    {
        if (decimals is >= 0 and <= FastDecimals && exponent <= 0)
            return FastScaledText(mantissa * s_powersOfTen[decimals], -exponent);
        BigInteger numerator = mantissa;
        var denominator = BigInteger.One;
        if (decimals >= 0)
            numerator *= BigInteger.Pow(10, decimals);
        else
            denominator = BigInteger.Pow(10, -decimals);
        if (exponent >= 0)
            numerator <<= exponent;
        else
            denominator <<= -exponent;
        var quotient = BigInteger.DivRem(numerator, denominator, out var remainder);
        var comparison = (remainder << 1).CompareTo(denominator);
        if (comparison > 0 || (comparison == 0 && !quotient.IsEven))
            quotient++;
        return quotient.ToString(CultureInfo.InvariantCulture);
    }

    private static string FastScaledText(UInt128 numerator, int shift)
    {
        if (shift > 127)
            return "0";
        var quotient = numerator >> shift;
        if (shift > 0)
        {
            var half = UInt128.One << (shift - 1);
            var rest = numerator & ((half << 1) - 1);
            if (rest > half || (rest == half && !UInt128.IsEvenInteger(quotient)))
                quotient++;
        }

        return quotient <= ulong.MaxValue
            ? ((ulong)quotient).ToString(CultureInfo.InvariantCulture)
            : quotient.ToString(null, CultureInfo.InvariantCulture);
    }

    private static UInt128[] MakePowers()
    {
        var powers = new UInt128[FastDecimals + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * 10;
        return powers;
    }
}
