using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>The base of streams without a buffer.</summary>
[PyType("_io._RawIOBase", Base = typeof(PyIoBase), Doc = "A stream of bytes without a buffer.", Flags = TypeFlags.HasDict | TypeFlags.HasWeakReferences)]
internal partial class PyRawIoBase : PyIoBase
{
    protected internal PyRawIoBase(PyType type)
        : base(type)
    {
    }

    [PySlot("tp_new")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) => new PyRawIoBase(cls);

    [PyMethod("read($self, size=-1, /)", Doc = "Read at most so many bytes, or all.")]
    private static PyValue Read(PyThread thread, PyValue self, PyValue size)
    {
        var count = IoCalls.Size(thread, size);
        if (count < 0)
            return thread.CallAttribute(self, IoCalls.ReadAll);
        var buffer = new PyByteArray(new byte[count]);
        var read = thread.CallAttribute(self, IoCalls.ReadInto, buffer);
        return read.IsNone ? read : new PyBytes(buffer.AsSpan()[..(int)Operators.ToInt64(thread, read)].ToArray());
    }

    [PyMethod("readall($self, /)", Doc = "Read to the end.")]
    private static PyValue ReadAll(PyThread thread, PyValue self)
    {
        var all = new MemoryStream();
        while (true)
        {
            var piece = thread.CallAttribute(self, IoCalls.Read, PyValue.FromInt(IoModule.DefaultBufferSize));
            if (piece.IsNone)
            {
                if (all.Length == 0)
                    return piece;
                break;
            }

            if (piece.Ref is not PyBytes bytes)
                throw Raise.TypeError("read() should return bytes");
            if (bytes.Length == 0)
                break;
            all.Write(bytes.AsSpan());
        }

        return new PyBytes(all.ToArray());
    }

    [PyMethod("readinto($self, buffer, /)", Doc = "Read bytes into a buffer; how many.")]
    private static PyValue ReadInto(PyThread thread, PyValue self, PyValue buffer) => throw Raise.NotImplementedError([]);

    [PyMethod("write($self, b, /)", Doc = "Write bytes; how many.")]
    private static PyValue Write(PyThread thread, PyValue self, PyValue b) => throw Raise.NotImplementedError([]);
}

/// <summary>The base of streams with a buffer.</summary>
[PyType("_io._BufferedIOBase", Base = typeof(PyIoBase), Doc = "A stream of bytes with a buffer.", Flags = TypeFlags.HasDict | TypeFlags.HasWeakReferences)]
internal partial class PyBufferedIoBase : PyIoBase
{
    protected internal PyBufferedIoBase(PyType type)
        : base(type)
    {
    }

    [PySlot("tp_new")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) => new PyBufferedIoBase(cls);

    [PyMethod("detach($self, /)", Doc = "Give the stream below back.")]
    private static PyValue Detach(PyThread thread, PyValue self) => throw IoErrors.Unsupported(thread, "detach");

    [PyMethod("read($self, size=-1, /)", Doc = "Read so many bytes, or all.")]
    private static PyValue Read(PyThread thread, PyValue self, PyValue size) => throw IoErrors.Unsupported(thread, "read");

    [PyMethod("read1($self, size=-1, /)", Doc = "Read at most so many bytes with one call of the system.")]
    private static PyValue Read1(PyThread thread, PyValue self, PyValue size) => throw IoErrors.Unsupported(thread, "read1");

    [PyMethod("readinto($self, buffer, /)", Doc = "Read bytes into a buffer; how many.")]
    private static long ReadInto(PyThread thread, PyValue self, PyValue buffer) => ReadInto(thread, self, buffer, IoCalls.Read);

    [PyMethod("readinto1($self, buffer, /)", Doc = "Read bytes into a buffer with one call of the system; how many.")]
    private static long ReadInto1(PyThread thread, PyValue self, PyValue buffer) => ReadInto(thread, self, buffer, IoCalls.Read1);

    [PyMethod("write($self, b, /)", Doc = "Write bytes; how many.")]
    private static PyValue Write(PyThread thread, PyValue self, PyValue b) => throw IoErrors.Unsupported(thread, "write");

    private static long ReadInto(PyThread thread, PyValue self, PyValue buffer, PyStr method)
    {
        var target = ByteConversion.Borrow(thread, buffer, writable: true);
        try
        {
            var data = thread.CallAttribute(self, method, PyValue.FromInt(target.Bytes.Length));
            if (data.Ref is not PyBytes bytes)
                throw Raise.TypeError("read() should return bytes");
            if (bytes.Length > target.Bytes.Length)
                throw Raise.ValueError($"read() returned too much data: {target.Bytes.Length} bytes requested, {bytes.Length} returned");
            bytes.AsSpan().CopyTo(target.Bytes.Span);
            return bytes.Length;
        }
        finally
        {
            target.Release(thread);
        }
    }
}

/// <summary>The base of streams of text.</summary>
[PyType("_io._TextIOBase", Base = typeof(PyIoBase), Doc = "A stream of text.", Flags = TypeFlags.HasDict | TypeFlags.HasWeakReferences)]
internal partial class PyTextIoBase : PyIoBase
{
    protected internal PyTextIoBase(PyType type)
        : base(type)
    {
    }

    [PySlot("tp_new")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) => new PyTextIoBase(cls);

    [PyMethod("detach($self, /)", Doc = "Give the stream below back.")]
    private static PyValue Detach(PyThread thread, PyValue self) => throw IoErrors.Unsupported(thread, "detach");

    [PyMethod("read($self, size=-1, /)", Doc = "Read so many characters, or all.")]
    private static PyValue Read(PyThread thread, PyValue self, PyValue size) => throw IoErrors.Unsupported(thread, "read");

    [PyMethod("readline($self, size=-1, /)", Doc = "Read a line, with its end.")]
    private static PyValue ReadLine(PyThread thread, PyValue self, PyValue size) => throw IoErrors.Unsupported(thread, "readline");

    [PyMethod("write($self, s, /)", Doc = "Write text; how many characters.")]
    private static PyValue Write(PyThread thread, PyValue self, PyValue s) => throw IoErrors.Unsupported(thread, "write");

    [PyGetter("encoding", Doc = "The encoding.")]
    private static PyValue GetEncoding(PyThread thread, PyValue self) => PyValue.None;

    [PyGetter("errors", Doc = "The error handler.")]
    private static PyValue GetErrors(PyThread thread, PyValue self) => PyValue.None;

    [PyGetter("newlines", Doc = "The ends of lines seen so far.")]
    private static PyValue GetNewlines(PyThread thread, PyValue self) => PyValue.None;
}
