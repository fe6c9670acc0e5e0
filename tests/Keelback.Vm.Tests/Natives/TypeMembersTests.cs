using System.Text.Json;
using Keelback.Testing;

namespace Keelback.Vm.Tests.Natives;

/// <summary>The dicts of the built-in types against those of the reference (type-members.json).</summary>
public sealed class TypeMembersTests
{
    private readonly PyThread _thread = new Interpreter(new InterpreterHost()).MainThread;

    /// <summary>Every difference is listed in the accepted file: what is missing there is debt, to be seen and mended.</summary>
    [Fact]
    public void DifferFromTheReferenceOnlyAsAccepted()
    {
        var path = Repository.PathOf("tests", "Keelback.Vm.Tests", "Natives", "type-members.json");
        var reference = JsonDocument.Parse(File.ReadAllText(path)).RootElement;
        var differences = new List<string>();
        foreach (var type in BuiltinTypes.All)
        {
            if (reference.TryGetProperty(type.Name, out var expected))
                Compare(type, expected, differences);
            else
                differences.Add($"{type.Name}: the reference has no such type");
        }

        foreach (var expected in reference.EnumerateObject())
        {
            if (!BuiltinTypes.All.Any(type => type.Name == expected.Name))
                differences.Add($"{expected.Name}: there is no such type");
        }

        Snapshot.Match(string.Join("\n", differences.Order(StringComparer.Ordinal)) + "\n");
    }

    private void Compare(PyType type, JsonElement expected, List<string> differences)
    {
        var @base = type.Base?.Name;
        if (@base != expected.GetProperty("base").GetString())
            differences.Add($"{type.Name}: has the base {@base}, not {expected.GetProperty("base")}");
        var isFinal = (type.Flags & TypeFlags.Final) != 0;
        if (isFinal != expected.GetProperty("final").GetBoolean())
            differences.Add($"{type.Name}: {(isFinal ? "is" : "is not")} final");

        var members = Members(type);
        foreach (var member in expected.GetProperty("members").EnumerateObject())
        {
            if (!members.Remove(member.Name, out var found))
                differences.Add($"{type.Name}.{member.Name}: missing, {member.Value}");
            else if (found != member.Value.GetString())
                differences.Add($"{type.Name}.{member.Name}: {found}, not {member.Value}");
        }

        foreach (var (name, found) in members)
            differences.Add($"{type.Name}.{name}: surplus, {found}");
    }

    private Dictionary<string, string> Members(PyType type)
    {
        var members = new Dictionary<string, string>();
        for (var i = 0; i < type.Dict.EntryEnd; i++)
        {
            var (key, value) = (type.Dict.EntryAt(i).Key, type.Dict.EntryAt(i).Value);
            if (key.Ref is PyStr name)
                members.Add(name.Value, Describe(value));
        }

        return members;
    }

    private string Describe(PyValue value)
    {
        var hasSignature = Operators.TryGetAttribute(_thread, value, PyStr.Intern("__text_signature__"), out var signature);
        return hasSignature && signature.Ref is PyStr text && value.Ref is not PyType
            ? $"{value.Type.Name} {text.Value}"
            : value.Type.Name;
    }
}
