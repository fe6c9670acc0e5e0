using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Keelback.Spectool.Pages;

namespace Keelback.Spectool;

/// <summary>A file of docs/reference: its name and its text.</summary>
internal sealed record ReferenceFile(string Name, string Text);

/// <summary>All reference pages: each subject as Markdown for people and as JSON for programs.</summary>
internal static class ReferencePages
{
    private static readonly JsonSerializerOptions s_json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IReadOnlyList<ReferenceFile> Of(Specification specification) =>
    [
        .. Page("tokens", TokensPage.Markdown(specification.Tokens), TokensPage.Json(specification.Tokens)),
        .. Page("ast", AstPage.Markdown(specification.Ast), AstPage.Json(specification.Ast)),
        .. Page("opcodes", OpcodesPage.Markdown(specification.Opcodes), OpcodesJson.Of(specification.Opcodes)),
        .. Page("slots", SlotsPage.Markdown(specification.Slots), SlotsPage.Json(specification.Slots)),
        .. Page("exceptions", ExceptionsPage.Markdown(specification.Exceptions), ExceptionsPage.Json(specification.Exceptions)),
    ];

    private static ReferenceFile[] Page(string name, string markdown, JsonNode json) =>
        [new(name + ".md", markdown), new(name + ".json", WithoutEmpty(json).ToJsonString(s_json) + "\n")];

    // What an entry does not have is left out, as in the specification itself.
    private static JsonNode WithoutEmpty(JsonNode node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array.OfType<JsonNode>())
                WithoutEmpty(item);
        }
        else if (node is JsonObject map)
        {
            foreach (var (key, value) in map.ToList())
            {
                if (value is null or JsonArray { Count: 0 } or JsonObject { Count: 0 })
                    map.Remove(key);
                else
                    WithoutEmpty(value);
            }
        }

        return node;
    }
}
