namespace Keelback.Cli.Tests;

/// <summary>Says where two texts part, with the lines around the first difference.</summary>
internal static class TextDifference
{
    private const int Shown = 12;

    /// <summary>The difference, or null when the texts are equal.</summary>
    public static string? Between(string expected, string actual)
    {
        if (expected == actual)
            return null;
        var left = expected.Split('\n');
        var right = actual.Split('\n');
        var first = 0;
        while (first < left.Length && first < right.Length && left[first] == right[first])
            first++;
        var wanted = left.Skip(first).Take(Shown).Select(line => "- " + line);
        var got = right.Skip(first).Take(Shown).Select(line => "+ " + line);
        return $"The texts part at line {first + 1}:\n{string.Join('\n', wanted.Concat(got))}";
    }
}
