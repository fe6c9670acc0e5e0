using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Tokens;

/// <summary>Emits the recogniser of keywords: a switch on length, then on the first character, then one comparison.</summary>
internal static class KeywordMatcherEmitter
{
    public static string Emit(TokenTable table)
    {
        var keywords = table.Tokens.Where(token => token.Category == TokenCategory.Keyword).ToList();
        var writer = SourceWriter.ForFile("Keelback.Lexer");
        writer.Line("/// <summary>Tells keywords from names.</summary>");
        writer.Open("internal static class KeywordMatcher");
        writer.Line("/// <summary>The keyword that the text is, or Name.</summary>");
        writer.Open("public static TokenKind Match(ReadOnlySpan<char> text)");
        writer.Open("switch (text.Length)");
        foreach (var length in keywords.GroupBy(keyword => keyword.Text.Length).OrderBy(group => group.Key))
        {
            writer.Line($"case {length.Key}:");
            writer.Indent();
            writer.Open("switch (text[0])");
            foreach (var first in length.GroupBy(keyword => keyword.Text[0]).OrderBy(group => group.Key))
            {
                writer.Line($"case '{first.Key}':");
                writer.Indent();
                foreach (var keyword in first)
                {
                    writer.Line($"if (text is {CSharpNames.Literal(keyword.Text)})");
                    writer.Line($"    return TokenKind.{keyword.CSharpName};");
                }

                writer.Line("break;");
                writer.Unindent();
            }

            writer.Close();
            writer.Line("break;");
            writer.Unindent();
        }

        writer.Close().Line();
        writer.Line("return TokenKind.Name;");
        writer.Close().Line();
        var soft = table.Tokens.Where(token => token.Category == TokenCategory.SoftKeyword).ToList();
        writer.Line("/// <summary>Whether a name is a soft keyword.</summary>");
        writer.Line("public static bool IsSoft(ReadOnlySpan<char> text) =>");
        writer.Line(soft.Count == 0
            ? "    false;"
            : "    text is " + string.Join(" or ", soft.Select(keyword => CSharpNames.Literal(keyword.Text))) + ";");
        return writer.Close().ToString();
    }
}
