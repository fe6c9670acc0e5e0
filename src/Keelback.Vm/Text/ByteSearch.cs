namespace Keelback.Vm;

/// <summary>A search for a part, or for one byte, in a range of bytes.</summary>
internal readonly ref struct ByteSearch
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly ReadOnlySpan<byte> _part;
    private readonly int _start;
    private readonly bool _isPossible;

    private ByteSearch(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> part, int start, int end)
    {
        _part = part;
        _start = start;
        _isPossible = end - start >= part.Length;
        _bytes = _isPossible ? bytes[start..end] : default;
    }

    /// <summary>The search that the arguments of find() and its like ask for.</summary>
    public static ByteSearch Of<T>(PyThread thread, T self, PyValue part, PyValue start, PyValue end)
        where T : PyObject, IByteSequence<T>
    {
        var wanted = PartOf(thread, part);
        var range = SearchRange.Of(thread, start, end, self.AsSpan().Length);
        return new ByteSearch(self.AsSpan(), wanted, range.Start, Math.Min(range.End, self.AsSpan().Length));
    }

    /// <summary>Whether a part, or one byte, is among bytes.</summary>
    public static bool Contains(PyThread thread, ReadOnlySpan<byte> bytes, PyValue item)
    {
        if (Operators.IsIndex(item))
            return bytes.Contains(ByteConversion.ToByte(thread, item));
        return bytes.IndexOf(ByteConversion.SpanOf(thread, item)) >= 0;
    }

    /// <summary>Whether a range begins or ends with a part, or with one of a tuple of parts.</summary>
    public static bool Affix<T>(PyThread thread, T self, PyValue affix, PyValue start, PyValue end, bool atEnd)
        where T : PyObject, IByteSequence<T>
    {
        var range = SearchRange.Of(thread, start, end, self.AsSpan().Length);
        if (affix.Ref is PyTuple tuple)
        {
            foreach (var item in tuple.Items)
            {
                if (HasAffix(self.AsSpan(), ByteConversion.SpanOf(thread, item), range, atEnd))
                    return true;
            }

            return false;
        }

        if (!ByteConversion.HasBuffer(affix))
        {
            var method = atEnd ? "endswith" : "startswith";
            throw Raise.TypeError($"{method} first arg must be bytes or a tuple of bytes, not {affix.Type.Name}");
        }

        return HasAffix(self.AsSpan(), ByteConversion.SpanOf(thread, affix), range, atEnd);
    }

    /// <summary>Where the part first lies; -1 for nowhere.</summary>
    public int First() => Place(_isPossible ? _bytes.IndexOf(_part) : -1);

    /// <summary>Where the part last lies; -1 for nowhere.</summary>
    public int Last()
    {
        if (!_isPossible)
            return -1;
        return _part.Length == 0 ? _start + _bytes.Length : Place(_bytes.LastIndexOf(_part));
    }

    /// <summary>How often the part occurs, without overlap.</summary>
    public int Count()
    {
        if (!_isPossible)
            return 0;
        return _part.Length == 0 ? _bytes.Length + 1 : SequenceText.Count(_bytes, _part);
    }

    private static bool HasAffix(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> part, (int Start, int End) range, bool atEnd)
    {
        if (range.End - range.Start < part.Length)
            return false;
        var within = bytes[range.Start..range.End];
        return atEnd ? within.EndsWith(part) : within.StartsWith(part);
    }

    private static ReadOnlySpan<byte> PartOf(PyThread thread, PyValue part)
    {
        if (ByteConversion.HasBuffer(part))
            return ByteConversion.SpanOf(thread, part);
        if (!Operators.IsIndex(part))
            throw Raise.TypeError($"argument should be integer or bytes-like object, not '{part.Type.Name}'");
        return new[] { ByteConversion.ToByte(thread, part) };
    }

    private int Place(int found) => found < 0 ? -1 : _start + found;
}
