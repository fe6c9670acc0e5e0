namespace Keelback.Vm;

/// <summary>The methods of bytearray that change it, and those for copies and pickles.</summary>
public partial class PyByteArray
{
    private static partial long Allocated(PyThread thread, PyByteArray self) => self.Length == 0 ? 0 : Math.Max(self._bytes.Length, self.Length + 1);

    private static partial long SizeOf(PyThread thread, PyByteArray self) => 56 + Allocated(thread, self);

    private static partial PyValue Reduce(PyThread thread, PyByteArray self) => Reduced(thread, self, asText: true);

    private static partial PyValue ReduceEx(PyThread thread, PyByteArray self, int proto) => Reduced(thread, self, asText: proto < 3);

    private static partial void Append(PyThread thread, PyByteArray self, PyValue item)
    {
        var value = ByteConversion.ToByte(thread, item);
        self.ReplaceRange(self.Length, 0, [value]);
    }

    private static partial void Clear(PyThread thread, PyByteArray self) => self.SetLength(0);

    private static partial PyValue Copy(PyThread thread, PyByteArray self) => new PyByteArray(self.AsSpan().ToArray());

    private static partial void Extend(PyThread thread, PyByteArray self, PyValue iterableOfInts)
    {
        if (ByteConversion.HasBuffer(iterableOfInts))
        {
            self.ReplaceRange(self.Length, 0, ByteConversion.SpanOf(thread, iterableOfInts));
            return;
        }

        if (iterableOfInts.Ref is PyStr)
            throw Raise.TypeError("expected iterable of integers; got: 'str'");
        if (!Operators.IsIterable(iterableOfInts))
            throw Raise.TypeError($"can't extend bytearray with {iterableOfInts.Type.Name}");
        var bytes = ByteConversion.FromInts(thread, iterableOfInts, "byte must be in range(0, 256)");
        self.ReplaceRange(self.Length, 0, bytes);
    }

    private static partial void Insert(PyThread thread, PyByteArray self, long index, PyValue item)
    {
        var value = ByteConversion.ToByte(thread, item);
        if (index < 0)
            index += self.Length;
        self.ReplaceRange((int)Math.Clamp(index, 0, self.Length), 0, [value]);
    }

    private static partial PyValue Pop(PyThread thread, PyByteArray self, long index)
    {
        if (self.Length == 0)
            throw Raise.IndexError("pop from empty bytearray");
        if (index < 0)
            index += self.Length;
        if (index < 0 || index >= self.Length)
            throw Raise.IndexError("pop index out of range");
        var value = self._bytes[index];
        self.ReplaceRange((int)index, 1, default);
        return PyValue.FromInt(value);
    }

    private static partial void Remove(PyThread thread, PyByteArray self, PyValue value)
    {
        var item = ByteConversion.ToByte(thread, value);
        var found = self.AsSpan().IndexOf(item);
        if (found < 0)
            throw Raise.ValueError("value not found in bytearray");
        self.ReplaceRange(found, 1, default);
    }

    private static partial void Resize(PyThread thread, PyByteArray self, long size)
    {
        if (size < 0)
            throw Raise.ValueError($"Can only resize to positive sizes, got {size}");
        self.SetLength(size);
    }

    private static partial void Reverse(PyThread thread, PyByteArray self) => self.AsWritableSpan().Reverse();

    private static PyTuple Reduced(PyThread thread, PyByteArray self, bool asText)
    {
        var state = Operators.TryGetAttribute(thread, self, Names.Dict, out var dict) ? dict : PyValue.None;
        PyTuple arguments;
        if (!asText)
            arguments = self.Length == 0 ? PyTuple.Empty : PyTuple.From(new PyBytes(self.AsSpan().ToArray()));
        else
            arguments = self.Length == 0 ? PyTuple.Empty : PyTuple.From(Codecs.DecodeLatin1(self.AsSpan()), PyStr.From("latin-1"));
        return PyTuple.From(self.Type, arguments, state);
    }
}
