using Keelback.Vm;

namespace Keelback.Modules.Itertools;

/// <summary>accumulate: running totals, or what another function of two arguments makes.</summary>
[PyType("itertools.accumulate", Doc = "Give the running totals of an iterable, or the results of a function of two arguments.")]
internal sealed partial class PyAccumulate : ExtensibleObject
{
    private PyAccumulate(PyType type, PyValue iterator, PyValue function, PyValue initial)
        : base(type)
    {
        Iterator = iterator;
        Function = function;
        Initial = initial;
    }

    [PyField]
    private partial PyValue Iterator { get; set; }

    [PyField]
    private partial PyValue Function { get; set; }

    [PyField]
    private partial PyValue Initial { get; set; }

    [PyField]
    private partial PyValue Total { get; set; }

    [PyNew("accumulate(iterable, func=None, *, initial=None)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue iterable, PyValue func, PyValue initial) =>
        new PyAccumulate(cls, Operators.GetIterator(thread, iterable), func, initial);

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyAccumulate self)
    {
        if (!self.Initial.IsNone)
        {
            self.Total = self.Initial;
            self.Initial = PyValue.None;
            return self.Total;
        }

        if (!Operators.TryNext(thread, self.Iterator, out var item))
            return default;
        if (self.Total.IsMissing)
            self.Total = item;
        else
            self.Total = self.Function.IsNone ? Operators.Add(thread, self.Total, item) : thread.Call(self.Function, self.Total, item);
        return self.Total;
    }
}

/// <summary>batched: tuples of a size.</summary>
[PyType("itertools.batched", Doc = "Give the items in tuples of n; the last may be shorter.")]
internal sealed partial class PyBatched : ExtensibleObject
{
    private readonly long _size;
    private readonly bool _isStrict;

    private PyBatched(PyType type, PyValue iterator, long size, bool isStrict)
        : base(type)
    {
        Iterator = iterator;
        _size = size;
        _isStrict = isStrict;
    }

    [PyField]
    private partial PyValue Iterator { get; set; }

    [PyNew("batched(iterable, n, *, strict=False)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue iterable, long n, bool strict) => n < 1
        ? throw Raise.ValueError("n must be at least one")
        : new PyBatched(cls, Operators.GetIterator(thread, iterable), n, strict);

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyBatched self)
    {
        if (self.Iterator.IsMissing)
            return default;
        var batch = new PyList();
        while (batch.Count < self._size && Operators.TryNext(thread, self.Iterator, out var item))
            batch.Add(item);
        if (batch.Count == self._size)
            return PyTuple.From(batch.AsSpan());
        self.Iterator = default;
        if (batch.Count == 0)
            return default;
        return self._isStrict ? throw Raise.ValueError("batched(): incomplete batch") : PyTuple.From(batch.AsSpan());
    }
}

/// <summary>chain: one iterable after another.</summary>
[PyType("itertools.chain", Doc = "Give the items of the first iterable, then of the second, and so on.")]
internal sealed partial class PyChain : ExtensibleObject
{
    private PyChain(PyType type, PyValue sources)
        : base(type)
    {
        Sources = sources;
    }

    [PyField]
    private partial PyValue Sources { get; set; }

    [PyField]
    private partial PyValue Active { get; set; }

    [PySlot("tp_new")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        if (keywordNames is { Count: > 0 })
            throw Raise.TypeError("chain() takes no keyword arguments");
        return new PyChain(cls, Operators.GetIterator(thread, PyTuple.From(arguments)));
    }

    [PyMethod("from_iterable($type, iterable, /)", ClassMethod = true, Doc = "Chain the iterables that one iterable gives.")]
    private static PyValue FromIterable(PyThread thread, PyType type, PyValue iterable) =>
        new PyChain(type, Operators.GetIterator(thread, iterable));

    [PyMethod("__class_getitem__($type, object, /)", ClassMethod = true, Doc = "Return the generic alias.")]
    private static PyValue ClassGetItem(PyThread thread, PyType type, PyValue @object) => new PyGenericAlias(type, @object);

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyChain self)
    {
        while (!self.Sources.IsMissing)
        {
            if (self.Active.IsMissing)
            {
                if (!Operators.TryNext(thread, self.Sources, out var source))
                {
                    self.Sources = default;
                    return default;
                }

                self.Active = Operators.GetIterator(thread, source);
            }

            var item = Operators.TryNext(thread, self.Active);
            if (!item.IsMissing || thread.HasError)
                return item;
            self.Active = default;
        }

        return default;
    }
}

/// <summary>pairwise: each item with the next.</summary>
[PyType("itertools.pairwise", Doc = "Give overlapping pairs of successive items.")]
internal sealed partial class PyPairwise : ExtensibleObject
{
    private PyPairwise(PyType type, PyValue iterator)
        : base(type)
    {
        Iterator = iterator;
    }

    [PyField]
    private partial PyValue Iterator { get; set; }

    [PyField]
    private partial PyValue Previous { get; set; }

    [PyNew("pairwise(iterable, /)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue iterable) =>
        new PyPairwise(cls, Operators.GetIterator(thread, iterable));

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyPairwise self)
    {
        if (self.Iterator.IsMissing)
            return default;
        if (self.Previous.IsMissing)
        {
            self.Previous = Operators.Next(thread, self.Iterator);
            if (self.Previous.IsMissing || self.Iterator.IsMissing)
            {
                self.Iterator = default;
                return default;
            }
        }

        var previous = self.Previous;
        var next = Operators.Next(thread, self.Iterator);
        self.Previous = next;
        if (next.IsMissing)
        {
            self.Iterator = default;
            return default;
        }

        return PyTuple.Own([previous, next]);
    }
}
