namespace Keelback.Vm;

/// <summary>The <c>__dict__</c> of instances.</summary>
internal static class InstanceDict
{
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
