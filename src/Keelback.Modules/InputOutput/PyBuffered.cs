using Keelback.Vm;

namespace Keelback.Modules.InputOutput;

/// <summary>
/// A stream of bytes over a raw one: bytes read ahead, or bytes not yet written, never both. What Python sees is in
/// PyBuffered.Methods.cs; the kinds of streams choose from Reading and Writing.
/// </summary>
[PyType("_io._Buffered", Base = typeof(PyBufferedIoBase), Doc = "A stream of bytes over a raw one.", Flags = TypeFlags.HasDict | TypeFlags.HasWeakReferences)]
internal partial class PyBuffered : PyBufferedIoBase
{
    private byte[] _read = [];
    private int _readStart;
    private int _readEnd;
    private byte[] _written = [];
    private int _writtenCount;
    private int _size;
    private bool _isDetached;

    protected PyBuffered(PyType type)
        : base(type)
    {
    }

    /// <summary>The stream below; missing before there is one.</summary>
    [PyField]
    internal partial PyValue Raw { get; private set; }

    /// <summary>How many bytes are read ahead.</summary>
    protected int Ahead => _readEnd - _readStart;

    /// <summary>Begins to work over a raw stream.</summary>
    public void Attach(PyThread thread, PyValue raw, long size)
    {
        if (size <= 0)
            throw Raise.ValueError("buffer size must be strictly positive");
        Raw = raw;
        _size = (int)Math.Min(size, Array.MaxLength);
        (_readStart, _readEnd, _writtenCount) = (0, 0, 0);
        _isDetached = false;
    }

    /// <summary>Raises where the stream cannot be used.</summary>
    public void RequireOpen(PyThread thread, string message)
    {
        RequireAttached();
        if (IsClosed(thread))
            throw IoErrors.Closed(message);
    }

    /// <summary>Whether the stream below is closed.</summary>
    public bool IsClosed(PyThread thread)
    {
        RequireAttached();
        return Raw.Ref is PyFileIo file ? file.Descriptor < 0 : IoCalls.IsClosed(thread, Raw);
    }

    /// <summary>Reads so many bytes, or to the end where count is negative; null where nothing can be had for now.</summary>
    public byte[]? ReadBytes(PyThread thread, long count)
    {
        RequireOpen(thread, "read of closed file");
        FlushWritten(thread);
        if (count < 0)
            return ReadRest(thread);
        var result = new byte[Math.Min(count, Array.MaxLength)];
        var length = TakeAhead(result);
        while (length < result.Length)
        {
            var rest = result.Length - length;
            int got;
            if (rest >= _size)
            {
                got = ReadRaw(thread, result, length, rest);
            }
            else
            {
                got = Fill(thread);
                if (got > 0)
                    got = TakeAhead(result.AsSpan(length));
            }

            if (got < 0 && length == 0)
                return null;
            if (got <= 0)
                break;
            length += got;
        }

        return length == result.Length ? result : result[..length];
    }

    /// <summary>Reads what is there already or, where that is nothing, what one call of the stream below gives.</summary>
    public byte[] ReadOnce(PyThread thread, long count)
    {
        RequireOpen(thread, "read of closed file");
        FlushWritten(thread);
        var limit = count < 0 ? _size : count;
        if (limit == 0)
            return [];
        if (Ahead == 0)
            Fill(thread);
        var result = new byte[Math.Min(Ahead, limit)];
        TakeAhead(result);
        return result;
    }

    /// <summary>The bytes read ahead; some are read where there are none.</summary>
    public ReadOnlySpan<byte> PeekBytes(PyThread thread)
    {
        RequireOpen(thread, "peek of closed file");
        FlushWritten(thread);
        if (Ahead == 0)
            Fill(thread);
        return _read.AsSpan(_readStart, Ahead);
    }

    /// <summary>Reads a line, at most so many bytes where limit is not negative.</summary>
    public byte[] ReadLineBytes(PyThread thread, long limit)
    {
        RequireOpen(thread, "readline of closed file");
        FlushWritten(thread);
        MemoryStream? longLine = null;
        while (true)
        {
            if (Ahead == 0 && Fill(thread) <= 0)
                return longLine?.ToArray() ?? [];
            var ahead = _read.AsSpan(_readStart, Ahead);
            if (limit >= 0)
                ahead = ahead[..(int)Math.Min(ahead.Length, limit - (longLine?.Length ?? 0))];
            var end = ahead.IndexOf((byte)'\n');
            var piece = end < 0 ? ahead : ahead[..(end + 1)];
            _readStart += piece.Length;
            var isDone = end >= 0 || (limit >= 0 && piece.Length + (longLine?.Length ?? 0) >= limit);
            if (isDone && longLine is null)
                return piece.ToArray();
            longLine ??= new MemoryStream();
            longLine.Write(piece);
            if (isDone)
                return longLine.ToArray();
        }
    }

    /// <summary>Takes bytes to be written.</summary>
    public void WriteBytes(PyThread thread, ReadOnlySpan<byte> bytes)
    {
        RequireOpen(thread, "write to closed file");
        DropAhead(thread);
        if (_writtenCount + bytes.Length > _size)
            FlushWritten(thread);
        if (bytes.Length >= _size)
        {
            WriteRaw(thread, bytes.ToArray());
            return;
        }

        if (_written.Length < _writtenCount + bytes.Length)
            Array.Resize(ref _written, Math.Min(_size, Math.Max(256, (_writtenCount + bytes.Length) * 2)));
        bytes.CopyTo(_written.AsSpan(_writtenCount));
        _writtenCount += bytes.Length;
    }

    /// <summary>Writes what is kept to the stream below.</summary>
    public void FlushWritten(PyThread thread)
    {
        if (_writtenCount == 0)
            return;
        var count = _writtenCount;
        _writtenCount = 0;
        WriteRaw(thread, _written.AsMemory(0, count));
    }

    /// <summary>Where the next byte is read or written.</summary>
    public long Position(PyThread thread) => SeekRaw(thread, 0, 1) - Ahead + _writtenCount;

    /// <summary>Moves the position; the new one.</summary>
    public long SeekTo(PyThread thread, long offset, int origin)
    {
        RequireOpen(thread, "seek of closed file");
        if (origin is < 0 or > 2)
            throw Raise.ValueError($"whence value {origin} unsupported");
        FlushWritten(thread);
        if (origin == 1)
            offset -= Ahead;
        (_readStart, _readEnd) = (0, 0);
        return SeekRaw(thread, offset, origin);
    }

    /// <summary>Brings the stream below to where Python thinks it is.</summary>
    public void DropAhead(PyThread thread)
    {
        if (Ahead == 0)
            return;
        var ahead = Ahead;
        (_readStart, _readEnd) = (0, 0);
        SeekRaw(thread, -ahead, 1);
    }

    private void RequireAttached()
    {
        if (Raw.IsMissing)
            throw Raise.ValueError(_isDetached ? "raw stream has been detached" : "I/O operation on uninitialized object");
    }

    private byte[] ReadRest(PyThread thread)
    {
        var all = new MemoryStream();
        all.Write(_read, _readStart, Ahead);
        (_readStart, _readEnd) = (0, 0);
        if (Operators.TryGetAttribute(thread, Raw, IoCalls.ReadAll, out var readAll))
        {
            var rest = thread.Call(readAll);
            if (rest.Ref is PyBytes bytes && all.Length == 0)
                return bytes.AsSpan().ToArray();
            if (!rest.IsNone)
                all.Write(Operators.ToByteArray(thread, rest));
            return all.ToArray();
        }

        while (thread.CallAttribute(Raw, IoCalls.Read).Ref is PyBytes { Length: > 0 } piece)
            all.Write(piece.AsSpan());
        return all.ToArray();
    }

    private int TakeAhead(Span<byte> target)
    {
        var count = Math.Min(Ahead, target.Length);
        _read.AsSpan(_readStart, count).CopyTo(target);
        _readStart += count;
        return count;
    }

    private int Fill(PyThread thread)
    {
        if (_read.Length == 0)
            _read = new byte[_size];
        (_readStart, _readEnd) = (0, 0);
        var got = ReadRaw(thread, _read, 0, _read.Length);
        _readEnd = Math.Max(got, 0);
        return got;
    }

    // -1 where the stream below has nothing for now.
    private int ReadRaw(PyThread thread, byte[] target, int start, int count)
    {
        if (Raw.Ref is PyFileIo file && ReferenceEquals(file.Type, PyFileIo.TypeObject))
            return file.ReadInto(thread, target, start, count);
        var buffer = new PyByteArray(new byte[count]);
        var read = thread.CallAttribute(Raw, IoCalls.ReadInto, buffer);
        if (read.IsNone)
            return -1;
        var length = Operators.ToInt64(thread, read);
        if (length < 0 || length > count)
        {
            throw Raise.OSError([PyStr.From(
                $"raw readinto() returned invalid length {length} (should have been between 0 and {count})")]);
        }

        buffer.AsSpan()[..(int)length].CopyTo(target.AsSpan(start));
        return (int)length;
    }

    private void WriteRaw(PyThread thread, ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            long written;
            if (Raw.Ref is PyFileIo file && ReferenceEquals(file.Type, PyFileIo.TypeObject))
            {
                written = file.WriteBytes(thread, bytes);
            }
            else
            {
                var result = thread.CallAttribute(Raw, IoCalls.Write, new PyBytes(bytes.ToArray()));
                if (result.IsNone)
                    throw Raise.OSError(11, "write could not complete without blocking");
                written = Operators.ToInt64(thread, result);
                if (written < 0 || written > bytes.Length)
                {
                    throw Raise.OSError([PyStr.From(
                        $"raw write() returned invalid length {written} (should have been between 0 and {bytes.Length})")]);
                }
            }

            bytes = bytes[(int)written..];
        }
    }

    private long SeekRaw(PyThread thread, long offset, int origin)
    {
        if (Raw.Ref is PyFileIo file)
            return file.SeekTo(thread, offset, origin);
        var position = Operators.ToInt64(thread, thread.CallAttribute(Raw, IoCalls.Seek, PyValue.FromInt(offset), PyValue.FromInt(origin)));
        return position >= 0 ? position : throw Raise.OSError([PyStr.From($"Raw stream returned invalid position {position}")]);
    }
}
