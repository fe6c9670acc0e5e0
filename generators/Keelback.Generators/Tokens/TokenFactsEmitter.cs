using System;
using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Tokens;

/// <summary>Emits what the token and keyword modules know of each kind.</summary>
internal static class TokenFactsEmitter
{
    public static string Emit(TokenTable table)
    {
        var kinds = table.Tokens.Where(token => token.Number >= 0).OrderBy(token => token.Number).ToList();
        var writer = SourceWriter.ForFile("Keelback.Lexer", "System.Collections.Immutable");
        writer.Line("/// <summary>Facts about each kind of token, as Python's token and keyword modules give them.</summary>");
        writer.Open("public static class TokenFacts");
        Words(writer, "Keywords", "The keywords, sorted.", table, TokenCategory.Keyword);
        Words(writer, "SoftKeywords", "The soft keywords, sorted.", table, TokenCategory.SoftKeyword);
        Switch(
            writer, "string GetName", "The name in the token module; a keyword is a NAME.",
            kinds.Where(token => token.Category != TokenCategory.Keyword).Select(token => (token, CSharpNames.Literal(token.Name))),
            "\"NAME\"");
        Switch(
            writer, "string? GetText", "The exact text of an operator or keyword; null where the text varies.",
            kinds.Where(token => token.Text.Length > 0).Select(token => (token, CSharpNames.Literal(token.Text))),
            "null");
        Test(writer, "IsKeyword", "Whether the kind is a keyword's.", kinds, TokenCategory.Keyword);
        Test(writer, "IsOperator", "Whether the kind is an operator's or a delimiter's.", kinds, TokenCategory.Operator);
        Test(writer, "IsTrivia", "Whether only the lossless mode gives tokens of the kind.", kinds, TokenCategory.Trivia);
        writer.Line("/// <summary>The number in the token module; a keyword has the number of NAME.</summary>");
        writer.Line("public static int GetNumber(TokenKind kind) => (int)(IsKeyword(kind) ? TokenKind.Name : kind);");
        return writer.Close().ToString();
    }

    private static void Words(SourceWriter writer, string name, string doc, TokenTable table, TokenCategory category)
    {
        var words = table.Tokens.Where(token => token.Category == category).Select(token => token.Text);
        writer.Line($"/// <summary>{doc}</summary>");
        writer.Line($"public static ImmutableArray<string> {name} {{ get; }} =");
        writer.Line("[").Indent();
        foreach (var word in words.OrderBy(word => word, StringComparer.Ordinal))
            writer.Line($"{CSharpNames.Literal(word)},");
        writer.Unindent().Line("];").Line();
    }

    private static void Switch(
        SourceWriter writer, string signature, string doc, IEnumerable<(TokenModel Token, string Value)> arms, string otherwise)
    {
        writer.Line($"/// <summary>{doc}</summary>");
        writer.Open($"public static {signature}(TokenKind kind) => kind switch");
        foreach (var (token, value) in arms)
            writer.Line($"TokenKind.{token.CSharpName} => {value},");
        writer.Line($"_ => {otherwise},");
        writer.Close(";").Line();
    }

    // Kinds of one category mostly have neighbouring numbers: a pattern of ranges.
    private static void Test(SourceWriter writer, string name, string doc, List<TokenModel> kinds, TokenCategory category)
    {
        var ranges = new List<string>();
        for (var i = 0; i < kinds.Count; i++)
        {
            if (kinds[i].Category != category)
                continue;
            var first = i;
            while (i + 1 < kinds.Count && kinds[i + 1].Category == category)
                i++;
            ranges.Add(first == i
                ? $"TokenKind.{kinds[i].CSharpName}"
                : $"(>= TokenKind.{kinds[first].CSharpName} and <= TokenKind.{kinds[i].CSharpName})");
        }

        writer.Line($"/// <summary>{doc}</summary>");
        writer.Line($"public static bool {name}(TokenKind kind) =>");
        writer.Indent();
        writer.Line(ranges.Count == 0 ? "false;" : $"kind is {string.Join("\n    or ", ranges)};");
        writer.Unindent().Line();
    }
}
