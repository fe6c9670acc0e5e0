namespace Keelback.Vm;

/// <summary>Iteration.</summary>
internal static unsafe partial class Operators
{
    /// <summary>Whether a value can be iterated over, as far as its type tells.</summary>
    public static bool IsIterable(PyValue value)
    {
        var slots = value.Type.Slots;
        if (slots.TpIter == null)
            return slots.SqItem != null && value.Ref is not PyDict;
        return (nint)slots.TpIter != SlotThunks.TpIterAddress || !value.Type.Lookup(Dunders.Iter).IsNone;
    }

    /// <summary>An iterator over the items; no value where an error is pending.</summary>
    public static PyValue TryGetIterator(PyThread thread, PyValue iterable)
    {
        var slots = iterable.Type.Slots;
        if (slots.TpIter == null)
        {
            return slots.SqItem != null
                ? new PySequenceIterator(iterable)
                : thread.Raise(Raise.TypeError($"'{iterable.Type.Name}' object is not iterable"));
        }

        var iterator = slots.TpIter(thread, iterable);
        if (!iterator.IsMissing && iterator.Type.Slots.TpIternext == null)
            return thread.Raise(Raise.TypeError($"iter() returned non-iterator of type '{iterator.Type.Name}'"));
        return iterator;
    }

    /// <summary>An iterator over the items.</summary>
    public static PyValue GetIterator(PyThread thread, PyValue iterable) => thread.Checked(TryGetIterator(thread, iterable));

    /// <summary>The next item; no value at the end, and none where an error is pending.</summary>
    public static PyValue TryNext(PyThread thread, PyValue iterator)
    {
        var slot = iterator.Type.Slots.TpIternext;
        return slot != null
            ? slot(thread, iterator)
            : thread.Raise(Raise.TypeError($"'{iterator.Type.Name}' object is not an iterator"));
    }

    /// <summary>The next item; no value at the end.</summary>
    public static PyValue Next(PyThread thread, PyValue iterator)
    {
        var item = TryNext(thread, iterator);
        if (item.IsMissing)
            thread.ThrowIfPending();
        return item;
    }

    /// <summary>Takes the next item; false at the end.</summary>
    public static bool TryNext(PyThread thread, PyValue iterator, out PyValue item)
    {
        item = Next(thread, iterator);
        return !item.IsMissing;
    }

    /// <summary>The next item as next() has it: at the end StopIteration is pending, with the iterator's own result.</summary>
    public static PyValue TryNextOrStop(PyThread thread, PyValue iterator)
    {
        var slot = iterator.Type.Slots.TpIternext;
        if ((nint)slot == SlotThunks.TpIternextAddress)
            return SpecialMethod.Call(thread, iterator, Dunders.Next);
        if (slot != null && iterator.Type.Slots.AmSend != null)
        {
            return Send(thread, iterator, PyValue.None, out var result) == SendStatus.Return
                ? thread.Raise(result.IsNone ? Raise.StopIteration() : Raise.StopIteration(result))
                : result;
        }

        var item = TryNext(thread, iterator);
        return item.IsMissing && !thread.HasError ? thread.Raise(Raise.StopIteration()) : item;
    }

    /// <summary>The items, for a foreach loop.</summary>
    public static Iteration Iterate(PyThread thread, PyValue iterable) => new(thread, iterable);

    /// <summary>A new list of the items.</summary>
    public static PyList ToList(PyThread thread, PyValue iterable)
    {
        var list = new PyList();
        foreach (var item in Iterate(thread, iterable))
            list.Add(item);
        return list;
    }

    /// <summary>A tuple of the items: the value itself where it is one.</summary>
    public static PyTuple ToTuple(PyThread thread, PyValue iterable) =>
        iterable.Ref is PyTuple tuple && ReferenceEquals(tuple.Type, PyTuple.TypeObject)
            ? tuple
            : PyTuple.From(ToList(thread, iterable).AsSpan());

    /// <summary>
    /// Sends a value into a generator or the like: what it yields, or what it returned, is the result; where it failed,
    /// the error is pending.
    /// </summary>
    public static SendStatus Send(PyThread thread, PyValue receiver, PyValue value, out PyValue result)
    {
        var slots = receiver.Type.Slots;
        if (slots.AmSend != null)
            return slots.AmSend(thread, receiver, value, out result);

        var isThunk = (nint)slots.TpIternext == SlotThunks.TpIternextAddress;
        if (!value.IsNone || slots.TpIternext == null)
            result = InvokeSend(thread, receiver, value);
        else
            result = isThunk ? SpecialMethod.Call(thread, receiver, Dunders.Next) : slots.TpIternext(thread, receiver);
        if (!result.IsMissing)
            return SendStatus.Yield;
        if (thread.Pending is not { } pending)
            result = PyValue.None;
        else if (pending is PyStopIteration stop)
            result = stop.Value;
        else
            return SendStatus.Error;
        thread.ClearPending();
        return SendStatus.Return;
    }

    /// <summary>Takes a pending StopIteration away: the iterator has ended. Any other error stays.</summary>
    public static void ClearStopIteration(PyThread thread)
    {
        if (thread.Pending is PyStopIteration)
            thread.ClearPending();
    }

    private static PyValue InvokeSend(PyThread thread, PyValue receiver, PyValue value)
    {
        var method = TryGetAttribute(thread, receiver, s_send);
        return method.IsMissing ? default : thread.Invoke(method, [value], null);
    }

    private static readonly PyStr s_send = PyStr.Intern("send");
}

/// <summary>Runs through the items of an iterable; lists and tuples without an iterator object.</summary>
internal readonly ref struct Iteration(PyThread thread, PyValue iterable)
{
    public Enumerator GetEnumerator() => new(thread, iterable);

    /// <summary>The state of the loop.</summary>
    internal unsafe ref struct Enumerator
    {
        private readonly PyThread _thread;
        private readonly PyValue _iterator;
        private readonly PyList? _list;
        private readonly PyTuple? _tuple;
        private readonly delegate*<PyThread, PyValue, PyValue> _next;
        private int _index;

        public Enumerator(PyThread thread, PyValue iterable)
        {
            _thread = thread;
            if (iterable.Ref is PyList list && ReferenceEquals(list.Type, PyList.TypeObject))
            {
                _list = list;
            }
            else if (iterable.Ref is PyTuple tuple && ReferenceEquals(tuple.Type, PyTuple.TypeObject))
            {
                _tuple = tuple;
            }
            else
            {
                _iterator = Operators.GetIterator(thread, iterable);
                _next = _iterator.Type.Slots.TpIternext;
            }
        }

        public PyValue Current { get; private set; }

        public bool MoveNext()
        {
            if (_list is { } list)
            {
                if (_index >= list.Count)
                    return false;
                Current = list.Items[_index++];
                return true;
            }

            if (_tuple is { } tuple)
            {
                if (_index >= tuple.Count)
                    return false;
                Current = tuple[_index++];
                return true;
            }

            Current = _next(_thread, _iterator);
            if (!Current.IsMissing)
                return true;
            _thread.ThrowIfPending();
            return false;
        }
    }
}
