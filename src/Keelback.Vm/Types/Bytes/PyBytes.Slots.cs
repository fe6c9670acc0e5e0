using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Vm;

/// <summary>The slots of bytes.</summary>
public partial class PyBytes
{
    private static partial PyValue Repr(PyThread thread, PyValue self) => PyStr.From(ConstantRepr.Repr(((PyBytes)self.Ref!)._bytes));

    private static partial long GetHash(PyThread thread, PyValue self)
    {
        var bytes = (PyBytes)self.Ref!;
        if (bytes._hash == 0)
            bytes._hash = ByteText.HashOf(bytes._bytes);
        return bytes._hash;
    }

    private static partial PyValue ToText(PyThread thread, PyValue self) => Repr(thread, self);

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (left.Ref is not PyBytes first || right.Ref is not PyBytes second)
            return PyNotImplemented.Instance;
        return op switch
        {
            ComparisonOperator.Eq => PyValue.FromBool(first._bytes.AsSpan().SequenceEqual(second._bytes)),
            ComparisonOperator.Ne => PyValue.FromBool(!first._bytes.AsSpan().SequenceEqual(second._bytes)),
            _ => PyValue.FromBool(Operators.Holds(op, first._bytes.AsSpan().SequenceCompareTo(second._bytes))),
        };
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => new PyBytesIterator((PyBytes)self.Ref!);

    private static partial PyValue Remainder(PyThread thread, PyValue left, PyValue right) => left.Ref is PyBytes format
        ? Own(PercentFormat.Format(thread, format._bytes, right))
        : PyNotImplemented.Instance;

    private static partial long GetLength(PyThread thread, PyValue self) => ((PyBytes)self.Ref!).Length;

    private static partial PyValue ConcatValues(PyThread thread, PyValue left, PyValue right)
    {
        var first = (PyBytes)left.Ref!;
        if (!ByteConversion.HasBuffer(right))
            throw Raise.TypeError($"can't concat {right.Type.Name} to bytes");
        var second = ByteConversion.SpanOf(thread, right);
        if (second.Length == 0)
            return first.AsExact();
        return first.Length == 0 && right.Ref is PyBytes whole ? whole.AsExact() : Own(ByteText.Concat(first._bytes, second));
    }

    private static partial PyValue RepeatValue(PyThread thread, PyValue self, long index) =>
        index == 1 ? ((PyBytes)self.Ref!).AsExact() : Own(ByteText.Repeat(((PyBytes)self.Ref!)._bytes, index));

    private static partial PyValue Item(PyThread thread, PyValue self, long index)
    {
        var bytes = ((PyBytes)self.Ref!)._bytes;
        return (ulong)index < (ulong)bytes.Length
            ? PyValue.FromInt(bytes[index])
            : thread.Raise(Raise.IndexError("index out of range"));
    }

    private static partial bool Contains(PyThread thread, PyValue self, PyValue item) =>
        ByteSearch.Contains(thread, ((PyBytes)self.Ref!)._bytes, item);

    private static partial PyValue Subscript(PyThread thread, PyValue left, PyValue right)
    {
        var bytes = (PyBytes)left.Ref!;
        if (right.Ref is PySlice slice)
        {
            var range = slice.Apply(thread, bytes.Length);
            return range.Count == bytes.Length && range.Step == 1 ? bytes.AsExact() : Own(ByteText.Slice(bytes._bytes, range));
        }

        if (!Operators.IsIndex(right))
            throw Raise.TypeError($"byte indices must be integers or slices, not {right.Type.Name}");
        var index = Operators.ToIndex(thread, right, Raise.IndexError);
        return Item(thread, left, index < 0 ? index + bytes.Length : index);
    }

    private static partial PyBuffer GetBuffer(PyThread thread, PyValue self, bool writable) => writable
        ? throw Raise.BufferError("Object is not writable.")
        : new PyBuffer(self, ((PyBytes)self.Ref!)._bytes, isReadOnly: true);
}
