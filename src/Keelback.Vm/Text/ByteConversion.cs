namespace Keelback.Vm;

/// <summary>Bytes of Python objects: what lends them, what can be turned into them, and the errors where neither holds.</summary>
internal static unsafe class ByteConversion
{
    /// <summary>The name of the method that makes bytes of an object.</summary>
    public static readonly PyStr BytesName = PyStr.Intern("__bytes__");

    /// <summary>Whether an object lends its bytes.</summary>
    public static bool HasBuffer(PyValue value) => value.Type.Slots.BfGetbuffer != null;

    /// <summary>Borrows the bytes of an object, which must be given back.</summary>
    public static PyBuffer Borrow(PyThread thread, PyValue value, bool writable = false)
    {
        var slot = value.Type.Slots.BfGetbuffer;
        return slot != null
            ? slot(thread, value, writable)
            : throw Raise.TypeError($"a bytes-like object is required, not '{value.Type.Name}'");
    }

    /// <summary>The bytes of an object, to be used before any Python code runs.</summary>
    public static ReadOnlySpan<byte> SpanOf(PyThread thread, PyValue value) => value.Ref switch
    {
        PyBytes bytes => bytes.AsSpan(),
        PyByteArray array => array.AsSpan(),
        _ => CopyOf(thread, value),
    };

    /// <summary>A copy of the bytes of an object, in the order of its items.</summary>
    public static byte[] CopyOf(PyThread thread, PyValue value)
    {
        var buffer = Borrow(thread, value);
        try
        {
            return buffer.ToArray();
        }
        finally
        {
            buffer.Release(thread);
        }
    }

    /// <summary>A value as one byte.</summary>
    public static byte ToByte(PyThread thread, PyValue value, string outOfRange = "byte must be in range(0, 256)")
    {
        if (value.IsSmallInt && (ulong)value.Bits < 256)
            return (byte)value.Bits;
        var number = Operators.ToBigInteger(thread, value);
        return number >= 0 && number < 256 ? (byte)number : throw Raise.ValueError(outOfRange);
    }

    /// <summary>A separator, which must not be empty.</summary>
    public static ReadOnlySpan<byte> SeparatorOf(PyThread thread, PyValue separator)
    {
        var bytes = SpanOf(thread, separator);
        return bytes.Length > 0 ? bytes : throw Raise.ValueError("empty separator");
    }

    /// <summary>What to strip: whitespace where nothing is given.</summary>
    public static ReadOnlySpan<byte> StripSet(PyThread thread, PyValue bytes) =>
        bytes.IsNone ? " \t\n\r\f\v"u8 : SpanOf(thread, bytes);

    /// <summary>A table for translate().</summary>
    public static ReadOnlySpan<byte> TableOf(PyThread thread, PyValue table)
    {
        var bytes = SpanOf(thread, table);
        return bytes.Length == 256 ? bytes : throw Raise.ValueError("translation table must be 256 characters long");
    }

    /// <summary>The one byte to pad with.</summary>
    public static byte FillOf(PyValue fill, string method)
    {
        var (kind, bytes) = fill.Ref switch
        {
            PyBytes own => ("bytes", own.AsSpan().ToArray()),
            PyByteArray array => ("bytearray", array.AsSpan().ToArray()),
            _ => throw Raise.TypeError($"{method}() argument 2 must be a byte string of length 1, not {fill.Type.Name}"),
        };
        return bytes.Length == 1
            ? bytes[0]
            : throw Raise.TypeError(
                $"{method}(): argument 2 must be a byte string of length 1, not a {kind} object of length {bytes.Length}");
    }

    /// <summary>Asks an object for bytes by its method __bytes__; false where it has none.</summary>
    public static bool TryConvertSpecial(PyThread thread, PyValue source, out PyBytes bytes)
    {
        bytes = PyBytes.Empty;
        if (!thread.TryCallSpecial(source, BytesName, [], out var result))
            return false;
        bytes = result.Ref as PyBytes ?? throw Raise.TypeError($"__bytes__ returned non-bytes (type {result.Type.Name})");
        return true;
    }

    /// <summary>What bytes() and bytearray() make of their arguments.</summary>
    public static byte[] FromArguments(PyThread thread, PyValue source, PyValue encoding, PyValue errors, string type)
    {
        var encodingName = encoding.IsMissing ? null : Conversions.ToStr(encoding, $"{type}() argument 'encoding'").Value;
        var errorsName = errors.IsMissing ? null : Conversions.ToStr(errors, $"{type}() argument 'errors'").Value;
        if (source.Ref is PyStr text)
        {
            if (encodingName is null)
                throw Raise.TypeError("string argument without an encoding");
            return Codecs.Encode(thread, text, encodingName, errorsName ?? "strict").AsSpan().ToArray();
        }

        if (encodingName is not null)
            throw Raise.TypeError("encoding without a string argument");
        if (errorsName is not null)
            throw Raise.TypeError("errors without a string argument");
        if (source.IsMissing)
            return [];
        if (Operators.IsIndex(source) && TryCount(thread, source, out var count))
        {
            if (count < 0)
                throw Raise.ValueError("negative count");
            return count <= Array.MaxLength ? new byte[count] : throw Raise.MemoryError();
        }

        if (HasBuffer(source))
            return CopyOf(thread, source);
        return Operators.IsIterable(source)
            ? FromInts(thread, source, type == "bytes" ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)")
            : throw Raise.TypeError($"cannot convert '{source.Type.Name}' object to {type}");
    }

    /// <summary>The ints of an iterable as bytes.</summary>
    public static byte[] FromInts(PyThread thread, PyValue iterable, string outOfRange)
    {
        var bytes = new ByteBuilder();
        foreach (var item in Operators.Iterate(thread, iterable))
            bytes.Append(ToByte(thread, item, outOfRange));
        return bytes.ToArray();
    }

    // A TypeError of __index__ means that the object is no count after all.
    private static bool TryCount(PyThread thread, PyValue source, out long count)
    {
        try
        {
            count = Operators.ToIndex(thread, source, Raise.OverflowError);
            return true;
        }
        catch (PyException exception) when (exception.Value.Type.IsSubtypeOf(ExceptionTypes.TypeError))
        {
            count = 0;
            return false;
        }
    }
}
