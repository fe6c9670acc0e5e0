using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Keelback.Testing;

namespace Keelback.Vm.Tests.Natives;

/// <summary>What native functions say of wrong calls, against what the reference says (argument-errors.json).</summary>
public sealed class ArgumentErrorTests
{
    private readonly PyThread _thread = new Interpreter(new InterpreterHost()).MainThread;

    public static TheoryData<string> Cases()
    {
        var cases = new TheoryData<string>();
        var path = Repository.PathOf("tests", "Keelback.Vm.Tests", "Natives", "argument-errors.json");
        foreach (var entry in JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateArray())
            cases.Add(entry.GetRawText());
        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void IsWhatTheReferenceSays(string entry)
    {
        var root = JsonDocument.Parse(entry).RootElement;
        var arguments = root.GetProperty("arguments").EnumerateArray().Select(ToValue).ToList();
        var names = new List<PyValue>();
        foreach (var keyword in root.GetProperty("keywords").EnumerateObject())
        {
            names.Add(PyValue.FromString(keyword.Name));
            arguments.Add(ToValue(keyword.Value));
        }

        var function = Find(root.GetProperty("call").GetString()!);
        var error = Assert.Throws<PyException>(() => _thread.Call(
            function, arguments.ToArray(), names.Count == 0 ? null : PyTuple.From(names.ToArray())));
        Assert.Equal(root.GetProperty("error").GetString(), Describe(error));
    }

    private static PyValue ToValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => PyValue.None,
        JsonValueKind.String => PyValue.FromString(element.GetString()!),
        JsonValueKind.Number when element.TryGetInt64(out var number) => PyValue.FromInt(number),
        JsonValueKind.Number when BigInteger.TryParse(element.GetRawText(), CultureInfo.InvariantCulture, out var big) => PyValue.FromInt(big),
        JsonValueKind.Number => PyValue.FromFloat(element.GetDouble()),
        JsonValueKind.Array => new PyList(),
        JsonValueKind.Object => new PyDict(),
        _ => throw new InvalidOperationException($"No value for {element}."),
    };

    private string Describe(PyException error) =>
        $"{error.Value.Type.Name}: {Operators.Str(_thread, error.Value).Value}";

    private PyValue Find(string target)
    {
        var (owner, name) = (target.Split('.')[0], PyStr.Intern(target.Split('.')[1]));
        return owner switch
        {
            "math" => SpecimenMath.Definition.Create(_thread).Dict[name],
            "builtins" when name.Value == "range" => PyRange.TypeObject,
            "builtins" => SpecimenBuiltins.Definition.Create(_thread).Dict[name],
            "list" => Operators.GetAttribute(_thread, new SpecimenList(), name),
            "str" => Operators.GetAttribute(_thread, new SpecimenStr(), name),
            _ => Operators.GetAttribute(_thread, new SpecimenDict(), name),
        };
    }
}
