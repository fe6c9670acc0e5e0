using System.Globalization;
using System.Text;

namespace Keelback.Text;

/// <summary>Numbers: the fewest digits that read back as the same float, laid out by Python's rules.</summary>
public static partial class ConstantRepr
{
    /// <summary>The repr of a float: with a point or an exponent, so that it reads back as one.</summary>
    public static string Repr(double value) => Format(value, addsPoint: true);

    /// <summary>The repr of a complex number: without the real part where that is a positive zero.</summary>
    public static string Repr(double real, double imaginary)
    {
        if (real == 0 && !double.IsNegative(real))
            return Format(imaginary, addsPoint: false) + "j";
        var imaginaryText = Format(imaginary, addsPoint: false);
        var sign = imaginaryText[0] == '-' ? "" : "+";
        return $"({Format(real, addsPoint: false)}{sign}{imaginaryText}j)";
    }

    private static string Format(double value, bool addsPoint)
    {
        if (double.IsNaN(value))
            return "nan";
        if (double.IsInfinity(value))
            return value > 0 ? "inf" : "-inf";
        var (digits, point) = ShortestDigits(Math.Abs(value));
        var text = new StringBuilder(double.IsNegative(value) ? "-" : "");
        if (point is <= -4 or > 16)
        {
            text.Append(digits[0]);
            if (digits.Length > 1)
                text.Append('.').Append(digits, 1, digits.Length - 1);
            var exponent = point - 1;
            return text.Append('e').Append(exponent < 0 ? '-' : '+')
                .Append(Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)).ToString();
        }

        if (point <= 0)
            return text.Append("0.").Append('0', -point).Append(digits).ToString();
        if (point >= digits.Length)
            return text.Append(digits).Append('0', point - digits.Length).Append(addsPoint ? ".0" : "").ToString();
        return text.Append(digits, 0, point).Append('.').Append(digits, point, digits.Length - point).ToString();
    }

    /// <summary>
    /// The fewest digits that read back as the same float, which must be finite and not negative, and the place of the
    /// point relative to the first of them.
    /// </summary>
    public static (string Digits, int Point) ShortestDigits(double value)
    {
        // .NET's round-trip format finds the digits; only of 2**-25 and 2**-958, whose neighbour below is nearer than the
        // one above, it finds one too few.
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        if (double.Parse(text, CultureInfo.InvariantCulture) != value)
            text = value.ToString("E16", CultureInfo.InvariantCulture);
        var exponent = 0;
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        if (mark >= 0)
        {
            exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..mark];
        }

        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text.Length : point;
        var digits = text.Replace(".", "", StringComparison.Ordinal);
        var significant = digits.TrimStart('0');
        if (significant.Length == 0)
            return ("0", 1);
        point = whole - (digits.Length - significant.Length) + exponent;
        return (significant.TrimEnd('0'), point);
    }
}
