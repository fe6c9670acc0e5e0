using Keelback.Vm;

namespace Keelback.Modules.Itertools;

/// <summary>compress: items chosen by another iterable.</summary>
[PyType("itertools.compress", Doc = "Give the items of data whose selector is true.")]
internal sealed partial class PyCompress : ExtensibleObject
{
    private PyCompress(PyType type, PyValue data, PyValue selectors)
        : base(type)
    {
        Data = data;
        Selectors = selectors;
    }

    [PyField]
    private partial PyValue Data { get; set; }

    [PyField]
    private partial PyValue Selectors { get; set; }

    [PyNew("compress(data, selectors)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue data, PyValue selectors) =>
        new PyCompress(cls, Operators.GetIterator(thread, data), Operators.GetIterator(thread, selectors));

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyCompress self)
    {
        while (Operators.TryNext(thread, self.Data, out var item) && Operators.TryNext(thread, self.Selectors, out var selector))
        {
            if (Operators.IsTrue(thread, selector))
                return item;
        }

        return default;
    }
}

/// <summary>dropwhile: all items from the first on that fails a test.</summary>
[PyType("itertools.dropwhile", Doc = "Drop items while the predicate holds; then give all others.")]
internal sealed partial class PyDropWhile : ExtensibleObject
{
    private bool _hasStarted;

    private PyDropWhile(PyType type, PyValue predicate, PyValue iterator)
        : base(type)
    {
        Predicate = predicate;
        Iterator = iterator;
    }

    [PyField]
    private partial PyValue Predicate { get; set; }

    [PyField]
    private partial PyValue Iterator { get; set; }

    [PyNew("dropwhile(predicate, iterable, /)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue predicate, PyValue iterable) =>
        new PyDropWhile(cls, predicate, Operators.GetIterator(thread, iterable));

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyDropWhile self)
    {
        while (Operators.TryNext(thread, self.Iterator, out var item))
        {
            if (self._hasStarted)
                return item;
            if (!Operators.IsTrue(thread, thread.Call(self.Predicate, item)))
            {
                self._hasStarted = true;
                return item;
            }
        }

        return default;
    }
}

/// <summary>takewhile: all items before the first that fails a test.</summary>
[PyType("itertools.takewhile", Doc = "Give items as long as the predicate holds.")]
internal sealed partial class PyTakeWhile : ExtensibleObject
{
    private bool _hasStopped;

    private PyTakeWhile(PyType type, PyValue predicate, PyValue iterator)
        : base(type)
    {
        Predicate = predicate;
        Iterator = iterator;
    }

    [PyField]
    private partial PyValue Predicate { get; set; }

    [PyField]
    private partial PyValue Iterator { get; set; }

    [PyNew("takewhile(predicate, iterable, /)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue predicate, PyValue iterable) =>
        new PyTakeWhile(cls, predicate, Operators.GetIterator(thread, iterable));

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyTakeWhile self)
    {
        if (self._hasStopped || !Operators.TryNext(thread, self.Iterator, out var item))
            return default;
        if (Operators.IsTrue(thread, thread.Call(self.Predicate, item)))
            return item;
        self._hasStopped = true;
        return default;
    }
}

/// <summary>filterfalse: the items that fail a test.</summary>
[PyType("itertools.filterfalse", Doc = "Give the items for which the function is false; None takes the items themselves.")]
internal sealed partial class PyFilterFalse : ExtensibleObject
{
    private PyFilterFalse(PyType type, PyValue function, PyValue iterator)
        : base(type)
    {
        Function = function;
        Iterator = iterator;
    }

    [PyField]
    private partial PyValue Function { get; set; }

    [PyField]
    private partial PyValue Iterator { get; set; }

    [PyNew("filterfalse(function, iterable, /)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue function, PyValue iterable) =>
        new PyFilterFalse(cls, function, Operators.GetIterator(thread, iterable));

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyFilterFalse self)
    {
        var asksItem = self.Function.IsNone || ReferenceEquals(self.Function.Ref, BoolType.TypeObject);
        while (Operators.TryNext(thread, self.Iterator, out var item))
        {
            if (!Operators.IsTrue(thread, asksItem ? item : thread.Call(self.Function, item)))
                return item;
        }

        return default;
    }
}

/// <summary>starmap: a function called with each item's items.</summary>
[PyType("itertools.starmap", Doc = "Call a function with the items of each item as its arguments.")]
internal sealed partial class PyStarMap : ExtensibleObject
{
    private PyStarMap(PyType type, PyValue function, PyValue iterator)
        : base(type)
    {
        Function = function;
        Iterator = iterator;
    }

    [PyField]
    private partial PyValue Function { get; set; }

    [PyField]
    private partial PyValue Iterator { get; set; }

    [PyNew("starmap(function, iterable, /)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue function, PyValue iterable) =>
        new PyStarMap(cls, function, Operators.GetIterator(thread, iterable));

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyStarMap self) =>
        Operators.TryNext(thread, self.Iterator, out var item)
            ? thread.Invoke(self.Function, Operators.ToTuple(thread, item).Items, null)
            : default;
}

/// <summary>islice: some of the items, by their numbers.</summary>
[PyType("itertools.islice", Doc = "islice(iterable, stop) or islice(iterable, start, stop[, step])\n\nGive the items whose numbers a slice has.")]
internal sealed partial class PyIslice : ExtensibleObject
{
    private readonly long _stop;
    private readonly long _step;
    private long _next;
    private long _count;

    private PyIslice(PyType type, PyValue iterator, long start, long stop, long step)
        : base(type)
    {
        Iterator = iterator;
        _next = start;
        _stop = stop;
        _step = step;
    }

    [PyField]
    private partial PyValue Iterator { get; set; }

    [PyNew("islice(iterable, start, stop=<missing>, step=None, /)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue iterable, PyValue start, PyValue stop, PyValue step)
    {
        const string BadStop = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
        const string BadBounds = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
        var (first, last, stride) = (0L, -1L, 1L);
        if (stop.IsMissing)
        {
            last = Bound(thread, start, -1, 0, BadStop);
        }
        else
        {
            last = Bound(thread, stop, -1, 0, BadStop);
            first = Bound(thread, start, 0, 0, BadBounds);
            stride = Bound(thread, step, 1, 1, "Step for islice() must be a positive integer or None.");
        }

        return new PyIslice(cls, Operators.GetIterator(thread, iterable), first, last, stride);
    }

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyIslice self)
    {
        if (self.Iterator.IsMissing)
            return default;
        while (self._count < self._next && (self._stop < 0 || self._count < self._stop))
        {
            if (!self.Advance(thread, out _))
                return default;
        }

        if (self._stop >= 0 && self._count >= self._stop)
        {
            self.Iterator = default;
            return default;
        }

        if (!self.Advance(thread, out var item))
            return default;
        var next = unchecked(self._next + self._step);
        self._next = next < self._next || (self._stop >= 0 && next > self._stop) ? (self._stop < 0 ? long.MaxValue : self._stop) : next;
        return item;
    }

    private bool Advance(PyThread thread, out PyValue item)
    {
        if (!Operators.TryNext(thread, Iterator, out item))
        {
            Iterator = default;
            return false;
        }

        _count++;
        return true;
    }

    private static long Bound(PyThread thread, PyValue value, long none, long minimum, string message)
    {
        if (value.IsNone)
            return none;
        if (!Operators.IsIndex(value))
            throw Raise.ValueError(message);
        var number = Operators.ToBigInteger(thread, value);
        return number < minimum || number > long.MaxValue ? throw Raise.ValueError(message) : (long)number;
    }
}
