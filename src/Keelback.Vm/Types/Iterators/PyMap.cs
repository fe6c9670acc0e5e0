namespace Keelback.Vm;

/// <summary>map: what a function returns for one item of each iterable.</summary>
internal partial class PyMap : PyObject
{
    private bool _isStrict;

    private protected PyMap(PyType type)
        : base(type)
    {
        Iterators = [];
    }

    [PyField]
    private partial PyValue Function { get; set; }

    [PyField]
    private partial PyValue[] Iterators { get; set; }

    private static partial PyValue NewRaw(
        PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var positional = ParallelIteration.Positional(thread, "map", arguments, keywordNames, out var isStrict);
        if (positional.Length < 2)
            throw Raise.TypeError("map() must have at least two arguments.");
        var self = ReferenceEquals(cls, TypeObject) ? new PyMap(cls) : new PyMapSubclass(cls);
        self._isStrict = isStrict;
        self.Function = positional[0];
        self.Iterators = ParallelIteration.Iterators(thread, positional[1..]);
        return self;
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue NextItem(PyThread thread, PyValue self)
    {
        var map = (PyMap)self.Ref!;
        if (map.Iterators.Length == 1)
        {
            var item = Operators.TryNext(thread, map.Iterators[0]);
            return item.IsMissing ? default : thread.Invoke(map.Function, [item], null);
        }

        var items = new PyValue[map.Iterators.Length];
        return ParallelIteration.Take(thread, "map", map.Iterators, map._isStrict, items)
            ? thread.Invoke(map.Function, items, null)
            : default;
    }

    private static partial PyValue Reduce(PyThread thread, PyMap self)
    {
        var arguments = PyTuple.Own([self.Function, .. self.Iterators]);
        return self._isStrict ? PyTuple.From(self.Type, arguments, PyValue.True) : PyTuple.From(self.Type, arguments);
    }

    private static partial void SetState(PyThread thread, PyMap self, PyValue @object) =>
        self._isStrict = Operators.IsTrue(thread, @object);
}

/// <summary>An instance of a Python subclass of map.</summary>
internal sealed class PyMapSubclass(PyType type) : PyMap(type)
{
    private InstanceAttributes _attributes;

    internal override ref InstanceAttributes Attributes => ref _attributes;
}
