using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Keelback.Testing;

namespace Keelback.Vm.Tests.Text;

/// <summary>
/// The methods of str, bytes, bytearray and memoryview against what the reference gave for the same calls
/// (text-methods.json, made by record/record_text_methods.py).
/// </summary>
public sealed class TextMethodTests
{
    private readonly PyThread _thread = new Interpreter(new InterpreterHost()).MainThread;

    public static TheoryData<string> Methods()
    {
        var methods = new TheoryData<string>();
        foreach (var name in Calls().Select(NameOf).Distinct(StringComparer.Ordinal))
            methods.Add(name);
        return methods;
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void GiveWhatTheReferenceGives(string method)
    {
        var differences = new List<string>();
        foreach (var call in Calls().Where(call => NameOf(call) == method))
        {
            var self = Decode(call.GetProperty("self"));
            var result = Outcome(call, self);
            if (result != call.GetProperty("result").GetString())
                differences.Add($"{call}\n    gives {result}");
            else if (call.TryGetProperty("after", out var after) && Operators.Repr(_thread, self).Value != after.GetString())
                differences.Add($"{call}\n    leaves {Operators.Repr(_thread, self).Value}");
        }

        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    private static IEnumerable<JsonElement> Calls()
    {
        var path = Repository.PathOf("tests", "Keelback.Vm.Tests", "Text", "text-methods.json");
        return JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateArray();
    }

    private static string NameOf(JsonElement call)
    {
        var self = call.GetProperty("self");
        var isText = self.ValueKind == JsonValueKind.String || self.TryGetProperty("str", out _);
        return $"{(isText ? "str" : self.EnumerateObject().First().Name)}.{call.GetProperty("method")}";
    }

    private string Outcome(JsonElement call, PyValue self)
    {
        try
        {
            var method = Operators.GetAttribute(_thread, self, PyStr.From(call.GetProperty("method").GetString()!));
            List<PyValue> arguments = [.. call.GetProperty("args").EnumerateArray().Select(Decode)];
            PyTuple? names = null;
            if (call.TryGetProperty("keywords", out var keywords))
            {
                names = PyTuple.From([.. keywords.EnumerateObject().Select(keyword => PyValue.FromString(keyword.Name))]);
                arguments.AddRange(keywords.EnumerateObject().Select(keyword => Decode(keyword.Value)));
            }

            var result = _thread.Call(method, arguments.ToArray(), names);
            if (result.Ref is PyMemoryView)
                result = new PyBytes(ByteConversion.CopyOf(_thread, result));
            return Operators.Repr(_thread, result).Value;
        }
        catch (PyException exception)
        {
            return $"{exception.Value.Type.Name}: {Operators.Str(_thread, exception.Value).Value}";
        }
    }

    private PyValue Decode(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => PyValue.None,
        JsonValueKind.True => PyValue.True,
        JsonValueKind.False => PyValue.False,
        JsonValueKind.Number => PyValue.FromInt(value.GetInt64()),
        JsonValueKind.String => PyStr.From(value.GetString()!),
        _ => DecodeObject(value.EnumerateObject().First()),
    };

    private PyValue DecodeObject(JsonProperty value)
    {
        switch (value.Name)
        {
            case "int":
                return PyValue.FromInt(BigInteger.Parse(value.Value.GetString()!, CultureInfo.InvariantCulture));
            case "float":
                return PyValue.FromFloat(value.Value.GetString() switch
                {
                    "nan" => double.NaN,
                    "inf" => double.PositiveInfinity,
                    "-inf" => double.NegativeInfinity,
                    var digits => double.Parse(digits!, CultureInfo.InvariantCulture),
                });
            case "str":
                return PyStr.FromCodePoints([.. value.Value.EnumerateArray().Select(item => item.GetInt32())]);
            case "bytes":
                return new PyBytes(Convert.FromHexString(value.Value.GetString()!));
            case "bytearray":
                return new PyByteArray(Convert.FromHexString(value.Value.GetString()!));
            case "memoryview":
                return PyMemoryView.Of(_thread, new PyBytes(Convert.FromHexString(value.Value.GetString()!)));
            case "dict":
                var dict = new PyDict();
                foreach (var item in value.Value.EnumerateArray())
                    Operators.SetItem(_thread, dict, Decode(item[0]), Decode(item[1]));
                return dict;
            default:
                PyValue[] items = [.. value.Value.EnumerateArray().Select(Decode)];
                return value.Name switch
                {
                    "tuple" => PyTuple.Own(items),
                    "list" => new PyList(items),
                    _ => new PySlice(items[0], items[1], items[2]),
                };
        }
    }
}
