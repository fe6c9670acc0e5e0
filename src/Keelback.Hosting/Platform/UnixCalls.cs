using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Keelback.Vm;

namespace Keelback.Hosting;

/// <summary>The system calls of Linux and macOS, through the C library; its functions are named in UnixLibrary.cs.</summary>
internal sealed class UnixCalls : ISystemCalls
{
    private const int NotFound = 2;
    private const int NotADirectory = 20;
    private const int Denied = 13;
    private const int Invalid = 22;
    private const int CloseOnExec = 0x80000;
    private const int CurrentFolder = -100;

    public int Open(string path, int flags, int mode) => Result(UnixLibrary.Open(path, flags | CloseOnExec, mode));

    public int Close(int descriptor) => Result(UnixLibrary.Close(descriptor));

    public long Read(int descriptor, Span<byte> target) =>
        Result(UnixLibrary.Read(descriptor, ref MemoryMarshal.GetReference(target), target.Length));

    public long Write(int descriptor, ReadOnlySpan<byte> source) =>
        Result(UnixLibrary.Write(descriptor, ref MemoryMarshal.GetReference(source), source.Length));

    public long Seek(int descriptor, long offset, int origin) => Result((nint)UnixLibrary.Seek(descriptor, offset, origin));

    public int Truncate(int descriptor, long length) => Result(UnixLibrary.Truncate(descriptor, length));

    public int Synchronize(int descriptor) => Result(UnixLibrary.Synchronize(descriptor));

    public int Duplicate(int descriptor, int target = -1) =>
        Result(target < 0 ? UnixLibrary.Duplicate(descriptor) : UnixLibrary.DuplicateTo(descriptor, target));

    public int Pipe(out int reader, out int writer)
    {
        Span<int> ends = stackalloc int[2];
        var result = Result(UnixLibrary.Pipe(ref ends[0]));
        (reader, writer) = (ends[0], ends[1]);
        if (result < 0)
            return result;
        SetInheritable(reader, false);
        return SetInheritable(writer, false);
    }

    public bool IsTerminal(int descriptor) => UnixLibrary.IsTerminal(descriptor) == 1;

    public int TerminalSize(int descriptor, out int columns, out int lines)
    {
        const int GetWindowSize = 0x5413;
        Span<ushort> size = stackalloc ushort[4];
        var result = Result(UnixLibrary.Control(descriptor, GetWindowSize, ref size[0]));
        (columns, lines) = (size[1], size[0]);
        return result;
    }

    public int Status(string path, bool followLinks, out FileStatus? status)
    {
        const int NoFollow = 0x100;
        return ReadStatus(CurrentFolder, path, followLinks ? 0 : NoFollow, out status);
    }

    public int Status(int descriptor, out FileStatus? status)
    {
        const int EmptyPath = 0x1000;
        return ReadStatus(descriptor, "", EmptyPath, out status);
    }

    public int List(string path, out IReadOnlyList<string> names)
    {
        names = [];
        try
        {
            names = [.. Directory.EnumerateFileSystemEntries(path).Select(entry => Path.GetFileName(entry))];
            return 0;
        }
        catch (DirectoryNotFoundException)
        {
            return Status(path, true, out _) < 0 ? -NotFound : -NotADirectory;
        }
        catch (UnauthorizedAccessException)
        {
            return -Denied;
        }
        catch (IOException exception)
        {
            return Status(path, true, out var status) == 0 && status!.Kind != FileKind.Directory
                ? -NotADirectory
                : exception.HResult is > 0 and < 200 ? -exception.HResult : -Invalid;
        }
        catch (ArgumentException)
        {
            return -NotFound;
        }
    }

    public int MakeDirectory(string path, int mode) => Result(UnixLibrary.MakeDirectory(path, mode));

    public int RemoveDirectory(string path) => Result(UnixLibrary.RemoveDirectory(path));

    public int Unlink(string path) => Result(UnixLibrary.Unlink(path));

    public int Rename(string from, string to) => Result(UnixLibrary.Rename(from, to));

    public int Link(string from, string to) => Result(UnixLibrary.Link(from, to));

    public int SymbolicLink(string target, string path) => Result(UnixLibrary.SymbolicLink(target, path));

    public int ReadLink(string path, out string target)
    {
        var buffer = new byte[4096];
        var length = Result(UnixLibrary.ReadLink(path, ref buffer[0], buffer.Length));
        target = length < 0 ? "" : Encoding.UTF8.GetString(buffer, 0, (int)length);
        return (int)Math.Min(length, 0);
    }

    public int ChangeMode(string path, int mode) => Result(UnixLibrary.ChangeMode(path, mode));

    public int Access(string path, int mode) => Result(UnixLibrary.Access(path, mode));

    public int SetTimes(string path, long accessed, long modified, bool followLinks)
    {
        const long Second = 1_000_000_000;
        Span<long> times =
        [
            Math.DivRem(accessed, Second, out var accessedRest), accessedRest,
            Math.DivRem(modified, Second, out var modifiedRest), modifiedRest,
        ];
        return Result(UnixLibrary.SetTimes(CurrentFolder, path, ref times[0], followLinks ? 0 : 0x100));
    }

    public int SetMask(int mask) => UnixLibrary.SetMask(mask);

    public int ChangeDirectory(string path)
    {
        var result = Result(UnixLibrary.ChangeDirectory(path));
        return result;
    }

    public int Kill(int process, int signal) => Result(UnixLibrary.Kill(process, signal));

    public int Identity(ProcessIdentity which) => which switch
    {
        ProcessIdentity.User => UnixLibrary.GetUser(),
        ProcessIdentity.EffectiveUser => UnixLibrary.GetEffectiveUser(),
        ProcessIdentity.Group => UnixLibrary.GetGroup(),
        ProcessIdentity.EffectiveGroup => UnixLibrary.GetEffectiveGroup(),
        _ => UnixLibrary.GetParent(),
    };

    public int SetInheritable(int descriptor, bool isInheritable) =>
        Result(UnixLibrary.ControlFile(descriptor, 2, isInheritable ? 0 : 1));

    public int GetInheritable(int descriptor)
    {
        var flags = Result(UnixLibrary.ControlFile(descriptor, 1, 0));
        return flags < 0 ? flags : (flags & 1) == 0 ? 1 : 0;
    }

    public void Exit(int code) => UnixLibrary.Exit(code);

    private static int Result(int result) => result >= 0 ? result : -Marshal.GetLastPInvokeError();

    private static long Result(nint result) => result >= 0 ? result : -Marshal.GetLastPInvokeError();

    // The structure of statx is the same on every machine: it is read by offsets.
    private static int ReadStatus(int folder, string path, int flags, out FileStatus? status)
    {
        const int BasicStatistics = 0x7FF;
        status = null;
        Span<byte> data = stackalloc byte[256];
        var result = Result(UnixLibrary.Status(folder, path, flags, BasicStatistics, ref data[0]));
        if (result < 0)
            return result;
        var mode = BinaryPrimitives.ReadUInt16LittleEndian(data[28..]);
        var kind = (mode & 0xF000) switch
        {
            0x8000 => FileKind.File,
            0x4000 => FileKind.Directory,
            _ => FileKind.Other,
        };
        status = new FileStatus(
            kind,
            BinaryPrimitives.ReadInt64LittleEndian(data[40..]),
            Time(data[112..]),
            mode,
            BinaryPrimitives.ReadInt64LittleEndian(data[32..]),
            Device(data[136..]))
        {
            AccessedNanoseconds = Time(data[64..]),
            ChangedNanoseconds = Time(data[96..]),
            LinkCount = BinaryPrimitives.ReadInt32LittleEndian(data[16..]),
            UserId = BinaryPrimitives.ReadInt32LittleEndian(data[20..]),
            GroupId = BinaryPrimitives.ReadInt32LittleEndian(data[24..]),
            BlockSize = BinaryPrimitives.ReadInt32LittleEndian(data[4..]),
            BlockCount = BinaryPrimitives.ReadInt64LittleEndian(data[48..]),
            SpecialDevice = Device(data[128..]),
        };
        return 0;
    }

    private static long Time(ReadOnlySpan<byte> data) =>
        (BinaryPrimitives.ReadInt64LittleEndian(data) * 1_000_000_000) + BinaryPrimitives.ReadInt32LittleEndian(data[8..]);

    private static long Device(ReadOnlySpan<byte> data)
    {
        long major = BinaryPrimitives.ReadUInt32LittleEndian(data);
        long minor = BinaryPrimitives.ReadUInt32LittleEndian(data[4..]);
        return (minor & 0xFF) | ((major & 0xFFF) << 8) | ((minor & ~0xFFL) << 12) | ((major & ~0xFFFL) << 32);
    }
}
