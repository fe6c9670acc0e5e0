using System.Text.Json;
using Keelback.Generators.Shared;
using Keelback.Generators.Slots;
using Keelback.Generators.Tokens;
using Keelback.Testing;

namespace Keelback.Generators.Tests.Slots;

/// <summary>The slots' special methods against those that CPython's built-in types have (record/record_slots.py).</summary>
public sealed class SlotReferenceTests
{
    // bytes.__buffer__ makes a memoryview, which the type of that name will add as a method.
    private static readonly string[] s_withoutWrapper = ["__buffer__", "__release_buffer__"];

    private static readonly Dictionary<string, string[]> s_recorded = JsonSerializer.Deserialize<Dictionary<string, string[]>>(
        File.ReadAllText(Repository.PathOf("tests", "Keelback.Generators.Tests", "Slots", "slot_wrappers.json")))!;

    [Fact]
    public void Every_slot_wrapper_of_CPython_is_there_with_its_signature()
    {
        var ours = Wrappers();
        foreach (var (name, signatures) in s_recorded.Where(pair => !s_withoutWrapper.Contains(pair.Key)))
        {
            Assert.True(ours.ContainsKey(name), name);
            Assert.Equal((name, string.Join("|", signatures)), (name, string.Join("|", ours[name])));
        }
    }

    [Fact]
    public void No_wrapper_is_invented() => Assert.Empty(Wrappers().Keys.Except(s_recorded.Keys).Except(["__del__", "__aiter__", "__ixor__"]));

    private static Dictionary<string, string[]> Wrappers() => RealTable().Slots
        .SelectMany(slot => slot.Dunders)
        .Where(dunder => dunder.Wrapper.Length > 0)
        .GroupBy(dunder => dunder.Name)
        .ToDictionary(group => group.Key, group => group.Select(dunder => dunder.Signature).Distinct().Order(StringComparer.Ordinal).ToArray());

    private static SlotTable RealTable()
    {
        FileResult<OperatorModel>[] operators = [OperatorParser.Parse(Read("operators.yaml"))];
        return SlotTableBuilder.Build(
            [SlotParser.Parse(Read("slots.yaml"))], operators, TokenTableBuilder.Build([TokenParser.Parse(Read("tokens.yaml"))], operators));
    }

    private static SpecFile Read(string name) => new(name, File.ReadAllText(Repository.PathOf("spec", name)), "");
}
