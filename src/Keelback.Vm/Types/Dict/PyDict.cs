namespace Keelback.Vm;

/// <summary>
/// A dict: compact and ordered. An index table of open addressing leads to entries that stand in insertion order.
/// What needs no Python code to run (keys that are str) is here; general keys are in PyDict.Keys.cs.
/// </summary>
public partial class PyDict : PyObject
{
    private const int MinIndexSize = 8;
    private const int Free = -1;
    private const int Deleted = -2;

    private int[] _index;
    private DictEntry[] _entries;
    private int _shift;

    // The entries in use, those of deleted keys included.
    private int _end;
    private uint _keysVersion;

    internal PyDict()
        : this(TypeObject)
    {
    }

    /// <summary>An instance of dict or of a subclass.</summary>
    private protected PyDict(PyType type)
        : base(type)
    {
        _index = NewIndex(MinIndexSize);
        _shift = 64 - 3;
        _entries = [];
    }

    /// <summary>The number of keys.</summary>
    public int Count { get; private set; }

    /// <summary>The end of the entries; an entry below it whose key is missing was deleted.</summary>
    internal int EntryEnd => _end;

    /// <summary>Counts changes of the keys, so that an iteration can tell that one came in between.</summary>
    internal uint Changes { get; private set; }

    /// <summary>
    /// A number that stands for this dict with these keys at these entries; 0 when none was given yet. Storing another
    /// value under an existing key keeps it.
    /// </summary>
    internal uint KeysVersion => _keysVersion;

    /// <summary>The value of a str key; a KeyNotFoundException where there is none.</summary>
    internal PyValue this[PyStr key]
    {
        get => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException(key.Value);
        set => Set(key, value);
    }

    /// <summary>The entry at an index below <see cref="EntryEnd"/>.</summary>
    internal ref DictEntry EntryAt(int index) => ref _entries[index];

    /// <summary>Gives the present keys a version, if they have none.</summary>
    internal uint AssignKeysVersion()
    {
        if (_keysVersion == 0)
            _keysVersion = VersionTags.Next();
        return _keysVersion;
    }

    /// <summary>Finds the value of a str key.</summary>
    internal bool TryGetValue(PyStr key, out PyValue value)
    {
        var entry = Find(key);
        value = entry >= 0 ? _entries[entry].Value : default;
        return entry >= 0;
    }

    /// <summary>The entry of a str key, or -1. Keys that are no str are equal to none, as str's own __eq__ says.</summary>
    internal int Find(PyStr key)
    {
        var hash = key.Hash;
        var index = _index;
        var mask = index.Length - 1;
        for (var i = Start(hash); ; i = (i + 1) & mask)
        {
            var entry = index[i];
            if (entry >= 0)
            {
                ref var candidate = ref _entries[entry];
                if (ReferenceEquals(candidate.Key.Ref, key))
                    return entry;
                if (candidate.Hash == hash && candidate.Key.Ref is PyStr text && text.TextEquals(key))
                    return entry;
            }
            else if (entry == Free)
            {
                return -1;
            }
        }
    }

    /// <summary>Stores a value under a str key.</summary>
    internal void Set(PyStr key, PyValue value)
    {
        var entry = Find(key);
        if (entry >= 0)
            _entries[entry].Value = value;
        else
            Insert(key, key.Hash, value);
    }

    /// <summary>Removes a str key; false where it is not there.</summary>
    internal bool Remove(PyStr key)
    {
        var entry = Find(key);
        if (entry < 0)
            return false;
        RemoveEntry(entry);
        return true;
    }

    /// <summary>Removes all keys.</summary>
    internal void Clear()
    {
        _index = NewIndex(MinIndexSize);
        _shift = 64 - 3;
        _entries = [];
        _end = 0;
        Count = 0;
        KeysChanged();
    }

    /// <summary>Adds a key that is known not to be there.</summary>
    internal void Insert(PyValue key, long hash, PyValue value)
    {
        if (_end == _entries.Length)
            Grow();
        var index = _index;
        var mask = index.Length - 1;
        var i = Start(hash);
        while (index[i] >= 0)
            i = (i + 1) & mask;
        index[i] = _end;
        _entries[_end++] = new DictEntry(key, hash, value);
        Count++;
        KeysChanged();
    }

    /// <summary>Removes the key of an entry.</summary>
    internal void RemoveEntry(int entry)
    {
        var mask = _index.Length - 1;
        var i = Start(_entries[entry].Hash);
        while (_index[i] != entry)
            i = (i + 1) & mask;
        _index[i] = Deleted;
        _entries[entry] = default;
        Count--;
        KeysChanged();
    }

    /// <inheritdoc/>
    protected internal override void Traverse(Gc.ReferenceVisitor visitor)
    {
        base.Traverse(visitor);
        for (var i = 0; i < _end; i++)
        {
            visitor.Visit(_entries[i].Key.Ref);
            visitor.Visit(_entries[i].Value.Ref);
        }
    }

    private static int[] NewIndex(int size)
    {
        var index = new int[size];
        index.AsSpan().Fill(Free);
        return index;
    }

    // Multiplication by the golden ratio spreads hashes that are small ints over the table's high bits.
    private int Start(long hash) => (int)(unchecked((ulong)hash * 0x9E3779B97F4A7C15UL) >> _shift);

    private void KeysChanged()
    {
        _keysVersion = 0;
        unchecked
        {
            Changes++;
        }
    }

    // The table is at most two thirds full of entries, deleted ones included; room for entries is made to that measure.
    private void Grow()
    {
        var size = MinIndexSize;
        while (size * 2 / 3 <= Count + (Count >> 1))
            size *= 2;
        var entries = new DictEntry[size * 2 / 3];
        var end = 0;
        for (var i = 0; i < _end; i++)
        {
            if (!_entries[i].Key.IsMissing)
                entries[end++] = _entries[i];
        }

        _entries = entries;
        _end = end;
        _index = NewIndex(size);
        _shift = 64 - System.Numerics.BitOperations.Log2((uint)size);
        for (var entry = 0; entry < end; entry++)
        {
            var i = Start(entries[entry].Hash);
            while (_index[i] >= 0)
                i = (i + 1) & (size - 1);
            _index[i] = entry;
        }
    }
}

/// <summary>An instance of a Python subclass of dict.</summary>
internal sealed class PyDictSubclass(PyType type) : PyDict(type)
{
    private InstanceAttributes _attributes;

    internal override ref InstanceAttributes Attributes => ref _attributes;
}
