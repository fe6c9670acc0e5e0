using System.Globalization;
using System.Text.Json.Nodes;
using Keelback.Generators.Tokens;
using static Keelback.Spectool.MarkdownWriter;

namespace Keelback.Spectool.Pages;

/// <summary>Tokens by category, and the operators from the token to the special method.</summary>
internal static class TokensPage
{
    private static readonly (TokenCategory Category, string Title)[] s_categories =
    [
        (TokenCategory.Structure, "Structure"),
        (TokenCategory.Literal, "Literals"),
        (TokenCategory.Operator, "Operators and delimiters"),
        (TokenCategory.Keyword, "Keywords"),
        (TokenCategory.SoftKeyword, "Soft keywords"),
        (TokenCategory.Trivia, "Trivia"),
    ];

    public static string Markdown(TokenTable table)
    {
        var page = new MarkdownWriter(
            "Tokens and operators",
            "spec/tokens.yaml and spec/operators.yaml",
            "The kinds of tokens, with their numbers (up to 68 those of Python's `token` module), and the operators.");
        foreach (var (category, title) in s_categories)
        {
            var tokens = table.Tokens.Where(token => token.Category == category).ToList();
            if (tokens.Count == 0)
                continue;
            page.Heading(title).Table(
                ["number", "name", "text", "`TokenKind`", "meaning"],
                tokens.Select(token => new[]
                {
                    token.Number < 0 ? "" : Text(token.Number),
                    Code(token.Name),
                    Code(token.Text),
                    token.Number < 0 ? "" : Code(token.CSharpName),
                    token.Doc,
                }));
        }

        return page.Heading("What operators mean").Paragraph("A higher precedence binds tighter.").Table(
            ["operator", "kind", "spelt", "precedence", "groups", "oparg", "slot", "special methods", "in place", "meaning"],
            table.Operators.Select(op => new[]
            {
                Code(op.Name),
                op.Kind.ToString().ToLowerInvariant(),
                Code(Spelling(table, op)),
                op.Precedence == 0 ? "" : Text(op.Precedence),
                op.Kind != OperatorKind.Binary ? "" : op.IsRightAssociative ? "right" : "left",
                op.Oparg is null ? "" : $"{Code(op.Oparg.Name)} {op.Oparg.Value}",
                Code(op.Slot),
                string.Join(" ", new[] { op.Dunder, op.Reflected }.Where(name => name is not null).Select(Code)),
                InPlace(table, op),
                op.Doc,
            })).ToString();
    }

    public static JsonNode Json(TokenTable table) => new JsonObject
    {
        ["tokens"] = new JsonArray([.. table.Tokens.Select(token => new JsonObject
        {
            ["name"] = token.Name,
            ["number"] = token.Number < 0 ? null : token.Number,
            ["category"] = token.Category.ToString(),
            ["text"] = token.Text.Length == 0 ? null : token.Text,
            ["csharp"] = token.CSharpName,
            ["doc"] = token.Doc,
        })]),
        ["operators"] = new JsonArray([.. table.Operators.Select(op => Json(table, op))]),
    };

    private static JsonObject Json(TokenTable table, OperatorModel op) => new()
    {
        ["name"] = op.Name,
        ["kind"] = op.Kind.ToString().ToLowerInvariant(),
        ["text"] = Spelling(table, op),
        ["precedence"] = op.Precedence == 0 ? null : op.Precedence,
        ["right_associative"] = op.IsRightAssociative,
        ["opcode"] = op.Opcode,
        ["oparg"] = Json(op.Oparg),
        ["slot"] = op.Slot,
        ["dunder"] = op.Dunder,
        ["reflected"] = op.Reflected,
        ["inplace"] = op.InPlace is not { } inPlace ? null : new JsonObject
        {
            ["text"] = TokenText(table, inPlace.Token.Name),
            ["oparg"] = Json(inPlace.Oparg),
            ["slot"] = inPlace.Slot,
            ["dunder"] = inPlace.Dunder,
        },
        ["doc"] = op.Doc,
    };

    private static JsonObject? Json(OpargModel? oparg) =>
        oparg is null ? null : new JsonObject { ["name"] = oparg.Name, ["value"] = oparg.Value };

    private static string? Spelling(TokenTable table, OperatorModel op) => op.Token is null
        ? null
        : TokenText(table, op.Token.Name) + (op.SecondToken is null ? "" : " " + TokenText(table, op.SecondToken));

    private static string TokenText(TokenTable table, string name) => table.Tokens.First(token => token.Name == name).Text;

    private static string InPlace(TokenTable table, OperatorModel op) =>
        op.InPlace is not { } inPlace ? "" : $"{Code(TokenText(table, inPlace.Token.Name))} {Code(inPlace.Dunder)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
