using System.Text;
using Keelback.Text;

namespace Keelback.Ast;

/// <summary>Chooses quotes for string literals so that as little as possible needs a backslash.</summary>
internal static class StringQuotes
{
    /// <summary>All quotes, in the order of preference.</summary>
    public static readonly string[] All = ["'", "\"", "\"\"\"", "'''"];

    /// <summary>The quotes of literals that run over lines.</summary>
    public static readonly string[] Triple = ["\"\"\"", "'''"];

    /// <summary>The literal's inside, and the quotes it may stand in; there is always one.</summary>
    public static (string Text, string[] Quotes) Choose(
        IReadOnlyList<int> codePoints, string[] quotes, bool escapesSpecialWhitespace = false)
    {
        var escaped = Escape(codePoints, escapesSpecialWhitespace);
        var possible = quotes
            .Where(quote => quote.Length == 3 || !escaped.Contains('\n', StringComparison.Ordinal))
            .Where(quote => !escaped.Contains(quote, StringComparison.Ordinal))
            .ToArray();
        if (possible.Length == 0)
        {
            var repr = ConstantRepr.Repr(codePoints);
            var quote = quotes.FirstOrDefault(quote => quote.Contains(repr[0], StringComparison.Ordinal)) ?? repr[..1];
            return (repr[1..^1], [quote]);
        }

        if (escaped.Length == 0)
            return (escaped, possible);
        possible = [.. possible.OrderBy(quote => quote[0] == escaped[^1])];
        if (possible[0][0] == escaped[^1])
            escaped = escaped[..^1] + "\\" + escaped[^1];
        return (escaped, possible);
    }

    private static string Escape(IReadOnlyList<int> codePoints, bool escapesSpecialWhitespace)
    {
        var text = new StringBuilder(codePoints.Count);
        foreach (var codePoint in codePoints)
        {
            var stands = codePoint is '\n' or '\t'
                ? !escapesSpecialWhitespace
                : codePoint != '\\' && ConstantRepr.IsPrintable(codePoint);
            if (stands)
                ConstantRepr.AppendCodePoint(text, codePoint);
            else
                ConstantRepr.AppendEscape(text, codePoint);
        }

        return text.ToString();
    }
}
