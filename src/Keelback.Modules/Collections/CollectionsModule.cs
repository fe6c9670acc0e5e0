using Keelback.Vm;

namespace Keelback.Modules.Collections;

/// <summary>The _collections module: deque, defaultdict, OrderedDict, and what Counter and namedtuple need.</summary>
[PyModule("_collections", Doc = "High performance data structures.")]
internal static partial class CollectionsModule
{
    private static readonly PyStr s_get = PyStr.Intern("get");

    private static void Initialize(PyThread thread, PyModule module)
    {
        module.Add("deque", PyDeque.TypeObject);
        module.Add("defaultdict", PyDefaultDict.TypeObject);
        module.Add("OrderedDict", PyOrderedDict.TypeObject);
        module.Add("_deque_iterator", PyDequeIterator.TypeObject);
        module.Add("_deque_reverse_iterator", PyDequeReverseIterator.TypeObject);
        module.Add("_tuplegetter", PyTupleGetter.TypeObject);
    }

    [PyFunction("_count_elements(mapping, iterable, /)", Doc = "Count elements in the iterable, updating the mapping.")]
    private static void CountElements(PyThread thread, PyValue mapping, PyValue iterable)
    {
        var dict = mapping.Ref as PyDict;
        var isPlain = dict is not null && dict.Type.Lookup(s_get).Is(PyDict.TypeObject.Lookup(s_get))
            && dict.Type.Lookup(s_setItem).Is(PyDict.TypeObject.Lookup(s_setItem));
        if (!isPlain)
        {
            var get = Operators.GetAttribute(thread, mapping, s_get);
            foreach (var item in Operators.Iterate(thread, iterable))
                Operators.SetItem(thread, mapping, item, Operators.Add(thread, thread.Call(get, item, PyValue.FromInt(0)), PyValue.FromInt(1)));
            return;
        }

        foreach (var item in Operators.Iterate(thread, iterable))
        {
            var hash = PyDict.HashOf(thread, item);
            var entry = dict!.Find(thread, item, hash);
            if (entry < 0)
                dict.Insert(item, hash, PyValue.FromInt(1));
            else if (dict.EntryAt(entry).Value is { IsSmallInt: true, Bits: < long.MaxValue } count)
                dict.EntryAt(entry).Value = PyValue.FromInt(count.Bits + 1);
            else
                dict.Set(thread, item, Operators.Add(thread, dict.EntryAt(entry).Value, PyValue.FromInt(1)));
        }
    }

    private static readonly PyStr s_setItem = PyStr.Intern("__setitem__");
}

/// <summary>The descriptor of a named tuple's field.</summary>
[PyType("collections._tuplegetter", Doc = "A field of a named tuple.", Flags = TypeFlags.Final)]
internal sealed partial class PyTupleGetter : PyObject
{
    private readonly long _index;

    private PyTupleGetter(long index, PyValue doc)
        : base(TypeObject)
    {
        _index = index;
        Doc = doc;
    }

    [PyField]
    private partial PyValue Doc { get; set; }

    [PyNew("_tuplegetter(index, doc, /)")]
    private static PyValue New(PyThread thread, PyType cls, long index, PyValue doc) => new PyTupleGetter(index, doc);

    [PySlot("tp_descr_get")]
    private static PyValue Get(PyThread thread, PyValue descriptor, PyValue instance, PyValue owner)
    {
        if (instance.IsMissing || instance.IsNone)
            return descriptor;
        var self = (PyTupleGetter)descriptor.Ref!;
        if (instance.Ref is not PyTuple tuple)
        {
            throw Raise.TypeError(
                $"descriptor for index '{self._index}' for tuple subclasses doesn't apply to '{instance.Type.Name}' object");
        }

        return (ulong)self._index < (ulong)tuple.Count ? tuple[(int)self._index] : throw Raise.IndexError("tuple index out of range");
    }

    [PySlot("tp_descr_set")]
    private static void Set(PyThread thread, PyValue descriptor, PyValue instance, PyValue value) =>
        throw Raise.AttributeError(value.IsMissing ? "can't delete attribute" : "can't set attribute");

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyTupleGetter self) =>
        PyStr.From($"_tuplegetter({self._index}, {Operators.Repr(thread, self.Doc).Value})");

    [PyMethod("__reduce__($self, /)", Doc = "Return what pickle needs.")]
    private static PyValue Reduce(PyThread thread, PyTupleGetter self) =>
        PyTuple.From(TypeObject, PyTuple.From(PyValue.FromInt(self._index), self.Doc));

    [PyGetter("__doc__", Member = true)]
    private static PyValue GetDoc(PyThread thread, PyTupleGetter self) => self.Doc;

    [PySetter("__doc__")]
    private static void SetDoc(PyThread thread, PyTupleGetter self, PyValue value) => self.Doc = value.OrNone();
}
