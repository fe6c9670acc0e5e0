using System.Numerics;

namespace Keelback.Vm;

/// <summary>Complex numbers read from text: 1+2j, (1-j), 3, j.</summary>
internal static class ComplexText
{
    /// <summary>The number that a text in ASCII shows, or null where it shows none.</summary>
    public static Complex? Parse(string text)
    {
        if (FloatText.WithoutUnderscores(text) is not { } clean)
            return null;
        var rest = clean.AsSpan().Trim(NumberText.Whitespace);
        if (rest.Length > 1 && rest[0] == '(' && rest[^1] == ')')
            rest = rest[1..^1].Trim(NumberText.Whitespace);
        return ParseParts(rest);
    }

    private static Complex? ParseParts(ReadOnlySpan<char> text)
    {
        if (FloatText.ParsePrefix(text, out var length) is not { } first)
            return ParseImaginary(text) is { } only ? new Complex(0, only) : null;
        var rest = text[length..];
        if (rest.Length == 0)
            return new Complex(first, 0);
        if (rest[0] is 'j' or 'J')
            return rest.Length == 1 ? new Complex(0, first) : null;
        return rest[0] is '+' or '-' && ParseImaginary(rest) is { } second ? new Complex(first, second) : null;
    }

    // A number with j behind it; a sign, or nothing, stands for one.
    private static double? ParseImaginary(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || text[^1] is not ('j' or 'J'))
            return null;
        text = text[..^1];
        if (FloatText.ParsePrefix(text, out var length) is { } value)
            return length == text.Length ? value : null;
        return text switch { "" or "+" => 1, "-" => -1, _ => null };
    }
}
