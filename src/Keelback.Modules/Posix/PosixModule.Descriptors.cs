using Keelback.Modules.Files;
using Keelback.Vm;

namespace Keelback.Modules.Posix;

/// <summary>Open files by descriptor.</summary>
internal static partial class PosixModule
{
    private static readonly StructureType s_terminalSize = new("os.terminal_size", "The size of a terminal.", ["columns", "lines"]);

    [PyFunction("open(path, flags, mode=511, *, dir_fd=None)", Doc = "Open a file; its descriptor.")]
    private static long Open(PyThread thread, PyValue path, int flags, int mode, PyValue dirFd)
    {
        RefuseFolder(dirFd);
        var file = PathArgument.From(thread, path, "open");
        return SystemErrors.Check(OpenFiles.Calls(thread).Open(file.Text, flags, mode), file.Given);
    }

    [PyFunction("close(fd)", Doc = "Close a descriptor.")]
    private static void Close(PyThread thread, int fd) => OpenFiles.Of(thread).Close(thread, fd);

    [PyFunction("closerange(fd_low, fd_high, /)", Doc = "Close all descriptors in a range.")]
    private static void CloseRange(PyThread thread, int fdLow, int fdHigh)
    {
        var calls = OpenFiles.Calls(thread);
        for (var fd = Math.Max(fdLow, 0); fd < fdHigh; fd++)
            calls.Close(fd);
    }

    [PyFunction("read(fd, length, /)", Doc = "Read at most so many bytes.")]
    private static PyValue Read(PyThread thread, int fd, int length)
    {
        if (length < 0)
            throw SystemErrors.Make(22);
        var buffer = new byte[length];
        var count = OpenFiles.Of(thread).Read(thread, fd, buffer, 0, length);
        return new PyBytes(count == length ? buffer : buffer[..count]);
    }

    [PyFunction("readinto(fd, buffer, /)", Doc = "Read bytes into a buffer; how many.")]
    private static long ReadInto(PyThread thread, int fd, PyValue buffer)
    {
        var target = ByteConversion.Borrow(thread, buffer, writable: true);
        try
        {
            var bytes = new byte[target.Bytes.Length];
            var count = OpenFiles.Of(thread).Read(thread, fd, bytes, 0, bytes.Length);
            bytes.AsSpan(0, count).CopyTo(target.Bytes.Span);
            return count;
        }
        finally
        {
            target.Release(thread);
        }
    }

    [PyFunction("write(fd, data, /)", Doc = "Write bytes; how many.")]
    private static long Write(PyThread thread, int fd, PyValue data) =>
        OpenFiles.Of(thread).Write(thread, fd, Operators.ToByteArray(thread, data));

    [PyFunction("lseek(fd, position, whence, /)", Doc = "Move the position in an open file; the new one.")]
    private static long Seek(PyThread thread, int fd, long position, int whence) =>
        OpenFiles.Of(thread).Seek(thread, fd, position, whence);

    [PyFunction("fsync(fd)", Doc = "Bring what was written to the disk.")]
    private static void Synchronize(PyThread thread, int fd) => SystemErrors.Check(OpenFiles.Calls(thread).Synchronize(fd));

    [PyFunction("fdatasync(fd)", Doc = "Bring the data that was written to the disk.")]
    private static void SynchronizeData(PyThread thread, int fd) => SystemErrors.Check(OpenFiles.Calls(thread).Synchronize(fd));

    [PyFunction("ftruncate(fd, length, /)", Doc = "Set the size of an open file.")]
    private static void Truncate(PyThread thread, int fd, long length) => SystemErrors.Check(OpenFiles.Calls(thread).Truncate(fd, length));

    [PyFunction("fstat(fd)", Doc = "Return the status of an open file.")]
    private static PyValue Status(PyThread thread, int fd)
    {
        SystemErrors.Check(OpenFiles.Calls(thread).Status(fd, out var status));
        return FileStatuses.Create(status!);
    }

    [PyFunction("isatty(fd, /)", Doc = "Tell whether a descriptor is a terminal.")]
    private static bool IsTerminal(PyThread thread, int fd) => OpenFiles.Of(thread).IsTerminal(thread, fd);

    [PyFunction("dup(fd, /)", Doc = "Make a second descriptor of the same file.")]
    private static long Duplicate(PyThread thread, int fd)
    {
        var calls = OpenFiles.Calls(thread);
        var made = (int)SystemErrors.Check(calls.Duplicate(fd));
        calls.SetInheritable(made, false);
        return made;
    }

    [PyFunction("dup2(fd, fd2, inheritable=True)", Doc = "Make a descriptor one of the same file as another.")]
    private static long DuplicateTo(PyThread thread, int fd, int fd2, bool inheritable)
    {
        var calls = OpenFiles.Calls(thread);
        SystemErrors.Check(calls.Duplicate(fd, fd2));
        calls.SetInheritable(fd2, inheritable);
        OpenFiles.Of(thread).Reopened(fd2);
        return fd2;
    }

    [PyFunction("pipe()", Doc = "Make a pipe: the descriptors to read from and to write to.")]
    private static PyValue Pipe(PyThread thread)
    {
        SystemErrors.Check(OpenFiles.Calls(thread).Pipe(out var reader, out var writer));
        return PyTuple.From(PyValue.FromInt(reader), PyValue.FromInt(writer));
    }

    [PyFunction("get_inheritable(fd, /)", Doc = "Tell whether programs that are started get a descriptor.")]
    private static bool GetInheritable(PyThread thread, int fd) => SystemErrors.Check(OpenFiles.Calls(thread).GetInheritable(fd)) != 0;

    [PyFunction("set_inheritable(fd, inheritable, /)", Doc = "Say whether programs that are started get a descriptor.")]
    private static void SetInheritable(PyThread thread, int fd, int inheritable) =>
        SystemErrors.Check(OpenFiles.Calls(thread).SetInheritable(fd, inheritable != 0));

    [PyFunction("get_terminal_size(fd=1, /)", Doc = "Return the columns and lines of a terminal.")]
    private static PyValue GetTerminalSize(PyThread thread, int fd)
    {
        SystemErrors.Check(OpenFiles.Calls(thread).TerminalSize(fd, out var columns, out var lines));
        return s_terminalSize.Create(PyValue.FromInt(columns), PyValue.FromInt(lines));
    }

    [PyFunction("device_encoding(fd)", Doc = "Return the encoding of a terminal, or None where it is none.")]
    private static PyValue DeviceEncoding(PyThread thread, int fd) =>
        OpenFiles.Of(thread).IsTerminal(thread, fd) ? PyStr.Intern("utf-8") : PyValue.None;
}
