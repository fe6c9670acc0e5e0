using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>
/// A stream of text over one of bytes. Here is its state and writing; reading is in PyTextIoWrapper.Reading.cs, what
/// Python sees in PyTextIoWrapper.Methods.cs.
/// </summary>
[PyType("_io.TextIOWrapper", Base = typeof(PyTextIoBase), Doc = "A stream of text over one of bytes.", Flags = TypeFlags.HasDict | TypeFlags.HasWeakReferences)]
internal sealed partial class PyTextIoWrapper : PyTextIoBase
{
    private const int ChunkSize = 8192;

    private PyStr _encoding = PyStr.Intern("utf-8");
    private PyStr _errors = PyStr.Intern("strict");
    private TextDecoding? _decoding;
    private TextLines? _lines;
    private NewlineTranslation? _newlines;
    private byte[] _pending = [];
    private int _pendingCount;
    private bool _isLineBuffered;
    private bool _writesThrough;
    private bool _isDetached;
    private PyValue _buffer;
    private PyStr _text = PyStr.Empty;
    private int _at;
    private byte[] _chunk = [];

    public PyTextIoWrapper(PyType type)
        : base(type)
    {
    }

    /// <summary>Begins to work over a stream of bytes.</summary>
    public void Attach(
        PyThread thread, PyValue buffer, PyValue encoding, PyValue errors, PyValue newline, bool isLineBuffered, bool writesThrough)
    {
        var name = encoding.IsNone || encoding.IsMissing ? "utf-8" : Text(encoding, "encoding");
        if (name == "locale")
            name = "utf-8";
        var handler = errors.IsNone || errors.IsMissing ? "strict" : Text(errors, "errors");
        _lines = TextLines.Parse(thread, newline);
        _decoding = new TextDecoding(thread, name, handler);
        _newlines = _lines.IsUniversal ? new NewlineTranslation { Translates = _lines.TranslatesReading } : null;
        (_encoding, _errors) = (PyStr.From(name), PyStr.From(handler));
        (_isLineBuffered, _writesThrough) = (isLineBuffered, writesThrough);
        _buffer = buffer;
        _isDetached = false;
        _pendingCount = 0;
        DropRead();
    }

    protected internal override void Traverse(Gc.ReferenceVisitor visitor)
    {
        base.Traverse(visitor);
        visitor.Visit(_buffer.Ref);
        visitor.Visit(_text);
        visitor.Visit(_encoding);
        visitor.Visit(_errors);
        _decoding?.Traverse(visitor);
    }

    private static string Text(PyValue value, string name) => (value.Ref as PyStr
        ?? throw Raise.TypeError($"TextIOWrapper() argument '{name}' must be str or None, not {value.Type.Name}")).Value;

    private void RequireAttached()
    {
        if (_buffer.IsMissing)
            throw Raise.ValueError(_isDetached ? "underlying buffer has been detached" : "I/O operation on uninitialized object");
    }

    private bool IsClosed(PyThread thread)
    {
        RequireAttached();
        return _buffer.Ref is PyBuffered buffered ? buffered.IsClosed(thread) : IoCalls.IsClosed(thread, _buffer);
    }

    private void RequireOpen(PyThread thread)
    {
        if (IsClosed(thread))
            throw IoErrors.Closed();
    }

    private long WriteText(PyThread thread, PyStr text)
    {
        RequireOpen(thread);
        if (_buffer.Ref is PyBufferedReader)
            throw IoErrors.Unsupported(thread, "not writable");
        if (_text.Length > 0 || _chunk.Length > 0)
            DropRead();
        var length = text.Length;
        var endsLine = _isLineBuffered && (text.Value.Contains('\n') || text.Value.Contains('\r'));
        if (_lines!.WritesAs is { } end && text.Value.Contains('\n'))
            text = PyStr.From(text.Value.Replace("\n", end, StringComparison.Ordinal));
        if (!TryAppend(text))
            Append(_decoding!.Encode(thread, text));
        if (_pendingCount >= ChunkSize || _writesThrough || endsLine)
            FlushPending(thread);
        if (endsLine)
            thread.CallAttribute(_buffer, IoCalls.Flush);
        return length;
    }

    // The usual case, text without surrogates in UTF-8, goes straight into the bytes that wait.
    private bool TryAppend(PyStr text)
    {
        if (!_decoding!.IsUtf8)
            return false;
        var value = text.Value;
        Reserve(value.Length * 3);
        var status = System.Text.Unicode.Utf8.FromUtf16(
            value, _pending.AsSpan(_pendingCount), out _, out var written, replaceInvalidSequences: false);
        if (status != System.Buffers.OperationStatus.Done)
            return false;
        _pendingCount += written;
        return true;
    }

    private void Append(byte[] bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_pending.AsSpan(_pendingCount));
        _pendingCount += bytes.Length;
    }

    private void Reserve(int count)
    {
        if (_pending.Length < _pendingCount + count)
            Array.Resize(ref _pending, Math.Max(ChunkSize + 1024, (_pendingCount + count) * 2));
    }

    private void FlushPending(PyThread thread)
    {
        if (_pendingCount == 0)
            return;
        var count = _pendingCount;
        _pendingCount = 0;
        if (_buffer.Ref is PyBuffered buffered and not PyBufferedReader && !buffered.Type.IsHeapType)
            buffered.WriteBytes(thread, _pending.AsSpan(0, count));
        else
            thread.CallAttribute(_buffer, IoCalls.Write, new PyBytes(_pending.AsSpan(0, count).ToArray()));
        if (_pending.Length > 4 * ChunkSize)
            _pending = [];
    }
}
