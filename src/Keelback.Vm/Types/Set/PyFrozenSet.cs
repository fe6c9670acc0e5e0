namespace Keelback.Vm;

/// <summary>The immutable set, which has a hash.</summary>
internal partial class PyFrozenSet : PyAnySet
{
    private static readonly PyFrozenSet s_empty = new();

    private long _hash;
    private bool _hasHash;

    internal PyFrozenSet()
        : base(TypeObject)
    {
    }

    private protected PyFrozenSet(PyType type)
        : base(type)
    {
    }

    /// <summary>A set of constants.</summary>
    public static PyFrozenSet FromConstants(PyValue[] items)
    {
        if (items.Length == 0)
            return s_empty;
        var set = new PyFrozenSet();
        foreach (var item in items)
            set.Add(PyThread.Current, item);
        return set;
    }

    /// <summary>A set of the items of an iterable.</summary>
    public static PyFrozenSet From(PyThread thread, PyValue iterable)
    {
        var set = new PyFrozenSet();
        set.Update(thread, iterable);
        return set.Count == 0 ? s_empty : set;
    }

    private protected override PyAnySet NewOfKind() => new PyFrozenSet();

    private static partial PyValue New(PyThread thread, PyType cls, PyValue iterable)
    {
        if (ReferenceEquals(cls, TypeObject))
        {
            if (iterable.IsMissing)
                return s_empty;
            return ReferenceEquals(iterable.Type, TypeObject) ? iterable : From(thread, iterable);
        }

        var made = new PyFrozenSetSubclass(cls);
        if (!iterable.IsMissing)
            made.Update(thread, iterable);
        return made;
    }

    private static partial long Hash(PyThread thread, PyValue self)
    {
        var set = (PyFrozenSet)self.Ref!;
        if (!set._hasHash)
        {
            set._hash = set.HashOfItems();
            set._hasHash = true;
        }

        return set._hash;
    }

    private static partial PyValue Copy(PyThread thread, PyFrozenSet self) =>
        ReferenceEquals(self.Type, TypeObject) ? self : self.Clone();
}

/// <summary>An instance of a Python subclass of frozenset.</summary>
internal sealed class PyFrozenSetSubclass(PyType type) : PyFrozenSet(type)
{
    private InstanceAttributes _attributes;

    internal override ref InstanceAttributes Attributes => ref _attributes;
}
