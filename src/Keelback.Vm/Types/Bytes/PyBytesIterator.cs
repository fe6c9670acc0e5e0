namespace Keelback.Vm;

/// <summary>The iterator over bytes.</summary>
internal sealed partial class PyBytesIterator : PyObject
{
    private int _next;

    public PyBytesIterator(PyBytes bytes)
        : base(TypeObject)
    {
        Bytes = bytes;
    }

    [PyField]
    private partial PyBytes? Bytes { get; set; }

    /// <summary>The next byte; no value at the end.</summary>
    public PyValue Next()
    {
        if (Bytes is not { } bytes)
            return default;
        if (_next < bytes.Length)
            return PyValue.FromInt(bytes.AsSpan()[_next++]);
        Bytes = null;
        return default;
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue TakeNext(PyThread thread, PyValue self) => ((PyBytesIterator)self.Ref!).Next();

    private static partial long LengthHint(PyThread thread, PyBytesIterator self) =>
        self.Bytes is { } bytes ? bytes.Length - self._next : 0;

    private static partial PyValue Reduce(PyThread thread, PyBytesIterator self) =>
        IteratorState.Reduce(thread, self.Bytes is { } bytes ? bytes : default(PyValue), self._next, PyTuple.Empty);

    private static partial void SetState(PyThread thread, PyBytesIterator self, PyValue @object) =>
        self._next = self.Bytes is { } bytes ? IteratorState.PlaceOf(thread, @object, bytes.Length) : self._next;
}
