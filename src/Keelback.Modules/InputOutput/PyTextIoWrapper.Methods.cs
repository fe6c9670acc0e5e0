using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>TextIOWrapper as Python sees it.</summary>
internal sealed partial class PyTextIoWrapper
{
    [PySlot("tp_new")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) => new PyTextIoWrapper(cls);

    [PyInit("TextIOWrapper(buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False)")]
    private static void Initialize(
        PyThread thread,
        PyTextIoWrapper self,
        PyValue buffer,
        PyValue encoding,
        PyValue errors,
        PyValue newline,
        bool lineBuffering,
        bool writeThrough) => self.Attach(thread, buffer, encoding, errors, newline, lineBuffering, writeThrough);

    [PyMethod("write($self, text, /)", Doc = "Write text; how many characters.")]
    private static long Write(PyThread thread, PyTextIoWrapper self, PyStr text) => self.WriteText(thread, text);

    [PyMethod("read($self, size=-1, /)", Doc = "Read so many characters, or all.")]
    private static PyValue Read(PyThread thread, PyTextIoWrapper self, PyValue size) => self.ReadText(thread, IoCalls.Size(thread, size));

    [PyMethod("readline($self, size=-1, /)", Doc = "Read a line, with its end.")]
    private static PyValue ReadLine(PyThread thread, PyTextIoWrapper self, PyValue size) =>
        self.ReadLineText(thread, IoCalls.Size(thread, size));

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyTextIoWrapper self)
    {
        PyValue line = self.Type.IsHeapType
            ? thread.CallAttribute(self, IoCalls.ReadLine)
            : self.ReadLineText(thread, -1);
        return line.Ref is PyStr { Length: 0 } ? default : line;
    }

    [PyMethod("flush($self, /)", Doc = "Pass on what is kept.")]
    private static void Flush(PyThread thread, PyTextIoWrapper self)
    {
        self.RequireOpen(thread);
        self.FlushPending(thread);
        thread.CallAttribute(self._buffer, IoCalls.Flush);
    }

    [PyMethod("close($self, /)", Doc = "Flush and close.")]
    private static void Close(PyThread thread, PyTextIoWrapper self)
    {
        if (self.IsClosed(thread))
            return;
        try
        {
            thread.CallAttribute(self, IoCalls.Flush);
        }
        finally
        {
            thread.CallAttribute(self._buffer, IoCalls.Close);
        }
    }

    [PyMethod("detach($self, /)", Doc = "Give the stream below back.")]
    private static PyValue Detach(PyThread thread, PyTextIoWrapper self)
    {
        self.RequireAttached();
        thread.CallAttribute(self, IoCalls.Flush);
        var buffer = self._buffer;
        self._buffer = default;
        self._isDetached = true;
        return buffer;
    }

    [PyMethod("reconfigure($self, /, *, encoding=None, errors=None, newline=<missing>, line_buffering=None, write_through=None)", Doc = "Change how the stream treats text.")]
    private static void Reconfigure(
        PyThread thread,
        PyTextIoWrapper self,
        PyValue encoding,
        PyValue errors,
        PyValue newline,
        PyValue lineBuffering,
        PyValue writeThrough)
    {
        self.RequireAttached();
        if ((!encoding.IsNone || !errors.IsNone || !newline.IsMissing) && self._text.Length > 0)
            throw IoErrors.Unsupported(thread, "It is not possible to set the encoding or newline of stream after the first read");
        thread.CallAttribute(self, IoCalls.Flush);
        if (!encoding.IsNone || !errors.IsNone)
        {
            if (errors.IsNone)
                errors = encoding.IsNone ? self._errors : PyStr.Intern("strict");
            if (encoding.IsNone)
                encoding = self._encoding;
            self._decoding = new TextDecoding(thread, Text(encoding, "encoding"), Text(errors, "errors"));
            (self._encoding, self._errors) = ((PyStr)encoding.Ref!, (PyStr)errors.Ref!);
        }

        if (!newline.IsMissing)
        {
            self._lines = TextLines.Parse(thread, newline);
            self._newlines = self._lines.IsUniversal ? new NewlineTranslation { Translates = self._lines.TranslatesReading } : null;
        }

        if (!lineBuffering.IsNone)
            self._isLineBuffered = Operators.IsTrue(thread, lineBuffering);
        if (!writeThrough.IsNone)
            self._writesThrough = Operators.IsTrue(thread, writeThrough);
    }

    [PyMethod("seek($self, cookie, whence=0, /)", Doc = "Move the position to one that tell() gave.")]
    private static PyValue Seek(PyThread thread, PyTextIoWrapper self, PyValue cookie, int whence) => self.SeekTo(thread, cookie, whence);

    [PyMethod("tell($self, /)", Doc = "Return the position, for seek().")]
    private static long Tell(PyThread thread, PyTextIoWrapper self) => self.Position(thread);

    [PyMethod("truncate($self, pos=None, /)", Doc = "Set the size, by default to the position.")]
    private static PyValue Truncate(PyThread thread, PyTextIoWrapper self, PyValue pos)
    {
        thread.CallAttribute(self, IoCalls.Flush);
        if (pos.IsNone)
            pos = PyValue.FromInt(self.Position(thread));
        return thread.CallAttribute(self._buffer, IoCalls.Truncate, pos);
    }

    [PyMethod("readable($self, /)", Doc = "Tell whether the stream can be read.")]
    private static PyValue Readable(PyThread thread, PyTextIoWrapper self) => self.Ask(thread, IoCalls.Readable);

    [PyMethod("writable($self, /)", Doc = "Tell whether the stream can be written to.")]
    private static PyValue Writable(PyThread thread, PyTextIoWrapper self) => self.Ask(thread, IoCalls.Writable);

    [PyMethod("seekable($self, /)", Doc = "Tell whether the position can be moved.")]
    private static PyValue Seekable(PyThread thread, PyTextIoWrapper self) => self.Ask(thread, IoCalls.Seekable);

    [PyMethod("fileno($self, /)", Doc = "Return the descriptor.")]
    private static PyValue FileNumber(PyThread thread, PyTextIoWrapper self) => self.Ask(thread, IoCalls.FileNumber);

    [PyMethod("isatty($self, /)", Doc = "Tell whether it is a terminal.")]
    private static PyValue IsTerminal(PyThread thread, PyTextIoWrapper self) => self.Ask(thread, IoCalls.IsTerminal);

    [PyGetter("buffer", Doc = "The stream below.")]
    private static PyValue GetBuffer(PyThread thread, PyTextIoWrapper self) => self._buffer.OrNone();

    [PyGetter("encoding", Doc = "The encoding.")]
    private static PyValue GetEncoding(PyThread thread, PyTextIoWrapper self) => self._encoding;

    [PyGetter("errors", Doc = "The error handler.")]
    private static PyValue GetErrors(PyThread thread, PyTextIoWrapper self) => self._errors;

    [PyGetter("newlines", Doc = "The ends of lines seen so far.")]
    private static PyValue GetNewlines(PyThread thread, PyTextIoWrapper self) => self._newlines?.SeenValue ?? PyValue.None;

    [PyGetter("line_buffering", Doc = "Whether an end of line is passed on at once.")]
    private static PyValue GetLineBuffering(PyThread thread, PyTextIoWrapper self) => PyValue.FromBool(self._isLineBuffered);

    [PyGetter("write_through", Doc = "Whether all text is passed on at once.")]
    private static PyValue GetWriteThrough(PyThread thread, PyTextIoWrapper self) => PyValue.FromBool(self._writesThrough);

    [PyGetter("closed", Doc = "Whether the stream is closed.")]
    private static PyValue GetClosed(PyThread thread, PyTextIoWrapper self) => PyValue.FromBool(self.IsClosed(thread));

    [PyGetter("name", Doc = "The name of the file.")]
    private static PyValue GetName(PyThread thread, PyTextIoWrapper self)
    {
        self.RequireAttached();
        return Operators.GetAttribute(thread, self._buffer, IoCalls.Name);
    }

    [PyGetter("_CHUNK_SIZE", Doc = "How many bytes are read at once.")]
    private static PyValue GetChunkSize(PyThread thread, PyTextIoWrapper self) => PyValue.FromInt(ChunkSize);

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyTextIoWrapper self)
    {
        var text = $"<{self.Type.FullName}";
        if (!self._buffer.IsMissing && Operators.TryGetAttribute(thread, self._buffer, IoCalls.Name, out var name))
            text += $" name={Operators.Repr(thread, name).Value}";
        if (self.Attributes.TryGet(IoCalls.Mode, out var mode))
            text += $" mode={Operators.Repr(thread, mode).Value}";
        return PyStr.From($"{text} encoding={Operators.Repr(thread, self._encoding).Value}>");
    }

    private PyValue Ask(PyThread thread, PyStr question)
    {
        RequireAttached();
        return thread.CallAttribute(_buffer, question);
    }
}
