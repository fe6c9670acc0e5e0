namespace Keelback.Vm;

/// <summary>The special methods of sequences and mappings.</summary>
internal static unsafe partial class SlotWrappers
{
    public static PyValue Length(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        Expect(wrapper, arguments, keywordNames, 0);
        return PyValue.FromInt(((delegate*<PyThread, PyValue, long>)slot)(thread, self));
    }

    public static PyValue Contains(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        Expect(wrapper, arguments, keywordNames, 1);
        return PyValue.FromBool(((delegate*<PyThread, PyValue, PyValue, bool>)slot)(thread, self, arguments[0]));
    }

    public static PyValue Item(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        Expect(wrapper, arguments, keywordNames, 1);
        var index = Operators.ToIndex(thread, arguments[0], Raise.OverflowError);
        return ((delegate*<PyThread, PyValue, long, PyValue>)slot)(thread, self, index);
    }

    public static PyValue SequenceItem(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        Expect(wrapper, arguments, keywordNames, 1);
        return ((delegate*<PyThread, PyValue, long, PyValue>)slot)(thread, self, SequenceIndex(thread, self, arguments[0]));
    }

    public static PyValue SetItem(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        ExpectNamed(wrapper, arguments, keywordNames, 2, 2);
        var index = SequenceIndex(thread, self, arguments[0]);
        ((delegate*<PyThread, PyValue, long, PyValue, void>)slot)(thread, self, index, arguments[1]);
        return PyValue.None;
    }

    public static PyValue DeleteItem(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        Expect(wrapper, arguments, keywordNames, 1);
        var index = SequenceIndex(thread, self, arguments[0]);
        ((delegate*<PyThread, PyValue, long, PyValue, void>)slot)(thread, self, index, default);
        return PyValue.None;
    }

    public static PyValue SetSubscript(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        ExpectNamed(wrapper, arguments, keywordNames, 2, 2);
        ((delegate*<PyThread, PyValue, PyValue, PyValue, void>)slot)(thread, self, arguments[0], arguments[1]);
        return PyValue.None;
    }

    public static PyValue DeleteSubscript(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        Expect(wrapper, arguments, keywordNames, 1);
        ((delegate*<PyThread, PyValue, PyValue, PyValue, void>)slot)(thread, self, arguments[0], default);
        return PyValue.None;
    }

    // Sequence slots count from the front; an index from the back is turned round before.
    private static long SequenceIndex(PyThread thread, PyValue self, PyValue index)
    {
        var number = Operators.ToIndex(thread, index, Raise.OverflowError);
        if (number < 0 && self.Type.Slots.SqLength != null)
            number += self.Type.Slots.SqLength(thread, self);
        return number;
    }
}
