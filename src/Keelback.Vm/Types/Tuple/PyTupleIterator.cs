using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>The iterator over a tuple.</summary>
internal sealed partial class PyTupleIterator : PyObject
{
    private int _index;

    public PyTupleIterator(PyTuple tuple)
        : base(TypeObject)
    {
        Tuple = tuple;
    }

    /// <summary>The tuple; null once its end was reached.</summary>
    [PyField]
    private partial PyTuple? Tuple { get; set; }

    /// <summary>The next item; missing at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PyValue Next()
    {
        var tuple = Tuple;
        if (tuple is null)
            return default;
        var items = tuple.Items;
        var index = _index;
        if ((uint)index < (uint)items.Length)
        {
            _index = index + 1;
            return items[index];
        }

        Tuple = null;
        return default;
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue NextItem(PyThread thread, PyValue self) => Unsafe.As<PyTupleIterator>(self.Ref!).Next();

    private static partial long LengthHint(PyThread thread, PyTupleIterator self) =>
        self.Tuple is { } tuple ? tuple.Count - self._index : 0;

    private static partial PyValue Reduce(PyThread thread, PyTupleIterator self) => self.Tuple is { } tuple
        ? IteratorState.Reduce(thread, IteratorState.Iter, tuple, self._index)
        : IteratorState.ReduceExhausted(thread, PyTuple.Empty);

    private static partial void SetState(PyThread thread, PyTupleIterator self, long @object)
    {
        if (self.Tuple is { } tuple)
            self._index = (int)Math.Clamp(@object, 0, tuple.Count);
    }
}
