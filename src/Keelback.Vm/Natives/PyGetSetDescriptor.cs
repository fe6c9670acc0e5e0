namespace Keelback.Vm;

/// <summary>A computed attribute of a built-in type (<c>getset_descriptor</c>).</summary>
internal sealed unsafe partial class PyGetSetDescriptor : PyDescriptor
{
    private readonly string? _doc;
    private readonly delegate*<PyThread, PyValue, PyValue> _getter;
    private readonly delegate*<PyThread, PyValue, PyValue, void> _setter;

    public PyGetSetDescriptor(
        PyType owner,
        string name,
        string? doc,
        delegate*<PyThread, PyValue, PyValue> getter,
        delegate*<PyThread, PyValue, PyValue, void> setter)
        : base(TypeObject, owner, name)
    {
        _doc = doc;
        _getter = getter;
        _setter = setter;
    }

    /// <summary>The attribute of an instance.</summary>
    public PyValue Get(PyThread thread, PyValue instance)
    {
        CheckInstance(instance);
        return _getter != null
            ? _getter(thread, instance)
            : throw Raise.AttributeError($"attribute '{Name}' of '{Owner.Name}' objects is not readable");
    }

    private static partial PyValue Bind(PyThread thread, PyValue descriptor, PyValue instance, PyValue owner) =>
        instance.IsMissing ? descriptor : ((PyGetSetDescriptor)descriptor.Ref!).Get(thread, instance);

    private static partial void Store(PyThread thread, PyValue descriptor, PyValue instance, PyValue value)
    {
        var self = (PyGetSetDescriptor)descriptor.Ref!;
        self.CheckInstance(instance);
        if (self._setter == null)
            throw Raise.AttributeError($"attribute '{self.Name}' of '{self.Owner.Name}' objects is not writable");
        self._setter(thread, instance, value);
    }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var attribute = (PyGetSetDescriptor)self.Ref!;
        return PyStr.From($"<attribute '{attribute.Name}' of '{attribute.Owner.Name}' objects>");
    }

    private static partial string GetName(PyThread thread, PyGetSetDescriptor self) => self.Name;

    private static partial PyType GetOwner(PyThread thread, PyGetSetDescriptor self) => self.Owner;

    private static partial string GetQualifiedName(PyThread thread, PyGetSetDescriptor self) => self.QualifiedName;

    private static partial string? GetDoc(PyThread thread, PyGetSetDescriptor self) => self._doc;
}
