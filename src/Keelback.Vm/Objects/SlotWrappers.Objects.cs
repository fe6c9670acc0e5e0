namespace Keelback.Vm;

/// <summary>The special methods of attributes, descriptors, calls and lifetime.</summary>
internal static unsafe partial class SlotWrappers
{
    public static PyValue Getattr(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        Expect(wrapper, arguments, keywordNames, 1);
        var name = Operators.AttributeName(arguments[0]);
        return ((delegate*<PyThread, PyValue, PyStr, PyValue>)slot)(thread, self, name);
    }

    public static PyValue Setattr(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        ExpectNamed(wrapper, arguments, keywordNames, 2, 2);
        RefuseOtherTypes(wrapper, slot, self);
        var name = Operators.AttributeName(arguments[0]);
        ((delegate*<PyThread, PyValue, PyStr, PyValue, void>)slot)(thread, self, name, arguments[1]);
        return PyValue.None;
    }

    public static PyValue Delattr(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        Expect(wrapper, arguments, keywordNames, 1);
        RefuseOtherTypes(wrapper, slot, self);
        var name = Operators.AttributeName(arguments[0]);
        ((delegate*<PyThread, PyValue, PyStr, PyValue, void>)slot)(thread, self, name, default);
        return PyValue.None;
    }

    public static PyValue Call(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        ((delegate*<PyThread, PyValue, ReadOnlySpan<PyValue>, PyTuple?, PyValue>)slot)(thread, self, arguments, keywordNames);

    public static PyValue Init(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        ((delegate*<PyThread, PyValue, ReadOnlySpan<PyValue>, PyTuple?, void>)slot)(thread, self, arguments, keywordNames);
        return PyValue.None;
    }

    public static PyValue DescrGet(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        ExpectNamed(wrapper, arguments, keywordNames, 1, 2);
        var instance = arguments[0].IsNone ? default : arguments[0];
        var owner = arguments.Length < 2 || arguments[1].IsNone ? default : arguments[1];
        if (instance.IsMissing && owner.IsMissing)
            throw Raise.TypeError("__get__(None, None) is invalid");
        return ((delegate*<PyThread, PyValue, PyValue, PyValue, PyValue>)slot)(thread, self, instance, owner);
    }

    public static PyValue DescrSet(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        ExpectNamed(wrapper, arguments, keywordNames, 2, 2);
        ((delegate*<PyThread, PyValue, PyValue, PyValue, void>)slot)(thread, self, arguments[0], arguments[1]);
        return PyValue.None;
    }

    public static PyValue DescrDelete(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        Expect(wrapper, arguments, keywordNames, 1);
        ((delegate*<PyThread, PyValue, PyValue, PyValue, void>)slot)(thread, self, arguments[0], default);
        return PyValue.None;
    }

    public static PyValue Finalize(
        SlotWrapper wrapper, nint slot, PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        Expect(wrapper, arguments, keywordNames, 0);
        ((delegate*<PyThread, PyValue, void>)slot)(thread, self);
        return PyValue.None;
    }

    // object.__setattr__(some_class, ...) would go past what the class's own type does, so it is refused.
    private static void RefuseOtherTypes(SlotWrapper wrapper, nint slot, PyValue self)
    {
        var type = self.Type;
        while (type is { IsHeapType: true })
            type = type.Base;
        if (type is not null && (nint)type.Slots.TpSetattro != slot)
            throw Raise.TypeError($"can't apply this {wrapper.Name.Value} to {type.Name} object");
    }
}
