using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>A stream over bytes in memory.</summary>
[PyType("_io.BytesIO", Base = typeof(PyBufferedIoBase), Doc = "A stream over bytes in memory.", Flags = TypeFlags.HasDict | TypeFlags.HasWeakReferences)]
internal sealed partial class PyBytesIo : PyBufferedIoBase
{
    private byte[] _bytes = [];
    private int _length;
    private long _position;
    private bool _isClosed;

    private PyBytesIo(PyType type)
        : base(type)
    {
    }

    [PySlot("tp_new")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) => new PyBytesIo(cls);

    [PyInit("BytesIO(initial_bytes=b'')")]
    private static void Initialize(PyThread thread, PyBytesIo self, PyValue initialBytes)
    {
        self._bytes = initialBytes.IsNone ? [] : Operators.ToByteArray(thread, initialBytes);
        self._length = self._bytes.Length;
        self._position = 0;
        self._isClosed = false;
    }

    [PyMethod("getvalue($self, /)", Doc = "Return all bytes.")]
    private static PyValue GetValue(PyThread thread, PyBytesIo self) => new PyBytes(self.Open()._bytes[..self._length]);

    [PyMethod("getbuffer($self, /)", Doc = "Return a view of the bytes.")]
    private static PyValue GetBuffer(PyThread thread, PyBytesIo self) =>
        thread.Call(PyMemoryView.TypeObject, new PyByteArray(self.Open()._bytes[..self._length]));

    [PyMethod("read($self, size=-1, /)", Doc = "Read so many bytes, or all.")]
    private static PyValue Read(PyThread thread, PyBytesIo self, PyValue size) => new PyBytes(self.Open().Take(IoCalls.Size(thread, size)));

    [PyMethod("read1($self, size=-1, /)", Doc = "Read so many bytes, or all.")]
    private static PyValue Read1(PyThread thread, PyBytesIo self, PyValue size) => new PyBytes(self.Open().Take(IoCalls.Size(thread, size)));

    [PyMethod("readinto($self, buffer, /)", Doc = "Read bytes into a buffer; how many.")]
    private static long ReadInto(PyThread thread, PyBytesIo self, PyValue buffer)
    {
        self.Open();
        var target = ByteConversion.Borrow(thread, buffer, writable: true);
        try
        {
            var bytes = self.Take(target.Bytes.Length);
            bytes.CopyTo(target.Bytes.Span);
            return bytes.Length;
        }
        finally
        {
            target.Release(thread);
        }
    }

    [PyMethod("readline($self, size=-1, /)", Doc = "Read a line, with its end.")]
    private static PyValue ReadLine(PyThread thread, PyBytesIo self, PyValue size) =>
        new PyBytes(self.Open().TakeLine(IoCalls.Size(thread, size)));

    [PyMethod("readlines($self, size=None, /)", Doc = "Read all lines, or so many that their size comes to size.")]
    private static PyValue ReadLines(PyThread thread, PyBytesIo self, PyValue size)
    {
        self.Open();
        var limit = IoCalls.Size(thread, size);
        var lines = new PyList();
        long total = 0;
        while (self.TakeLine(-1) is { Length: > 0 } line)
        {
            lines.Add(new PyBytes(line));
            total += line.Length;
            if (limit > 0 && total >= limit)
                break;
        }

        return lines;
    }

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyBytesIo self) => self.Open();

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyBytesIo self) =>
        self.Open().TakeLine(-1) is { Length: > 0 } line ? new PyBytes(line) : default(PyValue);

    [PyMethod("write($self, b, /)", Doc = "Write bytes; how many.")]
    private static long Write(PyThread thread, PyBytesIo self, PyValue b)
    {
        self.Open();
        var bytes = ByteConversion.SpanOf(thread, b);
        if (bytes.Length == 0)
            return 0;
        var end = self._position + bytes.Length;
        self.Reserve(end);
        bytes.CopyTo(self._bytes.AsSpan((int)self._position));
        self._length = Math.Max(self._length, (int)end);
        self._position = end;
        return bytes.Length;
    }

    [PyMethod("writelines($self, lines, /)", Doc = "Write each of some lines.")]
    private static void WriteLines(PyThread thread, PyBytesIo self, PyValue lines)
    {
        self.Open();
        foreach (var line in Operators.Iterate(thread, lines))
            Write(thread, self, line);
    }

    [PyMethod("seek($self, pos, whence=0, /)", Doc = "Move the position; the new one.")]
    private static long Seek(PyThread thread, PyBytesIo self, long pos, int whence)
    {
        self.Open();
        if (pos < 0 && whence == 0)
            throw Raise.ValueError($"negative seek value {pos}");
        self._position = Math.Max(0, whence switch
        {
            0 => pos,
            1 => self._position + pos,
            2 => self._length + pos,
            _ => throw Raise.ValueError($"invalid whence ({whence}, should be 0, 1 or 2)"),
        });
        return self._position;
    }

    [PyMethod("tell($self, /)", Doc = "Return the position.")]
    private static long Tell(PyThread thread, PyBytesIo self) => self.Open()._position;

    [PyMethod("truncate($self, size=None, /)", Doc = "Cut the bytes off, by default at the position.")]
    private static long Truncate(PyThread thread, PyBytesIo self, PyValue size)
    {
        self.Open();
        var length = size.IsNone ? self._position : Operators.ToInt64(thread, size);
        if (length < 0)
            throw Raise.ValueError($"negative size value {length}");
        if (length < self._length)
        {
            self._bytes.AsSpan((int)length, self._length - (int)length).Clear();
            self._length = (int)length;
        }

        return length;
    }

    [PyMethod("close($self, /)", Doc = "Forget the bytes.")]
    private static void Close(PyThread thread, PyBytesIo self)
    {
        self._isClosed = true;
        self._bytes = [];
        self._length = 0;
    }

    [PyMethod("flush($self, /)", Doc = "Do nothing.")]
    private static void Flush(PyThread thread, PyBytesIo self) => self.Open();

    [PyMethod("isatty($self, /)", Doc = "Return False.")]
    private static bool IsTerminal(PyThread thread, PyBytesIo self) => self.Open()._isClosed;

    [PyMethod("readable($self, /)", Doc = "Return True.")]
    private static bool Readable(PyThread thread, PyBytesIo self) => !self.Open()._isClosed;

    [PyMethod("writable($self, /)", Doc = "Return True.")]
    private static bool Writable(PyThread thread, PyBytesIo self) => !self.Open()._isClosed;

    [PyMethod("seekable($self, /)", Doc = "Return True.")]
    private static bool Seekable(PyThread thread, PyBytesIo self) => !self.Open()._isClosed;

    [PyGetter("closed", Doc = "Whether the stream is closed.")]
    private static PyValue GetClosed(PyThread thread, PyBytesIo self) => PyValue.FromBool(self._isClosed);

    [PyMethod("__getstate__($self, /)", Doc = "Return what pickle needs.")]
    private static PyValue GetState(PyThread thread, PyBytesIo self) => PyTuple.From(
        GetValue(thread, self),
        PyValue.FromInt(self._position),
        self.Attributes.IsEmpty ? PyValue.None : self.Attributes.ToDict().Clone());

    [PyMethod("__setstate__($self, state, /)", Doc = "Take what pickle kept.")]
    private static void SetState(PyThread thread, PyBytesIo self, PyTuple state)
    {
        Initialize(thread, self, state[0]);
        self._position = Operators.ToInt64(thread, state[1]);
        if (state[2].Ref is PyDict attributes)
            self.Attributes.ToDict().UpdateFrom(thread, attributes);
    }

    private PyBytesIo Open() => _isClosed ? throw IoErrors.Closed() : this;

    private byte[] Take(long count)
    {
        var start = (int)Math.Min(_position, _length);
        var rest = _length - start;
        var taken = count < 0 ? rest : (int)Math.Min(count, rest);
        _position = taken == 0 ? _position : start + taken;
        return _bytes.AsSpan(start, taken).ToArray();
    }

    private byte[] TakeLine(long limit)
    {
        var start = (int)Math.Min(_position, _length);
        var end = _bytes.AsSpan(start, _length - start).IndexOf((byte)'\n');
        long count = end < 0 ? _length - start : end + 1;
        return Take(limit < 0 ? count : Math.Min(count, limit));
    }

    private void Reserve(long length)
    {
        if (length > Array.MaxLength)
            throw Raise.OverflowError("new buffer size too large");
        if (length > _bytes.Length)
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(length + (length >> 3), 64)));
        if (_position > _length)
            _bytes.AsSpan(_length, (int)_position - _length).Clear();
    }
}
