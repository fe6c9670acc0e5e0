using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>A stream to read and another to write, as one.</summary>
[PyType("_io.BufferedRWPair", Base = typeof(PyBufferedIoBase), Doc = "A stream to read and another to write, as one.", Flags = TypeFlags.HasDict | TypeFlags.HasWeakReferences)]
internal sealed partial class PyBufferedPair : PyBufferedIoBase
{
    private PyBufferedPair(PyType type)
        : base(type)
    {
    }

    [PyField]
    private partial PyValue Reader { get; set; }

    [PyField]
    private partial PyValue Writer { get; set; }

    [PySlot("tp_new")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) => new PyBufferedPair(cls);

    [PyInit("BufferedRWPair(reader, writer, buffer_size=131072, /)")]
    private static void Initialize(PyThread thread, PyBufferedPair self, PyValue reader, PyValue writer, long bufferSize)
    {
        if (!IoCalls.Is(thread, reader, IoCalls.Readable))
            throw IoErrors.Unsupported(thread, "File or stream is not readable.");
        if (!IoCalls.Is(thread, writer, IoCalls.Writable))
            throw IoErrors.Unsupported(thread, "File or stream is not writable.");
        var (input, output) = (new PyBufferedReader(PyBufferedReader.TypeObject), new PyBufferedWriter(PyBufferedWriter.TypeObject));
        input.Attach(thread, reader, bufferSize);
        output.Attach(thread, writer, bufferSize);
        (self.Reader, self.Writer) = (input, output);
    }

    [PyMethod("read($self, size=-1, /)", Doc = "Read so many bytes, or all.")]
    private static PyValue Read(PyThread thread, PyBufferedPair self, PyValue size) => thread.CallAttribute(self.Reader, IoCalls.Read, size);

    [PyMethod("read1($self, size=-1, /)", Doc = "Read at most so many bytes with one call of the system.")]
    private static PyValue Read1(PyThread thread, PyBufferedPair self, PyValue size) => thread.CallAttribute(self.Reader, IoCalls.Read1, size);

    [PyMethod("peek($self, size=0, /)", Doc = "Return bytes without moving the position.")]
    private static PyValue Peek(PyThread thread, PyBufferedPair self, PyValue size) => thread.CallAttribute(self.Reader, IoCalls.Peek, size);

    [PyMethod("readinto($self, buffer, /)", Doc = "Read bytes into a buffer; how many.")]
    private static PyValue ReadInto(PyThread thread, PyBufferedPair self, PyValue buffer) =>
        thread.CallAttribute(self.Reader, IoCalls.ReadInto, buffer);

    [PyMethod("write($self, buffer, /)", Doc = "Write bytes; how many.")]
    private static PyValue Write(PyThread thread, PyBufferedPair self, PyValue buffer) => thread.CallAttribute(self.Writer, IoCalls.Write, buffer);

    [PyMethod("flush($self, /)", Doc = "Write what is kept.")]
    private static void Flush(PyThread thread, PyBufferedPair self) => thread.CallAttribute(self.Writer, IoCalls.Flush);

    [PyMethod("readable($self, /)", Doc = "Tell whether the one stream can be read.")]
    private static PyValue Readable(PyThread thread, PyBufferedPair self) => thread.CallAttribute(self.Reader, IoCalls.Readable);

    [PyMethod("writable($self, /)", Doc = "Tell whether the other stream can be written to.")]
    private static PyValue Writable(PyThread thread, PyBufferedPair self) => thread.CallAttribute(self.Writer, IoCalls.Writable);

    [PyMethod("close($self, /)", Doc = "Close both streams.")]
    private static void Close(PyThread thread, PyBufferedPair self)
    {
        try
        {
            thread.CallAttribute(self.Writer, IoCalls.Close);
        }
        finally
        {
            thread.CallAttribute(self.Reader, IoCalls.Close);
        }
    }

    [PyMethod("isatty($self, /)", Doc = "Tell whether one of them is a terminal.")]
    private static bool IsTerminal(PyThread thread, PyBufferedPair self) =>
        IoCalls.Is(thread, self.Writer, IoCalls.IsTerminal) || IoCalls.Is(thread, self.Reader, IoCalls.IsTerminal);

    [PyGetter("closed", Doc = "Whether the stream to write is closed.")]
    private static PyValue GetClosed(PyThread thread, PyBufferedPair self) => Operators.GetAttribute(thread, self.Writer, IoCalls.Closed);
}
