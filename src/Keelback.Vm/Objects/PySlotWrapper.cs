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

    /// <summary>The name with its class.</summary>
    public string QualifiedName => $"{Owner.QualifiedName}.{Wrapper.Name.Value}";

    /// <summary>Calls it for an instance that is known to be one of <see cref="Owner"/>.</summary>
    public PyValue Invoke(PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        Wrapper.Invoke(Function, thread, self, arguments, keywordNames);

    private static partial PyValue Call(PyThread thread, PyValue callee, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var wrapper = (PySlotWrapper)callee.Ref!;
        var name = wrapper.Wrapper.Name.Value;
        if (arguments.Length - (keywordNames?.Count ?? 0) < 1)
            throw Raise.TypeError($"descriptor '{name}' of '{wrapper.Owner.Name}' object needs an argument");
        var self = arguments[0];
        if (!self.Type.IsSubtypeOf(wrapper.Owner))
            throw Raise.TypeError($"descriptor '{name}' requires a '{wrapper.Owner.Name}' object but received a '{self.Type.Name}'");
        return wrapper.Invoke(thread, self, arguments[1..], keywordNames);
    }

    private static partial PyValue Bind(PyThread thread, PyValue descriptor, PyValue instance, PyValue owner)
    {
        if (instance.IsMissing)
            return descriptor;
        var wrapper = (PySlotWrapper)descriptor.Ref!;
        return instance.Type.IsSubtypeOf(wrapper.Owner)
            ? new PyMethodWrapper(wrapper, instance)
            : throw Raise.TypeError(
                $"descriptor '{wrapper.Wrapper.Name.Value}' for '{wrapper.Owner.Name}' objects "
                + $"doesn't apply to a '{instance.Type.Name}' object");
    }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var wrapper = (PySlotWrapper)self.Ref!;
        return PyStr.From($"<slot wrapper '{wrapper.Wrapper.Name.Value}' of '{wrapper.Owner.Name}' objects>");
    }

    private static partial PyValue GetName(PyThread thread, PySlotWrapper self) => self.Wrapper.Name;

    private static partial PyType GetOwner(PyThread thread, PySlotWrapper self) => self.Owner;

    private static partial string GetQualifiedName(PyThread thread, PySlotWrapper self) => self.QualifiedName;

    private static partial string? GetDoc(PyThread thread, PySlotWrapper self) => self.Wrapper.Doc;

    private static partial string? GetTextSignature(PyThread thread, PySlotWrapper self) => self.Wrapper.TextSignature;

    private static partial PyValue Reduce(PyThread thread, PySlotWrapper self) =>
        PyTuple.From(thread.Interpreter.GetBuiltin(thread, "getattr"), PyTuple.From(self.Owner, self.Wrapper.Name));
}
