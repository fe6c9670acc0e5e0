using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>The slots of memoryview.</summary>
internal sealed partial class PyMemoryView
{
    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var view = (PyMemoryView)self.Ref!;
        var kind = view._lent is null ? "released memory" : "memory";
        return PyStr.From($"<{kind} at {ObjectIdentity.Address(thread, self)}>");
    }

    private static partial long GetHash(PyThread thread, PyValue self)
    {
        var view = (PyMemoryView)self.Ref!;
        _ = view.Lent;
        if (!view._isReadOnly)
            throw Raise.ValueError("cannot hash writable memoryview object");
        if (!MemoryFormat.IsByte(view._letter))
            throw Raise.ValueError("memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
        Operators.Hash(thread, view.Owner);
        return ByteText.HashOf(view.AsBuffer().ToArray());
    }

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (op is not (ComparisonOperator.Eq or ComparisonOperator.Ne) || left.Ref is not PyMemoryView first)
            return PyNotImplemented.Instance;
        if (first._lent is null || right.Ref is PyMemoryView { _lent: null })
            return PyValue.FromBool(left.Is(right) == (op == ComparisonOperator.Eq));
        if (!ByteConversion.HasBuffer(right))
            return PyNotImplemented.Instance;
        var second = Of(thread, right);
        try
        {
            return PyValue.FromBool(first.HasSameItems(thread, second) == (op == ComparisonOperator.Eq));
        }
        finally
        {
            second.GiveBack(thread);
        }
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self)
    {
        var view = (PyMemoryView)self.Ref!;
        _ = view.Lent;
        if (view._shape.Length == 0)
            throw Raise.TypeError("invalid indexing of 0-dim memory");
        if (view._shape.Length != 1)
            throw Raise.NotImplementedError("multi-dimensional sub-views are not implemented");
        return view._letter != '\0' ? new PyMemoryIterator(view) : throw MemoryFormat.Unsupported(view._format);
    }

    private static partial long GetLength(PyThread thread, PyValue self)
    {
        var view = (PyMemoryView)self.Ref!;
        _ = view.Lent;
        return view._shape.Length == 0 ? throw Raise.TypeError("0-dim memory has no length") : view._shape[0];
    }

    private static partial PyValue Item(PyThread thread, PyValue self, long index) =>
        Subscript(thread, self, PyValue.FromInt(index));

    private static partial PyValue Subscript(PyThread thread, PyValue left, PyValue right)
    {
        var view = (PyMemoryView)left.Ref!;
        _ = view.Lent;
        if (right.IsSmallInt && view._shape.Length == 1 && (ulong)right.Bits < (ulong)view._shape[0])
            return view.ItemAt(view._offset + (right.Bits * view._strides[0]));
        if (view.TryGetOffset(thread, right, out var offset))
            return view.ItemAt(offset);
        return right.Ref is PySlice slice ? view.Slice(thread, slice) : view;
    }

    private static partial void SetSubscript(PyThread thread, PyValue self, PyValue key, PyValue value)
    {
        var view = (PyMemoryView)self.Ref!;
        _ = view.Lent;
        if (view._isReadOnly)
            throw Raise.TypeError("cannot modify read-only memory");
        if (value.IsMissing)
            throw Raise.TypeError("cannot delete memory");
        if (view._letter == '\0')
            throw MemoryFormat.Unsupported(view._format);
        if (key.Ref is PyEllipsis && view._shape.Length == 0)
            key = PyTuple.Empty;
        if (!view.TryGetOffset(thread, key, out var offset))
        {
            view.Assign(thread, (PySlice)key.Ref!, value);
            return;
        }

        var item = MemoryFormat.Pack(thread, view._letter, value);
        item.CopyTo(view.Memory[(int)offset..]);
    }

    private static partial PyBuffer GetBuffer(PyThread thread, PyValue self, bool writable)
    {
        var view = (PyMemoryView)self.Ref!;
        _ = view.Lent;
        if (writable && view._isReadOnly)
            throw Raise.BufferError("memoryview: underlying buffer is not writable");
        view._exports++;
        return view.AsBuffer();
    }

    private static partial void ReleaseBuffer(PyThread thread, PyValue self, PyBuffer buffer) => ((PyMemoryView)self.Ref!)._exports--;

    private bool HasSameItems(PyThread thread, PyMemoryView other)
    {
        if (!_shape.AsSpan().SequenceEqual(other._shape))
            return false;
        if (_letter == '\0' || other._letter == '\0')
            return false;
        // Floats of equal bytes need not be equal, nor those of different bytes different.
        if (_letter == other._letter && _letter is not ('e' or 'f' or 'd'))
            return AsBuffer().ToArray().AsSpan().SequenceEqual(other.AsBuffer().ToArray());
        return Operators.CompareBool(thread, ComparisonOperator.Eq, ListOf(0, _offset), other.ListOf(0, other._offset));
    }
}
