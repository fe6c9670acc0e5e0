namespace Keelback.Vm;

/// <summary>The methods of list, but for sort.</summary>
public partial class PyList
{
    // As CPython 3.14 counts on 64 bits: the object's head and fields, and a word for each place.
    private const long EmptySize = 56;
    private const long PlaceSize = 8;

    /// <summary>Appends the items of an iterable.</summary>
    internal void Extend(PyThread thread, PyValue iterable)
    {
        switch (iterable.Ref)
        {
            case PyList list when ReferenceEquals(list.Type, TypeObject):
                AddRange(list.AsSpan());
                return;
            case PyTuple tuple when ReferenceEquals(tuple.Type, PyTuple.TypeObject):
                AddRange(tuple.Items);
                return;
            case PyDict dict when ReferenceEquals(dict.Type, PyDict.TypeObject):
                EnsureCapacity(Count + dict.Count);
                for (var i = 0; i < dict.EntryEnd; i++)
                {
                    var key = dict.EntryAt(i).Key;
                    if (!key.IsMissing)
                        Add(key);
                }

                return;
        }

        var iterator = Operators.GetIterator(thread, iterable);
        var hint = Operators.LengthHint(thread, iterable, 8);
        if (hint > Array.MaxLength - Count)
            throw Raise.MemoryError("");
        if (hint > 8)
            EnsureCapacity(Count + (int)Math.Min(hint, 1 << 20));
        while (Operators.TryNext(thread, iterator, out var item))
            Add(item);
    }

    private static partial PyValue Reversed(PyThread thread, PyList self) => new PyListReverseIterator(self);

    private static partial long SizeOf(PyThread thread, PyList self) => EmptySize + (PlaceSize * self.Items.Length);

    private static partial void RemoveAll(PyThread thread, PyList self) => self.Replace([], 0);

    private static partial PyValue Copy(PyThread thread, PyList self) => new PyList(self.AsSpan().ToArray());

    private static partial void Append(PyThread thread, PyList self, PyValue @object) => self.Add(@object);

    private static partial void Insert(PyThread thread, PyList self, long index, PyValue @object)
    {
        if (index < 0)
            index = Math.Max(index + self.Count, 0);
        self.ReplaceRange((int)Math.Min(index, self.Count), 0, [@object]);
    }

    private static partial void ExtendBy(PyThread thread, PyList self, PyValue iterable) => self.Extend(thread, iterable);

    private static partial PyValue Pop(PyThread thread, PyList self, long index)
    {
        var count = self.Count;
        if (count == 0)
            return thread.Raise(Raise.IndexError("pop from empty list"));
        if (index < 0)
            index += count;
        if ((ulong)index >= (ulong)count)
            return thread.Raise(Raise.IndexError("pop index out of range"));
        var item = self.Items[index];
        if (index == count - 1)
            self.SetCount(count - 1);
        else
            self.ReplaceRange((int)index, 1, []);
        return item;
    }

    private static partial void RemoveValue(PyThread thread, PyList self, PyValue value)
    {
        for (var i = 0; i < self.Count; i++)
        {
            if (!Operators.Equals(thread, self.Items[i], value))
                continue;
            // What __eq__ ran may have shortened the list.
            if (i < self.Count)
                self.ReplaceRange(i, 1, []);
            return;
        }

        throw Raise.ValueError("list.remove(x): x not in list");
    }

    private static partial long IndexOf(PyThread thread, PyList self, PyValue value, long start, long stop)
    {
        var end = SequenceItems.SearchBound(stop, self.Count);
        for (var i = SequenceItems.SearchBound(start, self.Count); i < end && i < self.Count; i++)
        {
            if (Operators.Equals(thread, self.Items[i], value))
                return i;
        }

        throw Raise.ValueError("list.index(x): x not in list");
    }

    private static partial long CountOf(PyThread thread, PyList self, PyValue value)
    {
        var count = 0L;
        for (var i = 0; i < self.Count; i++)
        {
            if (Operators.Equals(thread, self.Items[i], value))
                count++;
        }

        return count;
    }

    private static partial void Reverse(PyThread thread, PyList self) => self.AsSpan().Reverse();

    private static partial PyValue ClassGetItem(PyThread thread, PyType cls, PyValue @object) => new PyGenericAlias(cls, @object);
}
