namespace Keelback.Vm;

/// <summary>The format specification mini-language where the value is a str: fill, alignment, width and precision.</summary>
/// <seealso href="https://docs.python.org/3/library/string.html#format-specification-mini-language"/>
internal static class TextFormat
{
    /// <summary>A text laid out by a specification.</summary>
    public static PyStr Format(PyStr text, PyStr specification)
    {
        var at = 0;
        var (fill, align) = ReadAlignment(specification, ref at);
        RefuseSigns(specification, ref at);
        if (at < specification.Length && specification[at] == '0' && align < 0)
        {
            fill = '0';
            align = '<';
            at++;
        }
        else if (at < specification.Length && specification[at] == '0' && fill < 0)
        {
            fill = '0';
            at++;
        }

        var width = ReadNumber(specification, ref at);
        RefuseGrouping(specification, at);
        var precision = -1L;
        if (at < specification.Length && specification[at] == '.')
        {
            at++;
            precision = ReadNumber(specification, ref at);
            if (precision < 0)
                throw Raise.ValueError("Format specifier missing precision");
        }

        ReadType(specification, at);
        if (align == '=')
            throw Raise.ValueError("'=' alignment not allowed in string format specifier");
        if (precision >= 0 && precision < text.Length)
            text = text.Substring(0, (int)precision);
        var space = Math.Max(width - text.Length, 0);
        var left = align == '>' ? space : align == '^' ? space / 2 : 0;
        return text.Pad(left, space - left, fill < 0 ? ' ' : fill);
    }

    private static (int Fill, int Align) ReadAlignment(PyStr specification, ref int at)
    {
        if (specification.Length >= 2 && specification[1] is '<' or '>' or '=' or '^')
        {
            at = 2;
            return (specification[0], specification[1]);
        }

        if (specification.Length >= 1 && specification[0] is '<' or '>' or '=' or '^')
        {
            at = 1;
            return (-1, specification[0]);
        }

        return (-1, -1);
    }

    private static void RefuseSigns(PyStr specification, ref int at)
    {
        if (at >= specification.Length)
            return;
        switch (specification[at])
        {
            case ' ':
                throw Raise.ValueError("Space not allowed in string format specifier");
            case '+' or '-':
                throw Raise.ValueError("Sign not allowed in string format specifier");
            case 'z':
                throw Raise.ValueError("Negative zero coercion (z) not allowed in string format specifier");
            case '#':
                throw Raise.ValueError("Alternate form (#) not allowed in string format specifier");
        }
    }

    private static void RefuseGrouping(PyStr specification, int at)
    {
        if (at >= specification.Length || specification[at] is not (',' or '_'))
            return;
        if (at + 1 < specification.Length && specification[at + 1] is ',' or '_')
        {
            throw Raise.ValueError(specification[at] == specification[at + 1]
                ? $"Cannot specify '{(char)specification[at]}' with '{(char)specification[at]}'."
                : "Cannot specify both ',' and '_'.");
        }

        throw Raise.ValueError($"Cannot specify '{(char)specification[at]}' with 's'.");
    }

    private static void ReadType(PyStr specification, int at)
    {
        if (specification.Length - at > 1)
            throw Raise.ValueError($"Invalid format specifier '{specification.Value}' for object of type 'str'");
        if (at == specification.Length || specification[at] == 's')
            return;
        var type = specification[at];
        throw Raise.ValueError(type is > 32 and < 128
            ? $"Unknown format code '{(char)type}' for object of type 'str'"
            : $"Unknown format code '\\x{type:x}' for object of type 'str'");
    }

    // -1 where there is no number.
    private static long ReadNumber(PyStr specification, ref int at)
    {
        var start = at;
        var number = 0L;
        for (; at < specification.Length; at++)
        {
            var digit = UnicodeClass.DecimalValue(specification[at]);
            if (digit < 0)
                break;
            if (number > (long.MaxValue - digit) / 10)
                throw Raise.ValueError("Too many decimal digits in format string");
            number = (number * 10) + digit;
        }

        return at == start ? -1 : number;
    }
}
