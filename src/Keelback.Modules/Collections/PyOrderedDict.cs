using Keelback.Bytecode;
using Keelback.Vm;

namespace Keelback.Modules.Collections;

/// <summary>A dict whose order counts in comparisons and can be changed.</summary>
[PyType("collections.OrderedDict", Base = typeof(PyDict), Flags = TypeFlags.Mapping | TypeFlags.HasDict | TypeFlags.HasWeakReferences, Doc = "Dictionary that remembers insertion order")]
internal sealed partial class PyOrderedDict : PyDict
{
    private static readonly PyStr s_items = PyStr.Intern("items");
    private static readonly PyStr s_missing = PyStr.Intern("__missing__");

    private InstanceAttributes _attributes;

    private PyOrderedDict(PyType type)
        : base(type)
    {
    }

    internal override ref InstanceAttributes Attributes => ref _attributes;

    [PySlot("tp_new")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        new PyOrderedDict(cls);

    [PyMethod("fromkeys($type, iterable, value=None)", ClassMethod = true, Doc = "Create a new ordered dictionary with keys from iterable and values set to value.")]
    private static PyValue FromKeys(PyThread thread, PyType type, PyValue iterable, PyValue value)
    {
        var result = thread.Call(type);
        foreach (var key in Operators.Iterate(thread, iterable))
            Operators.SetItem(thread, result, key, value);
        return result;
    }

    [PyMethod("move_to_end($self, key, last=True)", Doc = "Move an existing element to the end (or beginning if last is false).\n\nRaise KeyError if the element does not exist.")]
    private static void MoveToEnd(PyThread thread, PyOrderedDict self, PyValue key, bool last)
    {
        var entry = self.Find(thread, key, HashOf(thread, key));
        if (entry < 0)
            throw Raise.KeyError(key);
        var moved = self.EntryAt(entry);
        if (last)
        {
            self.RemoveEntry(entry);
            self.Insert(moved.Key, moved.Hash, moved.Value);
            return;
        }

        var entries = new List<DictEntry> { moved };
        for (var i = 0; i < self.EntryEnd; i++)
        {
            if (i != entry && !self.EntryAt(i).Key.IsMissing)
                entries.Add(self.EntryAt(i));
        }

        self.Clear();
        foreach (var item in entries)
            self.Insert(item.Key, item.Hash, item.Value);
    }

    [PyMethod("popitem($self, last=True)", Doc = "Remove and return a (key, value) pair from the dictionary.\n\nPairs are returned in LIFO order if last is true or FIFO order if false.")]
    private static PyValue PopItem(PyThread thread, PyOrderedDict self, bool last)
    {
        if (self.Count == 0)
            throw Raise.KeyError(PyStr.From("dictionary is empty"));
        var entry = last ? self.EntryEnd - 1 : 0;
        while (self.EntryAt(entry).Key.IsMissing)
            entry += last ? -1 : 1;
        var item = PyTuple.From(self.EntryAt(entry).Key, self.EntryAt(entry).Value);
        self.RemoveEntry(entry);
        return item;
    }

    [PyMethod("pop($self, key, default=<missing>)", Doc = "Remove a key and return its value.\n\nIf the key is not found, return the default if given; otherwise, raise a KeyError.")]
    private static PyValue Pop(PyThread thread, PyOrderedDict self, PyValue key, PyValue @default)
    {
        if (self.Remove(thread, key, out var value))
            return value;
        if (!@default.IsMissing)
            return @default;
        return thread.TryCallSpecial(self, s_missing, [key], out var made) ? made : throw Raise.KeyError(key);
    }

    [PyMethod("setdefault($self, key, default=None)", Doc = "Insert key with a value of default if key is not in the dictionary.")]
    private static PyValue SetDefault(PyThread thread, PyOrderedDict self, PyValue key, PyValue @default)
    {
        if (self.TryGetValue(thread, key, out var value))
            return value;
        Operators.SetItem(thread, self, key, @default);
        return @default;
    }

    [PyMethod("copy($self, /)", Doc = "od.copy() -> a shallow copy of od")]
    private static PyValue Copy(PyThread thread, PyOrderedDict self)
    {
        var copy = thread.Call(self.Type);
        for (var i = 0; i < self.EntryEnd; i++)
        {
            if (!self.EntryAt(i).Key.IsMissing)
                Operators.SetItem(thread, copy, self.EntryAt(i).Key, self.EntryAt(i).Value);
        }

        return copy;
    }

    [PyMethod("__reduce__($self, /)", Doc = "Return state information for pickling")]
    private static PyValue Reduce(PyThread thread, PyOrderedDict self) => PyTuple.From(
        self.Type,
        PyTuple.Empty,
        self.Attributes.IsEmpty ? PyValue.None : self.Attributes.ToDict(),
        PyValue.None,
        Operators.GetIterator(thread, thread.CallAttribute(self, s_items)));

    [PyMethod("__class_getitem__($type, object, /)", ClassMethod = true, Doc = "See PEP 585")]
    private static PyValue ClassGetItem(PyThread thread, PyType type, PyValue @object) => new PyGenericAlias(type, @object);

    [PyGetter("__dict__")]
    private static PyValue GetDict(PyThread thread, PyOrderedDict self) => self.Attributes.ToDict();

    [PySlot("tp_repr")]
    private static unsafe PyValue Repr(PyThread thread, PyOrderedDict self)
    {
        if (self.Count == 0)
            return PyStr.From($"{self.Type.Name}()");
        if (thread.ReprInProgress.Contains(self))
            return PyStr.From("...");
        var items = (PyStr)thread.Checked(PyDict.TypeObject.Slots.TpRepr(thread, self)).Ref!;
        return PyStr.From($"{self.Type.Name}({items.Value})");
    }

    [PySlot("tp_richcompare")]
    private static unsafe PyValue RichCompare(PyThread thread, PyOrderedDict self, PyValue right, ComparisonOperator op)
    {
        if (op is not (ComparisonOperator.Eq or ComparisonOperator.Ne) || right.Ref is not PyDict)
            return PyNotImplemented.Instance;
        var equal = thread.Checked(PyDict.TypeObject.Slots.TpRichcompare(thread, self, right, ComparisonOperator.Eq));
        var isEqual = Operators.IsTrue(thread, equal);
        if (isEqual && right.Ref is PyOrderedDict other)
            isEqual = HaveSameOrder(thread, self, other);
        return PyValue.FromBool(isEqual == (op == ComparisonOperator.Eq));
    }

    [PySlot("nb_or")]
    private static PyValue Or(PyThread thread, PyValue left, PyValue right)
    {
        if (left.Ref is not PyDict || right.Ref is not PyDict)
            return PyNotImplemented.Instance;
        var type = left.Ref is PyOrderedDict ? left.Type : right.Type;
        var result = thread.Call(type, left);
        ((PyDict)result.Ref!).Merge(thread, right);
        return result;
    }

    private static bool HaveSameOrder(PyThread thread, PyDict left, PyDict right)
    {
        var j = 0;
        for (var i = 0; i < left.EntryEnd; i++)
        {
            if (left.EntryAt(i).Key.IsMissing)
                continue;
            while (j < right.EntryEnd && right.EntryAt(j).Key.IsMissing)
                j++;
            if (j >= right.EntryEnd || !Operators.Equals(thread, left.EntryAt(i).Key, right.EntryAt(j).Key))
                return false;
            j++;
        }

        return true;
    }
}
