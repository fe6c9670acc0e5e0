namespace Keelback.Vm;

/// <summary>The iterator over the items of a memoryview of one dimension.</summary>
internal sealed partial class PyMemoryIterator : PyObject
{
    private long _next;

    public PyMemoryIterator(PyMemoryView view)
        : base(TypeObject)
    {
        View = view;
    }

    [PyField]
    private partial PyMemoryView? View { get; set; }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue TakeNext(PyThread thread, PyValue self)
    {
        var iterator = (PyMemoryIterator)self.Ref!;
        if (iterator.View is not { } view)
            return default;
        if (view.TryGetItem(iterator._next++, out var item))
            return item;
        iterator.View = null;
        return default;
    }
}
