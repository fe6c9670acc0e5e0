namespace Keelback.Vm;

/// <summary>
/// How a slot becomes a special method: what Python sees of it, and the invoker that checks the arguments and calls the
/// slot's function. What stands in a type's dict is a <see cref="PySlotWrapper"/>.
/// </summary>
internal sealed unsafe class SlotWrapper(
    PyStr name,
    TypeSlot slot,
    string textSignature,
    string doc,
    int op,
    delegate*<SlotWrapper, nint, PyThread, PyValue, ReadOnlySpan<PyValue>, PyTuple?, PyValue> invoker)
{
    /// <summary>The special method's name.</summary>
    public PyStr Name => name;

    /// <summary>The slot that is called.</summary>
    public TypeSlot Slot => slot;

    /// <summary>The signature as <c>__text_signature__</c> shows it.</summary>
    public string TextSignature => textSignature;

    /// <summary>The docstring.</summary>
    public string Doc => doc;

    /// <summary>The comparison that the method stands for, as a number; -1 where it stands for none.</summary>
    public int Operator => op;

    /// <summary>Whether the slot has this method where a built-in type fills it; else only classes define it.</summary>
    public bool IsVisible => invoker != null;

    /// <summary>Checks the arguments and calls a slot's function.</summary>
    public PyValue Invoke(
        nint function, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        invoker(this, function, thread, self, arguments, keywordNames);
}

/// <summary>A slot with the special methods that stand for it and the thunk that calls them; 0 for no thunk.</summary>
internal sealed record SlotEntry(TypeSlot Slot, nint Thunk, SlotWrapper[] Methods);
