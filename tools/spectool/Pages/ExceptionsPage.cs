using System.Text.Json.Nodes;
using Keelback.Generators.Exceptions;
using static Keelback.Spectool.MarkdownWriter;

namespace Keelback.Spectool.Pages;

/// <summary>The exceptions as a tree and as a table, and the warning categories with their default filters.</summary>
internal static class ExceptionsPage
{
    public static string Markdown(ExceptionTree tree)
    {
        var page = new MarkdownWriter(
            "Exceptions and warnings",
            "spec/exceptions.yaml and spec/warnings.yaml",
            "The exceptions of Python 3.14 under their bases, then each with its attributes.");
        page.Heading("The tree").Paragraph("```text\n" + string.Join("\n", Branch(tree, ExceptionModel.Root, 0)) + "\n```");
        page.Heading("Exceptions").Table(
            ["name", "bases", "C# class", "attributes", "meaning"],
            tree.Exceptions.Where(exception => !exception.IsWarning).Select(exception => new[]
            {
                Code(exception.Name),
                string.Join(", ", Bases(exception).Select(Code)),
                Code(tree.ClassOf(exception)),
                string.Join(", ", exception.Attributes.Select(attribute => Code(attribute.Name))),
                exception.Doc + Aliases(exception),
            }));
        page.Heading("Errors of the operating system").Paragraph("The class that OSError makes for a number.").Table(
            ["number", "name", "class"],
            tree.Exceptions
                .SelectMany(exception => exception.Errnos.Select(errno => (errno.Number, errno.Name, Class: exception.Name)))
                .OrderBy(errno => errno.Number)
                .Select(errno => new[] { $"{errno.Number}", Code(errno.Name), Code(errno.Class) }));
        page.Heading("Warnings").Table(
            ["name", "base", "default filters", "meaning"],
            tree.Exceptions.Where(exception => exception.IsWarning).Select(exception => new[]
            {
                Code(exception.Name),
                string.Join(", ", Bases(exception).Select(Code)),
                string.Join(", ", exception.Filters.Select(Filter)),
                exception.Doc,
            }));
        return page.ToString();
    }

    public static JsonNode Json(ExceptionTree tree) => new JsonObject
    {
        ["exceptions"] = new JsonArray([.. tree.Exceptions.Select(exception => new JsonObject
        {
            ["name"] = exception.Name,
            ["bases"] = Names(Bases(exception)),
            ["csharp"] = tree.ClassOf(exception),
            ["aliases"] = Names(exception.Aliases),
            ["warning"] = exception.IsWarning,
            ["attributes"] = new JsonArray([.. exception.Attributes.Select(attribute => new JsonObject
            {
                ["name"] = attribute.Name,
                ["kind"] = attribute.Kind.ToString().ToLowerInvariant(),
                ["readonly"] = attribute.IsReadOnly,
                ["doc"] = attribute.Doc,
            })]),
            ["errno"] = new JsonObject(exception.Errnos.Select(errno => KeyValuePair.Create(errno.Name, (JsonNode?)errno.Number))),
            ["filters"] = Names(exception.Filters.Select(Filter)),
            ["doc"] = exception.Doc,
        })]),
    };

    private static IEnumerable<string> Branch(ExceptionTree tree, string @base, int depth)
    {
        foreach (var exception in tree.Exceptions.Where(exception => exception.Base == @base))
        {
            yield return new string(' ', 2 * depth) + exception.Name;
            foreach (var line in Branch(tree, exception.Name, depth + 1))
                yield return line;
        }
    }

    private static IEnumerable<string> Bases(ExceptionModel exception) => [exception.Base, .. exception.OtherBases];

    private static string Aliases(ExceptionModel exception) =>
        exception.Aliases.Count == 0 ? "" : $" Also called {string.Join(", ", exception.Aliases.Select(Code))}.";

    private static string Filter(FilterModel filter) => filter.Module.Length == 0 ? filter.Action : $"{filter.Action} in {filter.Module}";

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => (JsonNode)name)]);
}
