namespace Keelback.Vm;

/// <summary>Lengths and items.</summary>
internal static unsafe partial class Operators
{
    /// <summary>The number of items.</summary>
    public static long Length(PyThread thread, PyValue value)
    {
        var slots = value.Type.Slots;
        if (slots.MpLength != null)
            return slots.MpLength(thread, value);
        if (slots.SqLength != null)
            return slots.SqLength(thread, value);
        throw Raise.TypeError($"object of type '{value.Type.Name}' has no len()");
    }

    /// <summary>The item that a key stands for; no value where an error is pending.</summary>
    public static PyValue TryGetItem(PyThread thread, PyValue container, PyValue key)
    {
        var slots = container.Type.Slots;
        if (slots.MpSubscript != null)
            return slots.MpSubscript(thread, container, key);
        if (slots.SqItem != null)
        {
            if (!IsIndex(key))
                return thread.Raise(Raise.TypeError($"sequence index must be integer, not '{key.Type.Name}'"));
            return slots.SqItem(thread, container, SequenceIndex(thread, container, key));
        }

        return container.Ref is PyType type ? GetClassItem(thread, type, key) : NotSubscriptable(thread, container);
    }

    /// <summary>The item that a key stands for.</summary>
    public static PyValue GetItem(PyThread thread, PyValue container, PyValue key) =>
        thread.Checked(TryGetItem(thread, container, key));

    /// <summary>Finds an item: false where a KeyError or IndexError says that there is none.</summary>
    public static bool TryGetItem(PyThread thread, PyValue container, PyValue key, out PyValue item)
    {
        try
        {
            item = TryGetItem(thread, container, key);
        }
        catch (PyException exception)
        {
            thread.SetPending(exception.Value);
            item = default;
        }

        if (!item.IsMissing)
            return true;
        if (!thread.Pending!.Type.IsSubtypeOf(ExceptionTypes.LookupError))
            thread.ThrowPending();
        thread.ClearPending();
        return false;
    }

    /// <summary>Puts a value where a key stands for it.</summary>
    public static void SetItem(PyThread thread, PyValue container, PyValue key, PyValue value) =>
        StoreItem(thread, container, key, value);

    /// <summary>Removes what a key stands for.</summary>
    public static void DeleteItem(PyThread thread, PyValue container, PyValue key) =>
        StoreItem(thread, container, key, default);

    /// <summary>Whether a value is in a container.</summary>
    public static bool Contains(PyThread thread, PyValue container, PyValue item)
    {
        var slot = container.Type.Slots.SqContains;
        return slot != null ? slot(thread, container, item) : ContainsByIteration(thread, container, item);
    }

    /// <summary>Whether iterating over a container yields a value.</summary>
    public static bool ContainsByIteration(PyThread thread, PyValue container, PyValue item)
    {
        if (!IsIterable(container))
            throw Raise.TypeError($"argument of type '{container.Type.Name}' is not a container or iterable");
        foreach (var candidate in Iterate(thread, container))
        {
            if (Equals(thread, candidate, item))
                return true;
        }

        return false;
    }

    private static void StoreItem(PyThread thread, PyValue container, PyValue key, PyValue value)
    {
        var slots = container.Type.Slots;
        if (slots.MpAssSubscript != null)
        {
            slots.MpAssSubscript(thread, container, key, value);
            return;
        }

        if (slots.SqAssItem != null)
        {
            if (!IsIndex(key))
                throw Raise.TypeError($"sequence index must be integer, not '{key.Type.Name}'");
            slots.SqAssItem(thread, container, SequenceIndex(thread, container, key), value);
            return;
        }

        if (!value.IsMissing)
            throw Raise.TypeError($"'{container.Type.Name}' object does not support item assignment");
        var isSequence = container.Type.IsHeapType || slots.SqItem != null || slots.SqLength != null;
        throw Raise.TypeError(isSequence && IsIndex(key)
            ? $"'{container.Type.Name}' object doesn't support item deletion"
            : $"'{container.Type.Name}' object does not support item deletion");
    }

    // Sequence slots count from the front; an index from the back is turned round before.
    private static long SequenceIndex(PyThread thread, PyValue container, PyValue key)
    {
        var index = ToIndex(thread, key, Raise.IndexError);
        if (index < 0 && container.Type.Slots.SqLength != null)
            index += container.Type.Slots.SqLength(thread, container);
        return index;
    }

    // list[int] and the like.
    private static PyValue GetClassItem(PyThread thread, PyType type, PyValue key)
    {
        var method = FindAttribute(thread, type, Names.ClassGetItem);
        if (!method.IsMissing && !method.IsNone)
            return thread.Invoke(method, [key], null);
        return thread.Raise(Raise.TypeError($"type '{type.Name}' is not subscriptable"));
    }

    private static PyValue NotSubscriptable(PyThread thread, PyValue container) =>
        thread.Raise(Raise.TypeError($"'{container.Type.Name}' object is not subscriptable"));
}
