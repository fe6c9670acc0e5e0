using Keelback.Modules.Files;
using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>The _io module: streams of bytes and of text.</summary>
[PyModule("_io", Doc = "Streams of bytes and of text.")]
internal static partial class IoModule
{
    /// <summary>How many bytes streams keep by themselves.</summary>
    [PyConstant("DEFAULT_BUFFER_SIZE")]
    public const int DefaultBufferSize = 131072;

    private static readonly PyStr s_isTerminal = PyStr.Intern("_isatty_open_only");
    private static readonly PyStr s_blockSize = PyStr.Intern("_blksize");
    private static readonly PyStr s_mode = PyStr.Intern("mode");

    private static void Initialize(PyThread thread, PyModule module)
    {
        module.Add("BlockingIOError", ExceptionTypes.BlockingIOError);
        module.Add("UnsupportedOperation", IoErrors.UnsupportedOperation(thread));
        module.Add("_IOBase", PyIoBase.TypeObject);
        module.Add("_RawIOBase", PyRawIoBase.TypeObject);
        module.Add("_BufferedIOBase", PyBufferedIoBase.TypeObject);
        module.Add("_TextIOBase", PyTextIoBase.TypeObject);
        module.Add("FileIO", PyFileIo.TypeObject);
        module.Add("BytesIO", PyBytesIo.TypeObject);
        module.Add("StringIO", PyStringIo.TypeObject);
        module.Add("BufferedReader", PyBufferedReader.TypeObject);
        module.Add("BufferedWriter", PyBufferedWriter.TypeObject);
        module.Add("BufferedRandom", PyBufferedRandom.TypeObject);
        module.Add("BufferedRWPair", PyBufferedPair.TypeObject);
        module.Add("TextIOWrapper", PyTextIoWrapper.TypeObject);
        module.Add("IncrementalNewlineDecoder", PyNewlineDecoder.TypeObject);
    }

    [PyFunction("open_code(path)", Doc = "Open a file whose bytes will be run as code.")]
    private static PyValue OpenCode(PyThread thread, PyStr path) =>
        Open(thread, path, PyStr.Intern("rb"), -1, PyValue.None, PyValue.None, PyValue.None, true, PyValue.None);

    [PyFunction("text_encoding(encoding, stacklevel=2, /)", Doc = "Return the encoding, or the one that stands for none.")]
    private static PyValue TextEncoding(PyThread thread, PyValue encoding, int stacklevel) =>
        encoding.IsNone ? PyStr.Intern("utf-8") : encoding;

    [PyFunction("open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None)", Doc = "Open a file and return a stream: of text, or of bytes where mode has a 'b'.")]
    private static PyValue Open(
        PyThread thread,
        PyValue file,
        PyValue mode,
        int buffering,
        PyValue encoding,
        PyValue errors,
        PyValue newline,
        bool closefd,
        PyValue opener)
    {
        if (mode.Ref is not PyStr modeText)
            throw Raise.TypeError($"open() argument 'mode' must be str, not {mode.Type.Name}");
        if (file.Ref is not (PyStr or PyBytes) && !Operators.IsIndex(file))
            file = PathArgument.FsPath(thread, file);
        var parsed = OpenMode.Parse(modeText.Value);
        parsed.CheckBinary(encoding, errors, newline);
        var raw = new PyFileIo(PyFileIo.TypeObject);
        raw.Open(thread, file, parsed.RawMode, closefd, opener);
        PyValue opened = raw;
        try
        {
            opened = Wrap(thread, raw, parsed, buffering, encoding, errors, newline, modeText);
            return opened;
        }
        catch (PyException)
        {
            IoCalls.CloseQuietly(thread, raw);
            throw;
        }
    }

    private static PyValue Wrap(
        PyThread thread,
        PyFileIo raw,
        OpenMode mode,
        int buffering,
        PyValue encoding,
        PyValue errors,
        PyValue newline,
        PyStr modeText)
    {
        var isTerminal = buffering == -1 && raw.IsTerminal(thread);
        var isLineBuffered = buffering == 1 && !mode.IsBinary || isTerminal;
        if (buffering is < 0 or 1)
            buffering = DefaultBufferSize;
        if (buffering == 0)
            return mode.IsBinary ? raw : throw Raise.ValueError("can't have unbuffered text I/O");
        PyBuffered buffered = mode.Updates
            ? new PyBufferedRandom(PyBufferedRandom.TypeObject)
            : mode.Writes ? new PyBufferedWriter(PyBufferedWriter.TypeObject) : new PyBufferedReader(PyBufferedReader.TypeObject);
        buffered.Attach(thread, raw, buffering);
        if (mode.IsBinary)
            return buffered;
        var text = new PyTextIoWrapper(PyTextIoWrapper.TypeObject);
        text.Attach(thread, buffered, encoding, errors, newline, isLineBuffered, false);
        text.Attributes.ToDict()[s_mode] = modeText;
        return text;
    }
}
