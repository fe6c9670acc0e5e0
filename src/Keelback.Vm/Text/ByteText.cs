namespace Keelback.Vm;

/// <summary>
/// What bytes and bytearray do alike with bytes taken for ASCII text: case, padding, replacement. Searching is in
/// ByteSearch, splitting in ByteSplit, hexadecimal text in ByteHex.
/// </summary>
internal static class ByteText
{
    /// <summary>What a byte is.</summary>
    public static ByteClass ClassOf(byte value) => value switch
    {
        >= (byte)'a' and <= (byte)'z' => ByteClass.Lower,
        >= (byte)'A' and <= (byte)'Z' => ByteClass.Upper,
        >= (byte)'0' and <= (byte)'9' => ByteClass.Digit,
        (byte)' ' or (>= (byte)'\t' and <= (byte)'\r') => ByteClass.Space,
        _ => ByteClass.None,
    };

    /// <summary>Whether all bytes are of some classes, and there is one.</summary>
    public static bool IsEach(ReadOnlySpan<byte> bytes, ByteClass classes)
    {
        foreach (var item in bytes)
        {
            if ((ClassOf(item) & classes) == 0)
                return false;
        }

        return bytes.Length > 0;
    }

    /// <summary>Whether there is a letter of one case and none of the other.</summary>
    public static bool HasCase(ReadOnlySpan<byte> bytes, ByteClass wanted, ByteClass other)
    {
        var found = ByteClass.None;
        foreach (var item in bytes)
            found |= ClassOf(item);
        return (found & wanted) != 0 && (found & other) == 0;
    }

    /// <summary>Whether capitals stand only at the start of words and small letters only within them.</summary>
    public static bool IsTitle(ReadOnlySpan<byte> bytes)
    {
        var hasLetter = false;
        var isWithinWord = false;
        foreach (var item in bytes)
        {
            var kind = ClassOf(item) & ByteClass.Letter;
            if (kind != 0 && (kind == ByteClass.Upper) == isWithinWord)
                return false;
            isWithinWord = kind != 0;
            hasLetter |= isWithinWord;
        }

        return hasLetter;
    }

    /// <summary>Small letters for capitals.</summary>
    public static byte[] Lower(ReadOnlySpan<byte> bytes)
    {
        var result = bytes.ToArray();
        foreach (ref var item in result.AsSpan())
            item = ToLower(item);
        return result;
    }

    /// <summary>Capitals for small letters.</summary>
    public static byte[] Upper(ReadOnlySpan<byte> bytes)
    {
        var result = bytes.ToArray();
        foreach (ref var item in result.AsSpan())
            item = ToUpper(item);
        return result;
    }

    /// <summary>Each letter in its other case.</summary>
    public static byte[] SwapCase(ReadOnlySpan<byte> bytes)
    {
        var result = bytes.ToArray();
        foreach (ref var item in result.AsSpan())
            item = (ClassOf(item) & ByteClass.Letter) != 0 ? (byte)(item ^ 0x20) : item;
        return result;
    }

    /// <summary>A capital at the start of each word.</summary>
    public static byte[] Title(ReadOnlySpan<byte> bytes)
    {
        var result = bytes.ToArray();
        var isWithinWord = false;
        foreach (ref var item in result.AsSpan())
        {
            item = isWithinWord ? ToLower(item) : ToUpper(item);
            isWithinWord = (ClassOf(item) & ByteClass.Letter) != 0;
        }

        return result;
    }

    /// <summary>A capital at the start of the whole.</summary>
    public static byte[] Capitalize(ReadOnlySpan<byte> bytes)
    {
        var result = Lower(bytes);
        if (result.Length > 0)
            result[0] = ToUpper(result[0]);
        return result;
    }

    /// <summary>The bytes with so much padding on each side.</summary>
    public static byte[] Pad(ReadOnlySpan<byte> bytes, long left, long right, byte fill)
    {
        if (left > Array.MaxLength || right > Array.MaxLength)
            throw Raise.MemoryError();
        var result = Allocate(bytes.Length + left + right);
        result.AsSpan(0, (int)left).Fill(fill);
        bytes.CopyTo(result.AsSpan((int)left));
        result.AsSpan(result.Length - (int)right).Fill(fill);
        return result;
    }

    /// <summary>Zeros on the left up to a width, behind a sign.</summary>
    public static byte[] FillWithZeros(ReadOnlySpan<byte> bytes, long width)
    {
        var result = Pad(bytes, Math.Max(width - bytes.Length, 0), 0, (byte)'0');
        if (result.Length > bytes.Length && bytes.Length > 0 && bytes[0] is (byte)'+' or (byte)'-')
        {
            result[result.Length - bytes.Length] = (byte)'0';
            result[0] = bytes[0];
        }

        return result;
    }

    /// <summary>Spaces for tabs.</summary>
    public static byte[] ExpandTabs(ReadOnlySpan<byte> bytes, int tabSize)
    {
        var result = new ByteBuilder(bytes.Length + 16);
        var column = 0;
        foreach (var item in bytes)
        {
            if (item == '\t')
            {
                var spaces = tabSize > 0 ? tabSize - (column % tabSize) : 0;
                if (result.Length + (long)spaces > Array.MaxLength)
                    throw Raise.OverflowError("result too long");
                result.Append((byte)' ', spaces);
                column += spaces;
                continue;
            }

            result.Append(item);
            column = item is (byte)'\n' or (byte)'\r' ? 0 : column + 1;
        }

        return result.ToArray();
    }

    /// <summary>The bytes without those of a set at their ends.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> set, bool atStart, bool atEnd)
    {
        if (atStart)
            bytes = bytes.TrimStart(set);
        return atEnd ? bytes.TrimEnd(set) : bytes;
    }

    /// <summary>One after the other.</summary>
    public static byte[] Concat(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var result = Allocate((long)left.Length + right.Length);
        left.CopyTo(result);
        right.CopyTo(result.AsSpan(left.Length));
        return result;
    }

    /// <summary>The bytes so many times.</summary>
    public static byte[] Repeat(ReadOnlySpan<byte> bytes, long count)
    {
        if (count <= 0 || bytes.Length == 0)
            return [];
        if (count > Array.MaxLength)
            throw Raise.MemoryError();
        var result = Allocate(bytes.Length * count);
        if (bytes.Length == 1)
        {
            result.AsSpan().Fill(bytes[0]);
            return result;
        }

        bytes.CopyTo(result);
        for (var done = bytes.Length; done < result.Length;)
        {
            var size = Math.Min(done, result.Length - done);
            result.AsSpan(0, size).CopyTo(result.AsSpan(done));
            done += size;
        }

        return result;
    }

    /// <summary>The bytes that a slice names.</summary>
    public static byte[] Slice(ReadOnlySpan<byte> bytes, SliceBounds range)
    {
        if (range.Step == 1)
            return bytes.Slice(range.Start, range.Count).ToArray();
        var result = new byte[range.Count];
        SequenceText.Gather(bytes, result, range);
        return result;
    }

    /// <summary>Occurrences of one part replaced by another: all, where the count is negative.</summary>
    public static byte[] Replace(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> old, ReadOnlySpan<byte> @new, long count)
    {
        var most = count < 0 ? long.MaxValue : count;
        var result = new ByteBuilder(bytes.Length);
        if (old.Length == 0)
        {
            for (var i = 0; i <= bytes.Length; i++)
            {
                if (most-- > 0)
                    result.Append(@new);
                if (i < bytes.Length)
                    result.Append(bytes[i]);
            }

            return result.ToArray();
        }

        for (; most > 0; most--)
        {
            var found = bytes.IndexOf(old);
            if (found < 0)
                break;
            result.Append(bytes[..found]);
            result.Append(@new);
            bytes = bytes[(found + old.Length)..];
        }

        result.Append(bytes);
        return result.ToArray();
    }

    /// <summary>A table for translate().</summary>
    public static byte[] MakeTable(ReadOnlySpan<byte> from, ReadOnlySpan<byte> to)
    {
        if (from.Length != to.Length)
            throw Raise.ValueError("maketrans arguments must have same length");
        var table = new byte[256];
        for (var i = 0; i < table.Length; i++)
            table[i] = (byte)i;
        for (var i = 0; i < from.Length; i++)
            table[from[i]] = to[i];
        return table;
    }

    /// <summary>Bytes mapped by a table, without those to delete.</summary>
    public static byte[] Translate(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> table, ReadOnlySpan<byte> deleted, bool isIdentity)
    {
        Span<bool> isDeleted = stackalloc bool[256];
        isDeleted.Clear();
        foreach (var item in deleted)
            isDeleted[item] = true;
        var result = new ByteBuilder(bytes.Length);
        foreach (var item in bytes)
        {
            if (!isDeleted[item])
                result.Append(isIdentity ? item : table[item]);
        }

        return result.ToArray();
    }

    /// <summary>Bytes-like objects one after the other, with a separator between each two.</summary>
    public static byte[] Join(PyThread thread, byte[] separator, PyValue iterable)
    {
        if (!Operators.IsIterable(iterable))
            throw Raise.TypeError("can only join an iterable");
        var items = iterable.Ref is PyList or PyTuple ? iterable : Operators.ToList(thread, iterable);
        var result = new ByteBuilder();
        var index = 0;
        foreach (var item in Operators.Iterate(thread, items))
        {
            if (index > 0)
                result.Append(separator);
            AppendItem(thread, result, item, index++);
        }

        return result.ToArray();
    }

    /// <summary>The hash of bytes: of read-only memory views too, which equal them.</summary>
    public static long HashOf(ReadOnlySpan<byte> bytes)
    {
        var hash = new HashCode();
        hash.AddBytes(bytes);
        var result = (long)hash.ToHashCode();
        return result is 0 or -1 ? -2 : result;
    }

    private static void AppendItem(PyThread thread, ByteBuilder result, PyValue item, int index)
    {
        switch (item.Ref)
        {
            case PyBytes bytes:
                result.Append(bytes.AsSpan());
                return;
            case PyByteArray array:
                result.Append(array.AsSpan());
                return;
        }

        PyBuffer? buffer = null;
        try
        {
            buffer = ByteConversion.HasBuffer(item) ? ByteConversion.Borrow(thread, item) : null;
            if (buffer is null || !buffer.IsContiguous)
                throw Raise.TypeError($"sequence item {index}: expected a bytes-like object, {item.Type.Name} found");
            result.Append(buffer.Bytes.Span);
        }
        finally
        {
            buffer?.Release(thread);
        }
    }

    private static byte ToLower(byte value) => ClassOf(value) == ByteClass.Upper ? (byte)(value + 32) : value;

    private static byte ToUpper(byte value) => ClassOf(value) == ByteClass.Lower ? (byte)(value - 32) : value;

    private static byte[] Allocate(long length) => length <= Array.MaxLength ? new byte[length] : throw Raise.MemoryError();
}
