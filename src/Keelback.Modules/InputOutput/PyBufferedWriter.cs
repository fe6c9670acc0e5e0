using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>A stream of bytes to write.</summary>
[PyType("_io.BufferedWriter", Base = typeof(PyBuffered), Doc = "A stream of bytes to write.", Flags = TypeFlags.HasDict | TypeFlags.HasWeakReferences)]
internal sealed partial class PyBufferedWriter : PyBuffered
{
    public PyBufferedWriter(PyType type)
        : base(type)
    {
    }

    [PySlot("tp_new")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) => new PyBufferedWriter(cls);

    [PyInit("BufferedWriter(raw, buffer_size=131072)")]
    private static void Initialize(PyThread thread, PyBufferedWriter self, PyValue raw, long bufferSize)
    {
        if (!IoCalls.Is(thread, raw, IoCalls.Writable))
            throw IoErrors.Unsupported(thread, "File or stream is not writable.");
        self.Attach(thread, raw, bufferSize);
    }

    [PyMethod("write($self, buffer, /)", Doc = "Write bytes; how many.")]
    private static long Write(PyThread thread, PyBufferedWriter self, PyValue buffer)
    {
        if (buffer.Ref is PyStr)
            throw Raise.TypeError("a bytes-like object is required, not 'str'");
        var bytes = ByteConversion.SpanOf(thread, buffer);
        self.WriteBytes(thread, bytes);
        return bytes.Length;
    }
}
