using Keelback.Generators.Shared;
using Keelback.Generators.Signatures;

namespace Keelback.Generators.Natives;

/// <summary>Writes the C# expressions that convert arguments from Python and results to Python.</summary>
internal static class ConversionExpressions
{
    /// <summary>The expression that makes a Python value of a C# result.</summary>
    public static string ToPython(Converter result, string expression) => result.Kind switch
    {
        ConverterKind.Value => expression,
        ConverterKind.Bool => $"PyValue.FromBool({expression})",
        ConverterKind.Double => $"PyValue.FromFloat({expression})",
        ConverterKind.String when result.Nullable => $"Conversions.FromStringOrNone({expression})",
        ConverterKind.String => $"PyValue.FromString({expression})",
        ConverterKind.PyStr or ConverterKind.Object when result.Nullable => $"Conversions.FromObjectOrNone({expression})",
        ConverterKind.PyStr or ConverterKind.Object => expression,
        _ => $"PyValue.FromInt({expression})",
    };

    /// <summary>The expression that makes a parameter's C# value of an argument.</summary>
    public static string ToCSharp(CallShape shape, string functionName, int index, string value)
    {
        var parameter = shape.Named[index];
        var converter = parameter.Converter;
        if (IsReference(converter))
            return OfReference(converter, value, CSharpNames.Literal(functionName + "() argument" + Place(shape, index)));
        var method = converter.Kind switch
        {
            ConverterKind.Int64 => "ToInt64",
            ConverterKind.Int32 => "ToInt32",
            ConverterKind.Size => "ToSize",
            ConverterKind.Index => "ToIndex",
            ConverterKind.Double => "ToDouble",
            ConverterKind.Bool => "ToBool",
            ConverterKind.BigInteger => "ToBigInteger",
            _ => null,
        };
        if (method is null)
            return value;
        var converted = $"{(converter.Type == "nint" ? "(nint)" : "")}Conversions.{method}(thread, {value})";
        return converter.Nullable ? $"({value}.IsNone ? null : {converted})" : converted;
    }

    /// <summary>A default in the branch of a conditional expression, where C# must be told its type.</summary>
    public static string Branch(NativeParameter parameter, string @default) => @default switch
    {
        "null" when !IsReference(parameter.Converter) => $"({parameter.Converter.CSharpType})null",
        "PyTuple.Empty" or "PyBytes.Empty" when parameter.Converter.Kind == ConverterKind.Value => $"(PyValue){@default}",
        _ => @default,
    };

    private static bool IsReference(Converter converter) =>
        converter.Kind is ConverterKind.PyStr or ConverterKind.String or ConverterKind.Object;

    private static string OfReference(Converter converter, string value, string place) => (converter.Kind, converter.Nullable) switch
    {
        (ConverterKind.PyStr, true) => $"Conversions.ToStrOrNone({value}, {place})",
        (ConverterKind.PyStr, false) => $"Conversions.ToStr({value}, {place})",
        (ConverterKind.String, true) => $"Conversions.ToStrOrNone({value}, {place})?.Value",
        (ConverterKind.String, false) => $"Conversions.ToStr({value}, {place}).Value",
        (_, true) => $"Conversions.ToObjectOrNone<{converter.Type}>({value}, {converter.Type}.TypeObject, {place})",
        _ => $"Conversions.ToObject<{converter.Type}>({value}, {converter.Type}.TypeObject, {place})",
    };

    // How CPython names the argument in an error: by name where it can be a keyword, else by number unless it is alone.
    private static string Place(CallShape shape, int index)
    {
        var parameter = shape.Named[index];
        if (parameter.Kind is ParameterKind.PositionalOrKeyword or ParameterKind.KeywordOnly)
            return $" '{parameter.Name}'";
        var isAlone = shape.Named.Count == 1 && !shape.HasVarPositional && parameter.Default is null && !shape.IsConstructor;
        return isAlone ? "" : $" {index + 1}";
    }
}
