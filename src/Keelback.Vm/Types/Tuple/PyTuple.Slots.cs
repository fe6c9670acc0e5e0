using System.Numerics;
using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>The slots and methods of tuple.</summary>
public partial class PyTuple
{
    // The hash is xxHash's way of mixing 64-bit lanes, simplified as in CPython.
    private const ulong Prime1 = 11400714785074694791;
    private const ulong Prime2 = 14029467366897019727;
    private const ulong Prime5 = 2870177450012600261;
    private const long HashOfMinusOne = 1546275796;

    private static partial PyValue New(PyThread thread, PyType cls, PyValue iterable)
    {
        var tuple = Operators.ToTuple(thread, iterable);
        return ReferenceEquals(cls, TypeObject) ? tuple : new PyTupleSubclass(cls, tuple.Items);
    }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var tuple = (PyTuple)self.Ref!;
        if (tuple.Count == 0)
            return s_emptyText;
        if (!thread.ReprInProgress.Add(tuple))
            return s_recursiveText;
        try
        {
            var text = new System.Text.StringBuilder("(");
            for (var i = 0; i < tuple.Count; i++)
            {
                if (i > 0)
                    text.Append(", ");
                text.Append(Operators.Repr(thread, tuple[i]).Value);
            }

            return PyStr.From(text.Append(tuple.Count == 1 ? ",)" : ")").ToString());
        }
        finally
        {
            thread.ReprInProgress.Remove(tuple);
        }
    }

    private static partial long Hash(PyThread thread, PyValue self)
    {
        var items = ((PyTuple)self.Ref!).Items;
        var hash = Prime5;
        unchecked
        {
            foreach (var item in items)
            {
                hash += (ulong)(item.IsSmallInt ? IntType.HashOf(item.Bits) : Operators.Hash(thread, item)) * Prime2;
                hash = BitOperations.RotateLeft(hash, 31) * Prime1;
            }

            hash += (ulong)items.Length ^ (Prime5 ^ 3527539UL);
            return (long)hash == -1 ? HashOfMinusOne : (long)hash;
        }
    }

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (left.Ref is not PyTuple first || right.Ref is not PyTuple second)
            return PyNotImplemented.Instance;
        var (a, b) = (first.Items, second.Items);
        for (var i = 0; i < a.Length && i < b.Length; i++)
        {
            if (Operators.Equals(thread, a[i], b[i]))
                continue;
            return op switch
            {
                ComparisonOperator.Eq => PyValue.False,
                ComparisonOperator.Ne => PyValue.True,
                _ => Operators.TryCompare(thread, op, a[i], b[i]),
            };
        }

        return PyValue.FromBool(Operators.Holds(op, a.Length.CompareTo(b.Length)));
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => new PyTupleIterator((PyTuple)self.Ref!);

    private static partial long Length(PyThread thread, PyValue self) => ((PyTuple)self.Ref!).Count;

    private static partial bool Contains(PyThread thread, PyValue self, PyValue item)
    {
        foreach (var candidate in ((PyTuple)self.Ref!).Items)
        {
            if (Operators.Equals(thread, candidate, item))
                return true;
        }

        return false;
    }

    private static partial PyValue Concat(PyThread thread, PyValue left, PyValue right)
    {
        var first = (PyTuple)left.Ref!;
        if (right.Ref is not PyTuple second)
            return thread.Raise(Raise.TypeError($"can only concatenate tuple (not \"{right.Type.Name}\") to tuple"));
        if (first.Count == 0 && ReferenceEquals(second.Type, TypeObject))
            return right;
        if (second.Count == 0 && ReferenceEquals(first.Type, TypeObject))
            return left;
        return Own(SequenceItems.Concat(first.Items, second.Items));
    }

    private static partial PyValue Repeat(PyThread thread, PyValue self, long index)
    {
        var tuple = (PyTuple)self.Ref!;
        return index == 1 && ReferenceEquals(tuple.Type, TypeObject) ? self : Own(SequenceItems.Repeat(tuple.Items, index));
    }

    private static partial PyValue ItemAt(PyThread thread, PyValue self, long index)
    {
        var items = ((PyTuple)self.Ref!).Items;
        return (ulong)index < (ulong)items.Length
            ? items[index]
            : thread.Raise(Raise.IndexError("tuple index out of range"));
    }

    private static partial PyValue Subscript(PyThread thread, PyValue left, PyValue right)
    {
        var tuple = (PyTuple)left.Ref!;
        if (right.Ref is PySlice slice)
        {
            var span = slice.Apply(thread, tuple.Count);
            return span.Count == tuple.Count && span.Step == 1 && ReferenceEquals(tuple.Type, TypeObject)
                ? left
                : Own(SequenceItems.Slice(tuple.Items, span));
        }

        if (!Operators.IsIndex(right))
        {
            return thread.Raise(Raise.TypeError(
                $"tuple indices must be integers or slices, not {right.Type.Name}"));
        }

        var index = Operators.ToIndex(thread, right, Raise.IndexError);
        return ItemAt(thread, left, index < 0 ? index + tuple.Count : index);
    }

    private static partial PyValue GetNewArguments(PyThread thread, PyTuple self) => From(Own(self.Items));

    private static partial long IndexOf(PyThread thread, PyTuple self, PyValue value, long start, long stop)
    {
        var end = Math.Min(SequenceItems.SearchBound(stop, self.Count), self.Count);
        for (var i = SequenceItems.SearchBound(start, self.Count); i < end; i++)
        {
            if (Operators.Equals(thread, self.Items[i], value))
                return i;
        }

        throw Raise.ValueError("tuple.index(x): x not in tuple");
    }

    private static partial long CountOf(PyThread thread, PyTuple self, PyValue value)
    {
        var count = 0L;
        foreach (var item in self.Items)
        {
            if (Operators.Equals(thread, item, value))
                count++;
        }

        return count;
    }

    private static partial PyValue ClassGetItem(PyThread thread, PyType cls, PyValue @object) => new PyGenericAlias(cls, @object);

    private static readonly PyStr s_emptyText = PyStr.Intern("()");
    private static readonly PyStr s_recursiveText = PyStr.Intern("(...)");
}
