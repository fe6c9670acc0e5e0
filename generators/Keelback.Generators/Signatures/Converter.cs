using System.Collections.Generic;
using System.Linq;

namespace Keelback.Generators.Signatures;

/// <summary>How a Python value becomes a C# argument, or a C# result a Python value.</summary>
internal enum ConverterKind
{
    Value,
    Int64,
    Int32,
    Size,
    Index,
    Double,
    Bool,
    PyStr,
    String,
    BigInteger,
    Object,
    VarPositional,
    VarKeyword,
    Void,
}

/// <summary>
/// A conversion with the C# type it serves. <see cref="Nullable"/> ones take None as null.
/// </summary>
internal sealed record Converter(ConverterKind Kind, string Type, bool Nullable = false)
{
    public static readonly Converter Value = new(ConverterKind.Value, "PyValue");
    public static readonly Converter Void = new(ConverterKind.Void, "void");
    public static readonly Converter VarPositional = new(ConverterKind.VarPositional, "ReadOnlySpan<PyValue>");
    public static readonly Converter VarKeyword = new(ConverterKind.VarKeyword, "PyDict?");

    private static readonly Dictionary<string, Converter> s_byAnnotation = new()
    {
        ["object"] = Value,
        ["int"] = new(ConverterKind.Int64, "long"),
        ["cint"] = new(ConverterKind.Int32, "int"),
        ["ssize"] = new(ConverterKind.Size, "long"),
        ["index"] = new(ConverterKind.Index, "long"),
        ["float"] = new(ConverterKind.Double, "double"),
        ["bool"] = new(ConverterKind.Bool, "bool"),
        ["str"] = new(ConverterKind.PyStr, "PyStr"),
        ["text"] = new(ConverterKind.String, "string"),
        ["bigint"] = new(ConverterKind.BigInteger, "BigInteger"),
        ["none"] = Void,
        ["list"] = new(ConverterKind.Object, "PyList"),
        ["tuple"] = new(ConverterKind.Object, "PyTuple"),
        ["dict"] = new(ConverterKind.Object, "PyDict"),
        ["set"] = new(ConverterKind.Object, "PySet"),
        ["bytes"] = new(ConverterKind.Object, "PyBytes"),
        ["type"] = new(ConverterKind.Object, "PyType"),
        ["code"] = new(ConverterKind.Object, "PyCode"),
    };

    /// <summary>The names that may stand after ':' in spec/types; "none" is a result only.</summary>
    public static IEnumerable<string> Annotations => s_byAnnotation.Keys;

    /// <summary>The C# type of a parameter or result, with its '?'.</summary>
    public string CSharpType => Nullable ? Type + "?" : Type;

    /// <summary>The name to show for the kind of a parameter.</summary>
    public string Name => s_byAnnotation.FirstOrDefault(pair => pair.Value.Kind == Kind && pair.Value.Type == Type).Key ?? Type;

    /// <summary>The converter of an annotation; an empty one is 'object'. Null where there is none of the name.</summary>
    public static Converter? OfAnnotation(string annotation)
    {
        if (annotation.Length == 0)
            return Value;
        var nullable = annotation.EndsWith("?");
        var name = nullable ? annotation.Substring(0, annotation.Length - 1) : annotation;
        return s_byAnnotation.TryGetValue(name, out var converter) ? converter with { Nullable = nullable } : null;
    }

    /// <summary>The converter of a C# type in minimal form, as it stands in a declaration; null where there is none.</summary>
    public static Converter? OfCSharpType(string type, bool isPyObject)
    {
        var nullable = type.EndsWith("?");
        var name = nullable ? type.Substring(0, type.Length - 1) : type;
        ConverterKind? kind = name switch
        {
            "PyValue" when !nullable => ConverterKind.Value,
            "long" => ConverterKind.Int64,
            "int" => ConverterKind.Int32,
            "nint" => ConverterKind.Size,
            "double" => ConverterKind.Double,
            "bool" => ConverterKind.Bool,
            "PyStr" => ConverterKind.PyStr,
            "string" => ConverterKind.String,
            "BigInteger" => ConverterKind.BigInteger,
            "void" => ConverterKind.Void,
            _ when isPyObject => ConverterKind.Object,
            _ => null,
        };
        return kind is { } found ? new(found, name, nullable) : null;
    }
}
