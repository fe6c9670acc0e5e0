using System.Text;
using System.Text.Json;
using Keelback.Testing;
using Keelback.Text;

namespace Keelback.Lexer.Tests;

/// <summary>What record/record_lexer.py wrote, and the lexer's answers in the same terms.</summary>
internal static class Recorded
{
    /// <summary>The entries of one recorded file.</summary>
    public static IEnumerable<JsonElement> Read(string name)
    {
        var path = Repository.PathOf("tests", "Keelback.Lexer.Tests", "recorded", name);
        return JsonDocument.Parse(File.ReadAllText(path)).RootElement.EnumerateArray();
    }

    /// <summary>All tokens up to the end or the first error.</summary>
    public static List<Token> Lex(Lexer lexer)
    {
        var tokens = new List<Token>();
        while (true)
        {
            var token = lexer.Next();
            tokens.Add(token);
            if (token.Kind is TokenKind.EndMarker or TokenKind.ErrorToken)
                return tokens;
            Assert.True(tokens.Count < 1_000_000, "The lexer goes on without end.");
        }
    }

    /// <summary>All tokens of a text.</summary>
    public static List<Token> Lex(string text, LexerOptions? options = null) =>
        Lex(new Lexer(new SourceText(text), options));

    /// <summary>The offset that a SyntaxError has for a column: in characters, from 1.</summary>
    public static int Offset(SourceText source, int line, int column)
    {
        if (column < 0 || line < 1)
            return column + 1;
        var bytes = Encoding.UTF8.GetBytes(source.GetLineText(line) + "\n");
        return Encoding.UTF8.GetString(bytes, 0, Math.Min(column, bytes.Length)).EnumerateRunes().Count() + 1;
    }
}
