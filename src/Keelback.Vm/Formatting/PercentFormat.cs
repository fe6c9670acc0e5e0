using System.Text;

namespace Keelback.Vm;

/// <summary>The flags between the percent sign and the width.</summary>
[Flags]
internal enum PercentFlags
{
    None = 0,

    /// <summary>'-': left-justified.</summary>
    Left = 1,

    /// <summary>'+': a sign before positive numbers.</summary>
    Plus = 2,

    /// <summary>' ': a space before positive numbers.</summary>
    Blank = 4,

    /// <summary>'#': a prefix, or a point.</summary>
    Alternate = 8,

    /// <summary>'0': zeros fill the width.</summary>
    Zero = 16,
}

/// <summary>Numbers by printf-style formats (<c>%d</c>): what the % operators of str and bytes have in common.</summary>
internal static class PercentFormat
{
    private const int DefaultPrecision = 6;
    private const int MaxCodePoint = 0x10FFFF;

    /// <summary>Whether a letter is one of the numeric types.</summary>
    public static bool IsNumeric(int type) =>
        type is 'd' or 'i' or 'u' or 'o' or 'x' or 'X' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G';

    /// <summary>The padded text of a number. Width and precision are -1 where absent.</summary>
    public static string Format(PyThread thread, PyValue value, char type, PercentFlags flags, int width, int precision)
    {
        var isFloat = type is 'e' or 'E' or 'f' or 'F' or 'g' or 'G';
        var text = isFloat ? FormatFloat(thread, value, type, flags, precision) : FormatInt(thread, value, type, flags, precision);
        var sign = text[0] == '-' ? "-" : (flags & PercentFlags.Plus) != 0 ? "+" : (flags & PercentFlags.Blank) != 0 ? " " : "";
        if (text[0] == '-')
            text = text[1..];
        var prefixLength = (flags & PercentFlags.Alternate) != 0 && (type is 'x' or 'X' or 'o') ? 2 : 0;
        return Pad(sign + text[..prefixLength], text[prefixLength..], flags, width);
    }

    /// <summary>The code point that %c shows for a number; a TypeError names what is none.</summary>
    public static int CodePoint(PyThread thread, PyValue value, string accepted = "an int or a unicode character")
    {
        if (!Operators.IsIndex(value))
            throw Raise.TypeError($"%c requires {accepted}, not {value.Type.Name}");
        var number = Operators.ToBigInteger(thread, value);
        return number.Sign >= 0 && number <= MaxCodePoint
            ? (int)number
            : throw Raise.OverflowError("%c arg not in range(0x110000)");
    }

    private static string Pad(string lead, string text, PercentFlags flags, int width)
    {
        var padding = width - lead.Length - text.Length;
        if (padding <= 0)
            return lead + text;
        var result = new StringBuilder(width);
        if ((flags & PercentFlags.Left) != 0)
            return result.Append(lead).Append(text).Append(' ', padding).ToString();
        return (flags & PercentFlags.Zero) != 0
            ? result.Append(lead).Append('0', padding).Append(text).ToString()
            : result.Append(' ', padding).Append(lead).Append(text).ToString();
    }

    private static string FormatFloat(PyThread thread, PyValue value, char type, PercentFlags flags, int precision)
    {
        var number = Operators.ToDouble(thread, value);
        var options = (flags & PercentFlags.Alternate) != 0 ? FloatTextOptions.Alternate : FloatTextOptions.None;
        var text = FloatText.Format(number, char.ToLowerInvariant(type), precision < 0 ? DefaultPrecision : precision, options);
        return char.IsAsciiLetterUpper(type) ? text.ToUpperInvariant() : text;
    }

    private static string FormatInt(PyThread thread, PyValue value, char type, PercentFlags flags, int precision)
    {
        var number = IntType.BigOf(ToInt(thread, value, type));
        var digits = type switch
        {
            'x' => IntText.ToDigits(number, 16),
            'X' => IntText.ToDigits(number, 16).ToUpperInvariant(),
            'o' => IntText.ToDigits(number, 8),
            _ => IntText.ToDecimal(thread, number).TrimStart('-'),
        };
        if (precision > digits.Length)
            digits = digits.PadLeft(precision, '0');
        var prefix = (flags & PercentFlags.Alternate) == 0 ? "" : type switch { 'x' => "0x", 'X' => "0X", 'o' => "0o", _ => "" };
        return (number.Sign < 0 ? "-" : "") + prefix + digits;
    }

    // The digits of a fraction are cut off by d, i and u; the other bases take whole numbers alone.
    private static PyValue ToInt(PyThread thread, PyValue value, char type)
    {
        if (IntType.IsInt(value))
            return value;
        var takesIndexAlone = type is 'x' or 'X' or 'o';
        try
        {
            if (takesIndexAlone ? Operators.IsIndex(value) : IsNumber(value))
                return takesIndexAlone ? Operators.Index(thread, value) : IntType.FromValue(thread, value);
        }
        catch (PyException exception) when (exception.Value.Type.IsSubtypeOf(ExceptionTypes.TypeError))
        {
            // The format's own error says more.
        }

        throw Raise.TypeError(takesIndexAlone
            ? $"%{type} format: an integer is required, not {value.Type.Name}"
            : $"%{type} format: a real number is required, not {value.Type.Name}");
    }

    private static unsafe bool IsNumber(PyValue value)
    {
        var slots = value.Type.Slots;
        return slots.NbInt != null || slots.NbIndex != null || slots.NbFloat != null;
    }
}
