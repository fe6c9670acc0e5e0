using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>A stream over text in memory.</summary>
[PyType("_io.StringIO", Base = typeof(PyTextIoBase), Doc = "A stream over text in memory.", Flags = TypeFlags.HasDict | TypeFlags.HasWeakReferences)]
internal sealed partial class PyStringIo : PyTextIoBase
{
    private int[] _characters = [];
    private int _length;
    private long _position;
    private bool _isClosed;
    private TextLines? _lines;
    private NewlineTranslation? _newlines;

    private PyStringIo(PyType type)
        : base(type)
    {
    }

    [PySlot("tp_new")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) => new PyStringIo(cls);

    [PyInit("StringIO(initial_value='', newline='\\n')")]
    private static void Initialize(PyThread thread, PyStringIo self, PyValue initialValue, PyValue newline)
    {
        if (!initialValue.IsNone && initialValue.Ref is not PyStr)
            throw Raise.TypeError($"initial_value must be str or None, not {initialValue.Type.Name}");
        self._lines = TextLines.Parse(thread, newline);
        self._newlines = self._lines.IsUniversal ? new NewlineTranslation { Translates = self._lines.TranslatesReading } : null;
        self._characters = [];
        self._length = 0;
        self._position = 0;
        self._isClosed = false;
        if (initialValue.Ref is PyStr text)
            self.Put(text);
        self._position = 0;
    }

    [PyMethod("getvalue($self, /)", Doc = "Return the whole text.")]
    private static PyValue GetValue(PyThread thread, PyStringIo self) =>
        PyStr.FromCodePoints(self.Open()._characters.AsSpan(0, self._length));

    [PyMethod("read($self, size=-1, /)", Doc = "Read so many characters, or all.")]
    private static PyValue Read(PyThread thread, PyStringIo self, PyValue size) => self.Open().Take(IoCalls.Size(thread, size));

    [PyMethod("readline($self, size=-1, /)", Doc = "Read a line, with its end.")]
    private static PyValue ReadLine(PyThread thread, PyStringIo self, PyValue size) => self.Open().TakeLine(IoCalls.Size(thread, size));

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyStringIo self)
    {
        PyValue line = self.Type.IsHeapType ? thread.CallAttribute(self, IoCalls.ReadLine) : self.Open().TakeLine(-1);
        return line.Ref is PyStr { Length: 0 } ? default : line;
    }

    [PyMethod("write($self, s, /)", Doc = "Write text; how many characters.")]
    private static long Write(PyThread thread, PyStringIo self, PyValue s)
    {
        if (s.Ref is not PyStr text)
            throw Raise.TypeError($"string argument expected, got '{s.Type.Name}'");
        self.Open();
        self.Put(text);
        return text.Length;
    }

    [PyMethod("seek($self, pos, whence=0, /)", Doc = "Move the position; the new one.")]
    private static long Seek(PyThread thread, PyStringIo self, long pos, int whence)
    {
        self.Open();
        switch (whence)
        {
            case 0 when pos < 0:
                throw Raise.ValueError($"Negative seek position {pos}");
            case 1 or 2 when pos != 0:
                throw Raise.OSError([PyStr.From("Can't do nonzero cur-relative seeks")]);
            case < 0 or > 2:
                throw Raise.ValueError($"Invalid whence ({whence}, should be 0, 1 or 2)");
        }

        self._position = whence == 0 ? pos : whence == 1 ? self._position : self._length;
        return self._position;
    }

    [PyMethod("tell($self, /)", Doc = "Return the position.")]
    private static long Tell(PyThread thread, PyStringIo self) => self.Open()._position;

    [PyMethod("truncate($self, pos=None, /)", Doc = "Cut the text off, by default at the position.")]
    private static long Truncate(PyThread thread, PyStringIo self, PyValue pos)
    {
        self.Open();
        var length = pos.IsNone ? self._position : Operators.ToInt64(thread, pos);
        if (length < 0)
            throw Raise.ValueError($"Negative size value {length}");
        self._length = (int)Math.Min(self._length, length);
        return length;
    }

    [PyMethod("close($self, /)", Doc = "Forget the text.")]
    private static void Close(PyThread thread, PyStringIo self)
    {
        self._isClosed = true;
        self._characters = [];
        self._length = 0;
    }

    [PyMethod("readable($self, /)", Doc = "Return True.")]
    private static bool Readable(PyThread thread, PyStringIo self) => !self.Open()._isClosed;

    [PyMethod("writable($self, /)", Doc = "Return True.")]
    private static bool Writable(PyThread thread, PyStringIo self) => !self.Open()._isClosed;

    [PyMethod("seekable($self, /)", Doc = "Return True.")]
    private static bool Seekable(PyThread thread, PyStringIo self) => !self.Open()._isClosed;

    [PyGetter("closed", Doc = "Whether the stream is closed.")]
    private static PyValue GetClosed(PyThread thread, PyStringIo self) => PyValue.FromBool(self._isClosed);

    [PyGetter("line_buffering", Doc = "False.")]
    private static PyValue GetLineBuffering(PyThread thread, PyStringIo self) => PyValue.FromBool(self.Open()._isClosed);

    [PyGetter("newlines", Doc = "The ends of lines seen so far.")]
    private static PyValue GetNewlines(PyThread thread, PyStringIo self) => self.Open()._newlines?.SeenValue ?? PyValue.None;

    private PyStringIo Open() => _isClosed ? throw IoErrors.Closed("I/O operation on closed file") : this;

    private void Put(PyStr text)
    {
        if (_newlines is not null)
            text = _newlines.Translate(text, true);
        if (_lines?.WritesAs is { } end && text.Value.Contains('\n'))
            text = PyStr.From(text.Value.Replace("\n", end, StringComparison.Ordinal));
        var last = _position + text.Length;
        if (last > Array.MaxLength)
            throw Raise.OverflowError("new position too large");
        if (last > _characters.Length)
            Array.Resize(ref _characters, (int)Math.Min(Array.MaxLength, Math.Max(32, last + (last >> 1))));
        if (_position > _length)
            _characters.AsSpan(_length, (int)_position - _length).Clear();
        text.CopyTo(_characters.AsSpan((int)_position));
        _position = last;
        _length = Math.Max(_length, (int)last);
    }

    private PyStr Take(long count)
    {
        var start = (int)Math.Min(_position, _length);
        var rest = _length - start;
        var taken = count < 0 ? rest : (int)Math.Min(count, rest);
        if (taken > 0)
            _position = start + taken;
        return PyStr.FromCodePoints(_characters.AsSpan(start, taken));
    }

    private PyStr TakeLine(long limit)
    {
        var start = (int)Math.Min(_position, _length);
        var rest = _characters.AsSpan(start, _length - start);
        var count = rest.Length;
        for (var i = 0; i < rest.Length; i++)
        {
            if (IsEnd(rest, i, out var size))
            {
                count = i + size;
                break;
            }
        }

        return Take(limit < 0 ? count : Math.Min(count, limit));
    }

    private bool IsEnd(ReadOnlySpan<int> text, int at, out int size)
    {
        var isPair = text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n';
        size = isPair && _lines is not { IsUniversal: false, WritesAs: "\r" or null } ? 2 : 1;
        if (_lines is not { IsUniversal: true, TranslatesReading: false })
        {
            return _lines?.WritesAs switch
            {
                "\r" => text[at] == '\r',
                "\r\n" => isPair,
                _ => text[at] == '\n',
            };
        }

        return text[at] is '\n' or '\r';
    }
}
