namespace Keelback.Vm;

/// <summary>Items and slices of lists.</summary>
public partial class PyList
{
    private static partial PyValue Subscript(PyThread thread, PyValue left, PyValue right)
    {
        var list = (PyList)left.Ref!;
        if (right.IsSmallInt)
            return list.ItemAt(thread, right.Bits);
        if (right.Ref is PySlice slice)
        {
            var bounds = slice.Unpack(thread);
            return new PyList(SequenceItems.Slice(list.AsSpan(), PySlice.Adjust(bounds, list.Count)));
        }

        return Operators.IsIndex(right)
            ? list.ItemAt(thread, Operators.ToIndex(thread, right, Raise.IndexError))
            : thread.Raise(WrongIndex(right));
    }

    private static partial PyValue GetItem(PyThread thread, PyList self, PyValue index) => Subscript(thread, self, index);

    private static partial PyValue Item(PyThread thread, PyValue self, long index)
    {
        var list = (PyList)self.Ref!;
        return (ulong)index < (ulong)list.Count
            ? list.Items[index]
            : thread.Raise(Raise.IndexError("list index out of range"));
    }

    private static partial void SetItem(PyThread thread, PyValue self, long index, PyValue value) =>
        ((PyList)self.Ref!).StoreAt(index, value);

    private static partial void SetSubscript(PyThread thread, PyValue self, PyValue key, PyValue value)
    {
        var list = (PyList)self.Ref!;
        if (key.Ref is PySlice slice)
        {
            var bounds = slice.Unpack(thread);
            if (value.IsMissing)
                list.DeleteSlice(PySlice.Adjust(bounds, list.Count));
            else
                list.StoreSlice(thread, PySlice.Adjust(bounds, list.Count), value);
            return;
        }

        if (!Operators.IsIndex(key))
            throw WrongIndex(key);
        var index = Operators.ToIndex(thread, key, Raise.IndexError);
        list.StoreAt(index < 0 ? index + list.Count : index, value);
    }

    /// <summary>Puts items in the place of others.</summary>
    internal void ReplaceRange(int start, int count, ReadOnlySpan<PyValue> items)
    {
        var source = items.Overlaps(Items) ? items.ToArray() : items;
        var before = Count;
        var after = before - count + source.Length;
        if (after > before)
            EnsureCapacity(after);
        var all = Items;
        Array.Copy(all, start + count, all, start + source.Length, before - start - count);
        source.CopyTo(all.AsSpan(start));
        if (after < before)
            all.AsSpan(after, before - after).Clear();
        Count = after;
    }

    private static PyException WrongIndex(PyValue index) =>
        Raise.TypeError($"list indices must be integers or slices, not {index.Type.Name}");

    private PyValue ItemAt(PyThread thread, long index)
    {
        if (index < 0)
            index += Count;
        return (ulong)index < (ulong)Count ? Items[index] : thread.Raise(Raise.IndexError("list index out of range"));
    }

    private void StoreAt(long index, PyValue value)
    {
        if ((ulong)index >= (ulong)Count)
            throw Raise.IndexError("list assignment index out of range");
        if (value.IsMissing)
            ReplaceRange((int)index, 1, []);
        else
            Items[index] = value;
    }

    private void DeleteSlice(SliceBounds slice)
    {
        if (slice.Count == 0)
            return;
        var isAscending = slice.Step > 0;
        var step = Math.Abs(slice.Step);
        long deleted = isAscending ? slice.Start : slice.PlaceOf(slice.Count - 1);
        if (step == 1)
        {
            ReplaceRange((int)deleted, slice.Count, []);
            return;
        }

        var items = Items;
        var target = (int)deleted;
        var left = slice.Count;
        for (var i = target; i < Count; i++)
        {
            if (left > 0 && i == deleted)
            {
                deleted += step;
                left--;
            }
            else
            {
                items[target++] = items[i];
            }
        }

        SetCount(target);
    }

    private void StoreSlice(PyThread thread, SliceBounds slice, PyValue value)
    {
        if (!Operators.IsIterable(value))
            throw Raise.TypeError(slice.Step == 1 ? "can only assign an iterable" : "must assign iterable to extended slice");
        var source = value.Ref switch
        {
            PyList list when ReferenceEquals(list, this) => AsSpan().ToArray(),
            PyList list when ReferenceEquals(list.Type, TypeObject) => list.AsSpan(),
            PyTuple tuple when ReferenceEquals(tuple.Type, PyTuple.TypeObject) => tuple.Items,
            _ => Operators.ToList(thread, value).AsSpan(),
        };
        if (slice.Step == 1)
        {
            // Iterating over the value may have changed this list.
            var start = Math.Min(slice.Start, Count);
            ReplaceRange(start, Math.Min(slice.Count, Count - start), source);
            return;
        }

        if (source.Length != slice.Count)
        {
            throw Raise.ValueError(
                $"attempt to assign sequence of size {source.Length} to extended slice of size {slice.Count}");
        }

        var place = (long)slice.Start;
        foreach (var item in source)
        {
            if ((ulong)place < (ulong)Count)
                Items[place] = item;
            place += slice.Step;
        }
    }
}
