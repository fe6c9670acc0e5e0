using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>What all streams with a buffer show Python.</summary>
internal partial class PyBuffered
{
    [PyMethod("flush($self, /)", Doc = "Write what is kept.")]
    private static void Flush(PyThread thread, PyBuffered self)
    {
        self.RequireOpen(thread, "flush of closed file");
        self.FlushWritten(thread);
        if (self is not PyBufferedReader)
            thread.CallAttribute(self.Raw, IoCalls.Flush);
    }

    [PyMethod("close($self, /)", Doc = "Flush and close.")]
    private static void Close(PyThread thread, PyBuffered self)
    {
        if (self.IsClosed(thread))
            return;
        try
        {
            thread.CallAttribute(self, IoCalls.Flush);
        }
        finally
        {
            thread.CallAttribute(self.Raw, IoCalls.Close);
        }
    }

    [PyMethod("detach($self, /)", Doc = "Give the stream below back.")]
    private static PyValue Detach(PyThread thread, PyBuffered self)
    {
        self.RequireAttached();
        thread.CallAttribute(self, IoCalls.Flush);
        var raw = self.Raw;
        self.Raw = default;
        self._isDetached = true;
        return raw;
    }

    [PyMethod("seek($self, target, whence=0, /)", Doc = "Move the position; the new one.")]
    private static long Seek(PyThread thread, PyBuffered self, long target, int whence) => self.SeekTo(thread, target, whence);

    [PyMethod("tell($self, /)", Doc = "Return the position.")]
    private static long Tell(PyThread thread, PyBuffered self)
    {
        self.RequireAttached();
        return self.Position(thread);
    }

    [PyMethod("truncate($self, pos=None, /)", Doc = "Set the size, by default to the position.")]
    private static PyValue Truncate(PyThread thread, PyBuffered self, PyValue pos)
    {
        self.RequireOpen(thread, "truncate of closed file");
        self.FlushWritten(thread);
        if (pos.IsNone)
            pos = PyValue.FromInt(self.Position(thread));
        return thread.CallAttribute(self.Raw, IoCalls.Truncate, pos);
    }

    [PyMethod("seekable($self, /)", Doc = "Tell whether the position can be moved.")]
    private static PyValue Seekable(PyThread thread, PyBuffered self) => self.AskRaw(thread, IoCalls.Seekable);

    [PyMethod("readable($self, /)", Doc = "Tell whether the stream can be read.")]
    private static PyValue Readable(PyThread thread, PyBuffered self) =>
        self is PyBufferedWriter ? PyValue.False : self.AskRaw(thread, IoCalls.Readable);

    [PyMethod("writable($self, /)", Doc = "Tell whether the stream can be written to.")]
    private static PyValue Writable(PyThread thread, PyBuffered self) =>
        self is PyBufferedReader ? PyValue.False : self.AskRaw(thread, IoCalls.Writable);

    [PyMethod("fileno($self, /)", Doc = "Return the descriptor.")]
    private static PyValue FileNumber(PyThread thread, PyBuffered self) => self.AskRaw(thread, IoCalls.FileNumber);

    [PyMethod("isatty($self, /)", Doc = "Tell whether it is a terminal.")]
    private static PyValue IsTerminal(PyThread thread, PyBuffered self) => self.AskRaw(thread, IoCalls.IsTerminal);

    [PyGetter("raw", Doc = "The stream below.")]
    private static PyValue GetRaw(PyThread thread, PyBuffered self) => self.Raw.OrNone();

    [PyGetter("closed", Doc = "Whether the stream is closed.")]
    private static PyValue GetClosed(PyThread thread, PyBuffered self) => PyValue.FromBool(self.IsClosed(thread));

    [PyGetter("name", Doc = "The name of the file.")]
    private static PyValue GetName(PyThread thread, PyBuffered self)
    {
        self.RequireAttached();
        return Operators.GetAttribute(thread, self.Raw, IoCalls.Name);
    }

    [PyGetter("mode", Doc = "The mode of the file.")]
    private static PyValue GetMode(PyThread thread, PyBuffered self)
    {
        self.RequireAttached();
        return Operators.GetAttribute(thread, self.Raw, IoCalls.Mode);
    }

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyBuffered self) => PyStr.From(
        !self.Raw.IsMissing && Operators.TryGetAttribute(thread, self.Raw, IoCalls.Name, out var name)
            ? $"<{self.Type.FullName} name={Operators.Repr(thread, name).Value}>"
            : $"<{self.Type.FullName}>");

    private PyValue AskRaw(PyThread thread, PyStr question)
    {
        RequireAttached();
        return thread.CallAttribute(Raw, question);
    }

    /// <summary>Reads into an object's buffer; None where nothing can be had for now.</summary>
    protected PyValue ReadInto(PyThread thread, PyValue buffer, bool once)
    {
        var target = ByteConversion.Borrow(thread, buffer, writable: true);
        try
        {
            var length = target.Bytes.Length;
            var bytes = once ? ReadOnce(thread, length) : ReadBytes(thread, length);
            if (bytes is null)
                return PyValue.None;
            bytes.CopyTo(target.Bytes.Span);
            return PyValue.FromInt(bytes.Length);
        }
        finally
        {
            target.Release(thread);
        }
    }
}
