using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>Reading text: decoded pieces wait until they are asked for. Also positions, which count bytes.</summary>
internal sealed partial class PyTextIoWrapper
{
    private void DropRead()
    {
        _text = PyStr.Empty;
        _at = 0;
        _chunk = [];
        _decoding?.Reset();
        if (_newlines is not null)
            _newlines.HasPending = false;
    }

    private void PrepareReading(PyThread thread)
    {
        RequireOpen(thread);
        if (_buffer.Ref is PyBufferedWriter)
            throw IoErrors.Unsupported(thread, "not readable");
        FlushPending(thread);
    }

    // Reads and decodes one more piece behind what waits; false at the end.
    private bool ReadChunk(PyThread thread)
    {
        var kept = _decoding!.Waiting;
        byte[] bytes;
        if (_buffer.Ref is PyBuffered buffered && !buffered.Type.IsHeapType)
        {
            bytes = buffered.ReadOnce(thread, ChunkSize);
        }
        else
        {
            var method = Operators.TryGetAttribute(thread, _buffer, IoCalls.Read1, out var once)
                ? once
                : Operators.GetAttribute(thread, _buffer, IoCalls.Read);
            var read = thread.Call(method, PyValue.FromInt(ChunkSize));
            if (!Operators.HasBuffer(read))
                throw Raise.TypeError($"underlying read1() should have returned a bytes-like object, not '{read.Type.Name}'");
            bytes = Operators.ToByteArray(thread, read);
        }

        var isEnd = bytes.Length == 0;
        var text = _decoding.Decode(thread, bytes, isEnd);
        if (_newlines is not null)
            text = _newlines.Translate(text, isEnd);
        _chunk = _at == _text.Length && kept == 0 ? bytes : [.. _chunk, .. bytes];
        if (_at < _text.Length || kept > 0)
        {
            _text = PyStr.Concat(_text, text);
        }
        else
        {
            _text = text;
            _at = 0;
        }

        return !isEnd;
    }

    private PyStr ReadText(PyThread thread, long count)
    {
        PrepareReading(thread);
        if (count < 0)
        {
            var rest = thread.CallAttribute(_buffer, IoCalls.Read);
            var tail = _decoding!.Decode(thread, rest.IsNone ? [] : Operators.ToByteArray(thread, rest), true);
            if (_newlines is not null)
                tail = _newlines.Translate(tail, true);
            var head = _text.Substring(_at, _text.Length - _at);
            _text = PyStr.Empty;
            _at = 0;
            _chunk = [];
            return PyStr.Concat(head, tail);
        }

        while (_text.Length - _at < count && ReadChunk(thread))
        {
        }

        return Take((int)Math.Min(count, _text.Length - _at));
    }

    private PyStr ReadLineText(PyThread thread, long limit)
    {
        PrepareReading(thread);
        var searched = _at;
        while (true)
        {
            var end = _lines!.FindEnd(_text, searched);
            // A \r at the very end may be half of \r\n.
            if (end >= 0)
                return Take((int)(limit < 0 ? end - _at : Math.Min(limit, end - _at)));
            if (limit >= 0 && _text.Length - _at >= limit)
                return Take((int)limit);
            var scanned = Math.Max(_text.Length - _at - 1, 0);
            if (!ReadChunk(thread) && _lines.FindEnd(_text, _at) < 0)
                return Take((int)(limit < 0 ? _text.Length - _at : Math.Min(limit, _text.Length - _at)));
            searched = _at + Math.Min(scanned, _text.Length - _at);
        }
    }

    private PyStr Take(int count)
    {
        var taken = _text.Substring(_at, count);
        _at += count;
        return taken;
    }

    private long Position(PyThread thread)
    {
        RequireOpen(thread);
        if (!IoCalls.Is(thread, _buffer, IoCalls.Seekable))
            throw IoErrors.Unsupported(thread, "underlying stream is not seekable");
        FlushPending(thread);
        thread.CallAttribute(this, IoCalls.Flush);
        var position = Operators.ToInt64(thread, thread.CallAttribute(_buffer, IoCalls.Tell));
        if (_chunk.Length == 0)
            return position;
        if (!_decoding!.IsSimple)
        {
            return _at == _text.Length && _decoding.Waiting == 0
                ? position
                : throw Raise.OSError([PyStr.From("can't reconstruct logical file position")]);
        }

        return position - _chunk.Length + BytesOf(_at);
    }

    // How many bytes of the present piece make so many characters.
    private int BytesOf(int characters)
    {
        var (i, count) = (0, 0);
        while (i < _chunk.Length && count < characters)
        {
            var first = _chunk[i++];
            if (first == '\r' && _newlines is { Translates: true } && i < _chunk.Length && _chunk[i] == '\n')
                i++;
            while (_decoding!.IsUtf8 && first >= 0x80 && i < _chunk.Length && (_chunk[i] & 0xC0) == 0x80)
                i++;
            count++;
        }

        return i;
    }

    private PyValue SeekTo(PyThread thread, PyValue cookie, int origin)
    {
        RequireOpen(thread);
        if (!IoCalls.Is(thread, _buffer, IoCalls.Seekable))
            throw IoErrors.Unsupported(thread, "underlying stream is not seekable");
        var offset = Operators.ToInt64(thread, cookie);
        switch (origin)
        {
            case 0 when offset < 0:
                throw Raise.ValueError($"negative seek position {offset}");
            case 1 when offset != 0:
                throw IoErrors.Unsupported(thread, "can't do nonzero cur-relative seeks");
            case 2 when offset != 0:
                throw IoErrors.Unsupported(thread, "can't do nonzero end-relative seeks");
            case 1:
                offset = Position(thread);
                break;
            case 0 or 2:
                break;
            default:
                throw Raise.ValueError($"invalid whence ({origin}, should be 0, 1 or 2)");
        }

        FlushPending(thread);
        thread.CallAttribute(this, IoCalls.Flush);
        DropRead();
        return thread.CallAttribute(_buffer, IoCalls.Seek, PyValue.FromInt(offset), PyValue.FromInt(origin == 2 ? 2 : 0));
    }
}
