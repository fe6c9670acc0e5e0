using Keelback.Modules.Files;
using Keelback.Vm;

namespace Keelback.Modules.Posix;

/// <summary>Files and folders by path.</summary>
internal static partial class PosixModule
{
    [PyFunction("stat(path, *, dir_fd=None, follow_symlinks=True)", Doc = "Return the status of a file, by path or descriptor.")]
    private static PyValue Stat(PyThread thread, PyValue path, PyValue dirFd, bool followSymlinks)
    {
        RefuseFolder(dirFd);
        return FileStatuses.Create(StatusOf(thread, PathArgument.From(thread, path, "stat", allowsDescriptor: true), followSymlinks));
    }

    [PyFunction("lstat(path, *, dir_fd=None)", Doc = "Return the status of a file, and of a link itself.")]
    private static PyValue LinkStat(PyThread thread, PyValue path, PyValue dirFd)
    {
        RefuseFolder(dirFd);
        return FileStatuses.Create(StatusOf(thread, PathArgument.From(thread, path, "lstat"), false));
    }

    [PyFunction("access(path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True)", Doc = "Tell whether the process may use a file.")]
    private static bool Access(PyThread thread, PyValue path, int mode, PyValue dirFd, bool effectiveIds, bool followSymlinks)
    {
        RefuseFolder(dirFd);
        return OpenFiles.Calls(thread).Access(PathArgument.From(thread, path, "access").Text, mode) == 0;
    }

    [PyFunction("listdir(path=None)", Doc = "Return the names in a folder, in any order.")]
    private static PyValue ListFolder(PyThread thread, PyValue path)
    {
        var folder = FolderOf(thread, path, "listdir");
        SystemErrors.Check(OpenFiles.Calls(thread).List(folder.Text, out var names), folder.Given);
        var list = new PyList(names.Count);
        foreach (var name in names)
            list.Add(folder.Like(thread, name));
        return list;
    }

    [PyFunction("scandir(path=None)", Doc = "Return an iterator of the entries of a folder.")]
    private static PyValue ScanFolder(PyThread thread, PyValue path)
    {
        var folder = FolderOf(thread, path, "scandir");
        SystemErrors.Check(OpenFiles.Calls(thread).List(folder.Text, out var names), folder.Given);
        return new PyDirectoryIterator(folder, names);
    }

    [PyFunction("mkdir(path, mode=511, *, dir_fd=None)", Doc = "Make a folder.")]
    private static void MakeFolder(PyThread thread, PyValue path, int mode, PyValue dirFd)
    {
        RefuseFolder(dirFd);
        var folder = PathArgument.From(thread, path, "mkdir");
        SystemErrors.Check(OpenFiles.Calls(thread).MakeDirectory(folder.Text, mode), folder.Given);
    }

    [PyFunction("rmdir(path, *, dir_fd=None)", Doc = "Remove an empty folder.")]
    private static void RemoveFolder(PyThread thread, PyValue path, PyValue dirFd)
    {
        RefuseFolder(dirFd);
        var folder = PathArgument.From(thread, path, "rmdir");
        SystemErrors.Check(OpenFiles.Calls(thread).RemoveDirectory(folder.Text), folder.Given);
    }

    [PyFunction("unlink(path, *, dir_fd=None)", Doc = "Remove a file.")]
    private static void Unlink(PyThread thread, PyValue path, PyValue dirFd) => RemoveFile(thread, path, dirFd, "unlink");

    [PyFunction("remove(path, *, dir_fd=None)", Doc = "Remove a file.")]
    private static void Remove(PyThread thread, PyValue path, PyValue dirFd) => RemoveFile(thread, path, dirFd, "remove");

    [PyFunction("rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", Doc = "Rename a file or folder.")]
    private static void Rename(PyThread thread, PyValue src, PyValue dst, PyValue srcDirFd, PyValue dstDirFd) =>
        Move(thread, src, dst, srcDirFd, dstDirFd, "rename");

    [PyFunction("replace(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", Doc = "Rename a file or folder, in place of another.")]
    private static void Replace(PyThread thread, PyValue src, PyValue dst, PyValue srcDirFd, PyValue dstDirFd) =>
        Move(thread, src, dst, srcDirFd, dstDirFd, "replace");

    [PyFunction("link(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)", Doc = "Give a file a second name.")]
    private static void Link(PyThread thread, PyValue src, PyValue dst, PyValue srcDirFd, PyValue dstDirFd, bool followSymlinks)
    {
        RefuseFolder(srcDirFd);
        RefuseFolder(dstDirFd);
        var (from, to) = (PathArgument.From(thread, src, "link", "src"), PathArgument.From(thread, dst, "link", "dst"));
        SystemErrors.Check(OpenFiles.Calls(thread).Link(from.Text, to.Text), from.Given, to.Given);
    }

    [PyFunction("symlink(src, dst, target_is_directory=False, *, dir_fd=None)", Doc = "Make a symbolic link of name dst to src.")]
    private static void SymbolicLink(PyThread thread, PyValue src, PyValue dst, bool targetIsDirectory, PyValue dirFd)
    {
        RefuseFolder(dirFd);
        var (target, path) = (PathArgument.From(thread, src, "symlink", "src"), PathArgument.From(thread, dst, "symlink", "dst"));
        SystemErrors.Check(OpenFiles.Calls(thread).SymbolicLink(target.Text, path.Text), target.Given, path.Given);
    }

    [PyFunction("readlink(path, *, dir_fd=None)", Doc = "Return where a symbolic link leads.")]
    private static PyValue ReadLink(PyThread thread, PyValue path, PyValue dirFd)
    {
        RefuseFolder(dirFd);
        var link = PathArgument.From(thread, path, "readlink");
        SystemErrors.Check(OpenFiles.Calls(thread).ReadLink(link.Text, out var target), link.Given);
        return link.Like(thread, target);
    }

    [PyFunction("chmod(path, mode, *, dir_fd=None, follow_symlinks=True)", Doc = "Set the permission bits of a file.")]
    private static void ChangeMode(PyThread thread, PyValue path, int mode, PyValue dirFd, bool followSymlinks)
    {
        RefuseFolder(dirFd);
        var file = PathArgument.From(thread, path, "chmod");
        SystemErrors.Check(OpenFiles.Calls(thread).ChangeMode(file.Text, mode), file.Given);
    }

    [PyFunction("utime(path, times=None, *, ns=<missing>, dir_fd=None, follow_symlinks=True)", Doc = "Set when a file was last read and written.")]
    private static void SetTimes(PyThread thread, PyValue path, PyValue times, PyValue ns, PyValue dirFd, bool followSymlinks)
    {
        RefuseFolder(dirFd);
        var file = PathArgument.From(thread, path, "utime");
        if (!times.IsNone && !ns.IsMissing)
            throw Raise.ValueError("utime: you may specify either 'times' or 'ns' but not both");
        long accessed;
        long modified;
        if (!ns.IsMissing)
        {
            if (ns.Ref is not PyTuple { Count: 2 } given)
                throw Raise.TypeError("utime: 'ns' must be a tuple of two ints");
            (accessed, modified) = (Operators.ToInt64(thread, given[0]), Operators.ToInt64(thread, given[1]));
        }
        else if (times.IsNone)
        {
            accessed = modified = thread.Interpreter.Host.Clock?.WallNanoseconds ?? 0;
        }
        else
        {
            if (times.Ref is not PyTuple { Count: 2 } given)
                throw Raise.TypeError("utime: 'times' must be either a tuple of two ints or None");
            (accessed, modified) = (Nanoseconds(thread, given[0]), Nanoseconds(thread, given[1]));
        }

        SystemErrors.Check(OpenFiles.Calls(thread).SetTimes(file.Text, accessed, modified, followSymlinks), file.Given);
    }

    [PyFunction("truncate(path, length)", Doc = "Set the size of a file.")]
    private static void TruncatePath(PyThread thread, PyValue path, long length)
    {
        const int WriteOnly = 1;
        var calls = OpenFiles.Calls(thread);
        var file = PathArgument.From(thread, path, "truncate", allowsDescriptor: true);
        var descriptor = file.IsDescriptor ? file.Descriptor : (int)SystemErrors.Check(calls.Open(file.Text, WriteOnly, 0), file.Given);
        var result = calls.Truncate(descriptor, length);
        if (!file.IsDescriptor)
            calls.Close(descriptor);
        SystemErrors.Check(result, file.Given);
    }

    [PyFunction("getcwd()", Doc = "Return the current folder.")]
    private static string CurrentFolder(PyThread thread) => thread.Interpreter.Host.Environment?.CurrentDirectory ?? "/";

    [PyFunction("getcwdb()", Doc = "Return the current folder as bytes.")]
    private static PyValue CurrentFolderBytes(PyThread thread) => PathArgument.Like(thread, CurrentFolder(thread), true);

    [PyFunction("chdir(path)", Doc = "Make a folder the current one.")]
    private static void ChangeFolder(PyThread thread, PyValue path)
    {
        var folder = PathArgument.From(thread, path, "chdir");
        SystemErrors.Check(OpenFiles.Calls(thread).ChangeDirectory(folder.Text), folder.Given);
    }

    [PyFunction("umask(mask, /)", Doc = "Set the permission bits that new files do not get; those before.")]
    private static long SetMask(PyThread thread, int mask) => OpenFiles.Calls(thread).SetMask(mask);

    internal static FileStatus StatusOf(PyThread thread, PathArgument path, bool followLinks)
    {
        var calls = OpenFiles.Calls(thread);
        FileStatus? status = null;
        if (path.IsDescriptor)
            SystemErrors.Check(calls.Status(path.Descriptor, out status), path.Given);
        else
            SystemErrors.Check(path.Text.Length == 0 ? -2 : calls.Status(path.Text, followLinks, out status), path.Given);
        return status!;
    }

    private static PathArgument FolderOf(PyThread thread, PyValue path, string function) => path.IsNone
        ? new PathArgument(".", -1, PyStr.From("."), false)
        : PathArgument.From(thread, path, function);

    private static void RemoveFile(PyThread thread, PyValue path, PyValue folder, string function)
    {
        RefuseFolder(folder);
        var file = PathArgument.From(thread, path, function);
        SystemErrors.Check(OpenFiles.Calls(thread).Unlink(file.Text), file.Given);
    }

    private static void Move(PyThread thread, PyValue src, PyValue dst, PyValue fromFolder, PyValue toFolder, string function)
    {
        RefuseFolder(fromFolder);
        RefuseFolder(toFolder);
        var (from, to) = (PathArgument.From(thread, src, function, "src"), PathArgument.From(thread, dst, function, "dst"));
        SystemErrors.Check(OpenFiles.Calls(thread).Rename(from.Text, to.Text), from.Given, to.Given);
    }

    private static long Nanoseconds(PyThread thread, PyValue seconds) => seconds.IsFloat
        ? (long)Math.Floor(seconds.DoubleBits * 1e9)
        : Operators.ToInt64(thread, seconds) * 1_000_000_000;
}
