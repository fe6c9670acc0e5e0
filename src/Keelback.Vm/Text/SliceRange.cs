namespace Keelback.Vm;

/// <summary>Which items of a sequence a slice names: the first, how many, and how far each is from the one before.</summary>
internal readonly record struct SliceRange(int Start, int Count, long Step)
{
    /// <summary>Adapts a slice to a sequence of a length; bounds that are no ints are asked for __index__.</summary>
    public static SliceRange Of(PyThread thread, PySlice slice, int length)
    {
        var step = slice.Step.IsNone ? 1 : Bound(thread, slice.Step);
        if (step == 0)
            throw Raise.ValueError("slice step cannot be zero");
        step = Math.Max(step, -long.MaxValue);
        var lowest = step < 0 ? -1L : 0L;
        var highest = step < 0 ? length - 1L : length;
        var start = slice.Start.IsNone ? (step < 0 ? highest : lowest) : Clamp(Bound(thread, slice.Start), length, lowest, highest);
        var stop = slice.Stop.IsNone ? (step < 0 ? lowest : highest) : Clamp(Bound(thread, slice.Stop), length, lowest, highest);
        var count = step < 0
            ? (stop < start ? ((start - stop - 1) / -step) + 1 : 0)
            : (start < stop ? ((stop - start - 1) / step) + 1 : 0);
        return new((int)start, (int)count, step);
    }

    /// <summary>The bounds of a search, as find() and its like take them: absent and None mean the ends.</summary>
    public static (int Start, int End) OfSearch(PyThread thread, PyValue start, PyValue end, int length)
    {
        var first = start.IsMissing || start.IsNone ? 0 : Clamp(SearchBound(thread, start), length, 0, long.MaxValue);
        var last = end.IsMissing || end.IsNone ? length : Clamp(SearchBound(thread, end), length, 0, length);
        // A start beyond the end finds nothing, not even the empty sequence.
        return ((int)Math.Min(first, length + 1L), (int)last);
    }

    /// <summary>Copies the items that the slice names.</summary>
    public void Gather<T>(ReadOnlySpan<T> source, Span<T> target)
    {
        long at = Start;
        for (var i = 0; i < Count; i++, at += Step)
            target[i] = source[(int)at];
    }

    private static long Clamp(long bound, int length, long lowest, long highest)
    {
        if (bound < 0)
            bound += length;
        return Math.Min(Math.Max(bound, lowest), highest);
    }

    private static long Bound(PyThread thread, PyValue value)
    {
        if (value.IsSmallInt)
            return value.Bits;
        if (!Operators.IsIndex(value))
            throw Raise.TypeError("slice indices must be integers or None or have an __index__ method");
        return Conversions.ToIndex(thread, value);
    }

    private static long SearchBound(PyThread thread, PyValue value) => Bound(thread, value);
}
