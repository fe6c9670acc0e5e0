namespace Keelback.Vm;

/// <summary>What kind of thing a path names.</summary>
public enum FileKind
{
    /// <summary>A regular file.</summary>
    File,

    /// <summary>A directory.</summary>
    Directory,

    /// <summary>Anything else: a device, a pipe, a socket.</summary>
    Other,
}

/// <summary>What the file system knows of a file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="ModifiedNanoseconds">When it was last written: nanoseconds since 1970-01-01 UTC.</param>
/// <param name="Mode">The st_mode bits.</param>
/// <param name="Inode">The number of the file on its device.</param>
/// <param name="Device">The number of the device.</param>
public sealed record FileStatus(FileKind Kind, long Size, long ModifiedNanoseconds, int Mode, long Inode, long Device)
{
    /// <summary>When it was last read: nanoseconds since 1970-01-01 UTC.</summary>
    public long AccessedNanoseconds { get; init; }

    /// <summary>When its status last changed: nanoseconds since 1970-01-01 UTC.</summary>
    public long ChangedNanoseconds { get; init; }

    /// <summary>The number of names it has.</summary>
    public int LinkCount { get; init; } = 1;

    /// <summary>The owner's number.</summary>
    public int UserId { get; init; }

    /// <summary>The group's number.</summary>
    public int GroupId { get; init; }

    /// <summary>The size of a block to read or write at once.</summary>
    public int BlockSize { get; init; } = 4096;

    /// <summary>How many blocks of 512 bytes the file takes.</summary>
    public long BlockCount { get; init; }

    /// <summary>The number of the device that the file is.</summary>
    public long SpecialDevice { get; init; }
}

/// <summary>
/// Files and folders. Methods throw IOException and its kin, or UnauthorizedAccessException, which Python sees as
/// OSError.
/// </summary>
public interface IFileSystem
{
    /// <summary>The status of a path, following links or not; null where there is nothing.</summary>
    FileStatus? GetStatus(string path, bool followLinks = true);

    /// <summary>The names in a directory, in any order, without . and ..</summary>
    IEnumerable<string> List(string path);

    /// <summary>Opens a file.</summary>
    Stream Open(string path, FileMode mode, FileAccess access);

    /// <summary>The whole of a file.</summary>
    byte[] ReadAllBytes(string path);

    /// <summary>Makes a directory, whose parent must exist.</summary>
    void CreateDirectory(string path);

    /// <summary>Removes an empty directory.</summary>
    void RemoveDirectory(string path);

    /// <summary>Removes a file.</summary>
    void RemoveFile(string path);

    /// <summary>Renames, putting the new name's file away where asked.</summary>
    void Rename(string from, string to, bool replace);

    /// <summary>Where a link leads; null where it is none.</summary>
    string? ReadLink(string path);

    /// <summary>Makes a symbolic link.</summary>
    void CreateLink(string path, string target);

    /// <summary>Sets the permission bits.</summary>
    void SetMode(string path, int mode);

    /// <summary>Sets the times, in nanoseconds since 1970-01-01 UTC.</summary>
    void SetTimes(string path, long accessedNanoseconds, long modifiedNanoseconds);
}
