using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>What set does as frozenset does it.</summary>
internal partial class PySet
{
    private static partial PyValue Repr(PyThread thread, PyValue self) => ((PyAnySet)self.Ref!).ToRepr(thread);

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op) =>
        CompareSets(thread, left, right, op);

    private static partial PyValue Iterate(PyThread thread, PyValue self) => new PySetIterator((PyAnySet)self.Ref!);

    private static partial PyValue Subtract(PyThread thread, PyValue left, PyValue right) =>
        AreSets(left, right, out var first, out var second) ? first.Without(thread, second) : PyNotImplemented.Instance;

    private static partial PyValue And(PyThread thread, PyValue left, PyValue right) =>
        AreSets(left, right, out var first, out var second) ? first.Common(thread, second) : PyNotImplemented.Instance;

    private static partial PyValue Xor(PyThread thread, PyValue left, PyValue right) =>
        AreSets(left, right, out var first, out var second) ? first.Exclusive(thread, second) : PyNotImplemented.Instance;

    private static partial PyValue Or(PyThread thread, PyValue left, PyValue right) =>
        AreSets(left, right, out var first, out var second) ? first.Joined(thread, [second]) : PyNotImplemented.Instance;

    private static partial long Length(PyThread thread, PyValue self) => ((PyAnySet)self.Ref!).Count;

    private static partial bool Contains(PyThread thread, PyValue self, PyValue item) =>
        ((PyAnySet)self.Ref!).Contains(thread, item);

    private static partial bool Has(PyThread thread, PySet self, PyValue @object) => self.Contains(thread, @object);

    private static partial PyValue Reduce(PyThread thread, PySet self) => self.ToState(thread);

    private static partial long SizeOf(PyThread thread, PySet self) => self.ByteSize;

    private static partial PyValue Difference(PyThread thread, PySet self, ReadOnlySpan<PyValue> others) =>
        self.WithoutAll(thread, others);

    private static partial PyValue Intersection(PyThread thread, PySet self, ReadOnlySpan<PyValue> others) =>
        self.CommonOfAll(thread, others);

    private static partial bool IsDisjoint(PyThread thread, PySet self, PyValue other) => self.HasNoneOf(thread, other);

    private static partial bool IsSubset(PyThread thread, PySet self, PyValue other) => self.IsWithin(thread, ToSet(thread, other));

    private static partial bool IsSuperset(PyThread thread, PySet self, PyValue other) => self.HasAllOf(thread, other);

    private static partial PyValue SymmetricDifference(PyThread thread, PySet self, PyValue other) =>
        self.Exclusive(thread, other);

    private static partial PyValue Union(PyThread thread, PySet self, ReadOnlySpan<PyValue> others) =>
        self.Joined(thread, others);

    private static partial PyValue ClassGetItem(PyThread thread, PyType cls, PyValue @object) => new PyGenericAlias(cls, @object);
}
