using Keelback.Modules.Files;
using Keelback.Vm;

namespace Keelback.Modules.Posix;

/// <summary>os.DirEntry: an entry that scandir() found.</summary>
[PyType("posix.DirEntry", Doc = "An entry of a folder.", Flags = TypeFlags.Final | TypeFlags.NoInstantiation)]
internal sealed partial class PyDirectoryEntry : PyObject
{
    private const int TypeMask = 0xF000;
    private const int Folder = 0x4000;
    private const int RegularFile = 0x8000;
    private const int SymbolicLink = 0xA000;
    private const int NotFound = 2;

    private readonly PathArgument _folder;
    private readonly string _name;
    private FileStatus? _status;
    private FileStatus? _linkStatus;

    public PyDirectoryEntry(PathArgument folder, string name)
        : base(TypeObject)
    {
        _folder = folder;
        _name = name;
    }

    protected internal override void Traverse(Gc.ReferenceVisitor visitor)
    {
        base.Traverse(visitor);
        visitor.Visit(_folder.Given.Ref);
    }

    private string Path => _folder.Text.EndsWith('/') ? _folder.Text + _name : $"{_folder.Text}/{_name}";

    [PyGetter("name", Doc = "The name in the folder.", Member = true)]
    private static PyValue GetName(PyThread thread, PyDirectoryEntry self) => self._folder.Like(thread, self._name);

    [PyGetter("path", Doc = "The folder's path and the name.", Member = true)]
    private static PyValue GetPath(PyThread thread, PyDirectoryEntry self) => self._folder.Like(thread, self.Path);

    [PyMethod("__fspath__($self, /)", Doc = "Return the path.")]
    private static PyValue FsPath(PyThread thread, PyDirectoryEntry self) => GetPath(thread, self);

    [PyMethod("stat($self, /, *, follow_symlinks=True)", Doc = "Return the status of the entry.")]
    private static PyValue Stat(PyThread thread, PyDirectoryEntry self, bool followSymlinks) =>
        FileStatuses.Create(self.Status(thread, followSymlinks));

    [PyMethod("is_dir($self, /, *, follow_symlinks=True)", Doc = "Tell whether it is a folder.")]
    private static bool IsFolder(PyThread thread, PyDirectoryEntry self, bool followSymlinks) => self.Is(thread, Folder, followSymlinks);

    [PyMethod("is_file($self, /, *, follow_symlinks=True)", Doc = "Tell whether it is a regular file.")]
    private static bool IsFile(PyThread thread, PyDirectoryEntry self, bool followSymlinks) => self.Is(thread, RegularFile, followSymlinks);

    [PyMethod("is_symlink($self, /)", Doc = "Tell whether it is a symbolic link.")]
    private static bool IsLink(PyThread thread, PyDirectoryEntry self) => self.Is(thread, SymbolicLink, false);

    [PyMethod("is_junction($self, /)", Doc = "Tell whether it is a junction, which only Windows has.")]
    private static bool IsJunction(PyThread thread, PyDirectoryEntry self) => false;

    [PyMethod("inode($self, /)", Doc = "Return the number of the file on its device.")]
    private static long Inode(PyThread thread, PyDirectoryEntry self) => self.Status(thread, false).Inode;

    [PyMethod("__class_getitem__($type, key, /)", ClassMethod = true, Doc = "See PEP 585.")]
    private static PyValue ClassGetItem(PyThread thread, PyType cls, PyValue key) => new PyGenericAlias(cls, key);

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyDirectoryEntry self) =>
        PyStr.From($"<DirEntry {Operators.Repr(thread, GetName(thread, self)).Value}>");

    private FileStatus Status(PyThread thread, bool followsLinks)
    {
        ref var known = ref followsLinks ? ref _status : ref _linkStatus;
        if (known is null)
        {
            SystemErrors.Check(OpenFiles.Calls(thread).Status(Path, followsLinks, out var status), GetPath(thread, this));
            known = status;
        }

        return known!;
    }

    private bool Is(PyThread thread, int type, bool followsLinks)
    {
        var known = followsLinks ? _status : _linkStatus;
        if (known is null)
        {
            var result = OpenFiles.Calls(thread).Status(Path, followsLinks, out known);
            if (result == -NotFound)
                return false;
            SystemErrors.Check(result, GetPath(thread, this));
            if (followsLinks)
                _status = known;
            else
                _linkStatus = known;
        }

        return (known!.Mode & TypeMask) == type;
    }
}

/// <summary>The iterator that scandir() returns.</summary>
[PyType("posix.ScandirIterator", Doc = "The entries of a folder.", Flags = TypeFlags.Final | TypeFlags.NoInstantiation)]
internal sealed partial class PyDirectoryIterator : PyObject
{
    private readonly PathArgument _folder;
    private readonly IReadOnlyList<string> _names;
    private int _next;

    public PyDirectoryIterator(PathArgument folder, IReadOnlyList<string> names)
        : base(TypeObject)
    {
        _folder = folder;
        _names = names;
    }

    protected internal override void Traverse(Gc.ReferenceVisitor visitor)
    {
        base.Traverse(visitor);
        visitor.Visit(_folder.Given.Ref);
    }

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyDirectoryIterator self) => self;

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyDirectoryIterator self) => self._next < self._names.Count
        ? new PyDirectoryEntry(self._folder, self._names[self._next++])
        : default(PyValue);

    [PyMethod("close($self, /)", Doc = "End the iteration.")]
    private static void Close(PyThread thread, PyDirectoryIterator self) => self._next = self._names.Count;

    [PyMethod("__enter__($self, /)", Doc = "Return the iterator.")]
    private static PyValue Enter(PyThread thread, PyDirectoryIterator self) => self;

    [PyMethod("__exit__($self, /, *args)", Doc = "End the iteration.")]
    private static void Exit(PyThread thread, PyDirectoryIterator self, ReadOnlySpan<PyValue> args) => Close(thread, self);
}
