namespace Keelback.Vm;

/// <summary>Floats, and the parts of complex numbers, by format specifications.</summary>
internal static class FloatFormat
{
    private const int DefaultPrecision = 6;

    /// <summary>What float.__format__ gives.</summary>
    public static PyStr Format(PyThread thread, PyValue value, PyStr text)
    {
        if (text.Length == 0)
            return Operators.Str(thread, value);
        var specification = FormatSpecification.Parse(text, '\0', '>', value);
        return Format(thread, Operators.ToDouble(thread, value), value, specification);
    }

    /// <summary>Formats the number of a value, which need not be a float.</summary>
    public static PyStr Format(PyThread thread, double number, PyValue value, FormatSpecification specification)
    {
        if (specification.Type is not ('\0' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or 'n' or '%'))
            throw specification.UnknownType(value);
        var options = specification.Type == '\0' ? FloatTextOptions.AddPointZero : FloatTextOptions.None;
        return Lay(thread, TextOf(number, specification, options), specification);
    }

    /// <summary>The text of a part of a complex number, without padding. Its type is 'r' where there is no letter.</summary>
    public static PyStr FormatPart(PyThread thread, double number, FormatSpecification specification) =>
        Lay(thread, TextOf(number, specification, FloatTextOptions.None), specification);

    private static string TextOf(double number, FormatSpecification specification, FloatTextOptions options)
    {
        var precision = specification.CheckedPrecision();
        if (specification.IsAlternate)
            options |= FloatTextOptions.Alternate;
        if (specification.NoNegativeZero)
            options |= FloatTextOptions.NoNegativeZero;
        var type = specification.Type switch
        {
            '\0' => precision < 0 ? 'r' : 'g',
            '%' => 'f',
            'n' => 'g',
            _ => char.ToLowerInvariant((char)specification.Type),
        };
        if (specification.Type == '%')
            number *= 100;
        var text = FloatText.Format(number, type, precision < 0 ? DefaultPrecision : precision, options);
        if (specification.Type is 'E' or 'F' or 'G')
            text = text.ToUpperInvariant();
        return specification.Type == '%' ? text + "%" : text;
    }

    private static PyStr Lay(PyThread thread, ReadOnlySpan<char> text, FormatSpecification specification)
    {
        var isNegative = text[0] == '-';
        if (isNegative)
            text = text[1..];
        var (digits, hasPoint, fraction) = NumberLayout.Split(text);
        var afterPoint = digits + (hasPoint ? 1 : 0);
        var locale = specification.Type == 'n' ? thread.Interpreter.GetState<NumericLocale>() : null;
        var separator = specification.Grouping == '\0' ? "" : specification.Grouping.ToString();
        return new NumberLayout(specification)
        {
            IsNegative = isNegative,
            Digits = text[..digits],
            HasPoint = hasPoint,
            Fraction = text.Slice(afterPoint, fraction),
            Remainder = text[(afterPoint + fraction)..],
            DecimalPoint = locale?.DecimalPoint ?? ".",
            Separator = locale is null ? separator : locale.Grouping.Length == 0 ? "" : locale.ThousandsSeparator,
            Grouping = locale is null || locale.Grouping.Length == 0 ? [3] : locale.Grouping,
        }.Build();
    }
}
