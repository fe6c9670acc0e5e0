using System.Globalization;
using System.Linq;
using System.Text;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Signatures;

/// <summary>Writes a Python default as the C# expression that a parameter of a kind receives.</summary>
internal static class DefaultValue
{
    /// <summary>Whether the text means that the parameter then has no value at all.</summary>
    public static bool IsMissing(string text) => text is "<missing>" or "<unrepresentable>";

    /// <summary>The C# expression, or null where the default cannot be written for the kind.</summary>
    public static string? ToCSharp(string text, Converter converter)
    {
        if (converter.Kind == ConverterKind.Value)
            return IsMissing(text) ? "default" : OfValue(text);
        if (converter.Nullable && (IsMissing(text) || text == "None"))
            return "null";
        switch (converter.Kind)
        {
            case ConverterKind.Int64 or ConverterKind.Size or ConverterKind.Index or ConverterKind.Int32 or ConverterKind.BigInteger:
                return text == "sys.maxsize" && converter.Type == "nint"
                    ? "nint.MaxValue"
                    : Integer(text, converter.Kind == ConverterKind.Int32 ? "int" : "long");
            case ConverterKind.Double:
                return Integer(text, "long") is { } whole ? whole + ".0" : Float(text);
            case ConverterKind.Bool:
                return text switch { "True" => "true", "False" => "false", _ => null };
            case ConverterKind.String:
                return String(text);
            case ConverterKind.PyStr:
                return String(text) is { } literal ? $"PyStr.From({literal})" : null;
            case ConverterKind.Object when converter.Type == "PyTuple" && text == "()":
                return "PyTuple.Empty";
            default:
                return null;
        }
    }

    private static string? OfValue(string text)
    {
        switch (text)
        {
            case "None":
                return "PyValue.None";
            case "True" or "False":
                return "PyValue." + text;
            case "()":
                return "PyTuple.Empty";
            case "b''" or "b\"\"":
                return "PyBytes.Empty";
        }

        if (Integer(text, "long") is { } integer)
            return $"PyValue.FromInt({integer})";
        if (Float(text) is { } number)
            return $"PyValue.FromFloat({number})";
        if (text[0] == 'b' && String(text.Substring(1)) is { } bytes)
            return $"new PyBytes({bytes}u8.ToArray())";
        return String(text) is { } literal ? $"PyValue.FromString({literal})" : null;
    }

    private static string? Integer(string text, string type)
    {
        if (text == "sys.maxsize" && type == "long")
            return "long.MaxValue";
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && (type == "long" || number is >= int.MinValue and <= int.MaxValue)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;
    }

    private static string? Float(string text) => text switch
    {
        "inf" => "double.PositiveInfinity",
        "-inf" => "double.NegativeInfinity",
        "nan" => "double.NaN",
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) =>
            text.Any(c => c is '.' or 'e' or 'E') ? text : text + ".0",
        _ => null,
    };

    // The escapes that occur in signatures; anything rarer is written by hand behind a missing default.
    private static string? String(string text)
    {
        if (text.Length < 2 || text[0] is not ('\'' or '"') || text[text.Length - 1] != text[0])
            return null;
        var value = new StringBuilder();
        for (var i = 1; i < text.Length - 1; i++)
        {
            if (text[i] != '\\')
            {
                value.Append(text[i]);
                continue;
            }

            i++;
            char? escaped = text[i] switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                '0' => '\0',
                '\\' or '\'' or '"' => text[i],
                _ => null,
            };
            if (escaped is not { } character)
                return null;
            value.Append(character);
        }

        return CSharpNames.Literal(value.ToString());
    }
}
