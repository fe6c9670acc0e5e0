using System.Text;

namespace Keelback.Vm;

/// <summary>Complex numbers by format specifications.</summary>
internal static class ComplexFormat
{
    /// <summary>What complex.__format__ gives.</summary>
    public static PyStr Format(PyThread thread, PyComplex value, PyStr text)
    {
        if (text.Length == 0)
            return Operators.Str(thread, value);
        var specification = FormatSpecification.Parse(text, '\0', '>', value);
        if (specification.Type is not ('\0' or 'e' or 'E' or 'f' or 'F' or 'g' or 'G' or 'n'))
            throw specification.UnknownType(value);
        if (specification.Fill == '0')
            throw Raise.ValueError("Zero padding is not allowed in complex format specifier");
        if (specification.Align == '=')
            throw Raise.ValueError("'=' alignment flag is not allowed in complex format specifier");
        if (specification.Width > Array.MaxLength)
            throw Raise.MemoryError();

        var (real, imaginary) = (value.Value.Real, value.Value.Imaginary);
        var isPlain = specification.Type == '\0';
        var skipsReal = isPlain && real == 0 && !double.IsNegative(real);
        var part = specification.ForPart(specification.Sign);
        var content = new StringBuilder(isPlain && !skipsReal ? "(" : "");
        if (!skipsReal)
        {
            content.Append(FloatFormat.FormatPart(thread, real, part).Value);
            part = specification.ForPart('+');
        }

        content.Append(FloatFormat.FormatPart(thread, imaginary, part).Value).Append('j').Append(isPlain && !skipsReal ? ")" : "");
        return Pad(content, specification);
    }

    private static PyStr Pad(StringBuilder content, FormatSpecification specification)
    {
        var padding = (int)Math.Max(0, specification.Width - content.Length);
        var left = specification.Align switch { '<' => 0, '^' => padding / 2, _ => padding };
        var result = new StringBuilder(content.Length + padding);
        NumberLayout.AppendFill(result, specification.Fill, left);
        result.Append(content);
        NumberLayout.AppendFill(result, specification.Fill, padding - left);
        return PyStr.From(result.ToString());
    }
}
