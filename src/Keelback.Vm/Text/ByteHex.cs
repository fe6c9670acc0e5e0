namespace Keelback.Vm;

/// <summary>Bytes as hexadecimal text, and back.</summary>
internal static class ByteHex
{
    /// <summary>Two digits for each byte, with a separator between groups.</summary>
    public static PyStr Format(PyThread thread, ReadOnlySpan<byte> bytes, PyValue separator, long groupSize)
    {
        if (separator.IsMissing)
            return PyStr.FromUnits(Convert.ToHexStringLower(bytes));
        var mark = SeparatorOf(thread, separator);
        if (bytes.Length == 0 || groupSize == 0)
            return PyStr.FromUnits(Convert.ToHexStringLower(bytes));
        var result = new PyStrBuilder(bytes.Length * 3);
        var size = Math.Abs(groupSize);
        for (var i = 0; i < bytes.Length; i++)
        {
            // Groups are counted from the right, unless the size is negative.
            var fromMark = groupSize > 0 ? bytes.Length - i : i;
            if (i > 0 && fromMark % size == 0)
                result.Append(mark);
            result.Append(char.ToLowerInvariant("0123456789ABCDEF"[bytes[i] >> 4]));
            result.Append(char.ToLowerInvariant("0123456789ABCDEF"[bytes[i] & 15]));
        }

        return result.ToPyStr();
    }

    /// <summary>The bytes that pairs of digits name.</summary>
    public static byte[] Parse(PyThread thread, PyValue text)
    {
        if (text.Ref is PyStr str)
        {
            for (var i = 0; i < str.Length; i++)
            {
                if (str[i] > 127)
                    throw NoDigit(i);
            }

            return Parse(str, str.Length, static (source, index) => source[index]);
        }

        if (!ByteConversion.HasBuffer(text))
            throw Raise.TypeError($"fromhex() argument must be str or bytes-like, not {text.Type.Name}");
        var bytes = ByteConversion.CopyOf(thread, text);
        return Parse(bytes, bytes.Length, static (source, index) => source[index]);
    }

    private static byte[] Parse<T>(T source, int length, Func<T, int, int> at)
    {
        var result = new ByteBuilder(length / 2);
        for (var i = 0; i < length; i++)
        {
            var c = at(source, i);
            if (c < 128 && ByteText.ClassOf((byte)c) == ByteClass.Space)
                continue;
            var high = DigitOf(c, i);
            if (++i == length)
                throw Raise.ValueError("fromhex() arg must contain an even number of hexadecimal digits");
            result.Append((byte)((high << 4) | DigitOf(at(source, i), i)));
        }

        return result.ToArray();
    }

    private static int DigitOf(int c, int place) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => throw NoDigit(place),
    };

    private static PyException NoDigit(int place) =>
        Raise.ValueError($"non-hexadecimal number found in fromhex() arg at position {place}");

    private static int SeparatorOf(PyThread thread, PyValue separator)
    {
        var length = Operators.Length(thread, separator);
        if (length != 1)
            throw Raise.ValueError("sep must be length 1.");
        var mark = separator.Ref switch
        {
            PyStr text => text[0],
            PyBytes bytes => bytes.AsSpan()[0],
            _ => throw Raise.TypeError("sep must be str or bytes."),
        };
        return mark < 128 ? mark : throw Raise.ValueError("sep must be ASCII.");
    }
}
