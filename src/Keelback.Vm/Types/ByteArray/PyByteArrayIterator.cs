namespace Keelback.Vm;

/// <summary>The iterator over a bytearray, which may change meanwhile.</summary>
internal sealed partial class PyByteArrayIterator : PyObject
{
    private int _next;

    public PyByteArrayIterator(PyByteArray bytes)
        : base(TypeObject)
    {
        Bytes = bytes;
    }

    [PyField]
    private partial PyByteArray? Bytes { get; set; }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue TakeNext(PyThread thread, PyValue self)
    {
        var iterator = (PyByteArrayIterator)self.Ref!;
        if (iterator.Bytes is not { } bytes)
            return default;
        if (iterator._next < bytes.Length)
            return PyValue.FromInt(bytes.AsSpan()[iterator._next++]);
        iterator.Bytes = null;
        return default;
    }

    private static partial long LengthHint(PyThread thread, PyByteArrayIterator self) =>
        self.Bytes is { } bytes ? Math.Max(bytes.Length - self._next, 0) : 0;

    private static partial PyValue Reduce(PyThread thread, PyByteArrayIterator self) =>
        IteratorState.Reduce(thread, self.Bytes is { } bytes ? bytes : default(PyValue), self._next, PyTuple.Empty);

    private static partial void SetState(PyThread thread, PyByteArrayIterator self, PyValue @object) =>
        self._next = self.Bytes is { } bytes ? IteratorState.PlaceOf(thread, @object, bytes.Length) : self._next;
}
