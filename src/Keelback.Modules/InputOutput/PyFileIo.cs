using Keelback.Modules.Files;
using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>A file by its descriptor. What Python sees is in PyFileIo.Methods.cs.</summary>
[PyType("_io.FileIO", Base = typeof(PyRawIoBase), Doc = "A file, without a buffer.", Flags = TypeFlags.HasDict | TypeFlags.HasWeakReferences)]
internal sealed partial class PyFileIo : PyRawIoBase
{
    private const int WriteOnly = 1;
    private const int ReadWrite = 2;
    private const int Create = 0x40;
    private const int Exclusive = 0x80;
    private const int Truncated = 0x200;
    private const int Append = 0x400;
    private const int IsFolder = 21;

    private bool _closes = true;
    private bool _appends;
    private bool _creates;
    private bool? _isSeekable;

    public PyFileIo(PyType type)
        : base(type)
    {
    }

    /// <summary>The descriptor; -1 once it is closed.</summary>
    public int Descriptor { get; private set; } = -1;

    /// <summary>Whether it may be read.</summary>
    public bool IsReadable { get; private set; }

    /// <summary>Whether it may be written to.</summary>
    public bool IsWritable { get; private set; }

    /// <summary>Opens a file, or takes a descriptor over.</summary>
    public void Open(PyThread thread, PyValue file, string mode, bool closes, PyValue opener)
    {
        var flags = Flags(mode);
        _closes = closes;
        if (file.Ref is not (PyStr or PyBytes) && Operators.IsIndex(file))
        {
            var number = Operators.ToInt64(thread, file);
            if (number < 0)
                throw Raise.ValueError("negative file descriptor");
            Descriptor = (int)number;
        }
        else
        {
            if (!closes)
                throw Raise.ValueError("Cannot use closefd=False with file name");
            Descriptor = OpenPath(thread, file, flags, opener);
        }

        try
        {
            Check(thread, file);
        }
        catch (PyException)
        {
            if (_closes)
                OpenFiles.Of(thread).Close(thread, Descriptor);
            Descriptor = -1;
            throw;
        }

        Attributes.ToDict()[IoCalls.Name] = file;
    }

    /// <summary>Whether it is a terminal.</summary>
    public bool IsTerminal(PyThread thread) => OpenFiles.Of(thread).IsTerminal(thread, Descriptor);

    /// <summary>Reads into an array.</summary>
    public int ReadInto(PyThread thread, byte[] target, int start, int count)
    {
        RequireOpen();
        if (!IsReadable)
            throw IoErrors.Unsupported(thread, "File not open for reading");
        return OpenFiles.Of(thread).Read(thread, Descriptor, target, start, count);
    }

    /// <summary>Writes bytes; how many.</summary>
    public int WriteBytes(PyThread thread, ReadOnlyMemory<byte> source)
    {
        RequireOpen();
        if (!IsWritable)
            throw IoErrors.Unsupported(thread, "File not open for writing");
        return OpenFiles.Of(thread).Write(thread, Descriptor, source);
    }

    /// <summary>Moves the position; the new one.</summary>
    public long SeekTo(PyThread thread, long offset, int origin)
    {
        RequireOpen();
        return OpenFiles.Of(thread).Seek(thread, Descriptor, offset, origin);
    }

    /// <summary>Whether the position can be moved.</summary>
    public bool CanSeek(PyThread thread)
    {
        if (_isSeekable is { } known)
            return known;
        var calls = thread.Interpreter.Host.SystemCalls;
        _isSeekable = calls is not null && calls.Seek(Descriptor, 0, 1) >= 0;
        return _isSeekable.Value;
    }

    private void RequireOpen()
    {
        if (Descriptor < 0)
            throw IoErrors.Closed("I/O operation on closed file");
    }

    private int Flags(string mode)
    {
        var (kind, updates) = ('\0', false);
        foreach (var c in mode)
        {
            switch (c)
            {
                case 'r' or 'w' or 'a' or 'x' when kind == '\0':
                    kind = c;
                    break;
                case '+' when !updates:
                    updates = true;
                    break;
                case 'b':
                    break;
                case 'r' or 'w' or 'a' or 'x' or '+':
                    throw Raise.ValueError("Must have exactly one of create/read/write/append mode and at most one plus");
                default:
                    throw Raise.ValueError($"invalid mode: {mode}");
            }
        }

        if (kind == '\0')
            throw Raise.ValueError("Must have exactly one of create/read/write/append mode and at most one plus");
        IsReadable = kind == 'r' || updates;
        IsWritable = kind != 'r' || updates;
        _appends = kind == 'a';
        _creates = kind == 'x';
        var access = updates ? ReadWrite : kind == 'r' ? 0 : WriteOnly;
        return access | kind switch
        {
            'w' => Create | Truncated,
            'a' => Create | Append,
            'x' => Create | Exclusive,
            _ => 0,
        };
    }

    private static int OpenPath(PyThread thread, PyValue file, int flags, PyValue opener)
    {
        const int CloseOnExec = 0x80000;
        if (opener.IsNone || opener.IsMissing)
        {
            var path = PathArgument.From(thread, file, "open", "file");
            return (int)SystemErrors.Check(OpenFiles.Calls(thread).Open(path.Text, flags, 0x1B6), path.Given);
        }

        var opened = thread.Call(opener, file, PyValue.FromInt(flags | CloseOnExec));
        if (!Operators.IsIndex(opened))
            throw Raise.TypeError("expected integer from opener");
        var descriptor = Operators.ToInt64(thread, opened);
        return descriptor >= 0 ? (int)descriptor : throw Raise.ValueError($"opener returned {descriptor}");
    }

    private void Check(PyThread thread, PyValue file)
    {
        if (thread.Interpreter.Host.SystemCalls is not { } calls)
            return;
        var result = calls.Status(Descriptor, out var status);
        if (result < 0 && Descriptor > 2)
            throw SystemErrors.Make(-result, file);
        if (status is { Kind: FileKind.Directory })
            throw SystemErrors.Make(IsFolder, file);
        if (_appends)
            calls.Seek(Descriptor, 0, 2);
    }
}
