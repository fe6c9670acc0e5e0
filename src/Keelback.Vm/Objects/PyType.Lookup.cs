namespace Keelback.Vm;

/// <summary>Attribute lookup along the method resolution order, its cache, and what a change of a class entails.</summary>
public sealed partial class PyType
{
    private const int CacheSize = 64;

    private readonly Lock _fillLock = new();
    private volatile CachedLookup?[]? _cache;
    private List<WeakReference<PyType>>? _subclasses;

    [PyField]
    private partial PyDict? OwnDict { get; set; }

    /// <summary>The attributes defined on the type itself.</summary>
    internal PyDict Dict => OwnDict ?? FillDict();

    /// <summary>Finds an attribute of the type or of a base; missing where there is none. Never runs Python code.</summary>
    internal PyValue Lookup(PyStr name)
    {
        var cache = _cache ??= new CachedLookup?[CacheSize];
        ref var entry = ref cache[(int)name.Hash & (CacheSize - 1)];
        if (entry is { } cached && ReferenceEquals(cached.Name, name))
            return cached.Value;

        PyValue value = default;
        foreach (var type in Mro)
        {
            if (type.Dict.TryGetValue(name, out value))
                break;
        }

        if (name.IsInterned)
            entry = new CachedLookup(name, value);
        return value;
    }

    /// <summary>The type in the method resolution order whose own dict has the name, or null.</summary>
    internal PyType? FindDefiningType(PyStr name)
    {
        foreach (var type in Mro)
        {
            if (type.Dict.Find(name) >= 0)
                return type;
        }

        return null;
    }

    /// <summary>The classes derived directly from this one that still live.</summary>
    internal List<PyType> LiveSubclasses()
    {
        var live = new List<PyType>();
        foreach (var reference in _subclasses ?? [])
        {
            if (reference.TryGetTarget(out var subclass))
                live.Add(subclass);
        }

        return live;
    }

    /// <summary>Stores or, with a missing value, removes an attribute of a heap type, and tells all who depend on it.</summary>
    internal bool SetOwnAttribute(PyStr name, PyValue value)
    {
        name = PyStr.Intern(name);
        if (value.IsMissing)
        {
            if (!Dict.Remove(name))
                return false;
        }
        else
        {
            Dict.Set(name, value);
        }

        Modified();
        SlotTable.Update(this, name);
        return true;
    }

    /// <summary>Makes every cache that knows this type, or one derived from it, look again.</summary>
    internal void Modified()
    {
        _version = VersionTags.Next();
        _cache = null;
        foreach (var subclass in LiveSubclasses())
            subclass.Modified();
    }

    private void AddSubclass(PyType subclass)
    {
        lock (_fillLock)
        {
            _subclasses ??= [];
            _subclasses.RemoveAll(reference => !reference.TryGetTarget(out _));
            _subclasses.Add(new WeakReference<PyType>(subclass));
        }
    }

    private void RemoveSubclass(PyType subclass)
    {
        lock (_fillLock)
            _subclasses?.RemoveAll(reference => !reference.TryGetTarget(out var target) || ReferenceEquals(target, subclass));
    }

    private PyDict FillDict()
    {
        lock (_fillLock)
        {
            if (OwnDict is { } filled)
                return filled;
            var dict = new PyDict();
            TypeMembers.Fill(this, dict);
            OwnDict = dict;
            return dict;
        }
    }

    private sealed record CachedLookup(PyStr Name, PyValue Value);
}
