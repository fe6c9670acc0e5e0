using Keelback.Vm;

namespace Keelback.Hosting;

/// <summary>The file system of the machine.</summary>
internal sealed class SystemFiles : IFileSystem
{
    // The S_IF... bits of st_mode.
    private const int RegularFile = 0x8000;
    private const int DirectoryFile = 0x4000;
    private const int CharacterDevice = 0x2000;
    private const int SymbolicLink = 0xA000;

    public FileStatus? GetStatus(string path, bool followLinks = true)
    {
        FileSystemInfo info = Directory.Exists(path) ? new DirectoryInfo(path) : new FileInfo(path);
        if (!info.Exists && info.LinkTarget is null)
            return null;
        var isLink = info.LinkTarget is not null;
        if (isLink && followLinks)
        {
            var target = info.ResolveLinkTarget(returnFinalTarget: true);
            if (target is not { Exists: true })
                return null;
            info = target;
            isLink = false;
        }

        var isDirectory = info is DirectoryInfo;
        var isDevice = !isDirectory && !isLink && (info.Attributes & FileAttributes.Device) != 0;
        var kind = isDirectory ? FileKind.Directory : isLink || isDevice ? FileKind.Other : FileKind.File;
        var permissions = OperatingSystem.IsWindows()
            ? (info.Attributes & FileAttributes.ReadOnly) != 0 ? 0x16D : 0x1FF
            : (int)info.UnixFileMode;
        var type = isLink ? SymbolicLink : isDirectory ? DirectoryFile : isDevice ? CharacterDevice : RegularFile;
        return new FileStatus(
            kind,
            info is FileInfo { Exists: true } file && !isLink ? file.Length : isDirectory ? 4096 : info.LinkTarget?.Length ?? 0,
            Nanoseconds(info.LastWriteTimeUtc),
            permissions | type,
            FileNumber(info.FullName),
            1)
        {
            AccessedNanoseconds = Nanoseconds(info.LastAccessTimeUtc),
            ChangedNanoseconds = Nanoseconds(info.LastWriteTimeUtc),
        };
    }

    public IEnumerable<string> List(string path) => Directory.EnumerateFileSystemEntries(path).Select(entry => Path.GetFileName(entry)!);

    public Stream Open(string path, FileMode mode, FileAccess access) =>
        new FileStream(path, mode, access, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);

    public byte[] ReadAllBytes(string path) => File.ReadAllBytes(path);

    public void CreateDirectory(string path) => Directory.CreateDirectory(path);

    public void RemoveDirectory(string path) => Directory.Delete(path);

    public void RemoveFile(string path) => File.Delete(path);

    public void Rename(string from, string to, bool replace)
    {
        if (Directory.Exists(from))
            Directory.Move(from, to);
        else
            File.Move(from, to, replace);
    }

    public string? ReadLink(string path) => new FileInfo(path).LinkTarget;

    public void CreateLink(string path, string target) => File.CreateSymbolicLink(path, target);

    public void SetMode(string path, int mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, (UnixFileMode)(mode & 0xFFF));
        else
            File.SetAttributes(path, (mode & 0x80) != 0 ? FileAttributes.Normal : FileAttributes.ReadOnly);
    }

    public void SetTimes(string path, long accessedNanoseconds, long modifiedNanoseconds)
    {
        File.SetLastAccessTimeUtc(path, DateTime.UnixEpoch.AddTicks(accessedNanoseconds / 100));
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddTicks(modifiedNanoseconds / 100));
    }

    private static long Nanoseconds(DateTime time) => (time - DateTime.UnixEpoch).Ticks * 100;

    // .NET does not tell a file's number; the path stands for it, so that the same path is the same file.
    private static long FileNumber(string path) => string.GetHashCode(path, StringComparison.Ordinal) & 0x7FFFFFFFL;
}
