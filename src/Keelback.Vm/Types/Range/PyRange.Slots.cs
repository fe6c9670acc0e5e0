using System.Numerics;
using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>The slots of range.</summary>
internal sealed partial class PyRange
{
    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var range = (PyRange)self.Ref!;
        return PyStr.From(range._step.IsOne
            ? $"range({range._start}, {range._stop})"
            : $"range({range._start}, {range._stop}, {range._step})");
    }

    private static partial long Hash(PyThread thread, PyValue self)
    {
        // Equal ranges have equal triples: of the count, of the start where there is one, and of the step where it matters.
        var range = (PyRange)self.Ref!;
        var start = range.Count.IsZero ? PyValue.None : PyValue.FromInt(range._start);
        var step = range.Count <= 1 ? PyValue.None : PyValue.FromInt(range._step);
        return Operators.Hash(thread, PyTuple.From(PyValue.FromInt(range.Count), start, step));
    }

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (left.Ref is not PyRange first || right.Ref is not PyRange second || op is not (ComparisonOperator.Eq or ComparisonOperator.Ne))
            return PyNotImplemented.Instance;
        var equal = first.Count == second.Count
            && (first.Count.IsZero || (first._start == second._start && (first.Count.IsOne || first._step == second._step)));
        return PyValue.FromBool(equal == (op == ComparisonOperator.Eq));
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => ((PyRange)self.Ref!).GetIterator();

    private static partial bool IsTrue(PyThread thread, PyValue self) => !((PyRange)self.Ref!).Count.IsZero;

    private static partial long Length(PyThread thread, PyValue self)
    {
        var count = ((PyRange)self.Ref!).Count;
        return FitsInt64(count) ? (long)count : throw Raise.OverflowError("Python int too large to convert to C ssize_t");
    }

    private static partial PyValue Item(PyThread thread, PyValue self, long index) => ItemAt((PyRange)self.Ref!, index);

    private static partial bool Contains(PyThread thread, PyValue self, PyValue item)
    {
        var range = (PyRange)self.Ref!;
        if (TryGetNumber(item, out var number))
            return range.TryFind(number.Value, out _);
        foreach (var candidate in Operators.Iterate(thread, self))
        {
            if (Operators.Equals(thread, candidate, item))
                return true;
        }

        return false;
    }

    private static partial PyValue Subscript(PyThread thread, PyValue left, PyValue right)
    {
        var range = (PyRange)left.Ref!;
        if (right.IsSmallInt)
            return ItemAt(range, right.Bits);
        if (right.Ref is PySlice slice)
            return Slice(thread, range, slice);
        return right.Type.Slots.HasIndex
            ? ItemAt(range, Conversions.ToBigInteger(thread, right))
            : throw Raise.TypeError($"range indices must be integers or slices, not {right.Type.Name}");
    }

    private static PyValue ItemAt(PyRange range, BigInteger index)
    {
        if (index.Sign < 0)
            index += range.Count;
        return index.Sign >= 0 && index < range.Count
            ? PyValue.FromInt(range.NumberAt(index))
            : throw Raise.IndexError("range object index out of range");
    }

    private static PyValue Slice(PyThread thread, PyRange range, PySlice slice)
    {
        var (start, stop, step) = slice.Apply(thread, range.Count);
        return new PyRange(range.NumberAt(start), range.NumberAt(stop), range._step * step);
    }
}
