namespace Keelback.Vm;

/// <summary>Instances and subclasses.</summary>
internal static unsafe partial class Operators
{
    private static readonly PyStr s_bases = PyStr.Intern("__bases__");

    /// <summary>What isinstance() gives.</summary>
    public static bool IsInstance(PyThread thread, PyValue value, PyValue classes)
    {
        if (classes.Ref is PyType cls)
        {
            if (ReferenceEquals(value.Type, cls))
                return true;
            if (ReferenceEquals(cls.Type, CoreTypes.Type))
                return IsRealInstance(thread, value, classes);
        }

        return CheckClasses(thread, value, classes, Names.InstanceCheck, isInstance: true);
    }

    /// <summary>What issubclass() gives.</summary>
    public static bool IsSubclass(PyThread thread, PyValue derived, PyValue classes)
    {
        if (classes.Ref is PyType cls && ReferenceEquals(cls.Type, CoreTypes.Type))
            return ReferenceEquals(derived.Ref, cls) || IsRealSubclass(thread, derived, classes);
        return CheckClasses(thread, derived, classes, Names.SubclassCheck, isInstance: false);
    }

    /// <summary>What type.__instancecheck__ says: the class of the value, or the one it claims, derives from the class.</summary>
    public static bool IsRealInstance(PyThread thread, PyValue value, PyValue cls)
    {
        if (cls.Ref is PyType type)
        {
            if (value.Type.IsSubtypeOf(type))
                return true;
            // Inline values have no class other than their type.
            if (value.Ref is Tag)
                return false;
            var claimed = FindAttribute(thread, value, Names.Class);
            return claimed.Ref is PyType claimedType && !ReferenceEquals(claimedType, value.Type) && claimedType.IsSubtypeOf(type);
        }

        if (BasesOf(thread, cls) is null)
            throw Raise.TypeError("isinstance() arg 2 must be a type, a tuple of types, or a union");
        var valueClass = FindAttribute(thread, value, Names.Class);
        return !valueClass.IsMissing && IsAbstractSubclass(thread, valueClass, cls);
    }

    /// <summary>What type.__subclasscheck__ says.</summary>
    public static bool IsRealSubclass(PyThread thread, PyValue derived, PyValue cls)
    {
        if (derived.Ref is PyType derivedType && cls.Ref is PyType type)
            return derivedType.IsSubtypeOf(type);
        if (BasesOf(thread, derived) is null)
            throw Raise.TypeError("issubclass() arg 1 must be a class");
        if (BasesOf(thread, cls) is null)
            throw Raise.TypeError("issubclass() arg 2 must be a class, a tuple of classes, or a union");
        return IsAbstractSubclass(thread, derived, cls);
    }

    private static bool CheckClasses(PyThread thread, PyValue value, PyValue classes, PyStr check, bool isInstance)
    {
        if (!thread.EnterNative())
            thread.ThrowPending();
        try
        {
            if ((classes.Ref as PyTuple ?? (classes.Ref as PyUnion)?.Arguments) is { } tuple)
            {
                foreach (var cls in tuple.Items)
                {
                    if (isInstance ? IsInstance(thread, value, cls) : IsSubclass(thread, value, cls))
                        return true;
                }

                return false;
            }

            if (thread.TryCallSpecial(classes, check, [value], out var result))
                return IsTrue(thread, result);
            return isInstance ? IsRealInstance(thread, value, classes) : IsRealSubclass(thread, value, classes);
        }
        finally
        {
            thread.Depth--;
        }
    }

    // What calls itself a class without being a type has a tuple of bases.
    private static PyTuple? BasesOf(PyThread thread, PyValue cls) => FindAttribute(thread, cls, s_bases).Ref as PyTuple;

    private static bool IsAbstractSubclass(PyThread thread, PyValue derived, PyValue cls)
    {
        if (derived.Is(cls))
            return true;
        if (!thread.EnterNative())
            thread.ThrowPending();
        try
        {
            foreach (var @base in BasesOf(thread, derived)?.Items ?? [])
            {
                if (IsAbstractSubclass(thread, @base, cls))
                    return true;
            }

            return false;
        }
        finally
        {
            thread.Depth--;
        }
    }
}
