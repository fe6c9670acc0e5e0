using Keelback.Vm;

namespace Keelback.Modules.Functools;

/// <summary>The function that lru_cache() makes: results by arguments, of which the least recently used go first.</summary>
[PyType("functools._lru_cache_wrapper", Doc = "Create a cached callable that wraps another function.", Flags = TypeFlags.HasDict | TypeFlags.HasWeakReferences | TypeFlags.MethodDescriptor)]
internal sealed partial class PyLruCacheWrapper : ExtensibleObject
{
    private readonly long _maximum;
    private readonly bool _isTyped;
    private long _hits;
    private long _misses;

    private PyLruCacheWrapper(PyType type, PyValue function, long maximum, bool isTyped, PyValue infoType)
        : base(type)
    {
        Function = function;
        InfoType = infoType;
        Results = new PyDict();
        Order = new CachedResult(PyValue.None, 0, PyValue.None);
        _maximum = maximum;
        _isTyped = isTyped;
    }

    [PyField]
    private partial PyValue Function { get; set; }

    [PyField]
    private partial PyValue InfoType { get; set; }

    // Without a bound the results themselves, else members of the ring.
    [PyField]
    private partial PyDict Results { get; set; }

    // The head of a ring of results, the least recently used behind it.
    [PyField]
    private partial CachedResult Order { get; set; }

    [PyNew("_lru_cache_wrapper(user_function, maxsize, typed, cache_info_type)")]
    private static PyValue New(
        PyThread thread, PyType cls, PyValue userFunction, PyValue maxsize, bool typed, PyValue cacheInfoType)
    {
        if (!Operators.IsCallable(userFunction))
            throw Raise.TypeError("the first argument must be callable");
        if (!maxsize.IsNone && !Operators.IsIndex(maxsize))
            throw Raise.TypeError("maxsize should be integer or None");
        var maximum = maxsize.IsNone ? -1 : Math.Max(0, Operators.ToIndex(thread, maxsize, Raise.OverflowError));
        return new PyLruCacheWrapper(cls, userFunction, maximum, typed, cacheInfoType);
    }

    [PySlot("tp_call")]
    private static PyValue Call(PyThread thread, PyValue callee, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var self = (PyLruCacheWrapper)callee.Ref!;
        if (self._maximum == 0)
        {
            self._misses++;
            return thread.Invoke(self.Function, arguments, keywordNames);
        }

        var key = self.MakeKey(arguments, keywordNames);
        var hash = PyDict.HashOf(thread, key);
        var entry = self.Results.Find(thread, key, hash);
        if (entry >= 0)
        {
            self._hits++;
            var found = self.Results.EntryAt(entry).Value;
            if (self._maximum < 0)
                return found;
            var hit = (CachedResult)found.Ref!;
            hit.Unlink();
            hit.LinkBefore(self.Order);
            return hit.Value;
        }

        self._misses++;
        var result = thread.Call(self.Function, arguments, keywordNames);
        self.Store(thread, key, hash, result);
        return result;
    }

    private void Store(PyThread thread, PyValue key, long hash, PyValue result)
    {
        // The call may have computed the same key meanwhile.
        if (Results.Find(thread, key, hash) >= 0)
        {
            if (_maximum < 0)
                Results.Set(thread, key, result);
            return;
        }

        if (_maximum < 0)
        {
            Results.Insert(key, hash, result);
            return;
        }

        if (Results.Count >= _maximum && Order.Next is var oldest && !ReferenceEquals(oldest, Order))
        {
            oldest.Unlink();
            var entry = Results.Find(thread, oldest.Key, oldest.Hash);
            if (entry >= 0)
                Results.RemoveEntry(entry);
        }

        var cached = new CachedResult(key, hash, result);
        cached.LinkBefore(Order);
        Results.Insert(key, hash, cached);
    }

    // A single int or str is its own key; all else is a tuple of arguments, a mark, keywords, and types where asked.
    private PyValue MakeKey(ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        if (!_isTyped && keywordNames is null && arguments.Length == 1
            && (arguments[0].IsSmallInt || ReferenceEquals(arguments[0].Type, PyStr.TypeObject)))
            return arguments[0];
        var keywords = keywordNames?.Count ?? 0;
        var positional = arguments.Length - keywords;
        var parts = new List<PyValue>(arguments.Length * 2);
        foreach (var argument in arguments[..positional])
            parts.Add(argument);
        if (keywords > 0)
            parts.Add(CoreTypes.Object);
        for (var i = 0; i < keywords; i++)
        {
            parts.Add(keywordNames![i]);
            parts.Add(arguments[positional + i]);
        }

        if (_isTyped)
        {
            foreach (var argument in arguments)
                parts.Add(argument.Type);
        }

        return new PyTuple([.. parts]);
    }

    [PySlot("tp_descr_get")]
    private static PyValue Bind(PyThread thread, PyValue descriptor, PyValue instance, PyValue owner) =>
        instance.IsMissing || instance.IsNone ? descriptor : new PyMethod(descriptor, instance);

    [PyMethod("cache_info($self, /)", Doc = "Report cache statistics")]
    private static PyValue CacheInfo(PyThread thread, PyLruCacheWrapper self) => thread.Call(
        self.InfoType,
        PyValue.FromInt(self._hits),
        PyValue.FromInt(self._misses),
        self._maximum < 0 ? PyValue.None : PyValue.FromInt(self._maximum),
        PyValue.FromInt(self.Results.Count));

    [PyMethod("cache_clear($self, /)", Doc = "Clear the cache and cache statistics")]
    private static void CacheClear(PyThread thread, PyLruCacheWrapper self)
    {
        self._hits = 0;
        self._misses = 0;
        self.Order = new CachedResult(PyValue.None, 0, PyValue.None);
        self.Results.Clear();
    }

    [PyGetter("__dict__")]
    private static PyValue GetDict(PyThread thread, PyLruCacheWrapper self) => self.Attributes.ToDict();

    [PyMethod("__reduce__($self, /)", Doc = "Return what pickle needs.")]
    private static PyValue Reduce(PyThread thread, PyLruCacheWrapper self) =>
        Operators.GetAttribute(thread, self, Names.QualName);

    [PyMethod("__copy__($self, /)", Doc = "Return the function itself.")]
    private static PyValue Copy(PyThread thread, PyLruCacheWrapper self) => self;

    [PyMethod("__deepcopy__($self, memo, /)", Doc = "Return the function itself.")]
    private static PyValue DeepCopy(PyThread thread, PyLruCacheWrapper self, PyValue memo) => self;
}

/// <summary>A result in the cache, with its key and its place in the order of use.</summary>
[PyType("functools._lru_list_elem", Doc = "A result in a cache.", Flags = TypeFlags.NoInstantiation)]
internal sealed partial class CachedResult : PyObject
{
    public CachedResult(PyValue key, long hash, PyValue value)
        : base(TypeObject)
    {
        Key = key;
        Hash = hash;
        Value = value;
        Previous = this;
        Next = this;
    }

    [PyField]
    public partial CachedResult Next { get; private set; }

    [PyField]
    private partial CachedResult Previous { get; set; }

    [PyField]
    public partial PyValue Key { get; private set; }

    [PyField]
    public partial PyValue Value { get; private set; }

    public long Hash { get; }

    /// <summary>Takes it out of its ring.</summary>
    public void Unlink()
    {
        Previous.Next = Next;
        Next.Previous = Previous;
        Previous = this;
        Next = this;
    }

    /// <summary>Puts it before another.</summary>
    public void LinkBefore(CachedResult other)
    {
        Previous = other.Previous;
        Next = other;
        other.Previous.Next = this;
        other.Previous = this;
    }
}
