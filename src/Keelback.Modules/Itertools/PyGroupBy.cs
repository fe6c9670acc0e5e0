using Keelback.Vm;

namespace Keelback.Modules.Itertools;

/// <summary>groupby: runs of items with the same key.</summary>
[PyType("itertools.groupby", Doc = "Give each key with an iterator over the run of successive items that have it.")]
internal sealed partial class PyGroupBy : ExtensibleObject
{
    private PyGroupBy(PyType type, PyValue iterator, PyValue keyFunction)
        : base(type)
    {
        Iterator = iterator;
        KeyFunction = keyFunction;
    }

    [PyField]
    private partial PyValue Iterator { get; set; }

    [PyField]
    private partial PyValue KeyFunction { get; set; }

    [PyField]
    private partial PyValue TargetKey { get; set; }

    [PyField]
    private partial PyValue CurrentKey { get; set; }

    [PyField]
    private partial PyValue CurrentValue { get; set; }

    [PyField]
    private partial PyGrouper? CurrentGroup { get; set; }

    [PyNew("groupby(iterable, key=None)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue iterable, PyValue key) =>
        new PyGroupBy(cls, Operators.GetIterator(thread, iterable), key);

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyGroupBy self)
    {
        self.CurrentGroup = null;
        while (self.CurrentKey.IsMissing || (!self.TargetKey.IsMissing && Operators.Equals(thread, self.TargetKey, self.CurrentKey)))
        {
            if (!self.Step(thread))
                return default;
        }

        self.TargetKey = self.CurrentKey;
        self.CurrentGroup = new PyGrouper(self, self.TargetKey);
        return PyTuple.From(self.CurrentKey, self.CurrentGroup);
    }

    /// <summary>Takes the next item of the underlying iterator with its key.</summary>
    private bool Step(PyThread thread)
    {
        if (!Operators.TryNext(thread, Iterator, out var value))
            return false;
        CurrentKey = KeyFunction.IsNone ? value : thread.Call(KeyFunction, value);
        CurrentValue = value;
        return true;
    }

    /// <summary>The next item of a group; missing at its end.</summary>
    internal PyValue NextOf(PyThread thread, PyGrouper group)
    {
        if (!ReferenceEquals(CurrentGroup, group))
            return default;
        if (CurrentValue.IsMissing && !Step(thread))
            return default;
        if (!Operators.Equals(thread, group.TargetKey, CurrentKey))
            return default;
        var value = CurrentValue;
        CurrentValue = default;
        return value;
    }
}

/// <summary>The iterator over one run of a groupby.</summary>
[PyType("itertools._grouper", Doc = "The items of one group.")]
internal sealed partial class PyGrouper : PyObject
{
    public PyGrouper(PyGroupBy parent, PyValue targetKey)
        : base(TypeObject)
    {
        Parent = parent;
        TargetKey = targetKey;
    }

    [PyField]
    private partial PyGroupBy Parent { get; set; }

    [PyField]
    public partial PyValue TargetKey { get; private set; }

    [PyNew("_grouper(parent, tgtkey, /)")]
    private static PyValue New(PyThread thread, PyType cls, PyGroupBy parent, PyValue tgtkey) => new PyGrouper(parent, tgtkey);

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyGrouper self) => self.Parent.NextOf(thread, self);
}

/// <summary>One of the iterators that tee() makes.</summary>
[PyType("itertools._tee", Doc = "One of several iterators that share the items of one.", Flags = TypeFlags.HasWeakReferences)]
internal sealed partial class PyTee : PyObject
{
    private TeeLink _link;

    private PyTee(TeeLink link, PyValue iterator)
        : base(TypeObject)
    {
        _link = link;
        Iterator = iterator;
    }

    [PyField]
    private partial PyValue Iterator { get; set; }

    /// <summary>The first one over an iterator.</summary>
    public static PyTee Over(PyValue iterator) => new(new TeeLink(), iterator);

    [PyNew("_tee(iterable, /)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue iterable)
    {
        var iterator = Operators.GetIterator(thread, iterable);
        return iterator.Ref is PyTee tee ? new PyTee(tee._link, tee.Iterator) : Over(iterator);
    }

    [PyMethod("__copy__($self, /)", Doc = "Return an independent iterator.")]
    private static PyValue Copy(PyThread thread, PyTee self) => new PyTee(self._link, self.Iterator);

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyTee self)
    {
        var link = self._link;
        if (link.Next is null)
        {
            if (link.IsRunning)
                throw Raise.RuntimeError("cannot re-enter the tee iterator");
            link.IsRunning = true;
            try
            {
                if (!Operators.TryNext(thread, self.Iterator, out var item))
                    return default;
                link.Value = item;
                link.Next = new TeeLink();
            }
            finally
            {
                link.IsRunning = false;
            }
        }

        self._link = link.Next;
        return link.Value;
    }

    // The items that some iterator has seen and another has not stand in a chain, which is dropped as all pass on.
    private sealed class TeeLink
    {
        public PyValue Value { get; set; }

        public TeeLink? Next { get; set; }

        public bool IsRunning { get; set; }
    }
}
