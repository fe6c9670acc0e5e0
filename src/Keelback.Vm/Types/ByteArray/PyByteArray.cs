namespace Keelback.Vm;

/// <summary>
/// Bytes that can be changed: a growing array, of which the first so many are in use. While views of it are lent its
/// size stays as it is. Slots are in PyByteArray.Slots.cs, changes in PyByteArray.Changes.cs, the rest of the methods in
/// PyByteArray.Methods.cs.
/// </summary>
public partial class PyByteArray : PyObject, IByteSequence<PyByteArray>
{
    private byte[] _bytes;
    private int _exports;

    /// <summary>A bytearray that takes the array over.</summary>
    internal PyByteArray(byte[] bytes)
        : base(TypeObject)
    {
        _bytes = bytes;
        Length = bytes.Length;
    }

    private protected PyByteArray(PyType type)
        : base(type)
    {
        _bytes = [];
    }

    /// <summary>How many bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes; a change of the size may make the span stale.</summary>
    public ReadOnlySpan<byte> AsSpan() => _bytes.AsSpan(0, Length);

    /// <summary>The bytes, to be written to.</summary>
    internal Span<byte> AsWritableSpan() => _bytes.AsSpan(0, Length);

    /// <summary>Puts other bytes in the place of a range.</summary>
    internal void ReplaceRange(int start, int count, ReadOnlySpan<byte> with)
    {
        if (with.Length != count)
        {
            RequireNoExports();
            if (with.Overlaps(_bytes))
                with = with.ToArray();
            var rest = Length - start - count;
            var length = start + (long)with.Length + rest;
            Reserve(length);
            _bytes.AsSpan(start + count, rest).CopyTo(_bytes.AsSpan(start + with.Length));
            Length = (int)length;
        }

        with.CopyTo(_bytes.AsSpan(start));
    }

    /// <summary>Shortens, or lengthens with null bytes.</summary>
    internal void SetLength(long length)
    {
        if (length == Length)
            return;
        RequireNoExports();
        Reserve(length);
        if (length > Length)
            _bytes.AsSpan(Length, (int)length - Length).Clear();
        Length = (int)length;
    }

    static PyByteArray IByteSequence<PyByteArray>.Make(byte[] bytes) => new(bytes);

    private static partial PyValue NewRaw(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        ReferenceEquals(cls, TypeObject) ? new PyByteArray([]) : new PyByteArraySubclass(cls);

    private static partial void Initialize(PyThread thread, PyByteArray self, PyValue source, PyValue encoding, PyValue errors)
    {
        var bytes = ByteConversion.FromArguments(thread, source, encoding, errors, "bytearray");
        self.SetLength(0);
        self.ReplaceRange(0, 0, bytes);
    }

    private void RequireNoExports()
    {
        if (_exports > 0)
            throw Raise.BufferError("Existing exports of data: object cannot be re-sized");
    }

    private void Reserve(long length)
    {
        if (length <= _bytes.Length)
            return;
        if (length > Array.MaxLength)
            throw Raise.MemoryError();
        Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, length + (length >> 3) + (length < 9 ? 3 : 6)));
    }
}

/// <summary>An instance of a Python subclass of bytearray.</summary>
internal sealed class PyByteArraySubclass(PyType type) : PyByteArray(type)
{
    private InstanceAttributes _attributes;

    internal override ref InstanceAttributes Attributes => ref _attributes;
}
