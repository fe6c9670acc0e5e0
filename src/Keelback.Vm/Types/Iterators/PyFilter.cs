namespace Keelback.Vm;

/// <summary>filter: the items that a function accepts.</summary>
internal partial class PyFilter : PyObject
{
    private protected PyFilter(PyType type)
        : base(type)
    {
    }

    [PyField]
    private partial PyValue Function { get; set; }

    [PyField]
    private partial PyValue Iterator { get; set; }

    private static partial PyValue New(PyThread thread, PyType cls, PyValue function, PyValue iterable)
    {
        var iterator = Operators.GetIterator(thread, iterable);
        var self = ReferenceEquals(cls, TypeObject) ? new PyFilter(cls) : new PyFilterSubclass(cls);
        self.Function = function;
        self.Iterator = iterator;
        return self;
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue NextItem(PyThread thread, PyValue self)
    {
        var filter = (PyFilter)self.Ref!;
        var asksItem = filter.Function.IsNone || ReferenceEquals(filter.Function.Ref, BoolType.TypeObject);
        while (true)
        {
            var item = Operators.TryNext(thread, filter.Iterator);
            if (item.IsMissing)
                return default;
            var verdict = asksItem ? item : thread.Invoke(filter.Function, [item], null);
            if (verdict.IsMissing)
                return default;
            if (Operators.IsTrue(thread, verdict))
                return item;
        }
    }

    private static partial PyValue Reduce(PyThread thread, PyFilter self) =>
        PyTuple.From(self.Type, PyTuple.From(self.Function, self.Iterator));
}

/// <summary>An instance of a Python subclass of filter.</summary>
internal sealed class PyFilterSubclass(PyType type) : PyFilter(type)
{
    private InstanceAttributes _attributes;

    internal override ref InstanceAttributes Attributes => ref _attributes;
}
