using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Vm;

/// <summary>The slots of bytearray.</summary>
public partial class PyByteArray
{
    // Unlike bytes, a bytearray escapes the single quote even between double ones.
    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var bytes = ConstantRepr.Repr(((PyByteArray)self.Ref!).AsSpan());
        if (bytes[1] == '"')
            bytes = bytes.Replace("'", "\\'", StringComparison.Ordinal);
        return PyStr.From($"{self.Type.Name}({bytes})");
    }

    private static partial PyValue ToText(PyThread thread, PyValue self) => Repr(thread, self);

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (left.Ref is not PyByteArray first || right.Ref is PyStr || !ByteConversion.HasBuffer(right))
            return PyNotImplemented.Instance;
        var second = ByteConversion.SpanOf(thread, right);
        return op switch
        {
            ComparisonOperator.Eq => PyValue.FromBool(first.AsSpan().SequenceEqual(second)),
            ComparisonOperator.Ne => PyValue.FromBool(!first.AsSpan().SequenceEqual(second)),
            _ => PyValue.FromBool(Operators.Holds(op, first.AsSpan().SequenceCompareTo(second))),
        };
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => new PyByteArrayIterator((PyByteArray)self.Ref!);

    private static partial PyValue Remainder(PyThread thread, PyValue left, PyValue right) => left.Ref is PyByteArray format
        ? Own(PercentFormat.Format(thread, format.AsSpan().ToArray(), right))
        : PyNotImplemented.Instance;

    private static partial long GetLength(PyThread thread, PyValue self) => ((PyByteArray)self.Ref!).Length;

    private static partial PyValue ConcatValues(PyThread thread, PyValue left, PyValue right)
    {
        RequireBuffer(right);
        return Own(ByteText.Concat(((PyByteArray)left.Ref!).AsSpan(), ByteConversion.SpanOf(thread, right)));
    }

    private static partial PyValue RepeatValue(PyThread thread, PyValue self, long index) =>
        Own(ByteText.Repeat(((PyByteArray)self.Ref!).AsSpan(), index));

    private static partial PyValue InPlaceConcat(PyThread thread, PyValue left, PyValue right)
    {
        RequireBuffer(right);
        var array = (PyByteArray)left.Ref!;
        array.ReplaceRange(array.Length, 0, ByteConversion.SpanOf(thread, right));
        return left;
    }

    private static partial PyValue InPlaceRepeat(PyThread thread, PyValue self, long index)
    {
        var array = (PyByteArray)self.Ref!;
        if (index != 1)
            array.ReplaceRange(0, array.Length, ByteText.Repeat(array.AsSpan(), index));
        return self;
    }

    private static partial PyValue Item(PyThread thread, PyValue self, long index)
    {
        var bytes = ((PyByteArray)self.Ref!).AsSpan();
        return (ulong)index < (ulong)bytes.Length
            ? PyValue.FromInt(bytes[(int)index])
            : thread.Raise(Raise.IndexError("bytearray index out of range"));
    }

    private static partial void SetItem(PyThread thread, PyValue self, long index, PyValue value)
    {
        var array = (PyByteArray)self.Ref!;
        if ((ulong)index >= (ulong)array.Length)
            throw Raise.IndexError("bytearray index out of range");
        if (value.IsMissing)
        {
            array.ReplaceRange((int)index, 1, default);
            return;
        }

        var item = ByteConversion.ToByte(thread, value);
        // What gave the byte may have changed the array.
        if (index >= array.Length)
            throw Raise.IndexError("bytearray index out of range");
        array._bytes[index] = item;
    }

    private static partial bool Contains(PyThread thread, PyValue self, PyValue item)
    {
        if (Operators.IsIndex(item))
            return ((PyByteArray)self.Ref!).AsSpanAfter(ByteConversion.ToByte(thread, item), out var value).Contains(value);
        return ByteSearch.Contains(thread, ((PyByteArray)self.Ref!).AsSpan(), item);
    }

    private static partial PyValue Subscript(PyThread thread, PyValue left, PyValue right)
    {
        var array = (PyByteArray)left.Ref!;
        if (right.Ref is PySlice slice)
        {
            var bounds = slice.Unpack(thread);
            return Own(ByteText.Slice(array.AsSpan(), PySlice.Adjust(bounds, array.Length)));
        }

        var index = IndexOf(thread, right);
        return Item(thread, left, index < 0 ? index + array.Length : index);
    }

    private static partial void SetSubscript(PyThread thread, PyValue self, PyValue key, PyValue value)
    {
        var array = (PyByteArray)self.Ref!;
        if (key.Ref is not PySlice slice)
        {
            var index = IndexOf(thread, key);
            SetItem(thread, self, index < 0 ? index + array.Length : index, value);
            return;
        }

        var bounds = slice.Unpack(thread);
        var bytes = value.IsMissing ? default : Assigned(thread, array, value);
        var range = PySlice.Adjust(bounds, array.Length);
        if (range.Step == 1)
            array.ReplaceRange(range.Start, range.Count, bytes);
        else if (value.IsMissing || (bytes.Length == 0 && range.Count > 0))
            array.RemoveItems(range);
        else
            array.AssignItems(range, bytes);
    }

    private static partial PyBuffer GetBuffer(PyThread thread, PyValue self, bool writable)
    {
        var array = (PyByteArray)self.Ref!;
        array._exports++;
        return new PyBuffer(self, array._bytes.AsMemory(0, array.Length), isReadOnly: false);
    }

    private static partial void ReleaseBuffer(PyThread thread, PyValue self, PyBuffer buffer) => ((PyByteArray)self.Ref!)._exports--;

    private static void RequireBuffer(PyValue value)
    {
        if (!ByteConversion.HasBuffer(value))
            throw Raise.TypeError($"can't concat {value.Type.Name} to bytearray");
    }

    private static long IndexOf(PyThread thread, PyValue key) => Operators.IsIndex(key)
        ? Operators.ToIndex(thread, key, Raise.IndexError)
        : throw Raise.TypeError($"bytearray indices must be integers or slices, not {key.Type.Name}");

    private static ReadOnlySpan<byte> Assigned(PyThread thread, PyByteArray array, PyValue value)
    {
        if (ReferenceEquals(value.Ref, array))
            return array.AsSpan().ToArray();
        if (ByteConversion.HasBuffer(value))
            return ByteConversion.SpanOf(thread, value);
        if (value.IsSmallInt || value.Ref is PyInt or PyStr || !Operators.IsIterable(value))
            throw Raise.TypeError("can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        return ByteConversion.FromInts(thread, value, "byte must be in range(0, 256)");
    }

    // The span as it is once the byte to look for is known.
    private ReadOnlySpan<byte> AsSpanAfter(byte item, out byte value)
    {
        value = item;
        return AsSpan();
    }

    private void AssignItems(SliceBounds range, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != range.Count)
        {
            throw Raise.ValueError(
                $"attempt to assign bytes of size {bytes.Length} to extended slice of size {range.Count}");
        }

        long at = range.Start;
        for (var i = 0; i < range.Count; i++, at += range.Step)
            _bytes[at] = bytes[i];
    }

    private void RemoveItems(SliceBounds range)
    {
        if (range.Count == 0)
            return;
        RequireNoExports();
        var (first, step) = range.Step > 0
            ? (range.Start, range.Step)
            : (range.Start + ((range.Count - 1) * range.Step), -range.Step);
        var target = (int)first;
        for (var source = (int)first; source < Length; source++)
        {
            var offset = source - first;
            if (offset % step != 0 || offset / step >= range.Count)
                _bytes[target++] = _bytes[source];
        }

        Length = target;
    }
}
