using System.Text.Json.Nodes;
using Keelback.Generators.Slots;
using static Keelback.Spectool.MarkdownWriter;

namespace Keelback.Spectool.Pages;

/// <summary>The type slots with the special methods that stand for them.</summary>
internal static class SlotsPage
{
    public static string Markdown(SlotTable table)
    {
        var page = new MarkdownWriter(
            "Type slots",
            "spec/slots.yaml and spec/operators.yaml",
            "What a type can do for the interpreter, and the special methods that fill each slot.");
        foreach (var group in table.Slots.GroupBy(slot => slot.Group))
        {
            page.Heading(group.Key).Table(
                ["slot", "in C#", "signature", "special methods", "meaning"],
                group.Select(slot => new[]
                {
                    Code(slot.Name),
                    Code(slot.Field),
                    Code($"{slot.Signature.Result} ({string.Join(", ", slot.Signature.Parameters.Select(parameter => parameter.Declaration))})"),
                    string.Join(" ", slot.Dunders.Select(dunder => Code(dunder.Name))),
                    slot.Doc,
                }));
        }

        return page.Heading("Special methods").Table(
            ["method", "slot", "signature", "meaning"],
            table.Slots
                .SelectMany(slot => slot.Dunders.Select(dunder => (Slot: slot, Dunder: dunder)))
                .OrderBy(pair => pair.Dunder.Name, StringComparer.Ordinal)
                .Select(pair => new[] { Code(pair.Dunder.Name), Code(pair.Slot.Name), Code(pair.Dunder.Signature), pair.Dunder.Doc })).ToString();
    }

    public static JsonNode Json(SlotTable table) => new JsonObject
    {
        ["slots"] = new JsonArray([.. table.Slots.Select(slot => new JsonObject
        {
            ["name"] = slot.Name,
            ["csharp"] = slot.Field,
            ["shape"] = slot.Shape,
            ["group"] = slot.Group,
            ["thunk"] = slot.Thunk.ToString().ToLowerInvariant(),
            ["doc"] = slot.Doc,
            ["dunders"] = new JsonArray([.. slot.Dunders.Select(dunder => new JsonObject
            {
                ["name"] = dunder.Name,
                ["wrapper"] = dunder.Wrapper.Length == 0 ? null : dunder.Wrapper,
                ["signature"] = dunder.Signature,
                ["reflected"] = dunder.IsReflected,
                ["doc"] = dunder.Doc,
            })]),
        })]),
    };
}
