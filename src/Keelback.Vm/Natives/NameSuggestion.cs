namespace Keelback.Vm;

/// <summary>Finds the name that was meant by a misspelt one, by the weights that CPython uses.</summary>
internal static class NameSuggestion
{
    private const int MoveCost = 2;
    private const int CaseCost = 1;
    private const int LongestName = 40;

    /// <summary>The nearest candidate, or null where none is near.</summary>
    public static string? Find(string name, IEnumerable<string> candidates) => Find(name, candidates.ToArray().AsSpan());

    /// <summary>The nearest candidate, or null where none is near.</summary>
    public static string? Find(string name, ReadOnlySpan<string> candidates)
    {
        string? best = null;
        var bestDistance = int.MaxValue;
        foreach (var candidate in candidates)
        {
            if (candidate == name)
                continue;
            // No more than a third of the characters may need to change.
            var limit = Math.Min((name.Length + candidate.Length + 3) * MoveCost / 6, bestDistance - 1);
            var distance = Distance(name, candidate, limit);
            if (distance > limit)
                continue;
            best = candidate;
            bestDistance = distance;
        }

        return best;
    }

    private static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int limit)
    {
        var prefix = left.CommonPrefixLength(right);
        left = left[prefix..];
        right = right[prefix..];
        while (left.Length > 0 && right.Length > 0 && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }

        if (left.Length == 0 || right.Length == 0)
            return (left.Length + right.Length) * MoveCost;
        if (left.Length > LongestName || right.Length > LongestName || Math.Abs(left.Length - right.Length) * MoveCost > limit)
            return limit + 1;

        Span<int> row = stackalloc int[LongestName];
        for (var j = 0; j < left.Length; j++)
            row[j] = (j + 1) * MoveCost;
        var result = 0;
        for (var i = 0; i < right.Length; i++)
        {
            var diagonal = i * MoveCost;
            result = (i + 1) * MoveCost;
            var least = int.MaxValue;
            for (var j = 0; j < left.Length; j++)
            {
                var substitute = diagonal + Substitution(left[j], right[i]);
                diagonal = row[j];
                result = Math.Min(substitute, Math.Min(result, diagonal) + MoveCost);
                row[j] = result;
                least = Math.Min(least, result);
            }

            if (least > limit)
                return limit + 1;
        }

        return result;
    }

    private static int Substitution(char left, char right) =>
        left == right ? 0 : char.ToLowerInvariant(left) == char.ToLowerInvariant(right) ? CaseCost : MoveCost;
}
