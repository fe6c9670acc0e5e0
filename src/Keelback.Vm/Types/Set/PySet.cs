namespace Keelback.Vm;

/// <summary>The mutable set. Its table is in <see cref="PyAnySet"/>, what it does as frozenset does in PySet.Slots.cs.</summary>
internal partial class PySet : PyAnySet
{
    public PySet()
        : base(TypeObject)
    {
    }

    private protected PySet(PyType type)
        : base(type)
    {
    }

    private protected override PyAnySet NewOfKind() => new PySet();

    private static partial PyValue NewRaw(
        PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        ReferenceEquals(cls, TypeObject) ? new PySet() : new PySetSubclass(cls);

    private static partial void Initialize(PyThread thread, PySet self, PyValue iterable)
    {
        self.Clear();
        self.Update(thread, iterable);
    }

    private static partial PyValue InPlaceSubtract(PyThread thread, PyValue left, PyValue right)
    {
        if (right.Ref is not PyAnySet)
            return PyNotImplemented.Instance;
        ((PySet)left.Ref!).Subtract(thread, right);
        return left;
    }

    private static partial PyValue InPlaceAnd(PyThread thread, PyValue left, PyValue right)
    {
        if (right.Ref is not PyAnySet)
            return PyNotImplemented.Instance;
        var set = (PySet)left.Ref!;
        set.TakeOver(set.Common(thread, right));
        return left;
    }

    private static partial PyValue InPlaceXor(PyThread thread, PyValue left, PyValue right)
    {
        if (right.Ref is not PyAnySet)
            return PyNotImplemented.Instance;
        ((PySet)left.Ref!).SymmetricUpdate(thread, right);
        return left;
    }

    private static partial PyValue InPlaceOr(PyThread thread, PyValue left, PyValue right)
    {
        if (right.Ref is not PyAnySet)
            return PyNotImplemented.Instance;
        ((PySet)left.Ref!).Update(thread, right);
        return left;
    }

    private static partial PyValue Copy(PyThread thread, PySet self) => self.Clone();

    private static partial void AddValue(PyThread thread, PySet self, PyValue @object) => self.Add(thread, @object);

    private static partial void RemoveAll(PyThread thread, PySet self) => self.Clear();

    private static partial void Discard(PyThread thread, PySet self, PyValue @object) => self.Remove(thread, @object);

    private static partial void DifferenceUpdate(PyThread thread, PySet self, ReadOnlySpan<PyValue> others)
    {
        foreach (var other in others)
            self.Subtract(thread, other);
    }

    private static partial void IntersectionUpdate(PyThread thread, PySet self, ReadOnlySpan<PyValue> others)
    {
        if (others.Length > 0)
            self.TakeOver(self.CommonOfAll(thread, others));
    }

    private static partial PyValue Pop(PyThread thread, PySet self) => self.TryPop(out var item)
        ? item
        : thread.Raise(Raise.KeyError(PyStr.From("pop from an empty set")));

    private static partial void RemoveValue(PyThread thread, PySet self, PyValue @object)
    {
        if (!self.Remove(thread, @object))
            throw Raise.KeyError(@object);
    }

    private static partial void SymmetricDifferenceUpdate(PyThread thread, PySet self, PyValue other) =>
        self.SymmetricUpdate(thread, other);

    private static partial void UpdateFrom(PyThread thread, PySet self, ReadOnlySpan<PyValue> others)
    {
        foreach (var other in others)
            self.Update(thread, other);
    }
}

/// <summary>An instance of a Python subclass of set.</summary>
internal sealed class PySetSubclass(PyType type) : PySet(type)
{
    private InstanceAttributes _attributes;

    internal override ref InstanceAttributes Attributes => ref _attributes;
}
