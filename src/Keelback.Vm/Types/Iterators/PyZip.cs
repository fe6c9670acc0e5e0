namespace Keelback.Vm;

/// <summary>zip: tuples of one item of each iterable.</summary>
internal partial class PyZip : PyObject
{
    private bool _isStrict;

    private protected PyZip(PyType type)
        : base(type)
    {
        Iterators = [];
    }

    [PyField]
    private partial PyValue[] Iterators { get; set; }

    private static partial PyValue NewRaw(
        PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var iterables = ParallelIteration.Positional(thread, "zip", arguments, keywordNames, out var isStrict);
        var self = ReferenceEquals(cls, TypeObject) ? new PyZip(cls) : new PyZipSubclass(cls);
        self._isStrict = isStrict;
        self.Iterators = ParallelIteration.Iterators(thread, iterables);
        return self;
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue NextItem(PyThread thread, PyValue self)
    {
        var zip = (PyZip)self.Ref!;
        if (zip.Iterators.Length == 0)
            return default;
        var items = new PyValue[zip.Iterators.Length];
        return ParallelIteration.Take(thread, "zip", zip.Iterators, zip._isStrict, items) ? PyTuple.Own(items) : default;
    }

    private static partial PyValue Reduce(PyThread thread, PyZip self) => self._isStrict
        ? PyTuple.From(self.Type, PyTuple.From(self.Iterators), PyValue.True)
        : PyTuple.From(self.Type, PyTuple.From(self.Iterators));

    private static partial void SetState(PyThread thread, PyZip self, PyValue @object) =>
        self._isStrict = Operators.IsTrue(thread, @object);
}

/// <summary>An instance of a Python subclass of zip.</summary>
internal sealed class PyZipSubclass(PyType type) : PyZip(type)
{
    private InstanceAttributes _attributes;

    internal override ref InstanceAttributes Attributes => ref _attributes;
}
