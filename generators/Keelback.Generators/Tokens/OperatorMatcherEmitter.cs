using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Tokens;

/// <summary>Emits the longest-match recogniser of operators: a trie written as nested switches on characters.</summary>
internal static class OperatorMatcherEmitter
{
    public static string Emit(TokenTable table)
    {
        var operators = table.Tokens.Where(token => token.Category == TokenCategory.Operator).ToList();
        var writer = SourceWriter.ForFile("Keelback.Lexer");
        writer.Line("/// <summary>Finds the longest operator at a place.</summary>");
        writer.Open("internal static class OperatorMatcher");
        writer.Line("/// <summary>The operator at the position; ErrorToken, and length 0, where there is none.</summary>");
        writer.Open("public static TokenKind Match(ReadOnlySpan<char> text, int position, out int length)");
        Node(writer, operators, 0);
        writer.Line("length = 0;");
        writer.Line("return TokenKind.ErrorToken;");
        writer.Close().Line();
        writer.Line("private static char At(ReadOnlySpan<char> text, int position) =>");
        writer.Line("    (uint)position < (uint)text.Length ? text[position] : '\\0';");
        return writer.Close().ToString();
    }

    private static void Node(SourceWriter writer, IReadOnlyList<TokenModel> operators, int depth)
    {
        var position = depth == 0 ? "position" : $"position + {depth}";
        writer.Open($"switch (At(text, {position}))");
        var branches = operators.Where(token => token.Text.Length > depth).GroupBy(token => token.Text[depth]);
        foreach (var branch in branches.OrderBy(branch => branch.Key))
        {
            writer.Line($"case {Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(branch.Key, quote: true)}:");
            writer.Indent();
            var longer = branch.Where(token => token.Text.Length > depth + 1).ToList();
            if (longer.Count > 0)
                Node(writer, longer, depth + 1);
            if (branch.FirstOrDefault(token => token.Text.Length == depth + 1) is { } exact)
            {
                writer.Line($"length = {depth + 1};");
                writer.Line($"return TokenKind.{exact.CSharpName};");
            }
            else
            {
                writer.Line("break;");
            }

            writer.Unindent();
        }

        writer.Close();
    }
}
