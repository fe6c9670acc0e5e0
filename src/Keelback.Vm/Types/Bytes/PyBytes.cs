namespace Keelback.Vm;

/// <summary>Immutable bytes: layout and making. Slots are in PyBytes.Slots.cs, methods in PyBytes.Methods.cs.</summary>
public partial class PyBytes : PyObject, IByteSequence<PyBytes>
{
    private readonly byte[] _bytes;
    private long _hash;

    /// <summary>Bytes that take the array over; nobody else may write to it any more.</summary>
    internal PyBytes(byte[] bytes)
        : base(TypeObject)
    {
        _bytes = bytes;
    }

    private protected PyBytes(PyType type, byte[] bytes)
        : base(type)
    {
        _bytes = bytes;
    }

    /// <summary>No bytes.</summary>
    internal static PyBytes Empty { get; } = new([]);

    /// <summary>How many bytes there are.</summary>
    public int Length => _bytes.Length;

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> AsSpan() => _bytes;

    /// <summary>The bytes as memory, which must not be written to.</summary>
    internal Memory<byte> Memory => _bytes;

    /// <summary>The object itself, or exactly bytes of the same content for an instance of a subclass.</summary>
    internal PyBytes AsExact() => ReferenceEquals(Type, TypeObject) ? this : new PyBytes(_bytes);

    static PyBytes IByteSequence<PyBytes>.Make(byte[] bytes) => bytes.Length == 0 ? Empty : new PyBytes(bytes);

    private static partial PyValue New(PyThread thread, PyType cls, PyValue source, PyValue encoding, PyValue errors)
    {
        var isExact = ReferenceEquals(cls, TypeObject);
        if (isExact && source.Ref is PyBytes same && ReferenceEquals(same.Type, TypeObject) && encoding.IsMissing && errors.IsMissing)
            return same;
        if (!source.IsMissing && encoding.IsMissing && errors.IsMissing
            && ByteConversion.TryConvertSpecial(thread, source, out var special))
        {
            return isExact ? special : new PyBytesSubclass(cls, special._bytes);
        }

        var bytes = ByteConversion.FromArguments(thread, source, encoding, errors, "bytes");
        return isExact ? Own(bytes) : new PyBytesSubclass(cls, bytes);
    }

    private static partial PyValue GetNewArguments(PyThread thread, PyBytes self) => PyTuple.From(self.AsExact());

    private static partial PyValue ToBytes(PyThread thread, PyBytes self) => self.AsExact();
}

/// <summary>An instance of a Python subclass of bytes.</summary>
internal sealed class PyBytesSubclass(PyType type, byte[] bytes) : PyBytes(type, bytes)
{
    private InstanceAttributes _attributes;

    internal override ref InstanceAttributes Attributes => ref _attributes;
}
