using System.Text;

namespace Keelback.Parser;

/// <summary>
/// Brings identifiers to normal form KC, in which Python compares them. The .NET library needs ICU for that, which
/// programs may leave out; so the few facts it takes are in nfkc.txt, which is read at the first identifier that is not
/// ASCII.
/// </summary>
internal static class IdentifierNormalization
{
    private const int SyllableBase = 0xAC00;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TrailBase = 0x11A7;
    private const int LeadCount = 19;
    private const int VowelCount = 21;
    private const int TrailCount = 28;
    private const int SyllableCount = LeadCount * VowelCount * TrailCount;

    private static readonly Lazy<NormalizationFacts> s_facts = new(NormalizationFacts.Load);

    public static string Normalize(string name)
    {
        var facts = s_facts.Value;
        var points = new List<int>(name.Length);
        foreach (var rune in name.EnumerateRunes())
            Decompose(facts, rune.Value, points);
        Order(facts, points);
        Compose(facts, points);
        var text = new StringBuilder(points.Count);
        foreach (var point in points)
            text.Append(new Rune(point).ToString());
        return text.ToString();
    }

    private static void Decompose(NormalizationFacts facts, int point, List<int> points)
    {
        var index = point - SyllableBase;
        if (index is >= 0 and < SyllableCount)
        {
            points.Add(LeadBase + index / (VowelCount * TrailCount));
            points.Add(VowelBase + index % (VowelCount * TrailCount) / TrailCount);
            if (index % TrailCount != 0)
                points.Add(TrailBase + index % TrailCount);
        }
        else if (facts.Decompositions.TryGetValue(point, out var parts))
        {
            points.AddRange(parts);
        }
        else
        {
            points.Add(point);
        }
    }

    /// <summary>Sorts each run of combining characters by class, equal ones in the order they had.</summary>
    private static void Order(NormalizationFacts facts, List<int> points)
    {
        for (var i = 1; i < points.Count; i++)
        {
            var point = points[i];
            var combining = facts.ClassOf(point);
            if (combining == 0)
                continue;
            var j = i;
            while (j > 0 && facts.ClassOf(points[j - 1]) > combining)
            {
                points[j] = points[j - 1];
                j--;
            }

            points[j] = point;
        }
    }

    private static void Compose(NormalizationFacts facts, List<int> points)
    {
        var starter = -1;
        var length = 0;
        var previousClass = 0;
        for (var i = 0; i < points.Count; i++)
        {
            var point = points[i];
            var combining = facts.ClassOf(point);
            var isBlocked = starter != length - 1 && (previousClass == 0 || previousClass >= combining);
            if (starter >= 0 && !isBlocked && Pair(facts, points[starter], point) is { } composed)
            {
                points[starter] = composed;
                continue;
            }

            if (combining == 0)
                starter = length;
            previousClass = combining;
            points[length++] = point;
        }

        points.RemoveRange(length, points.Count - length);
    }

    private static int? Pair(NormalizationFacts facts, int first, int second)
    {
        var lead = first - LeadBase;
        var vowel = second - VowelBase;
        if (lead is >= 0 and < LeadCount && vowel is >= 0 and < VowelCount)
            return SyllableBase + (lead * VowelCount + vowel) * TrailCount;
        var syllable = first - SyllableBase;
        var trail = second - TrailBase;
        if (syllable is >= 0 and < SyllableCount && syllable % TrailCount == 0 && trail is > 0 and < TrailCount)
            return first + trail;
        return facts.Compositions.TryGetValue((first, second), out var composed) ? composed : null;
    }
}
