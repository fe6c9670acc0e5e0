namespace Keelback.Vm;

/// <summary>The iterator over a set or frozenset, which fails once the set's size has changed.</summary>
internal sealed partial class PySetIterator : PyObject
{
    private int _position;
    private int _expected;
    private int _left;

    public PySetIterator(PyAnySet set)
        : base(TypeObject)
    {
        Set = set;
        _expected = set.Count;
        _left = set.Count;
    }

    /// <summary>The set; null once its end was reached.</summary>
    [PyField]
    private partial PyAnySet? Set { get; set; }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue NextItem(PyThread thread, PyValue self)
    {
        var iterator = (PySetIterator)self.Ref!;
        if (iterator.Set is not { } set)
            return default;
        if (iterator._expected != set.Count)
        {
            iterator._expected = -1;
            return thread.Raise(Raise.RuntimeError("Set changed size during iteration"));
        }

        while (iterator._position < set.EntryEnd)
        {
            var item = set.ItemAt(iterator._position++);
            if (item.IsMissing)
                continue;
            iterator._left--;
            return item;
        }

        iterator.Set = null;
        return default;
    }

    private static partial long LengthHint(PyThread thread, PySetIterator self) =>
        self.Set is { } set && set.Count == self._expected ? Math.Max(self._left, 0) : 0;

    private static partial PyValue Reduce(PyThread thread, PySetIterator self)
    {
        var (set, position, left) = (self.Set, self._position, self._left);
        var rest = Operators.ToList(thread, self);
        (self.Set, self._position, self._left) = (set, position, left);
        return IteratorState.ReduceWhole(thread, rest);
    }
}
