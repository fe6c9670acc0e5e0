namespace Keelback.Vm;

/// <summary>What lists and tuples do alike with spans of items.</summary>
internal static class SequenceItems
{
    /// <summary>The items of both.</summary>
    public static PyValue[] Concat(ReadOnlySpan<PyValue> first, ReadOnlySpan<PyValue> second)
    {
        if ((long)first.Length + second.Length > Array.MaxLength)
            throw Raise.MemoryError("");
        var items = new PyValue[first.Length + second.Length];
        first.CopyTo(items);
        second.CopyTo(items.AsSpan(first.Length));
        return items;
    }

    /// <summary>The items so many times over; none for a count below 1.</summary>
    public static PyValue[] Repeat(ReadOnlySpan<PyValue> source, long count)
    {
        if (count <= 0 || source.Length == 0)
            return [];
        if (count > Array.MaxLength / source.Length)
            throw Raise.MemoryError("");
        var items = new PyValue[source.Length * count];
        if (source.Length == 1)
        {
            items.AsSpan().Fill(source[0]);
            return items;
        }

        // What is there already is doubled until it fills the whole.
        source.CopyTo(items);
        for (var done = source.Length; done < items.Length;)
        {
            var chunk = Math.Min(done, items.Length - done);
            items.AsSpan(0, chunk).CopyTo(items.AsSpan(done));
            done += chunk;
        }

        return items;
    }

    /// <summary>The items of a slice.</summary>
    public static PyValue[] Slice(ReadOnlySpan<PyValue> source, SliceBounds slice)
    {
        if (slice.Count == 0)
            return [];
        if (slice.Step == 1)
            return source.Slice(slice.Start, slice.Count).ToArray();
        var items = new PyValue[slice.Count];
        for (var i = 0; i < items.Length; i++)
            items[i] = source[slice.PlaceOf(i)];
        return items;
    }

    /// <summary>A bound of a search: from the back where negative, and never before the front.</summary>
    public static long SearchBound(long bound, int count) => bound < 0 ? Math.Max(bound + count, 0) : bound;
}
