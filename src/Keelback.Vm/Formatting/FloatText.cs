using System.Globalization;
using System.Text;

namespace Keelback.Vm;

/// <summary>What the text of a float may have beside its digits.</summary>
[Flags]
internal enum FloatTextOptions
{
    None = 0,

    /// <summary>Keep the point and trailing zeros: '#' in a format.</summary>
    Alternate = 1,

    /// <summary>End in .0 where there is neither point nor exponent.</summary>
    AddPointZero = 2,

    /// <summary>Write a negative number that rounds to zero without a sign: 'z' in a format.</summary>
    NoNegativeZero = 4,
}

/// <summary>Floats as text, by the letters e, f, g and r (shortest), and back.</summary>
internal static class FloatText
{
    private const int ShortestMaxPoint = 16;
    private const int MinPoint = -4;

    /// <summary>The number that a text in ASCII shows, or null where it shows none.</summary>
    public static double? Parse(string text)
    {
        if (WithoutUnderscores(text) is not { } clean)
            return null;
        var rest = clean.AsSpan().Trim(NumberText.Whitespace);
        return ParsePrefix(rest, out var length) is { } value && length == rest.Length ? value : null;
    }

    /// <summary>The number at the start of a text and how long it is; null where there is none.</summary>
    public static double? ParsePrefix(ReadOnlySpan<char> text, out int length)
    {
        var sign = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        var isNegative = sign > 0 && text[0] == '-';
        length = NameLength(text[sign..]);
        if (length > 0)
        {
            var named = TryParseName(text.Slice(sign, length))!.Value;
            length += sign;
            return isNegative ? -named : named;
        }

        length = NumberLength(text, sign);
        if (length == 0)
            return null;
        return double.Parse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>Infinity or NaN by name, without a sign; null for any other text.</summary>
    public static double? TryParseName(ReadOnlySpan<char> text)
    {
        if (text.Equals("inf", StringComparison.OrdinalIgnoreCase) || text.Equals("infinity", StringComparison.OrdinalIgnoreCase))
            return double.PositiveInfinity;
        return text.Equals("nan", StringComparison.OrdinalIgnoreCase) ? double.NaN : null;
    }

    /// <summary>Takes the underscores out of a text, where they stand between digits alone; else null.</summary>
    public static string? WithoutUnderscores(string text) => NumberText.WithoutUnderscores(text);

    /// <summary>The text of a float. Infinities and NaNs are words; upper case is the caller's business.</summary>
    public static string Format(double value, char type, int precision, FloatTextOptions options)
    {
        if (double.IsNaN(value))
            return "nan";
        if (double.IsInfinity(value))
            return value > 0 ? "inf" : "-inf";
        var magnitude = Math.Abs(value);
        var text = type switch
        {
            'f' => FormatFixed(FloatDigits.Fixed(magnitude, precision).Text, precision, options),
            'e' => FormatExponent(FloatDigits.Significant(magnitude, precision + 1), precision + 1, options),
            'g' => FormatGeneral(magnitude, Math.Max(1, precision), options),
            _ => FormatShortest(FloatDigits.Shortest(magnitude), options),
        };
        var isNegative = double.IsNegative(value);
        if (isNegative && (options & FloatTextOptions.NoNegativeZero) != 0 && IsZero(text))
            isNegative = false;
        return isNegative ? "-" + text : text;
    }

    private static string FormatFixed(string digits, int precision, FloatTextOptions options)
    {
        if (precision == 0)
            return (options & FloatTextOptions.Alternate) != 0 ? digits + "." : digits;
        digits = digits.PadLeft(precision + 1, '0');
        return string.Concat(digits.AsSpan(0, digits.Length - precision), ".", digits.AsSpan(digits.Length - precision));
    }

    private static string FormatExponent(FloatDigits digits, int count, FloatTextOptions options)
    {
        var exponent = digits.Point - 1;
        var text = new StringBuilder(count + 8).Append(digits.Text[0]);
        if (count > 1 || (options & FloatTextOptions.Alternate) != 0)
            text.Append('.').Append(digits.Text, 1, digits.Text.Length - 1).Append('0', Math.Max(0, count - digits.Text.Length));
        return text.Append('e').Append(exponent < 0 ? '-' : '+')
            .Append(Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)).ToString();
    }

    private static string FormatGeneral(double value, int precision, FloatTextOptions options)
    {
        var digits = FloatDigits.Significant(value, precision);
        var isAlternate = (options & FloatTextOptions.Alternate) != 0;
        var significant = isAlternate ? digits.Text.PadRight(precision, '0') : TrimZeros(digits.Text);
        var addsPoint = (options & FloatTextOptions.AddPointZero) != 0;
        if (digits.Point <= MinPoint || digits.Point > precision - (addsPoint ? 1 : 0))
            return FormatExponent(digits with { Text = significant }, significant.Length, options);
        return FormatPlain(significant, digits.Point, options);
    }

    private static string FormatShortest(FloatDigits digits, FloatTextOptions options) =>
        digits.Point is <= MinPoint or > ShortestMaxPoint
            ? FormatExponent(digits, digits.Text.Length, options)
            : FormatPlain(digits.Text, digits.Point, options);

    private static string FormatPlain(string digits, int point, FloatTextOptions options)
    {
        if (point <= 0)
            return "0." + new string('0', -point) + digits;
        if (point < digits.Length)
            return string.Concat(digits.AsSpan(0, point), ".", digits.AsSpan(point));
        var whole = digits.PadRight(point, '0');
        if ((options & FloatTextOptions.AddPointZero) != 0)
            return whole + ".0";
        return (options & FloatTextOptions.Alternate) != 0 ? whole + "." : whole;
    }

    private static string TrimZeros(string digits)
    {
        var trimmed = digits.TrimEnd('0');
        return trimmed.Length == 0 ? "0" : trimmed;
    }

    private static bool IsZero(string text)
    {
        var end = text.IndexOf('e', StringComparison.Ordinal);
        return !text.AsSpan(0, end < 0 ? text.Length : end).ContainsAnyInRange('1', '9');
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("infinity", StringComparison.OrdinalIgnoreCase))
            return "infinity".Length;
        return text.StartsWith("inf", StringComparison.OrdinalIgnoreCase) || text.StartsWith("nan", StringComparison.OrdinalIgnoreCase)
            ? "inf".Length
            : 0;
    }

    // Digits with a point among or beside them, then an exponent if that is complete.
    private static int NumberLength(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        var digits = 0;
        var hasPoint = false;
        for (; end < text.Length; end++)
        {
            if (char.IsAsciiDigit(text[end]))
                digits++;
            else if (text[end] == '.' && !hasPoint)
                hasPoint = true;
            else
                break;
        }

        if (digits == 0)
            return 0;
        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var exponent = end + 1;
            if (exponent < text.Length && text[exponent] is '+' or '-')
                exponent++;
            var last = exponent;
            while (last < text.Length && char.IsAsciiDigit(text[last]))
                last++;
            if (last > exponent)
                return last;
        }

        return end;
    }
}
