namespace Keelback.Vm;

/// <summary>The <c>__dict__</c> of instances.</summary>
internal static unsafe class InstanceDict
{
    /// <summary>The descriptor by which a class gives its instances their <c>__dict__</c>.</summary>
    public static PyGetSetDescriptor CreateDescriptor(PyType type) =>
        new(type, "__dict__", "dictionary for instance variables", &Get, &Set);

    /// <summary>The dict of an instance, which from then on is the place where its attributes live.</summary>
    public static PyValue Get(PyThread thread, PyValue self)
    {
        if (self.Ref is not { HasAttributes: true } || (self.Type.Flags & TypeFlags.HasDict) == 0)
            throw Vm.Raise.AttributeError($"'{self.Type.Name}' object has no attribute '__dict__'");
        ref var attributes = ref self.Ref.Attributes;
        if (attributes.IsEmpty && self.Type.RootShape is { SlotCount: > 0 } root)
            attributes.Start(root);
        return attributes.ToDict();
    }

    private static void Set(PyThread thread, PyValue self, PyValue value) => Set(self.Ref!, value);

    /// <summary>Puts another dict in its place; with a missing value, an empty one.</summary>
    public static void Set(PyObject self, PyValue value)
    {
        var dict = value.IsMissing
            ? new PyDict()
            : value.Ref as PyDict
                ?? throw Vm.Raise.TypeError($"__dict__ must be set to a dictionary, not a '{value.Type.Name}'");
        self.Attributes.ReplaceDict(dict);
    }
}
