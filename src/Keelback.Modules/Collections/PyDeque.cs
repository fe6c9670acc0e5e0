using Keelback.Vm;

namespace Keelback.Modules.Collections;

/// <summary>A double-ended queue: a ring of places. Its methods stand in PyDeque.Methods.cs, its slots in PyDeque.Slots.cs.</summary>
[PyType("collections.deque", Doc = "A list-like sequence optimized for data accesses near its endpoints.", Flags = TypeFlags.Sequence | TypeFlags.HasWeakReferences)]
internal sealed partial class PyDeque : ExtensibleObject
{
    private int _first;
    private long _maximum = -1;

    private PyDeque(PyType type)
        : base(type)
    {
        Ring = [];
    }

    /// <summary>The number of items.</summary>
    public int Count { get; private set; }

    /// <summary>Counts changes of the number of items, which iterators must not see.</summary>
    public uint Changes { get; private set; }

    // Its length is a power of two, or zero.
    [PyField]
    private partial PyValue[] Ring { get; set; }

    /// <summary>The item at an index below <see cref="Count"/>.</summary>
    public PyValue this[int index]
    {
        get => Ring[(_first + index) & (Ring.Length - 1)];
        private set => Ring[(_first + index) & (Ring.Length - 1)] = value;
    }

    /// <summary>Adds an item at the right end; past the greatest length the leftmost goes.</summary>
    public void Append(PyValue item)
    {
        if (_maximum == 0)
            return;
        if (Count == _maximum)
            PopLeft();
        if (Count == Ring.Length)
            Grow();
        Ring[(_first + Count) & (Ring.Length - 1)] = item;
        Count++;
        Changes++;
    }

    /// <summary>Adds an item at the left end; past the greatest length the rightmost goes.</summary>
    public void AppendLeft(PyValue item)
    {
        if (_maximum == 0)
            return;
        if (Count == _maximum)
            Pop();
        if (Count == Ring.Length)
            Grow();
        _first = (_first - 1) & (Ring.Length - 1);
        Ring[_first] = item;
        Count++;
        Changes++;
    }

    /// <summary>Takes the rightmost item, which must exist.</summary>
    public PyValue Pop()
    {
        ref var place = ref Ring[(_first + --Count) & (Ring.Length - 1)];
        var item = place;
        place = default;
        Changes++;
        return item;
    }

    /// <summary>Takes the leftmost item, which must exist.</summary>
    public PyValue PopLeft()
    {
        ref var place = ref Ring[_first];
        var item = place;
        place = default;
        _first = (_first + 1) & (Ring.Length - 1);
        Count--;
        Changes++;
        return item;
    }

    /// <summary>A copy of the items.</summary>
    public PyValue[] ToArray()
    {
        var items = new PyValue[Count];
        for (var i = 0; i < items.Length; i++)
            items[i] = this[i];
        return items;
    }

    private void RemoveAt(int index)
    {
        if (index < Count / 2)
        {
            for (var i = index; i > 0; i--)
                this[i] = this[i - 1];
            PopLeft();
            return;
        }

        for (var i = index; i + 1 < Count; i++)
            this[i] = this[i + 1];
        Pop();
    }

    private void Empty()
    {
        Ring = [];
        _first = 0;
        Count = 0;
        Changes++;
    }

    private void Extend(PyThread thread, PyValue iterable, bool atLeft)
    {
        if (ReferenceEquals(iterable.Ref, this))
            iterable = PyTuple.Own(ToArray());
        foreach (var item in Operators.Iterate(thread, iterable))
        {
            if (atLeft)
                AppendLeft(item);
            else
                Append(item);
        }
    }

    private void Grow()
    {
        var ring = new PyValue[Math.Max(8, Ring.Length * 2)];
        for (var i = 0; i < Count; i++)
            ring[i] = this[i];
        Ring = ring;
        _first = 0;
    }
}

/// <summary>The iterator over a deque.</summary>
[PyType("_collections._deque_iterator", Doc = "An iterator over a deque.")]
internal sealed partial class PyDequeIterator : PyObject
{
    private readonly uint _changes;
    private int _index;

    public PyDequeIterator(PyDeque deque, int index)
        : base(TypeObject)
    {
        Deque = deque;
        _changes = deque.Changes;
        _index = index;
    }

    [PyField]
    private partial PyDeque Deque { get; set; }

    [PyNew("_deque_iterator(deque, index=0, /)")]
    private static PyValue New(PyThread thread, PyType cls, PyDeque deque, long index) =>
        new PyDequeIterator(deque, (int)Math.Clamp(index, 0, deque.Count));

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyDequeIterator self)
    {
        var deque = self.Deque;
        if (deque.Changes != self._changes)
        {
            self._index = int.MaxValue;
            throw Raise.RuntimeError("deque mutated during iteration");
        }

        return self._index < deque.Count ? deque[self._index++] : default;
    }

    [PyMethod("__length_hint__($self, /)", Doc = "Private method returning an estimate of len(list(it)).")]
    private static long LengthHint(PyThread thread, PyDequeIterator self) => Math.Max(0, self.Deque.Count - self._index);

    [PyMethod("__reduce__($self, /)", Doc = "Return state information for pickling.")]
    private static PyValue Reduce(PyThread thread, PyDequeIterator self) =>
        PyTuple.From(TypeObject, PyTuple.From(self.Deque, PyValue.FromInt(self._index)));
}

/// <summary>The iterator over a deque from its right end.</summary>
[PyType("_collections._deque_reverse_iterator", Doc = "A reverse iterator over a deque.")]
internal sealed partial class PyDequeReverseIterator : PyObject
{
    private readonly uint _changes;
    private int _index;

    public PyDequeReverseIterator(PyDeque deque, int index)
        : base(TypeObject)
    {
        Deque = deque;
        _changes = deque.Changes;
        _index = index;
    }

    [PyField]
    private partial PyDeque Deque { get; set; }

    [PyNew("_deque_reverse_iterator(deque, index=0, /)")]
    private static PyValue New(PyThread thread, PyType cls, PyDeque deque, long index) =>
        new PyDequeReverseIterator(deque, (int)Math.Clamp(index, 0, deque.Count));

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyDequeReverseIterator self)
    {
        var deque = self.Deque;
        if (deque.Changes != self._changes)
        {
            self._index = int.MaxValue;
            throw Raise.RuntimeError("deque mutated during iteration");
        }

        return self._index < deque.Count ? deque[deque.Count - 1 - self._index++] : default;
    }

    [PyMethod("__length_hint__($self, /)", Doc = "Private method returning an estimate of len(list(it)).")]
    private static long LengthHint(PyThread thread, PyDequeReverseIterator self) => Math.Max(0, self.Deque.Count - self._index);

    [PyMethod("__reduce__($self, /)", Doc = "Return state information for pickling.")]
    private static PyValue Reduce(PyThread thread, PyDequeReverseIterator self) =>
        PyTuple.From(TypeObject, PyTuple.From(self.Deque, PyValue.FromInt(self._index)));
}
