namespace Keelback.Vm;

/// <summary>Slot functions and native functions that every built-in type shares.</summary>
internal static unsafe class NativeSlots
{
    /// <summary>What stands as <c>__new__</c> in the dict of a built-in type; its self is the type.</summary>
    public static NativeFunction New { get; } = new()
    {
        Name = "__new__",
        Kind = NativeKind.New,
        Doc = "Create and return a new object.  See help(type) for accurate signature.",
        TextSignature = "($type, *args, **kwargs)",
        Invoke = &InvokeNew,
    };

    /// <summary>The hash slot of a type whose instances have none.</summary>
    public static long Unhashable(PyThread thread, PyValue self) => throw Raise.TypeError($"unhashable type: '{self.Type.Name}'");

    private static PyValue InvokeNew(PyThread thread, PyValue self, ReadOnlySpan<PyValue> args, PyTuple? keywordNames)
    {
        var type = (PyType)self.Ref!;
        if (args.Length - (keywordNames?.Count ?? 0) < 1)
            throw Raise.TypeError($"{type.Name}.__new__(): not enough arguments");
        if (args[0].Ref is not PyType subtype)
            throw Raise.TypeError($"{type.Name}.__new__(X): X is not a type object ({args[0].Type.Name})");
        if (!subtype.IsSubtypeOf(type))
            throw Raise.TypeError($"{type.Name}.__new__({subtype.Name}): {subtype.Name} is not a subtype of {type.Name}");

        // A constructor makes instances of one C# class, so it must be the one of the class's own built-in base.
        var solid = subtype.SolidBase;
        if (solid.Slots.TpNew != type.Slots.TpNew)
            throw Raise.TypeError($"{type.Name}.__new__({subtype.Name}) is not safe, use {solid.Name}.__new__()");
        return type.Slots.TpNew(thread, subtype, args[1..], keywordNames);
    }
}
