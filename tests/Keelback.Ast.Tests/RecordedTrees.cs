using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Keelback.Testing;
using Keelback.Text;

namespace Keelback.Ast.Tests;

/// <summary>The reference's trees of the snippets in sources/, with its dumps and texts; recorded by record/record_ast.py.</summary>
internal static class RecordedTrees
{
    public static IReadOnlyList<RecordedTree> All { get; } = Read(Repository.PathOf("tests", "Keelback.Ast.Tests", "data", "trees.json"));

    public static TheoryData<int> Indexes => [.. Enumerable.Range(0, All.Count)];

    public static IReadOnlyList<RecordedTree> Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path), new JsonDocumentOptions { MaxDepth = 4000 });
        return [.. document.RootElement.EnumerateArray().Select(item => new RecordedTree(
            item.GetProperty("source").GetString()!,
            Node(item.GetProperty("tree")),
            item.EnumerateObject()
                .Where(property => property.Value.ValueKind == JsonValueKind.String)
                .ToDictionary(property => property.Name, property => property.Value.GetString()!)))];
    }

    private static AstNode Node(JsonElement element)
    {
        var info = AstMetadata.Find(element.GetProperty("_").GetString()!)!;
        var span = SourceSpan.None;
        if (element.TryGetProperty("@", out var place))
        {
            var numbers = place.EnumerateArray().Select(number => number.GetInt32()).ToArray();
            span = new SourceSpan(numbers[0], numbers[1], numbers[2], numbers[3]);
        }

        var fields = info.Fields.Select(field => Value(field, element.GetProperty(field.Name))).ToList();
        return AstFactory.Create(info.Kind!.Value, fields, span);
    }

    private static object? Value(AstFieldInfo field, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => element.GetInt32(),
        JsonValueKind.Array => element.EnumerateArray().Select(item => Value(field, item)).ToList(),
        JsonValueKind.String when field.Value == AstFieldValue.Enum => AstEnumNames.Parse(element.GetString()!),
        JsonValueKind.String => element.GetString(),
        _ when field.Value == AstFieldValue.Constant => Constant(element),
        _ => Node(element),
    };

    public static Constant Constant(JsonElement element)
    {
        var value = element.TryGetProperty("v", out var found) ? found : default;
        return element.GetProperty("c").GetString() switch
        {
            "None" => Text.Constant.None.Value,
            "ellipsis" => Text.Constant.Ellipsis.Value,
            "bool" => new Constant.Bool(value.GetBoolean()),
            "int" => new Constant.Int(BigInteger.Parse(value.GetString()!, CultureInfo.InvariantCulture)),
            "float" => new Constant.Float(HexFloat(value.GetString()!)),
            "complex" => new Constant.Complex(HexFloat(value[0].GetString()!), HexFloat(value[1].GetString()!)),
            "str" => Str([.. value.EnumerateArray().Select(point => point.GetInt32())]),
            "bytes" => new Constant.Bytes([.. value.EnumerateArray().Select(item => item.GetByte())]),
            "tuple" => new Constant.Tuple([.. value.EnumerateArray().Select(Constant)]),
            "frozenset" => new Constant.FrozenSet([.. value.EnumerateArray().Select(Constant)]),
            var other => throw new InvalidDataException(other),
        };
    }

    private static Constant.Str Str(ImmutableArray<int> points)
    {
        var text = string.Concat(points.Select(point =>
            point is >= 0xD800 and < 0xE000 ? ((char)point).ToString() : char.ConvertFromUtf32(point)));
        var str = new Constant.Str(text);
        return ConstantRepr.CodePointsOf(str).SequenceEqual(points) ? str : str with { CodePoints = points };
    }

    // float.hex: [-]0xh.hhhp[+-]d
    private static double HexFloat(string text)
    {
        if (text.EndsWith("inf", StringComparison.Ordinal))
            return text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        if (text.EndsWith("nan", StringComparison.Ordinal))
            return double.NaN;
        var isNegative = text[0] == '-';
        var parts = text.TrimStart('-')[2..].Split('p');
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        var mantissa = long.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var scale = int.Parse(parts[1], CultureInfo.InvariantCulture) - (4 * (digits.Length - 1));
        var value = Math.ScaleB(mantissa, scale);
        return isNegative ? -value : value;
    }
}

/// <summary>A recorded tree and the texts that belong to it, by name.</summary>
internal sealed record RecordedTree(string Source, AstNode Tree, IReadOnlyDictionary<string, string> Texts);
