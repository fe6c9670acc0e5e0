using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>What all streams have, and the base of Python's own ones.</summary>
[PyType("_io._IOBase", Doc = "What all streams have.", Flags = TypeFlags.HasDict | TypeFlags.HasWeakReferences)]
internal partial class PyIoBase : PyObject
{
    private static readonly PyStr s_closed = PyStr.Intern("__IOBase_closed");

    private InstanceAttributes _attributes;

    protected internal PyIoBase(PyType type)
        : base(type)
    {
    }

    internal override ref InstanceAttributes Attributes => ref _attributes;

    /// <summary>Makes instances of Python classes over the bases.</summary>
    [PySlot("tp_new")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) => new PyIoBase(cls);

    [PySlot("tp_init")]
    private static void Initialize(PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
    }

    [PyMethod("seek($self, offset, whence=0, /)", Doc = "Move the position; the new one.")]
    private static PyValue Seek(PyThread thread, PyValue self, PyValue offset, PyValue whence) => throw IoErrors.Unsupported(thread, "seek");

    [PyMethod("tell($self, /)", Doc = "Return the position.")]
    private static PyValue Tell(PyThread thread, PyValue self) =>
        thread.CallAttribute(self, IoCalls.Seek, PyValue.FromInt(0), PyValue.FromInt(1));

    [PyMethod("truncate($self, size=None, /)", Doc = "Set the size.")]
    private static PyValue Truncate(PyThread thread, PyValue self, PyValue size) => throw IoErrors.Unsupported(thread, "truncate");

    [PyMethod("flush($self, /)", Doc = "Pass on what is kept.")]
    private static void Flush(PyThread thread, PyValue self)
    {
        if (IoCalls.IsClosed(thread, self))
            throw IoErrors.Closed();
    }

    [PyMethod("close($self, /)", Doc = "Flush and close; once is enough.")]
    private static void Close(PyThread thread, PyValue self)
    {
        var stream = (PyIoBase)self.Ref!;
        if (stream.IsBaseClosed)
            return;
        try
        {
            thread.CallAttribute(self, IoCalls.Flush);
        }
        finally
        {
            stream.Attributes.ToDict()[s_closed] = PyValue.True;
        }
    }

    [PyGetter("closed", Doc = "Whether the stream is closed.")]
    private static PyValue GetClosed(PyThread thread, PyValue self) => PyValue.FromBool(((PyIoBase)self.Ref!).IsBaseClosed);

    [PyMethod("seekable($self, /)", Doc = "Tell whether the position can be moved.")]
    private static bool Seekable(PyThread thread, PyValue self) => false;

    [PyMethod("readable($self, /)", Doc = "Tell whether the stream can be read.")]
    private static bool Readable(PyThread thread, PyValue self) => false;

    [PyMethod("writable($self, /)", Doc = "Tell whether the stream can be written to.")]
    private static bool Writable(PyThread thread, PyValue self) => false;

    [PyMethod("_checkClosed($self, /)", Doc = "Raise ValueError where the stream is closed.")]
    private static void CheckClosed(PyThread thread, PyValue self)
    {
        if (IoCalls.IsClosed(thread, self))
            throw IoErrors.Closed();
    }

    [PyMethod("_checkSeekable($self, /)", Doc = "Raise where the position cannot be moved.")]
    private static bool CheckSeekable(PyThread thread, PyValue self) => Check(thread, self, IoCalls.Seekable, "File or stream is not seekable.");

    [PyMethod("_checkReadable($self, /)", Doc = "Raise where the stream cannot be read.")]
    private static bool CheckReadable(PyThread thread, PyValue self) => Check(thread, self, IoCalls.Readable, "File or stream is not readable.");

    [PyMethod("_checkWritable($self, /)", Doc = "Raise where the stream cannot be written to.")]
    private static bool CheckWritable(PyThread thread, PyValue self) => Check(thread, self, IoCalls.Writable, "File or stream is not writable.");

    [PyMethod("fileno($self, /)", Doc = "Return the descriptor.")]
    private static PyValue FileNumber(PyThread thread, PyValue self) => throw IoErrors.Unsupported(thread, "fileno");

    [PyMethod("isatty($self, /)", Doc = "Tell whether it is a terminal.")]
    private static bool IsTerminal(PyThread thread, PyValue self)
    {
        CheckClosed(thread, self);
        return false;
    }

    [PyMethod("__enter__($self, /)", Doc = "Return the stream.")]
    private static PyValue Enter(PyThread thread, PyValue self)
    {
        CheckClosed(thread, self);
        return self;
    }

    [PyMethod("__exit__($self, /, *args)", Doc = "Close the stream.")]
    private static void Exit(PyThread thread, PyValue self, ReadOnlySpan<PyValue> args) => thread.CallAttribute(self, IoCalls.Close);

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self)
    {
        CheckClosed(thread, self);
        return self;
    }

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyValue self)
    {
        var line = thread.CallAttribute(self, IoCalls.ReadLine);
        return Operators.Length(thread, line) > 0 ? line : default;
    }

    [PyMethod("readline($self, size=-1, /)", Doc = "Read a line, with its end.")]
    private static PyValue ReadLine(PyThread thread, PyValue self, PyValue size)
    {
        var limit = IoCalls.Size(thread, size);
        var canPeek = Operators.TryGetAttribute(thread, self, IoCalls.Peek, out var peek);
        var line = new List<byte>();
        while (limit < 0 || line.Count < limit)
        {
            long ask = 1;
            if (canPeek)
            {
                var ahead = Bytes(thread, thread.Call(peek, PyValue.FromInt(1)), "peek");
                if (ahead.Length > 0)
                {
                    var end = Array.IndexOf(ahead, (byte)'\n');
                    ask = end < 0 ? ahead.Length : end + 1;
                    if (limit >= 0)
                        ask = Math.Min(ask, limit - line.Count);
                }
            }

            var piece = Bytes(thread, thread.CallAttribute(self, IoCalls.Read, PyValue.FromInt(ask)), "read");
            if (piece.Length == 0)
                break;
            line.AddRange(piece);
            if (piece[^1] == '\n')
                break;
        }

        return new PyBytes([.. line]);
    }

    [PyMethod("readlines($self, hint=-1, /)", Doc = "Read all lines, or so many that their size comes to hint.")]
    private static PyValue ReadLines(PyThread thread, PyValue self, PyValue hint)
    {
        var limit = IoCalls.Size(thread, hint);
        var lines = new PyList();
        long total = 0;
        foreach (var line in Operators.Iterate(thread, self))
        {
            lines.Add(line);
            total += Operators.Length(thread, line);
            if (limit > 0 && total >= limit)
                break;
        }

        return lines;
    }

    [PyMethod("writelines($self, lines, /)", Doc = "Write each of some lines, which bring their own ends.")]
    private static void WriteLines(PyThread thread, PyValue self, PyValue lines)
    {
        CheckClosed(thread, self);
        var write = Operators.GetAttribute(thread, self, IoCalls.Write);
        foreach (var line in Operators.Iterate(thread, lines))
            thread.Call(write, line);
    }

    [PyMethod("__del__($self, /)", Doc = "Close the stream.")]
    private static void Delete(PyThread thread, PyValue self) => thread.CallAttribute(self, IoCalls.Close);

    private bool IsBaseClosed =>
        !_attributes.IsEmpty && _attributes.TryGet(s_closed, out var closed) && closed.IsTrue;

    private static bool Check(PyThread thread, PyValue self, PyStr question, string message)
    {
        var answer = thread.CallAttribute(self, question);
        return answer.IsTrue ? true : throw IoErrors.Unsupported(thread, message);
    }

    private static byte[] Bytes(PyThread thread, PyValue value, string method) => value.Ref is PyBytes bytes
        ? bytes.AsSpan().ToArray()
        : throw Raise.OSError([PyStr.From($"{method}() should have returned a bytes object, not '{value.Type.Name}'")]);
}
