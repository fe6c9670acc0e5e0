using Keelback.Modules.Files;
using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>FileIO as Python sees it.</summary>
internal sealed partial class PyFileIo
{
    [PySlot("tp_new")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) => new PyFileIo(cls);

    [PyInit("FileIO(file, mode='r', closefd=True, opener=None)")]
    private static void Initialize(PyThread thread, PyFileIo self, PyValue file, string mode, bool closefd, PyValue opener)
    {
        if (self.Descriptor >= 0 && self._closes)
            OpenFiles.Of(thread).Close(thread, self.Descriptor);
        self.Descriptor = -1;
        self.Open(thread, file, mode, closefd, opener);
    }

    [PyMethod("read($self, size=-1, /)", Doc = "Read at most so many bytes, or all.")]
    private static PyValue Read(PyThread thread, PyFileIo self, PyValue size)
    {
        var count = IoCalls.Size(thread, size);
        if (count < 0)
            return ReadAll(thread, self);
        var buffer = new byte[count];
        var read = self.ReadInto(thread, buffer, 0, buffer.Length);
        return new PyBytes(read == count ? buffer : buffer[..read]);
    }

    [PyMethod("readall($self, /)", Doc = "Read to the end.")]
    private static PyValue ReadAll(PyThread thread, PyFileIo self)
    {
        self.RequireOpen();
        long size = 0;
        if (thread.Interpreter.Host.SystemCalls is { } calls && self.Descriptor > 2
            && calls.Status(self.Descriptor, out var status) >= 0 && status is { Kind: FileKind.File })
        {
            size = Math.Max(0, status.Size - Math.Max(0, calls.Seek(self.Descriptor, 0, 1)));
        }

        var buffer = new byte[Math.Min(size + 1, Array.MaxLength)];
        var length = 0;
        while (true)
        {
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Max(buffer.Length * 2, 8192));
            var read = self.ReadInto(thread, buffer, length, buffer.Length - length);
            if (read == 0)
                return new PyBytes(length == buffer.Length ? buffer : buffer[..length]);
            length += read;
        }
    }

    [PyMethod("readinto($self, buffer, /)", Doc = "Read bytes into a buffer; how many.")]
    private static long ReadInto(PyThread thread, PyFileIo self, PyValue buffer)
    {
        var target = ByteConversion.Borrow(thread, buffer, writable: true);
        try
        {
            var bytes = new byte[target.Bytes.Length];
            var count = self.ReadInto(thread, bytes, 0, bytes.Length);
            bytes.AsSpan(0, count).CopyTo(target.Bytes.Span);
            return count;
        }
        finally
        {
            target.Release(thread);
        }
    }

    [PyMethod("write($self, b, /)", Doc = "Write bytes; how many.")]
    private static long Write(PyThread thread, PyFileIo self, PyValue b) => self.WriteBytes(thread, Operators.ToByteArray(thread, b));

    [PyMethod("seek($self, pos, whence=0, /)", Doc = "Move the position; the new one.")]
    private static long Seek(PyThread thread, PyFileIo self, long pos, int whence) => self.SeekTo(thread, pos, whence);

    [PyMethod("tell($self, /)", Doc = "Return the position.")]
    private static long Tell(PyThread thread, PyFileIo self) => self.SeekTo(thread, 0, 1);

    [PyMethod("truncate($self, size=None, /)", Doc = "Set the size, by default to the position.")]
    private static PyValue Truncate(PyThread thread, PyFileIo self, PyValue size)
    {
        self.RequireOpen();
        if (!self.IsWritable)
            throw IoErrors.Unsupported(thread, "File not open for writing");
        var length = size.IsNone ? self.SeekTo(thread, 0, 1) : Operators.ToInt64(thread, size);
        SystemErrors.Check(OpenFiles.Calls(thread).Truncate(self.Descriptor, length));
        return PyValue.FromInt(length);
    }

    [PyMethod("close($self, /)", Doc = "Close the file.")]
    private static void Close(PyThread thread, PyFileIo self)
    {
        try
        {
            // The base's close() flushes, and says that the stream is closed.
            thread.Call(Operators.GetAttribute(thread, PyIoBase.TypeObject, IoCalls.Close), self);
        }
        finally
        {
            var descriptor = self.Descriptor;
            self.Descriptor = -1;
            if (descriptor >= 0 && self._closes)
                OpenFiles.Of(thread).Close(thread, descriptor);
        }
    }

    [PyMethod("seekable($self, /)", Doc = "Tell whether the position can be moved.")]
    private static bool Seekable(PyThread thread, PyFileIo self)
    {
        self.RequireOpen();
        return self.CanSeek(thread);
    }

    [PyMethod("readable($self, /)", Doc = "Tell whether the file was opened for reading.")]
    private static bool Readable(PyThread thread, PyFileIo self)
    {
        self.RequireOpen();
        return self.IsReadable;
    }

    [PyMethod("writable($self, /)", Doc = "Tell whether the file was opened for writing.")]
    private static bool Writable(PyThread thread, PyFileIo self)
    {
        self.RequireOpen();
        return self.IsWritable;
    }

    [PyMethod("fileno($self, /)", Doc = "Return the descriptor.")]
    private static long FileNumber(PyThread thread, PyFileIo self)
    {
        self.RequireOpen();
        return self.Descriptor;
    }

    [PyMethod("isatty($self, /)", Doc = "Tell whether the file is a terminal.")]
    private static bool IsTerminalMethod(PyThread thread, PyFileIo self)
    {
        self.RequireOpen();
        return self.IsTerminal(thread);
    }

    [PyMethod("_isatty_open_only($self, /)", Doc = "Tell whether the file is a terminal, while it is being opened.")]
    private static bool IsTerminalWhileOpening(PyThread thread, PyFileIo self) => self.IsTerminal(thread);

    [PyGetter("closed", Doc = "Whether the file is closed.")]
    private static PyValue GetClosed(PyThread thread, PyFileIo self) => PyValue.FromBool(self.Descriptor < 0);

    [PyGetter("closefd", Doc = "Whether closing the stream closes the descriptor.")]
    private static PyValue GetCloses(PyThread thread, PyFileIo self) => PyValue.FromBool(self._closes);

    [PyGetter("_blksize", Doc = "The size of a good buffer.")]
    private static PyValue GetBlockSize(PyThread thread, PyFileIo self) => PyValue.FromInt(IoModule.DefaultBufferSize);

    [PyGetter("mode", Doc = "The mode.")]
    private static PyValue GetMode(PyThread thread, PyFileIo self) => PyStr.Intern(self.ModeText);

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyFileIo self)
    {
        if (self.Descriptor < 0)
            return PyStr.From($"<{self.Type.FullName} [closed]>");
        var name = Operators.TryGetAttribute(thread, self, IoCalls.Name, out var given)
            ? $"name={Operators.Repr(thread, given).Value}"
            : $"fd={self.Descriptor}";
        return PyStr.From($"<{self.Type.FullName} {name} mode='{self.ModeText}' closefd={(self._closes ? "True" : "False")}>");
    }

    private string ModeText => (_creates ? "xb" : _appends ? "ab" : IsReadable ? "rb" : "wb")
        + (IsReadable && IsWritable ? "+" : "");
}
