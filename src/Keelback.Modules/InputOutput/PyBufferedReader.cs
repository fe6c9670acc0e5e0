using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>A stream of bytes to read.</summary>
[PyType("_io.BufferedReader", Base = typeof(PyBuffered), Doc = "A stream of bytes to read.", Flags = TypeFlags.HasDict | TypeFlags.HasWeakReferences)]
internal sealed partial class PyBufferedReader : PyBuffered
{
    public PyBufferedReader(PyType type)
        : base(type)
    {
    }

    [PySlot("tp_new")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) => new PyBufferedReader(cls);

    [PyInit("BufferedReader(raw, buffer_size=131072)")]
    private static void Initialize(PyThread thread, PyBufferedReader self, PyValue raw, long bufferSize)
    {
        if (!IoCalls.Is(thread, raw, IoCalls.Readable))
            throw IoErrors.Unsupported(thread, "File or stream is not readable.");
        self.Attach(thread, raw, bufferSize);
    }

    [PyMethod("read($self, size=-1, /)", Doc = "Read so many bytes, or all.")]
    private static PyValue Read(PyThread thread, PyBufferedReader self, PyValue size)
    {
        var count = size.IsNone ? -1 : Operators.ToInt64(thread, size);
        if (count < -1)
            throw Raise.ValueError("read length must be non-negative or -1");
        return self.ReadBytes(thread, count) is { } bytes ? new PyBytes(bytes) : PyValue.None;
    }

    [PyMethod("read1($self, size=-1, /)", Doc = "Read at most so many bytes with one call of the system.")]
    private static PyValue Read1(PyThread thread, PyBufferedReader self, long size) => new PyBytes(self.ReadOnce(thread, size));

    [PyMethod("peek($self, size=0, /)", Doc = "Return bytes without moving the position.")]
    private static PyValue Peek(PyThread thread, PyBufferedReader self, long size) => new PyBytes(self.PeekBytes(thread).ToArray());

    [PyMethod("readinto($self, buffer, /)", Doc = "Read bytes into a buffer; how many.")]
    private static PyValue ReadInto(PyThread thread, PyBufferedReader self, PyValue buffer) => self.ReadInto(thread, buffer, false);

    [PyMethod("readinto1($self, buffer, /)", Doc = "Read bytes into a buffer with one call of the system; how many.")]
    private static PyValue ReadInto1(PyThread thread, PyBufferedReader self, PyValue buffer) => self.ReadInto(thread, buffer, true);

    [PyMethod("readline($self, size=-1, /)", Doc = "Read a line, with its end.")]
    private static PyValue ReadLine(PyThread thread, PyBufferedReader self, PyValue size) =>
        new PyBytes(self.ReadLineBytes(thread, IoCalls.Size(thread, size)));

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyValue self)
    {
        if (!ReferenceEquals(self.Type, TypeObject))
        {
            var line = thread.CallAttribute(self, IoCalls.ReadLine);
            return Operators.Length(thread, line) > 0 ? line : default;
        }

        var bytes = ((PyBufferedReader)self.Ref!).ReadLineBytes(thread, -1);
        return bytes.Length > 0 ? new PyBytes(bytes) : default(PyValue);
    }
}
