namespace Keelback.Vm;

/// <summary>Takes a fixed number of items out of an iterable, as assignment to several targets does.</summary>
internal static class Unpacking
{
    /// <summary>The first items; a ValueError where there are fewer or, if exact, more.</summary>
    public static PyValue[] Take(PyThread thread, PyValue iterable, int count, bool isExact)
    {
        var iterator = Operators.GetIterator(thread, iterable);
        var items = TakeFrom(thread, iterator, count, isExact ? "" : "at least ", count);
        if (isExact && Operators.TryNext(thread, iterator, out _))
            throw Raise.ValueError(TooMany(iterable, count));
        return items;
    }

    /// <summary>The first items, the last ones, and a list of those between.</summary>
    public static PyList TakeWithRest(
        PyThread thread, PyValue iterable, int before, int after, out PyValue[] first, out PyValue[] last)
    {
        var iterator = Operators.GetIterator(thread, iterable);
        first = TakeFrom(thread, iterator, before, "at least ", before + after);
        var rest = new PyList();
        while (Operators.TryNext(thread, iterator, out var item))
            rest.Add(item);
        if (rest.Count < after)
        {
            throw Raise.ValueError(
                $"not enough values to unpack (expected at least {before + after}, got {before + rest.Count})");
        }

        last = rest.AsSpan()[^after..].ToArray();
        rest.SetCount(rest.Count - after);
        return rest;
    }

    private static PyValue[] TakeFrom(PyThread thread, PyValue iterator, int count, string qualifier, int expected)
    {
        var items = new PyValue[count];
        for (var i = 0; i < count; i++)
        {
            if (!Operators.TryNext(thread, iterator, out items[i]))
                throw Raise.ValueError($"not enough values to unpack (expected {qualifier}{expected}, got {i})");
        }

        return items;
    }

    private static string TooMany(PyValue iterable, int count)
    {
        int? size = iterable.Ref switch
        {
            PyList list when list.GetType() == typeof(PyList) => list.Count,
            PyTuple tuple when tuple.GetType() == typeof(PyTuple) => tuple.Count,
            PyDict dict when dict.GetType() == typeof(PyDict) => dict.Count,
            _ => null,
        };
        return size is { } got
            ? $"too many values to unpack (expected {count}, got {got})"
            : $"too many values to unpack (expected {count})";
    }
}
