using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Tokens;

/// <summary>Emits the enum of token kinds, in the order of their numbers.</summary>
internal static class TokenKindEmitter
{
    public static string Emit(TokenTable table)
    {
        var writer = SourceWriter.ForFile("Keelback.Lexer");
        writer.Line("/// <summary>The kinds of tokens. Up to 68 the numbers are those of Python's token module.</summary>");
        writer.Open("public enum TokenKind : ushort");
        var first = true;
        foreach (var token in table.Tokens.Where(token => token.Number >= 0).OrderBy(token => token.Number))
        {
            if (!first)
                writer.Line();
            first = false;
            var text = token.Text.Length == 0 ? "" : $" <c>{CSharpNames.Xml(token.Text)}</c>";
            writer.Line($"/// <summary>{CSharpNames.Xml(token.Doc)}{text}</summary>");
            writer.Line($"{token.CSharpName} = {token.Number},");
        }

        return writer.Close().ToString();
    }
}
