namespace Keelback.Vm;

/// <summary>
/// The calls of a POSIX system that programs see through the os module. A negative result is an error's number, negated;
/// nothing here throws.
/// </summary>
public interface ISystemCalls
{
    /// <summary>Opens a file; its descriptor.</summary>
    int Open(string path, int flags, int mode);

    /// <summary>Closes a descriptor.</summary>
    int Close(int descriptor);

    /// <summary>Reads bytes; how many.</summary>
    long Read(int descriptor, Span<byte> target);

    /// <summary>Writes bytes; how many.</summary>
    long Write(int descriptor, ReadOnlySpan<byte> source);

    /// <summary>Moves the position; the new one.</summary>
    long Seek(int descriptor, long offset, int origin);

    /// <summary>Sets the size of an open file.</summary>
    int Truncate(int descriptor, long length);

    /// <summary>Brings what was written to the disk.</summary>
    int Synchronize(int descriptor);

    /// <summary>A second descriptor of the same file; at a given number where that is not negative.</summary>
    int Duplicate(int descriptor, int target = -1);

    /// <summary>Makes a pipe.</summary>
    int Pipe(out int reader, out int writer);

    /// <summary>Whether the descriptor is a terminal.</summary>
    bool IsTerminal(int descriptor);

    /// <summary>The size of a terminal in characters.</summary>
    int TerminalSize(int descriptor, out int columns, out int lines);

    /// <summary>The status of a path.</summary>
    int Status(string path, bool followLinks, out FileStatus? status);

    /// <summary>The status of an open file.</summary>
    int Status(int descriptor, out FileStatus? status);

    /// <summary>The names in a directory, without . and ..</summary>
    int List(string path, out IReadOnlyList<string> names);

    /// <summary>Makes a directory.</summary>
    int MakeDirectory(string path, int mode);

    /// <summary>Removes an empty directory.</summary>
    int RemoveDirectory(string path);

    /// <summary>Removes a name of a file.</summary>
    int Unlink(string path);

    /// <summary>Renames, in place of what has the new name.</summary>
    int Rename(string from, string to);

    /// <summary>Gives a file a second name.</summary>
    int Link(string from, string to);

    /// <summary>Makes a symbolic link.</summary>
    int SymbolicLink(string target, string path);

    /// <summary>Where a symbolic link leads.</summary>
    int ReadLink(string path, out string target);

    /// <summary>Sets the permission bits.</summary>
    int ChangeMode(string path, int mode);

    /// <summary>Whether the process may read, write or execute.</summary>
    int Access(string path, int mode);

    /// <summary>Sets the times, in nanoseconds since 1970-01-01 UTC.</summary>
    int SetTimes(string path, long accessed, long modified, bool followLinks);

    /// <summary>Sets the mask of permission bits; the one before.</summary>
    int SetMask(int mask);

    /// <summary>Makes a directory the current one.</summary>
    int ChangeDirectory(string path);

    /// <summary>Sends a signal.</summary>
    int Kill(int process, int signal);

    /// <summary>A number that the system has for the process.</summary>
    int Identity(ProcessIdentity which);

    /// <summary>Whether a descriptor is closed where another program starts.</summary>
    int SetInheritable(int descriptor, bool isInheritable);

    /// <summary>Whether a descriptor stays open where another program starts.</summary>
    int GetInheritable(int descriptor);

    /// <summary>Ends the process at once.</summary>
    void Exit(int code);
}

/// <summary>The numbers by which a system knows a process and its owner.</summary>
public enum ProcessIdentity
{
    /// <summary>The owner.</summary>
    User,

    /// <summary>The owner whose rights count.</summary>
    EffectiveUser,

    /// <summary>The group.</summary>
    Group,

    /// <summary>The group whose rights count.</summary>
    EffectiveGroup,

    /// <summary>The process that started this one.</summary>
    Parent,
}
