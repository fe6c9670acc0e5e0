using System.Text.Json.Nodes;
using Keelback.Generators.Ast;
using static Keelback.Spectool.MarkdownWriter;

namespace Keelback.Spectool.Pages;

/// <summary>The classes of the syntax tree, group by group.</summary>
internal static class AstPage
{
    public static string Markdown(AstModel model)
    {
        var page = new MarkdownWriter(
            "The syntax tree",
            "spec/ast/*.ast.yaml and spec/operators.yaml",
            "The classes of Python's `ast` module and of `Keelback.Ast`. Behind a type, `?` marks a field that may be absent, "
            + "`*` a list, and `?*` a list with holes.");
        foreach (var group in model.Groups)
        {
            var isProduct = group.Name == "product";
            page.Heading(isProduct ? "Parts" : Code(group.Name));
            page.Paragraph(isProduct
                ? "Classes that belong to no group."
                : $"{group.Doc}{(group.HasBaseClass ? $" In C#: {Code(group.BaseClass)}." : "")}{(group.IsLocated ? " Has a position." : "")}");
            page.Table(
                ["class", "in C#", "fields", "meaning"],
                group.Nodes.Select(node => new[] { Code(node.Name), Code(node.ClassName), Fields(node), Doc(node, isProduct) }));
        }

        foreach (var set in model.Enums)
        {
            page.Heading(Code(set.Name)).Paragraph($"{set.Doc} In C#: the enum {Code(set.ClassName)}.").Table(
                ["class", "text", "meaning"],
                set.Members.Select(member => new[] { Code(member.Name), Code(Spelling(model, set, member)), member.Doc }));
        }

        return page.ToString();
    }

    public static JsonNode Json(AstModel model) => new JsonObject
    {
        ["groups"] = new JsonArray([.. model.Groups.Where(group => group.Name != "product").Select(group => new JsonObject
        {
            ["name"] = group.Name,
            ["csharp"] = group.HasBaseClass ? group.BaseClass : null,
            ["located"] = group.IsLocated,
            ["doc"] = group.Doc,
        })]),
        ["nodes"] = new JsonArray([.. model.Groups.SelectMany(group => group.Nodes).Select(Json)]),
        ["enums"] = new JsonArray([.. model.Enums.Select(set => new JsonObject
        {
            ["name"] = set.Name,
            ["csharp"] = set.ClassName,
            ["doc"] = set.Doc,
            ["members"] = new JsonArray([.. set.Members.Select(member => new JsonObject
            {
                ["name"] = member.Name,
                ["text"] = Spelling(model, set, member),
                ["doc"] = member.Doc,
            })]),
        })]),
    };

    private static JsonObject Json(AstNodeModel node) => new()
    {
        ["name"] = node.Name,
        ["base"] = node.Base,
        ["csharp"] = node.ClassName,
        ["located"] = node.IsLocated,
        ["doc"] = node.Doc,
        ["fields"] = new JsonArray([.. node.Fields.Select(field => new JsonObject
        {
            ["name"] = field.Name,
            ["type"] = field.Asdl,
            ["csharp"] = field.CSharpName,
            ["csharp_type"] = field.PropertyType,
            ["non_empty"] = field.IsNonEmpty,
            ["context"] = field.Context.Length == 0 ? null : field.Context,
        })]),
    };

    private static string Doc(AstNodeModel node, bool isProduct) => node.Doc + (isProduct && node.IsLocated ? " Has a position." : "");

    private static string Fields(AstNodeModel node) =>
        string.Join(", ", node.Fields.Select(field => Code($"{field.Asdl} {field.Name}")));

    private static string? Spelling(AstModel model, AstEnumModel set, AstMember member) =>
        model.Operators.FirstOrDefault(op => op.Kind == set.Operators && op.Name == member.Name)?.Text;
}
