namespace Keelback.Vm;

/// <summary>The iterator over an object that has __getitem__ but no __iter__: it asks for 0, 1, 2, ... until IndexError.</summary>
internal sealed unsafe partial class PySequenceIterator : PyObject
{
    private long _index;

    public PySequenceIterator(PyValue sequence)
        : base(TypeObject)
    {
        Sequence = sequence;
    }

    /// <summary>The sequence; no value once its end was reached.</summary>
    [PyField]
    private partial PyValue Sequence { get; set; }

    /// <summary>An item of a sequence; no value behind its end, and none with an error pending where it fails.</summary>
    public static PyValue ItemOrEnd(PyThread thread, PyValue sequence, long index)
    {
        PyValue item;
        try
        {
            item = sequence.Type.Slots.SqItem(thread, sequence, index);
        }
        catch (PyException exception)
        {
            thread.SetPending(exception.Value);
            item = default;
        }

        if (item.IsMissing && thread.Pending is { } pending
            && (pending.Type.IsSubtypeOf(ExceptionTypes.IndexError) || pending.Type.IsSubtypeOf(ExceptionTypes.StopIteration)))
            thread.ClearPending();
        return item;
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue NextItem(PyThread thread, PyValue self)
    {
        var iterator = (PySequenceIterator)self.Ref!;
        if (iterator.Sequence.IsMissing)
            return default;
        if (iterator._index == long.MaxValue)
            return thread.Raise(Raise.OverflowError("iter index too large"));
        var item = ItemOrEnd(thread, iterator.Sequence, iterator._index);
        if (!item.IsMissing)
            iterator._index++;
        else if (!thread.HasError)
            iterator.Sequence = default;
        return item;
    }

    private static partial PyValue LengthHint(PyThread thread, PySequenceIterator self)
    {
        if (self.Sequence.IsMissing)
            return PyValue.FromInt(0);
        var slots = self.Sequence.Type.Slots;
        if (slots.SqLength == null && slots.MpLength == null)
            return PyNotImplemented.Instance;
        return PyValue.FromInt(Math.Max(0, Operators.Length(thread, self.Sequence) - self._index));
    }

    private static partial PyValue Reduce(PyThread thread, PySequenceIterator self) => self.Sequence.IsMissing
        ? IteratorState.ReduceExhausted(thread, PyTuple.Empty)
        : IteratorState.Reduce(thread, IteratorState.Iter, self.Sequence, self._index);

    private static partial void SetState(PyThread thread, PySequenceIterator self, long @object)
    {
        if (!self.Sequence.IsMissing)
            self._index = Math.Max(@object, 0);
    }
}

/// <summary>iter(callable, sentinel): what the callable returns, until that equals the sentinel.</summary>
internal sealed partial class PyCallableIterator : PyObject
{
    public PyCallableIterator(PyValue callable, PyValue sentinel)
        : base(TypeObject)
    {
        Callable = callable;
        Sentinel = sentinel;
    }

    /// <summary>What is called; no value once the end was reached.</summary>
    [PyField]
    private partial PyValue Callable { get; set; }

    [PyField]
    private partial PyValue Sentinel { get; set; }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => self;

    private static partial PyValue NextItem(PyThread thread, PyValue self)
    {
        var iterator = (PyCallableIterator)self.Ref!;
        if (iterator.Callable.IsMissing)
            return default;
        var result = thread.Invoke(iterator.Callable, [], null);
        if (result.IsMissing)
        {
            if (thread.Pending is not PyStopIteration)
                return default;
            thread.ClearPending();
        }
        else if (!iterator.Callable.IsMissing && !Operators.Equals(thread, iterator.Sentinel, result))
        {
            return result;
        }

        iterator.Callable = default;
        iterator.Sentinel = default;
        return default;
    }

    private static partial PyValue Reduce(PyThread thread, PyCallableIterator self) => self.Callable.IsMissing
        ? IteratorState.ReduceExhausted(thread, PyTuple.Empty)
        : PyTuple.From(
            thread.Interpreter.GetBuiltin(thread, IteratorState.Iter), PyTuple.From(self.Callable, self.Sentinel));
}
