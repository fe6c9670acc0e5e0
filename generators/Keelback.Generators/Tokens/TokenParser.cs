using System;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Tokens;

/// <summary>Reads tokens.yaml and its overlays.</summary>
internal static class TokenParser
{
    public const string FileName = "tokens.yaml";

    private static readonly string[] s_kinds = ["structure", "literal", "operator", "keyword", "soft_keyword", "trivia"];

    public static FileResult<TokenModel> Parse(SpecFile file) => SpecEntries.Parse(file, Read);

    /// <summary>Reports an operator's text that the lexer could never meet as one.</summary>
    public static void CheckOperatorText(EntryReader reader, YamlScalar text)
    {
        if (text.Value.Length is 0 or > 8 || text.Value.Any(c => !IsOperatorCharacter(c)))
            reader.Report(SpecDiagnosticCatalogue.BadOperatorText, text.Span, reader.Entry, text.Value);
    }

    private static TokenModel? Read(EntryReader reader)
    {
        var category = ReadKind(reader);
        var text = reader.Scalar("text");
        if (category == TokenCategory.Operator)
        {
            if (text is null)
                reader.RequiredScalar("text");
            else
                CheckOperatorText(reader, text);
        }
        else if (text is not null && category != TokenCategory.Keyword)
        {
            reader.Report(SpecDiagnosticCatalogue.KeyUnfitForKind, text.Span, reader.Entry, "text", "operator or keyword");
        }

        var number = -1;
        if (category != TokenCategory.SoftKeyword)
            number = reader.RequiredInt("number");
        else if (reader.Scalar("number") is { } given)
            reader.Report(SpecDiagnosticCatalogue.KeyUnfitForKind, given.Span, reader.Entry, "number", "any but soft_keyword");

        var isWord = category is TokenCategory.Keyword or TokenCategory.SoftKeyword;
        var name = reader.Text("csharp") ?? (isWord ? "Keyword" : "") + CSharpNames.Pascal(reader.Entry);
        return new TokenModel(
            reader.Entry, name, category, number, text?.Value ?? (isWord ? reader.Entry : ""), reader.Doc());
    }

    private static TokenCategory ReadKind(EntryReader reader)
    {
        var scalar = reader.RequiredScalar("kind");
        var index = Array.IndexOf(s_kinds, scalar.Value);
        if (index >= 0)
            return (TokenCategory)index;
        if (scalar.Value.Length > 0)
            reader.WrongKind("kind", scalar, "one of " + string.Join(", ", s_kinds));
        return TokenCategory.Structure;
    }

    private static bool IsOperatorCharacter(char c) =>
        !char.IsLetterOrDigit(c) && !char.IsWhiteSpace(c) && !char.IsControl(c) && !char.IsSurrogate(c)
        && c is not ('_' or '"' or '\'' or '#' or '\\');
}
