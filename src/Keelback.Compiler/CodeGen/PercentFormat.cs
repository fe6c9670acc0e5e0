using System.Collections.Immutable;
using System.Globalization;
using Keelback.Ast;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <summary>
/// Turns "%s, %-5r" % (a, b) into the f-string that says the same. Only %s, %r and %a with short widths are known; with
/// any other unit, or when units and values differ in number, the operation stays.
/// </summary>
internal static class PercentFormat
{
    private const int MaxDigits = 3;

    public static JoinedStrExpr? TryConvert(string format, ImmutableArray<Expr> values, SourceSpan span)
    {
        var parts = ImmutableArray.CreateBuilder<Expr>((values.Length * 2) + 1);
        var position = 0;
        var used = 0;
        while (true)
        {
            var literal = ReadLiteral(format, ref position);
            if (literal.Length > 0)
                parts.Add(Text(literal));
            if (position >= format.Length)
                break;
            if (used >= values.Length)
                return null;
            position++;
            if (ReadUnit(format, ref position, values[used]) is not { } part)
                return null;
            used++;
            parts.Add(part);
        }

        return used < values.Length ? null : new JoinedStrExpr(parts.ToImmutable(), span);
    }

    private static ConstantExpr Text(string text) => new(new Constant.Str(text), null, SourceSpan.None);

    private static string ReadLiteral(string format, ref int position)
    {
        var start = position;
        while (position < format.Length)
        {
            if (format[position] != '%')
                position++;
            else if (position + 1 < format.Length && format[position + 1] == '%')
                position += 2;
            else
                break;
        }

        return format[start..position].Replace("%%", "%", StringComparison.Ordinal);
    }

    private static FormattedValueExpr? ReadUnit(string format, ref int position, Expr value)
    {
        var isLeft = false;
        while (position < format.Length && format[position] is '-' or '+' or ' ' or '#' or '0')
            isLeft |= format[position++] == '-';

        if (!TryReadNumber(format, ref position, out var width))
            return null;
        int? precision = null;
        if (position < format.Length && format[position] == '.')
        {
            position++;
            if (!TryReadNumber(format, ref position, out precision))
                return null;
            precision ??= 0;
        }

        if (position >= format.Length || format[position] is not ('s' or 'r' or 'a'))
            return null;
        var conversion = format[position++];
        var spec = width > 0 && !isLeft ? ">" : "";
        spec += width?.ToString(CultureInfo.InvariantCulture);
        if (precision is not null)
            spec += "." + precision.Value.ToString(CultureInfo.InvariantCulture);
        return new FormattedValueExpr(value, conversion, spec.Length > 0 ? Text(spec) : null, value.Span);
    }

    /// <summary>Reads digits, if there are any; false when there are too many.</summary>
    private static bool TryReadNumber(string format, ref int position, out int? number)
    {
        number = null;
        var digits = 0;
        while (position < format.Length && char.IsAsciiDigit(format[position]))
        {
            number = ((number ?? 0) * 10) + (format[position++] - '0');
            if (++digits >= MaxDigits)
                return false;
        }

        return true;
    }
}
