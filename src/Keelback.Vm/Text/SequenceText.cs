namespace Keelback.Vm;

/// <summary>Searching that text and bytes have in common, over whatever their items are.</summary>
internal static class SequenceText
{
    /// <summary>How often a part that is not empty occurs, without overlap.</summary>
    public static int Count<T>(ReadOnlySpan<T> text, ReadOnlySpan<T> part, int most = int.MaxValue)
        where T : IEquatable<T>
    {
        if (part.Length == 1 && most == int.MaxValue)
            return text.Count(part[0]);
        var count = 0;
        while (count < most)
        {
            var found = text.IndexOf(part);
            if (found < 0)
                break;
            count++;
            text = text[(found + part.Length)..];
        }

        return count;
    }

    /// <summary>Copies the items that a slice picks.</summary>
    public static void Gather<T>(ReadOnlySpan<T> source, Span<T> target, SliceBounds bounds)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = source[bounds.PlaceOf(i)];
    }
}
