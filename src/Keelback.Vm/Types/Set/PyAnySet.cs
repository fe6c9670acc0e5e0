namespace Keelback.Vm;

/// <summary>
/// The table of set and frozenset: open addressing leads to items that stand in insertion order. The set algebra is in
/// PyAnySet.Algebra.cs.
/// </summary>
internal abstract partial class PyAnySet : PyObject
{
    private const int MinIndexSize = 8;
    private const int Free = -1;
    private const int Deleted = -2;
    private const string Role = "a set element";

    private int[] _index = [];
    private SetEntry[] _entries = [];
    private int _shift = 64;

    // The entries in use, those of removed items included.
    private int _end;
    private uint _changes;

    // Before this entry pop has removed everything, so that it need not look there again.
    private int _popped;

    private protected PyAnySet(PyType type)
        : base(type)
    {
    }

    /// <summary>The number of items.</summary>
    public int Count { get; private set; }

    /// <summary>The end of the entries; one below it whose key is missing was removed.</summary>
    internal int EntryEnd => _end;

    /// <summary>The item at an index below <see cref="EntryEnd"/>, or no value.</summary>
    internal PyValue ItemAt(int index) => _entries[index].Key;

    /// <summary>Adds an item, if it is not there yet.</summary>
    public void Add(PyThread thread, PyValue item)
    {
        var hash = HashOf(thread, item);
        if (Find(thread, item, hash) < 0)
            Insert(item, hash);
    }

    /// <summary>Whether an item is in the set. A set, which has no hash, is looked up as the frozenset it equals.</summary>
    public bool Contains(PyThread thread, PyValue item) => Find(thread, item, LookupHashOf(thread, item)) >= 0;

    /// <summary>Adds the items of an iterable.</summary>
    public void Update(PyThread thread, PyValue iterable)
    {
        switch (iterable.Ref)
        {
            case PyAnySet set:
                AddEntries(thread, set);
                break;
            case PyDict dict when ReferenceEquals(dict.Type, PyDict.TypeObject):
                for (var i = 0; i < dict.EntryEnd; i++)
                {
                    var (key, hash) = (dict.EntryAt(i).Key, dict.EntryAt(i).Hash);
                    if (!key.IsMissing)
                        Add(thread, key, hash);
                }

                break;
            default:
                foreach (var item in Operators.Iterate(thread, iterable))
                    Add(thread, item);
                break;
        }
    }

    /// <summary>Removes an item; false where it is not there.</summary>
    internal bool Remove(PyThread thread, PyValue item)
    {
        var entry = Find(thread, item, LookupHashOf(thread, item));
        if (entry >= 0)
            RemoveEntry(entry);
        return entry >= 0;
    }

    /// <summary>Removes all items.</summary>
    internal void Clear()
    {
        if (_end == 0)
            return;
        _index = [];
        _entries = [];
        _shift = 64;
        _end = 0;
        _popped = 0;
        Count = 0;
        _changes++;
    }

    /// <inheritdoc/>
    protected internal override void Traverse(Gc.ReferenceVisitor visitor)
    {
        base.Traverse(visitor);
        for (var i = 0; i < _end; i++)
            visitor.Visit(_entries[i].Key.Ref);
    }

    /// <summary>A new set, empty and not of a subclass, of the kind that this one is.</summary>
    private protected abstract PyAnySet NewOfKind();

    /// <summary>Removes the first item; false where there is none.</summary>
    private protected bool TryPop(out PyValue item)
    {
        item = default;
        if (Count == 0)
            return false;
        while (_entries[_popped].Key.IsMissing)
            _popped++;
        item = _entries[_popped].Key;
        RemoveEntry(_popped);
        return true;
    }

    /// <summary>Puts another set's items in the place of the own; the other is not used any more.</summary>
    private protected void TakeOver(PyAnySet other)
    {
        _index = other._index;
        _entries = other._entries;
        _shift = other._shift;
        _end = other._end;
        _popped = other._popped;
        Count = other.Count;
        _changes++;
    }

    private static long HashOf(PyThread thread, PyValue item)
    {
        if (item.IsSmallInt)
            return IntType.HashOf(item.Bits);
        return item.Ref is PyStr text && ReferenceEquals(text.Type, PyStr.TypeObject)
            ? text.Hash
            : PyDict.HashOf(thread, item, Role);
    }

    private static long LookupHashOf(PyThread thread, PyValue item) =>
        item.Ref is PySet set && !Operators.IsHashable(item) ? set.HashOfItems() : HashOf(thread, item);

    private void Add(PyThread thread, PyValue item, long hash)
    {
        if (Find(thread, item, hash) < 0)
            Insert(item, hash);
    }

    private void AddEntries(PyThread thread, PyAnySet other)
    {
        if (Count == 0 && _end == 0 && other._end == other.Count)
        {
            _index = (int[])other._index.Clone();
            _entries = (SetEntry[])other._entries.Clone();
            _shift = other._shift;
            _end = other._end;
            _popped = 0;
            Count = other.Count;
            _changes++;
            return;
        }

        for (var i = 0; i < other._end; i++)
        {
            var entry = other._entries[i];
            if (!entry.Key.IsMissing)
                Add(thread, entry.Key, entry.Hash);
        }
    }

    // The entry of an item with this hash, or -1.
    private int Find(PyThread thread, PyValue item, long hash)
    {
        if (_index.Length == 0)
            return -1;
        var text = item.Ref is PyStr { } exact && ReferenceEquals(exact.Type, PyStr.TypeObject) ? exact : null;
    restart:
        var index = _index;
        var entries = _entries;
        var mask = index.Length - 1;
        for (var i = Start(hash); ; i = (i + 1) & mask)
        {
            var entry = index[i];
            if (entry == Free)
                return -1;
            if (entry < 0)
                continue;
            ref var candidate = ref entries[entry];
            if (candidate.Key.Is(item))
                return entry;
            if (candidate.Hash != hash)
                continue;
            if (text is not null && candidate.Key.Ref is PyStr other && ReferenceEquals(other.Type, PyStr.TypeObject))
            {
                if (other.TextEquals(text))
                    return entry;
                continue;
            }

            var changes = _changes;
            var isEqual = Operators.Equals(thread, candidate.Key, item);

            // What __eq__ ran may have changed this very set.
            if (changes != _changes)
            {
                if (_index.Length == 0)
                    return -1;
                goto restart;
            }

            if (isEqual)
                return entry;
        }
    }

    private void Insert(PyValue item, long hash)
    {
        if (_end == _entries.Length)
            Grow();
        var mask = _index.Length - 1;
        var i = Start(hash);
        while (_index[i] >= 0)
            i = (i + 1) & mask;
        _index[i] = _end;
        _entries[_end++] = new SetEntry { Key = item, Hash = hash };
        Count++;
        _changes++;
    }

    private void RemoveEntry(int entry)
    {
        var mask = _index.Length - 1;
        var i = Start(_entries[entry].Hash);
        while (_index[i] != entry)
            i = (i + 1) & mask;
        _index[i] = Deleted;
        _entries[entry] = default;
        Count--;
        _changes++;
    }

    private int Start(long hash) => (int)(unchecked((ulong)hash * 0x9E3779B97F4A7C15UL) >> _shift);

    private void Grow()
    {
        var size = MinIndexSize;
        while (size * 2L / 3 <= Count + (Count >> 1))
            size *= 2;
        var entries = new SetEntry[size * 2L / 3];
        var end = 0;
        for (var i = 0; i < _end; i++)
        {
            if (!_entries[i].Key.IsMissing)
                entries[end++] = _entries[i];
        }

        _entries = entries;
        _end = end;
        _popped = 0;
        _index = new int[size];
        _index.AsSpan().Fill(Free);
        _shift = 64 - System.Numerics.BitOperations.Log2((uint)size);
        for (var entry = 0; entry < end; entry++)
        {
            var i = Start(entries[entry].Hash);
            while (_index[i] >= 0)
                i = (i + 1) & (size - 1);
            _index[i] = entry;
        }
    }

    /// <summary>An item and its hash; without a key where it was removed.</summary>
    private struct SetEntry
    {
        public PyValue Key;
        public long Hash;
    }
}
