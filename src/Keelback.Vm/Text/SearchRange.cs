namespace Keelback.Vm;

/// <summary>The ranges that methods of text and bytes take.</summary>
internal static class SearchRange
{
    /// <summary>The bounds of a search, as find() and its like take them: absent and None mean the ends.</summary>
    public static (int Start, int End) Of(PyThread thread, PyValue start, PyValue end, int length)
    {
        var first = start.IsMissing || start.IsNone ? 0 : Clamp(Bound(thread, start), length, 0, long.MaxValue);
        var last = end.IsMissing || end.IsNone ? length : Clamp(Bound(thread, end), length, 0, length);
        // A start beyond the end finds nothing, not even the empty sequence.
        return ((int)Math.Min(first, length + 1L), (int)last);
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
}
