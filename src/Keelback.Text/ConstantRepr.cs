using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Keelback.Text;

/// <summary>
/// Python's repr of constants: quotes and escapes of str and bytes, the shortest float that reads back the same, the
/// parts of a complex number. What the VM, the syntax tree's dump and its unparser show all comes from here.
/// </summary>
public static partial class ConstantRepr
{
    /// <summary>The repr of a constant.</summary>
    /// <exception cref="InsufficientExecutionStackException">Tuples are nested too deep.</exception>
    public static string Repr(Constant value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    /// <summary>The repr of a str without a surrogate pair that stands for two characters.</summary>
    public static string Repr(string value)
    {
        var text = new StringBuilder(value.Length + 2);
        AppendString(text, CodePointsOf(value));
        return text.ToString();
    }

    /// <summary>The repr of a str given by its code points.</summary>
    public static string Repr(IReadOnlyCollection<int> codePoints)
    {
        var text = new StringBuilder(codePoints.Count + 2);
        AppendString(text, codePoints);
        return text.ToString();
    }

    /// <summary>The repr of a bytes object.</summary>
    public static string Repr(ReadOnlySpan<byte> value)
    {
        var quote = value.Contains((byte)'\'') && !value.Contains((byte)'"') ? '"' : '\'';
        var text = new StringBuilder(value.Length + 3).Append('b').Append(quote);
        foreach (var item in value)
        {
            switch (item)
            {
                case (byte)'\\':
                    text.Append("\\\\");
                    break;
                case (byte)'\t':
                    text.Append("\\t");
                    break;
                case (byte)'\n':
                    text.Append("\\n");
                    break;
                case (byte)'\r':
                    text.Append("\\r");
                    break;
                case var _ when item == quote:
                    text.Append('\\').Append(quote);
                    break;
                case < 0x20 or >= 0x7F:
                    text.Append(CultureInfo.InvariantCulture, $"\\x{item:x2}");
                    break;
                default:
                    text.Append((char)item);
                    break;
            }
        }

        return text.Append(quote).ToString();
    }

    /// <summary>The code points of a str, a lone surrogate being one.</summary>
    public static IReadOnlyList<int> CodePointsOf(Constant.Str value) =>
        value.CodePoints.IsDefaultOrEmpty ? CodePointsOf(value.Value) : value.CodePoints;

    /// <summary>Whether str.isprintable holds for a code point: whether repr shows it as it is.</summary>
    public static bool IsPrintable(int codePoint)
    {
        if (codePoint is >= 0x20 and < 0x7F)
            return true;
        return CharUnicodeInfo.GetUnicodeCategory(codePoint) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.SpaceSeparator);
    }

    /// <summary>Appends the escape of a code point, as in a str literal: named, two, four or eight digits.</summary>
    public static void AppendEscape(StringBuilder text, int codePoint)
    {
        var culture = CultureInfo.InvariantCulture;
        _ = codePoint switch
        {
            '\\' => text.Append("\\\\"),
            '\t' => text.Append("\\t"),
            '\n' => text.Append("\\n"),
            '\r' => text.Append("\\r"),
            < 0x100 => text.Append(culture, $"\\x{codePoint:x2}"),
            < 0x10000 => text.Append(culture, $"\\u{codePoint:x4}"),
            _ => text.Append(culture, $"\\U{codePoint:x8}"),
        };
    }

    /// <summary>Appends a code point as it is.</summary>
    public static void AppendCodePoint(StringBuilder text, int codePoint)
    {
        if (codePoint < 0x10000)
            text.Append((char)codePoint);
        else
            text.Append((char)(0xD7C0 + (codePoint >> 10))).Append((char)(0xDC00 + (codePoint & 0x3FF)));
    }

    private static void Append(StringBuilder text, Constant value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        _ = value switch
        {
            Constant.None => text.Append("None"),
            Constant.Ellipsis => text.Append("Ellipsis"),
            Constant.Bool flag => text.Append(flag.Value ? "True" : "False"),
            Constant.Int number => text.Append(number.Value.ToString(CultureInfo.InvariantCulture)),
            Constant.Float number => text.Append(Repr(number.Value)),
            Constant.Complex number => text.Append(Repr(number.Real, number.Imaginary)),
            Constant.Str str => AppendString(text, CodePointsOf(str)),
            Constant.Bytes bytes => text.Append(Repr(bytes.Value.AsSpan())),
            Constant.Tuple tuple => AppendItems(text.Append('('), tuple.Items).Append(tuple.Items.Length == 1 ? ",)" : ")"),
            Constant.FrozenSet { Items.Length: 0 } => text.Append("frozenset()"),
            Constant.FrozenSet set => AppendItems(text.Append("frozenset({"), set.Items).Append("})"),
            Constant.Slice slice => AppendItems(text.Append("slice("), [slice.Start, slice.Stop, slice.Step]).Append(')'),
            _ => text.Append(value),
        };
    }

    private static StringBuilder AppendItems(StringBuilder text, IEnumerable<Constant> items)
    {
        var separator = "";
        foreach (var item in items)
        {
            text.Append(separator);
            separator = ", ";
            Append(text, item);
        }

        return text;
    }

    private static StringBuilder AppendString(StringBuilder text, IReadOnlyCollection<int> codePoints)
    {
        var quote = codePoints.Contains('\'') && !codePoints.Contains('"') ? '"' : '\'';
        text.Append(quote);
        foreach (var codePoint in codePoints)
        {
            if (codePoint == quote)
                text.Append('\\').Append(quote);
            else if (codePoint != '\\' && IsPrintable(codePoint))
                AppendCodePoint(text, codePoint);
            else
                AppendEscape(text, codePoint);
        }

        return text.Append(quote);
    }

    private static List<int> CodePointsOf(string value)
    {
        var points = new List<int>(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            var isPair = i + 1 < value.Length && char.IsSurrogatePair(value[i], value[i + 1]);
            points.Add(isPair ? char.ConvertToUtf32(value[i], value[i + 1]) : value[i]);
            if (isPair)
                i++;
        }

        return points;
    }
}
