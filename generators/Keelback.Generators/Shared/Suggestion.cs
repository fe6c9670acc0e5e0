using System;
using System.Collections.Generic;

namespace Keelback.Generators.Shared;

/// <summary>Finds what was meant by a misspelt name.</summary>
internal static class Suggestion
{
    /// <summary>"; did you mean 'x'?" with the nearest candidate, or nothing where none is near.</summary>
    public static string DidYouMean(string name, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, name.Length / 3);
        var best = "";
        foreach (var candidate in candidates)
        {
            var distance = Distance(name, candidate);
            if (distance <= limit && (best.Length == 0 || distance < Distance(name, best)))
                best = candidate;
        }

        return best.Length == 0 ? "" : $"; did you mean '{best}'?";
    }

    // The Levenshtein distance, blind to case.
    private static int Distance(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++)
            row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var same = char.ToLowerInvariant(left[i - 1]) == char.ToLowerInvariant(right[j - 1]);
                var replaced = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
