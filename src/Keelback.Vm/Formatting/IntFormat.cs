using System.Globalization;
using System.Numerics;

namespace Keelback.Vm;

/// <summary>Ints by format specifications.</summary>
internal static class IntFormat
{
    private const int MaxCodePoint = 0x10FFFF;

    /// <summary>What int.__format__ gives.</summary>
    public static PyStr Format(PyThread thread, PyValue value, PyStr text)
    {
        if (text.Length == 0)
            return Operators.Str(thread, value);
        var specification = FormatSpecification.Parse(text, 'd', '>', value);
        return specification.Type switch
        {
            'b' or 'c' or 'd' or 'o' or 'x' or 'X' or 'n' => FormatInt(thread, value, specification),
            'e' or 'E' or 'f' or 'F' or 'g' or 'G' or '%' =>
                FloatFormat.Format(thread, Operators.ToDouble(thread, value), value, specification),
            _ => throw specification.UnknownType(value),
        };
    }

    private static PyStr FormatInt(PyThread thread, PyValue value, FormatSpecification specification)
    {
        if (specification.Precision >= 0)
            throw Raise.ValueError("Precision not allowed in integer format specifier");
        if (specification.NoNegativeZero)
            throw Raise.ValueError("Negative zero coercion (z) not allowed in integer format specifier");
        if (specification.Type == 'c')
            return FormatCharacter(value, specification);

        var number = IntType.BigOf(value);
        var digits = DigitsOf(thread, value, number, specification.Type);
        var prefix = specification.IsAlternate
            ? specification.Type switch { 'b' => "0b", 'o' => "0o", 'x' => "0x", 'X' => "0X", _ => "" }
            : "";
        var layout = new NumberLayout(specification) { IsNegative = number.Sign < 0, Prefix = prefix, Digits = digits };
        if (specification.Type != 'n')
            return layout.Build();
        var locale = thread.Interpreter.GetState<NumericLocale>();
        return new NumberLayout(specification)
        {
            IsNegative = number.Sign < 0,
            Digits = digits,
            Separator = locale.Grouping.Length == 0 ? "" : locale.ThousandsSeparator,
            Grouping = locale.Grouping,
        }.Build();
    }

    private static string DigitsOf(PyThread thread, PyValue value, BigInteger number, int type)
    {
        switch (type)
        {
            case 'b':
                return IntText.ToDigits(number, 2);
            case 'o':
                return IntText.ToDigits(number, 8);
            case 'x':
                return IntText.ToDigits(number, 16);
            case 'X':
                return IntText.ToDigits(number, 16).ToUpperInvariant();
            default:
                var text = IntType.TryGetValue(value, out var small)
                    ? small.ToString(CultureInfo.InvariantCulture)
                    : IntText.ToDecimal(thread, number);
                return text[0] == '-' ? text[1..] : text;
        }
    }

    private static PyStr FormatCharacter(PyValue value, FormatSpecification specification)
    {
        if (specification.Sign != '\0')
            throw Raise.ValueError("Sign not allowed with integer format specifier 'c'");
        if (specification.IsAlternate)
            throw Raise.ValueError("Alternate form (#) not allowed with integer format specifier 'c'");
        if (!IntType.TryGetValue(value, out var number))
            throw Raise.OverflowError("Python int too large to convert to C long");
        if (number is < 0 or > MaxCodePoint)
            throw Raise.OverflowError("%c arg not in range(0x110000)");
        return new NumberLayout(specification) { Remainder = PyStr.FromCodePoint((int)number).Value }.Build();
    }
}
