namespace Keelback.Vm;

/// <summary>Attributes, descriptors, calls and lifetime.</summary>
internal static unsafe partial class SlotThunks
{
    public static partial PyValue TpGetattro(PyThread thread, PyValue self, PyStr name)
    {
        var type = self.Type;
        var fallback = type.Lookup(Dunders.Getattr);
        var find = type.Lookup(Dunders.Getattribute);
        var isGeneric = find.Ref is PySlotWrapper { Wrapper.Slot: TypeSlot.TpGetattro };
        if (fallback.IsMissing)
            return isGeneric ? CallSlot(thread, find, self, name) : thread.InvokeSpecial(self, find, [name]);

        PyValue result;
        try
        {
            // What is about to be looked for elsewhere need not become an exception first.
            if (isGeneric && ReferenceEquals(((PySlotWrapper)find.Ref!).Owner, CoreTypes.Object))
                result = ObjectType.FindAttribute(thread, self, name);
            else
                result = isGeneric ? CallSlot(thread, find, self, name) : thread.InvokeSpecial(self, find, [name]);
        }
        catch (PyException exception)
        {
            thread.SetPending(exception.Value);
            result = default;
        }

        if (!result.IsMissing)
            return result;
        if (thread.Pending is { } pending)
        {
            if (!pending.Type.IsSubtypeOf(ExceptionTypes.AttributeError))
                return default;
            thread.ClearPending();
        }

        return thread.InvokeSpecial(self, fallback, [name]);
    }

    public static partial void TpSetattro(PyThread thread, PyValue self, PyStr name, PyValue value) =>
        thread.Checked(value.IsMissing
            ? SpecialMethod.Call(thread, self, Dunders.Delattr, name)
            : SpecialMethod.Call(thread, self, Dunders.Setattr, name, value));

    public static partial PyValue TpDescrGet(PyThread thread, PyValue descriptor, PyValue instance, PyValue owner)
    {
        var method = descriptor.Type.Lookup(Dunders.Get);
        if (method.IsMissing)
            return descriptor;
        return thread.InvokeSpecial(
            descriptor,
            method,
            [instance.IsMissing ? PyValue.None : instance, owner.IsMissing ? PyValue.None : owner]);
    }

    public static partial void TpDescrSet(PyThread thread, PyValue descriptor, PyValue instance, PyValue value) =>
        thread.Checked(value.IsMissing
            ? SpecialMethod.Call(thread, descriptor, Dunders.Delete, instance)
            : SpecialMethod.Call(thread, descriptor, Dunders.Set, instance, value));

    public static partial PyValue TpCall(
        PyThread thread, PyValue callee, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        SpecialMethod.CallWith(thread, callee, Dunders.Call, arguments, keywordNames);

    public static partial PyValue TpNew(
        PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var method = cls.Lookup(Dunders.New);
        if (method.Ref is PyStaticMethod { Function.Ref: PyFunction function })
            return thread.Invoke(function, [cls, .. arguments], keywordNames);
        method = Operators.TryGetAttribute(thread, cls, Dunders.New);
        return method.IsMissing ? default : thread.Invoke(method, [cls, .. arguments], keywordNames);
    }

    public static partial void TpInit(
        PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var result = thread.Checked(SpecialMethod.CallWith(thread, self, Dunders.Init, arguments, keywordNames));
        if (!result.IsNone)
            throw Raise.TypeError($"__init__() should return None, not '{result.Type.Name}'");
    }

    public static partial void TpFinalize(PyThread thread, PyValue self) =>
        thread.Checked(SpecialMethod.Call(thread, self, Dunders.Del));

    // PEP 688: the bits of inspect.BufferFlags; SIMPLE is 0, WRITABLE 1.
    public static partial PyBuffer BfGetbuffer(PyThread thread, PyValue self, bool writable)
    {
        var view = thread.Checked(SpecialMethod.Call(thread, self, Dunders.Buffer, PyValue.FromInt(writable ? 1 : 0)));
        if (view.Type.Slots.BfGetbuffer == null || view.Type.Name != "memoryview")
            throw Raise.TypeError("__buffer__ returned non-memoryview object");
        return view.Type.Slots.BfGetbuffer(thread, view, writable);
    }

    public static partial void BfReleasebuffer(PyThread thread, PyValue self, PyBuffer buffer)
    {
        if (!self.Type.Lookup(Dunders.ReleaseBuffer).IsMissing)
            thread.Checked(SpecialMethod.Call(thread, self, Dunders.ReleaseBuffer, buffer.Owner));
    }

    private static PyValue CallSlot(PyThread thread, PyValue wrapper, PyValue self, PyStr name) =>
        ((delegate*<PyThread, PyValue, PyStr, PyValue>)((PySlotWrapper)wrapper.Ref!).Function)(thread, self, name);
}
