namespace Keelback.Vm;

/// <summary>Taking bytes apart: the parts are of the type that was split.</summary>
internal static class ByteSplit
{
    /// <summary>An object of the type with a copy of the bytes.</summary>
    public static T Make<T>(ReadOnlySpan<byte> bytes)
        where T : PyObject, IByteSequence<T> => T.Make(bytes.ToArray());

    /// <summary>The parts around the first or last separator, and the separator.</summary>
    public static PyTuple Partition<T>(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> separator, PyValue given, bool fromEnd)
        where T : PyObject, IByteSequence<T>
    {
        var at = fromEnd ? bytes.LastIndexOf(separator) : bytes.IndexOf(separator);
        if (at < 0)
        {
            var (whole, empty) = (Make<T>(bytes), Make<T>(default));
            return fromEnd ? PyTuple.From(empty, Make<T>(default), whole) : PyTuple.From(whole, empty, Make<T>(default));
        }

        var middle = typeof(T) == typeof(PyBytes) ? given : Make<T>(separator);
        return PyTuple.From(Make<T>(bytes[..at]), middle, Make<T>(bytes[(at + separator.Length)..]));
    }

    /// <summary>The parts between separators, counted from the left.</summary>
    public static PyList At<T>(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> separator, long most)
        where T : PyObject, IByteSequence<T>
    {
        var parts = new PyList();
        for (; most != 0; most--)
        {
            var found = bytes.IndexOf(separator);
            if (found < 0)
                break;
            parts.Add(Make<T>(bytes[..found]));
            bytes = bytes[(found + separator.Length)..];
        }

        parts.Add(Make<T>(bytes));
        return parts;
    }

    /// <summary>The parts between separators, counted from the right.</summary>
    public static PyList AtFromEnd<T>(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> separator, long most)
        where T : PyObject, IByteSequence<T>
    {
        var parts = new PyList();
        for (; most != 0; most--)
        {
            var found = bytes.LastIndexOf(separator);
            if (found < 0)
                break;
            parts.Add(Make<T>(bytes[(found + separator.Length)..]));
            bytes = bytes[..found];
        }

        parts.Add(Make<T>(bytes));
        parts.AsSpan().Reverse();
        return parts;
    }

    /// <summary>The parts between runs of whitespace, counted from the left.</summary>
    public static PyList AtSpace<T>(ReadOnlySpan<byte> bytes, long most)
        where T : PyObject, IByteSequence<T>
    {
        var parts = new PyList();
        var at = 0;
        while (true)
        {
            while (at < bytes.Length && IsSpace(bytes[at]))
                at++;
            if (at == bytes.Length)
                return parts;
            var start = at;
            if (most-- == 0)
            {
                parts.Add(Make<T>(bytes[start..]));
                return parts;
            }

            while (at < bytes.Length && !IsSpace(bytes[at]))
                at++;
            parts.Add(Make<T>(bytes[start..at]));
        }
    }

    /// <summary>The parts between runs of whitespace, counted from the right.</summary>
    public static PyList AtSpaceFromEnd<T>(ReadOnlySpan<byte> bytes, long most)
        where T : PyObject, IByteSequence<T>
    {
        var parts = new PyList();
        var at = bytes.Length;
        while (true)
        {
            while (at > 0 && IsSpace(bytes[at - 1]))
                at--;
            if (at == 0)
                break;
            var end = at;
            if (most-- == 0)
            {
                parts.Add(Make<T>(bytes[..end]));
                break;
            }

            while (at > 0 && !IsSpace(bytes[at - 1]))
                at--;
            parts.Add(Make<T>(bytes[at..end]));
        }

        parts.AsSpan().Reverse();
        return parts;
    }

    /// <summary>The lines.</summary>
    public static PyList Lines<T>(ReadOnlySpan<byte> bytes, bool keepsEnds)
        where T : PyObject, IByteSequence<T>
    {
        var lines = new PyList();
        while (bytes.Length > 0)
        {
            var end = bytes.IndexOfAny((byte)'\n', (byte)'\r');
            if (end < 0)
                end = bytes.Length;
            var next = end == bytes.Length ? end : bytes[end..].StartsWith("\r\n"u8) ? end + 2 : end + 1;
            lines.Add(Make<T>(bytes[..(keepsEnds ? next : end)]));
            bytes = bytes[next..];
        }

        return lines;
    }

    private static bool IsSpace(byte value) => ByteText.ClassOf(value) == ByteClass.Space;
}
