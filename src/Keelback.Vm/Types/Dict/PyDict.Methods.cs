namespace Keelback.Vm;

/// <summary>The methods of dict.</summary>
public partial class PyDict
{
    // As CPython 3.14 counts on 64 bits.
    private const long EmptySize = 64;
    private const long EntrySize = 24;

    private static partial bool HasKey(PyThread thread, PyDict self, PyValue key) => self.TryGetValue(thread, key, out _);

    private static partial PyValue GetItem(PyThread thread, PyDict self, PyValue key) => Subscript(thread, self, key);

    private static partial long SizeOf(PyThread thread, PyDict self) =>
        EmptySize + (self._entries.Length == 0 ? 0 : self._index.Length + (EntrySize * self._entries.Length));

    private static partial PyValue Get(PyThread thread, PyDict self, PyValue key, PyValue @default) =>
        self.TryGetValue(thread, key, out var value) ? value : @default;

    private static partial PyValue SetDefault(PyThread thread, PyDict self, PyValue key, PyValue @default)
    {
        var hash = HashOf(thread, key);
        var entry = self.Find(thread, key, hash);
        if (entry >= 0)
            return self._entries[entry].Value;
        self.Insert(key, hash, @default);
        return @default;
    }

    private static partial PyValue Pop(PyThread thread, PyDict self, PyValue key, PyValue @default)
    {
        if (self.Remove(thread, key, out var value))
            return value;
        return @default.IsMissing ? thread.Raise(Raise.KeyError(key)) : @default;
    }

    private static partial PyValue PopItem(PyThread thread, PyDict self)
    {
        if (self.Count == 0)
            return thread.Raise(Raise.KeyError(PyStr.From("popitem(): dictionary is empty")));
        var last = self._end - 1;
        while (self._entries[last].Key.IsMissing)
            last--;
        var entry = self._entries[last];
        self.RemoveEntry(last);
        self._end = last;
        return PyTuple.From(entry.Key, entry.Value);
    }

    private static partial PyValue Keys(PyThread thread, PyDict self) => new PyDictKeys(self);

    private static partial PyValue ItemsView(PyThread thread, PyDict self) => new PyDictItems(self);

    private static partial PyValue Values(PyThread thread, PyDict self) => new PyDictValues(self);

    private static partial void Update(PyThread thread, PyDict self, ReadOnlySpan<PyValue> args, PyDict? kwargs)
    {
        if (args.Length > 1)
            throw Raise.TypeError($"update expected at most 1 argument, got {args.Length}");
        if (args.Length == 1)
            self.UpdateFrom(thread, args[0]);
        if (kwargs is not null)
            self.Merge(thread, kwargs);
    }

    private static partial PyValue FromKeys(PyThread thread, PyType cls, PyValue iterable, PyValue value)
    {
        if (ReferenceEquals(cls, TypeObject))
        {
            var dict = new PyDict();
            foreach (var key in Operators.Iterate(thread, iterable))
                dict.Set(thread, key, value);
            return dict;
        }

        var made = thread.Call(cls);
        foreach (var key in Operators.Iterate(thread, iterable))
            Operators.SetItem(thread, made, key, value);
        return made;
    }

    private static partial void RemoveAll(PyThread thread, PyDict self) => self.Clear();

    private static partial PyValue Copy(PyThread thread, PyDict self) => self.Clone();

    private static partial PyValue Reversed(PyThread thread, PyDict self) => new PyDictReverseKeyIterator(self);

    private static partial PyValue ClassGetItem(PyThread thread, PyType cls, PyValue @object) => new PyGenericAlias(cls, @object);
}
