using System.Collections.Immutable;
using System.Text;
using Keelback.Ast;
using Keelback.Text;

namespace Keelback.Compiler;

/// <summary>Finds a body's docstring and takes the indentation off it, as CPython does when it compiles.</summary>
internal static class Docstring
{
    private const int TabSize = 8;

    /// <summary>The string that a body starts with; null when it starts with anything else.</summary>
    public static Constant.Str? Of(ImmutableArray<Stmt> body) =>
        !body.IsDefaultOrEmpty && body[0] is ExprStmt { Value: ConstantExpr { Value: Constant.Str text } } ? text : null;

    /// <summary>
    /// The text without its common indentation and with tabs expanded; blank lines stay, so that line numbers hold.
    /// </summary>
    public static Constant.Str Clean(Constant.Str docstring)
    {
        if (!docstring.CodePoints.IsDefaultOrEmpty)
            return docstring;
        var text = ExpandTabs(docstring.Value);
        var margin = FindMargin(text);
        var leading = CountSpaces(text, 0);
        if (leading == 0 && margin == 0)
            return new Constant.Str(text);

        var clean = new StringBuilder(text.Length);
        var position = leading;
        while (position < text.Length)
        {
            var end = text.IndexOf('\n', position);
            end = end < 0 ? text.Length : end + 1;
            clean.Append(text, position, end - position);
            position = end + Math.Min(CountSpaces(text, end), margin);
        }

        return new Constant.Str(clean.ToString());
    }

    /// <summary>The least indentation of the lines after the first that are not blank.</summary>
    private static int FindMargin(string text)
    {
        var margin = int.MaxValue;
        var position = text.IndexOf('\n') + 1;
        while (position > 0 && position < text.Length)
        {
            var spaces = CountSpaces(text, position);
            var first = position + spaces;
            if (first < text.Length && text[first] != '\n')
                margin = Math.Min(margin, spaces);
            position = first < text.Length ? text.IndexOf('\n', first) + 1 : 0;
        }

        return margin == int.MaxValue ? 0 : margin;
    }

    private static int CountSpaces(string text, int position)
    {
        var start = position;
        while (position < text.Length && text[position] == ' ')
            position++;
        return position - start;
    }

    private static string ExpandTabs(string text)
    {
        if (!text.Contains('\t'))
            return text;
        var expanded = new StringBuilder(text.Length + TabSize);
        var column = 0;
        foreach (var character in text)
        {
            if (character == '\t')
            {
                var spaces = TabSize - (column % TabSize);
                expanded.Append(' ', spaces);
                column += spaces;
                continue;
            }

            expanded.Append(character);
            if (character is '\n' or '\r')
                column = 0;
            else if (!char.IsLowSurrogate(character))
                column++;
        }

        return expanded.ToString();
    }
}
