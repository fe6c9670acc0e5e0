using System.Text;

namespace Keelback.Vm;

/// <summary>
/// Puts the parts of a formatted number together: padding, sign, prefix, more padding, grouped digits, point, grouped
/// fraction, the rest, padding.
/// </summary>
internal readonly ref struct NumberLayout
{
    private const int Thousands = 3;

    private readonly FormatSpecification _specification;

    public NumberLayout(FormatSpecification specification)
    {
        _specification = specification;
        DecimalPoint = ".";
        Separator = specification.Grouping == '\0' ? "" : specification.Grouping.ToString();
        Grouping = specification.Type is 'b' or 'o' or 'x' or 'X' ? [4] : [Thousands];
    }

    /// <summary>Whether the number is below zero, or a negative zero.</summary>
    public bool IsNegative { get; init; }

    /// <summary>What stands before the digits: 0x.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The digits before the point.</summary>
    public ReadOnlySpan<char> Digits { get; init; }

    /// <summary>Whether there is a point.</summary>
    public bool HasPoint { get; init; }

    /// <summary>The digits after the point.</summary>
    public ReadOnlySpan<char> Fraction { get; init; }

    /// <summary>What stands behind the digits: an exponent, a percent sign, a character.</summary>
    public ReadOnlySpan<char> Remainder { get; init; }

    /// <summary>The point.</summary>
    public string DecimalPoint { get; init; }

    /// <summary>What stands between groups of digits; empty for no groups.</summary>
    public string Separator { get; init; }

    /// <summary>The sizes of the groups from the right, the last one for all that follow; byte.MaxValue ends grouping.</summary>
    public ReadOnlySpan<byte> Grouping { get; init; }

    /// <summary>The layout of the text that a float's formatting gave, behind its sign.</summary>
    public static (int Digits, bool HasPoint, int Fraction) Split(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits < 0)
            digits = text.Length;
        var hasPoint = digits < text.Length && text[digits] == '.';
        if (!hasPoint)
            return (digits, false, 0);
        var fraction = text[(digits + 1)..].IndexOfAnyExceptInRange('0', '9');
        return (digits, true, fraction < 0 ? text.Length - digits - 1 : fraction);
    }

    /// <summary>The text.</summary>
    public PyStr Build()
    {
        var result = new StringBuilder();
        var sign = IsNegative ? "-" : _specification.Sign switch { '+' => "+", ' ' => " ", _ => "" };
        var fraction = GroupFraction();
        var around = sign.Length + Prefix.Length + (HasPoint ? DecimalPoint.Length : 0) + fraction.Length + LengthOf(Remainder);
        var isZeroFilled = _specification is { Fill: '0', Align: '=' };
        if (_specification.Width > Array.MaxLength)
            throw Raise.MemoryError();
        var digits = Digits.IsEmpty ? "" : GroupDigits(isZeroFilled ? _specification.Width - around : 0);
        var padding = (int)Math.Max(0, _specification.Width - around - digits.Length);
        var (left, inner, right) = _specification.Align switch
        {
            '<' => (0, 0, padding),
            '^' => (padding / 2, 0, padding - (padding / 2)),
            '=' => (0, padding, 0),
            _ => (padding, 0, 0),
        };
        AppendFill(result, _specification.Fill, left);
        result.Append(sign).Append(Prefix);
        AppendFill(result, _specification.Fill, inner);
        result.Append(digits).Append(HasPoint ? DecimalPoint : "").Append(fraction).Append(Remainder);
        AppendFill(result, _specification.Fill, right);
        return PyStr.From(result.ToString());
    }

    /// <summary>Appends a code point so many times.</summary>
    public static void AppendFill(StringBuilder text, int fill, int count)
    {
        if (fill <= 0xFFFF)
            text.Append((char)fill, count);
        else
            text.Insert(text.Length, char.ConvertFromUtf32(fill), count);
    }

    // From the right, with zeros before the digits until the width is reached.
    private string GroupDigits(long minimumWidth)
    {
        if (Separator.Length == 0)
            return Digits.Length >= minimumWidth ? Digits.ToString() : Digits.ToString().PadLeft((int)minimumWidth, '0');
        var groups = new List<string>();
        var rest = Digits;
        var index = 0;
        while (true)
        {
            var size = (long)Grouping[Math.Min(index++, Grouping.Length - 1)];
            var wanted = Math.Max(1, Math.Max(rest.Length, minimumWidth));
            size = size is 0 or byte.MaxValue ? wanted : Math.Min(size, wanted);
            var taken = (int)Math.Min(rest.Length, size);
            groups.Add(rest[^taken..].ToString().PadLeft((int)size, '0'));
            rest = rest[..^taken];
            minimumWidth -= size;
            if (rest.Length == 0 && minimumWidth <= 0)
                break;
            minimumWidth -= Separator.Length;
        }

        groups.Reverse();
        return string.Join(Separator, groups);
    }

    // From the left.
    private string GroupFraction()
    {
        if (_specification.FractionGrouping == '\0' || Fraction.Length <= Thousands)
            return Fraction.ToString();
        var text = new StringBuilder(Fraction.Length + (Fraction.Length / Thousands));
        for (var i = 0; i < Fraction.Length; i++)
        {
            if (i > 0 && i % Thousands == 0)
                text.Append(_specification.FractionGrouping);
            text.Append(Fraction[i]);
        }

        return text.ToString();
    }

    private static int LengthOf(ReadOnlySpan<char> text) =>
        text.Length == 2 && char.IsSurrogatePair(text[0], text[1]) ? 1 : text.Length;
}
