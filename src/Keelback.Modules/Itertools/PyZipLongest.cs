using Keelback.Vm;

namespace Keelback.Modules.Itertools;

/// <summary>zip_longest: tuples of items, filled up where an iterable ends early.</summary>
[PyType("itertools.zip_longest", Doc = "Give tuples with an item of each iterable, until the longest ends.")]
internal sealed partial class PyZipLongest : ExtensibleObject
{
    private int _active;

    private PyZipLongest(PyType type, PyValue[] iterators, PyValue fill)
        : base(type)
    {
        Iterators = iterators;
        Fill = fill;
        _active = iterators.Length;
    }

    [PyField]
    private partial PyValue[] Iterators { get; set; }

    [PyField]
    private partial PyValue Fill { get; set; }

    [PyNew("zip_longest(*iterables, fillvalue=None)")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> iterables, PyValue fillvalue)
    {
        var iterators = new PyValue[iterables.Length];
        for (var i = 0; i < iterators.Length; i++)
            iterators[i] = Operators.GetIterator(thread, iterables[i]);
        return new PyZipLongest(cls, iterators, fillvalue);
    }

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyZipLongest self)
    {
        if (self._active == 0)
            return default;
        var iterators = self.Iterators;
        var items = new PyValue[iterators.Length];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = iterators[i].IsMissing ? self.Fill : Operators.TryNext(thread, iterators[i]);
            if (!items[i].IsMissing)
                continue;
            if (thread.HasError)
            {
                self._active = 0;
                return default;
            }

            if (--self._active == 0)
                return default;
            iterators[i] = default;
            items[i] = self.Fill;
        }

        return PyTuple.Own(items);
    }
}
