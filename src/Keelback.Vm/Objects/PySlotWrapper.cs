namespace Keelback.Vm;

/// <summary>
/// A special method of a built-in type that calls the type's slot, as it stands in the type's dict
/// (<c>wrapper_descriptor</c>): <c>int.__add__</c>.
/// </summary>
internal sealed partial class PySlotWrapper : PyObject
{
    /// <summary>The method for the function in a type's slot.</summary>
    public PySlotWrapper(PyType owner, SlotWrapper wrapper, nint function)
        : base(TypeObject)
    {
        Owner = owner;
        Wrapper = wrapper;
        Function = function;
    }

    /// <summary>The type whose slot it is.</summary>
    [PyField]
    public partial PyType Owner { get; private set; }

    /// <summary>The method's name and invoker.</summary>
    public SlotWrapper Wrapper { get; }

    /// <summary>The slot's function.</summary>
    public nint Function { get; }

    /// <summary>Calls it for an instance that is known to be one of <see cref="Owner"/>.</summary>
    public PyValue Invoke(PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        Wrapper.Invoke(Function, thread, self, arguments, keywordNames);

    /// <summary>Calls it with the instance as the first argument.</summary>
    public static PyValue Call(PyThread thread, PyValue callee, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var self = (PySlotWrapper)callee.Ref!;
        var positional = arguments.Length - (keywordNames?.Count ?? 0);
        if (positional < 1)
            throw Raise.TypeError($"descriptor '{self.Wrapper.Name.Value}' of '{self.Owner.Name}' object needs an argument");
        self.CheckInstance(arguments[0]);
        return self.Invoke(thread, arguments[0], arguments[1..], keywordNames);
    }

    /// <summary>Binds it to an instance.</summary>
    public static PyValue Bind(PyThread thread, PyValue descriptor, PyValue instance, PyValue owner)
    {
        if (instance.IsMissing)
            return descriptor;
        var self = (PySlotWrapper)descriptor.Ref!;
        if (!instance.Type.IsSubtypeOf(self.Owner))
        {
            throw Raise.TypeError(
                $"descriptor '{self.Wrapper.Name.Value}' for '{self.Owner.Name}' objects doesn't apply to a '{instance.Type.Name}' object");
        }

        return new PyMethodWrapper(self, instance);
    }

    private void CheckInstance(PyValue instance)
    {
        if (!instance.Type.IsSubtypeOf(Owner))
        {
            throw Raise.TypeError(
                $"descriptor '{Wrapper.Name.Value}' requires a '{Owner.Name}' object but received a '{instance.Type.Name}'");
        }
    }
}

/// <summary>A <see cref="PySlotWrapper"/> bound to an instance (<c>method-wrapper</c>): <c>(1).__add__</c>.</summary>
internal sealed partial class PyMethodWrapper : PyObject
{
    public PyMethodWrapper(PySlotWrapper descriptor, PyValue self)
        : base(TypeObject)
    {
        Descriptor = descriptor;
        Self = self;
    }

    /// <summary>What was bound.</summary>
    [PyField]
    public partial PySlotWrapper Descriptor { get; private set; }

    /// <summary>The instance.</summary>
    [PyField]
    public partial PyValue Self { get; private set; }

    /// <summary>Calls the slot for the instance.</summary>
    public static PyValue Call(PyThread thread, PyValue callee, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var method = (PyMethodWrapper)callee.Ref!;
        return method.Descriptor.Invoke(thread, method.Self, arguments, keywordNames);
    }
}
