namespace Keelback.Vm;

/// <summary>Keys of any type, whose hash and equality may run Python code.</summary>
public partial class PyDict
{
    /// <summary>Finds the value of a key.</summary>
    internal bool TryGetValue(PyThread thread, PyValue key, out PyValue value)
    {
        var entry = Find(thread, key, HashOf(thread, key));
        value = entry >= 0 ? _entries[entry].Value : default;
        return entry >= 0;
    }

    /// <summary>Stores a value under a key.</summary>
    internal void Set(PyThread thread, PyValue key, PyValue value)
    {
        var hash = HashOf(thread, key);
        var entry = Find(thread, key, hash);
        if (entry >= 0)
            _entries[entry].Value = value;
        else
            Insert(key, hash, value);
    }

    /// <summary>Removes a key and gives its value; false where it is not there.</summary>
    internal bool Remove(PyThread thread, PyValue key, out PyValue value)
    {
        var entry = Find(thread, key, HashOf(thread, key));
        value = entry >= 0 ? _entries[entry].Value : default;
        if (entry >= 0)
            RemoveEntry(entry);
        return entry >= 0;
    }

    /// <summary>The entry of a key with this hash, or -1.</summary>
    internal int Find(PyThread thread, PyValue key, long hash)
    {
        if (key.Ref is PyStr text && text.Type == PyStr.TypeObject)
            return FindStr(thread, text, hash);

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
            if (entries[entry].Key.Is(key))
                return entry;
            if (entries[entry].Hash != hash)
                continue;
            var candidate = entries[entry].Key;
            var changes = Changes;
            var isEqual = Operators.Equals(thread, candidate, key);

            // What __eq__ ran may have changed this very dict.
            if (changes != Changes || entries != _entries)
                goto restart;
            if (isEqual)
                return entry;
        }
    }

    /// <summary>The hash of a key; the error for one without says that it was to be a key.</summary>
    internal static long HashOf(PyThread thread, PyValue key)
    {
        if (key.Ref is PyStr text && text.Type == PyStr.TypeObject)
            return text.Hash;
        return key.IsSmallInt ? IntType.HashOf(key.Bits) : HashOf(thread, key, "a dict key");
    }

    /// <summary>The hash of what is to be a key or the like; the error for a value without one says so.</summary>
    internal static long HashOf(PyThread thread, PyValue key, string role)
    {
        try
        {
            return Operators.Hash(thread, key);
        }
        catch (PyException exception) when (ReferenceEquals(exception.Value.Type, ExceptionTypes.TypeError))
        {
            var reason = Operators.Str(thread, exception.Value).Value;
            throw Raise.TypeError($"cannot use '{key.Type.Name}' as {role} ({reason})");
        }
    }

    // A key whose class is not str may be equal to a str all the same (a subclass of str, or a class with its own __eq__).
    private int FindStr(PyThread thread, PyStr key, long hash)
    {
        var mask = _index.Length - 1;
    restart:
        for (var i = Start(hash); ; i = (i + 1) & mask)
        {
            var entry = _index[i];
            if (entry == Free)
                return -1;
            if (entry < 0)
                continue;
            var candidate = _entries[entry].Key;
            if (ReferenceEquals(candidate.Ref, key))
                return entry;
            if (_entries[entry].Hash != hash)
                continue;
            if (candidate.Ref is PyStr text && text.Type == PyStr.TypeObject)
            {
                if (text.TextEquals(key))
                    return entry;
                continue;
            }

            var changes = Changes;
            var isEqual = Operators.Equals(thread, candidate, key);
            if (changes != Changes)
            {
                mask = _index.Length - 1;
                goto restart;
            }

            if (isEqual)
                return entry;
        }
    }
}
