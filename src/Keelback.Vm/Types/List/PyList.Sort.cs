namespace Keelback.Vm;

/// <summary>list.sort: what kinds of keys there are decides how they are compared.</summary>
public partial class PyList
{
    private static partial void Sort(PyThread thread, PyList self, PyValue key, bool reverse) => self.Sort(thread, key, reverse);

    /// <summary>
    /// Sorts in place. Meanwhile the list looks empty; whoever changes it from within a comparison or key function gets
    /// a ValueError at the end.
    /// </summary>
    internal void Sort(PyThread thread, PyValue key, bool reverse)
    {
        var items = Items;
        var count = Count;
        bool isChanged;
        Replace([], 0);
        try
        {
            if (key.IsMissing || key.IsNone)
                SortItems(thread, items, count, reverse);
            else
                SortByKeys(thread, items, count, key, reverse);
        }
        finally
        {
            isChanged = Items.Length > 0;
            Replace(items, count);
        }

        if (isChanged)
            throw Raise.ValueError("list modified during sort");
    }

    private static void SortItems(PyThread thread, PyValue[] items, int count, bool reverse)
    {
        if (count < 2)
            return;
        var kind = SortKeys.KindOf(items.AsSpan(0, count));
        if (kind == SortKeyKind.Int)
        {
            // Equal ints cannot be told apart, so that any sort is stable.
            var numbers = SortKeys.ToInt64(items.AsSpan(0, count));
            Array.Sort(numbers);
            if (reverse)
                Array.Reverse(numbers);
            for (var i = 0; i < count; i++)
                items[i] = PyValue.FromInt(numbers[i]);
            return;
        }

        // Sorting backwards what was turned round keeps equal items in their order.
        if (reverse)
            Array.Reverse(items, 0, count);
        if (kind == SortKeyKind.Float)
        {
            var numbers = SortKeys.ToDouble(items.AsSpan(0, count));
            new TimSort<double, DoubleOrder>(default, numbers, null, count).Sort();
            for (var i = 0; i < count; i++)
                items[i] = PyValue.FromFloat(numbers[i]);
        }
        else
        {
            SortValues(thread, kind, items, null, count);
        }

        if (reverse)
            Array.Reverse(items, 0, count);
    }

    private static void SortByKeys(PyThread thread, PyValue[] items, int count, PyValue key, bool reverse)
    {
        var keys = new PyValue[count];
        for (var i = 0; i < count; i++)
            keys[i] = thread.Call(key, items[i]);
        if (count < 2)
            return;
        if (reverse)
        {
            Array.Reverse(keys);
            Array.Reverse(items, 0, count);
        }

        var kind = SortKeys.KindOf(keys);
        if (kind == SortKeyKind.Int)
            new TimSort<long, Int64Order>(default, SortKeys.ToInt64(keys), items, count).Sort();
        else if (kind == SortKeyKind.Float)
            new TimSort<double, DoubleOrder>(default, SortKeys.ToDouble(keys), items, count).Sort();
        else
            SortValues(thread, kind, keys, items, count);
        if (reverse)
            Array.Reverse(items, 0, count);
    }

    private static void SortValues(PyThread thread, SortKeyKind kind, PyValue[] keys, PyValue[]? items, int count)
    {
        if (kind == SortKeyKind.Str)
            new TimSort<PyValue, StrOrder>(default, keys, items, count).Sort();
        else if (kind == SortKeyKind.Tuple)
            new TimSort<PyValue, TupleOrder>(new TupleOrder(thread), keys, items, count).Sort();
        else
            new TimSort<PyValue, GeneralOrder>(new GeneralOrder(thread), keys, items, count).Sort();
    }
}
