using System.Numerics;

namespace Keelback.Vm;

/// <summary>
/// A format specification of the standard types, taken apart:
/// [[fill]align][sign][z][#][0][width][grouping][.precision[grouping]][type].
/// </summary>
internal readonly record struct FormatSpecification
{
    /// <summary>What fills up the width: a code point.</summary>
    public int Fill { get; private init; }

    /// <summary>One of &lt; &gt; ^ =.</summary>
    public char Align { get; private init; }

    /// <summary>One of + - and space, or '\0' where absent.</summary>
    public char Sign { get; private init; }

    /// <summary>Whether z stands there: no negative zero.</summary>
    public bool NoNegativeZero { get; private init; }

    /// <summary>Whether # stands there.</summary>
    public bool IsAlternate { get; private init; }

    /// <summary>The width, or -1.</summary>
    public long Width { get; private init; }

    /// <summary>The separator of thousands, comma or underscore, or '\0'.</summary>
    public char Grouping { get; private init; }

    /// <summary>The separator of digits after the point, or '\0'.</summary>
    public char FractionGrouping { get; private init; }

    /// <summary>The precision, or -1.</summary>
    public long Precision { get; private init; }

    /// <summary>The letter of the presentation type: a code point, or what stands for none.</summary>
    public int Type { get; private init; }

    /// <summary>
    /// Reads a specification for a value of a type. The defaults hold where it says nothing; errors are ValueErrors.
    /// </summary>
    public static FormatSpecification Parse(PyStr text, char defaultType, char defaultAlign, PyValue value)
    {
        var position = 0;
        int Peek(int offset = 0) => position + offset < text.Length ? text[position + offset] : -1;
        bool Take(int c)
        {
            if (Peek() != c)
                return false;
            position++;
            return true;
        }

        var (fill, align, hasFill, hasAlign) = ((int)' ', defaultAlign, false, false);
        if (IsAlign(Peek(1)))
        {
            (fill, align, hasFill, hasAlign) = (Peek(), (char)Peek(1), true, true);
            position += 2;
        }
        else if (IsAlign(Peek()))
        {
            (align, hasAlign) = ((char)Peek(), true);
            position++;
        }

        var sign = Peek() is '+' or '-' or ' ' ? (char)text[position++] : '\0';
        var noNegativeZero = Take('z');
        var isAlternate = Take('#');
        if (!hasFill && Take('0'))
        {
            fill = '0';
            if (!hasAlign && defaultAlign == '>')
                align = '=';
        }

        var width = ReadNumber(text, ref position);
        var grouping = ReadGrouping(text, ref position);
        var precision = -1L;
        var fractionGrouping = '\0';
        if (Take('.'))
        {
            precision = ReadNumber(text, ref position);
            fractionGrouping = ReadGrouping(text, ref position);
            if (precision < 0 && fractionGrouping == '\0')
                throw Raise.ValueError("Format specifier missing precision");
        }

        if (text.Length - position > 1)
            throw Raise.ValueError($"Invalid format specifier '{text.Value}' for object of type '{value.Type.Name}'");
        var type = position < text.Length ? text[position] : defaultType;
        CheckGrouping(grouping, fractionGrouping, type);
        return new()
        {
            Fill = fill,
            Align = align,
            Sign = sign,
            NoNegativeZero = noNegativeZero,
            IsAlternate = isAlternate,
            Width = width,
            Grouping = grouping,
            FractionGrouping = fractionGrouping,
            Precision = precision,
            Type = type,
        };
    }

    /// <summary>The same specification with another fill, alignment and width, for the parts of a complex number.</summary>
    public FormatSpecification ForPart(char sign) => this with { Fill = 0, Align = '<', Width = -1, Sign = sign };

    /// <summary>The precision as an int; a ValueError where it is beyond any text.</summary>
    public int CheckedPrecision() => Precision < int.MaxValue ? (int)Precision : throw Raise.ValueError("precision too big");

    /// <summary>The error of a presentation type that the value's type does not have.</summary>
    public PyException UnknownType(PyValue value) =>
        Raise.ValueError($"Unknown format code '{Printable(Type)}' for object of type '{value.Type.Name}'");

    private static bool IsAlign(int c) => c is '<' or '>' or '=' or '^';

    private static long ReadNumber(PyStr text, ref int position)
    {
        var start = position;
        BigInteger number = default;
        for (; position < text.Length; position++)
        {
            var digit = NumberText.DecimalValue(text[position]);
            if (digit < 0)
                break;
            number = (number * 10) + digit;
            if (number > long.MaxValue)
                throw Raise.ValueError("Too many decimal digits in format string");
        }

        return position == start ? -1 : (long)number;
    }

    private static char ReadGrouping(PyStr text, ref int position)
    {
        var grouping = '\0';
        if (position < text.Length && text[position] == ',')
        {
            grouping = ',';
            position++;
        }

        if (position < text.Length && text[position] == '_')
        {
            if (grouping != '\0')
                throw BothGroupings();
            grouping = '_';
            position++;
        }

        if (position < text.Length && text[position] == ',' && grouping == '_')
            throw BothGroupings();
        return grouping;
    }

    private static void CheckGrouping(char grouping, char fractionGrouping, int type)
    {
        if (grouping == '\0' && fractionGrouping == '\0')
            return;
        if (type is 'd' or 'e' or 'f' or 'g' or 'E' or 'G' or '%' or 'F' or '\0')
            return;
        if (type is 'b' or 'o' or 'x' or 'X' && grouping == '_')
            return;
        var separator = grouping != '\0' ? grouping : fractionGrouping;
        throw Raise.ValueError($"Cannot specify '{separator}' with '{Printable(type)}'.");
    }

    private static string Printable(int type) => type is > 32 and < 128 ? ((char)type).ToString() : $"\\x{type:x}";

    private static PyException BothGroupings() => Raise.ValueError("Cannot specify both ',' and '_'.");
}
