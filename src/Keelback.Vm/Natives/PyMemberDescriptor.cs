namespace Keelback.Vm;

/// <summary>
/// An attribute kept in the object's structure (<c>member_descriptor</c>): of a built-in type, or a name in a class's
/// <c>__slots__</c>.
/// </summary>
internal sealed unsafe partial class PyMemberDescriptor : PyDescriptor
{
    private readonly string? _doc;
    private readonly delegate*<PyThread, PyValue, PyValue> _getter;
    private readonly delegate*<PyThread, PyValue, PyValue, void> _setter;

    public PyMemberDescriptor(
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
        Index = -1;
    }

    /// <summary>The descriptor of a name in <c>__slots__</c>, whose value has a place among the instance's attributes.</summary>
    public PyMemberDescriptor(PyType owner, string name, int slotIndex)
        : base(TypeObject, owner, name)
    {
        Index = slotIndex;
    }

    /// <summary>The place of a <c>__slots__</c> value; -1 for an attribute of a built-in type.</summary>
    public int Index { get; }

    /// <summary>The attribute of an instance.</summary>
    public PyValue Get(PyThread thread, PyValue instance)
    {
        CheckInstance(instance);
        if (Index < 0)
            return _getter(thread, instance);
        var value = instance.Ref!.Attributes.Slot(instance.Type, Index);
        return value.IsMissing ? throw Raise.AttributeError($"'{instance.Type.Name}' object has no attribute '{Name}'") : value;
    }

    private static partial PyValue Bind(PyThread thread, PyValue descriptor, PyValue instance, PyValue owner) =>
        instance.IsMissing ? descriptor : ((PyMemberDescriptor)descriptor.Ref!).Get(thread, instance);

    private static partial void Store(PyThread thread, PyValue descriptor, PyValue instance, PyValue value)
    {
        var self = (PyMemberDescriptor)descriptor.Ref!;
        self.CheckInstance(instance);
        if (self.Index < 0)
        {
            if (self._setter == null)
                throw Raise.AttributeError("readonly attribute");
            self._setter(thread, instance, value);
            return;
        }

        ref var place = ref instance.Ref!.Attributes.Slot(instance.Type, self.Index);
        if (value.IsMissing && place.IsMissing)
            throw Raise.AttributeError(self.Name);
        place = value;
    }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var member = (PyMemberDescriptor)self.Ref!;
        return PyStr.From($"<member '{member.Name}' of '{member.Owner.Name}' objects>");
    }

    private static partial string GetName(PyThread thread, PyMemberDescriptor self) => self.Name;

    private static partial PyType GetOwner(PyThread thread, PyMemberDescriptor self) => self.Owner;

    private static partial string GetQualifiedName(PyThread thread, PyMemberDescriptor self) => self.QualifiedName;

    private static partial string? GetDoc(PyThread thread, PyMemberDescriptor self) => self._doc;

    private static partial PyValue Reduce(PyThread thread, PyMemberDescriptor self) => self.Reduction(thread);
}
