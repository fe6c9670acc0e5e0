namespace Keelback.Vm;

/// <summary>UTF-16 and UTF-32: units of two and four bytes, in either order, with or without a mark that tells it.</summary>
internal static partial class Codecs
{
    /// <summary>A text in UTF-16. The order is -1 for little endian, 1 for big endian, 0 for the machine's with a mark.</summary>
    public static byte[] EncodeUtf16(PyThread thread, PyStr text, string errors, int order) =>
        EncodeUnits(thread, text, errors, order, 16);

    /// <summary>A text in UTF-32.</summary>
    public static byte[] EncodeUtf32(PyThread thread, PyStr text, string errors, int order) =>
        EncodeUnits(thread, text, errors, order, 32);

    /// <summary>The text of UTF-16; an order of 0 is replaced by what a mark at the start tells.</summary>
    public static PyStr DecodeUtf16(
        PyThread thread, ReadOnlySpan<byte> bytes, string errors, ref int order, bool isFinal, out int used)
    {
        var at = ReadMark(bytes, ref order, 16);
        var form = FormOf(order, 16);
        var name = form.IsBigEndian ? "utf-16-be" : "utf-16-le";
        var result = new PyStrBuilder(bytes.Length / 2);
        used = bytes.Length;
        while (at < bytes.Length)
        {
            string reason;
            var end = at + 2;
            if (end > bytes.Length)
            {
                reason = "truncated data";
                end = bytes.Length;
            }
            else
            {
                var unit = form.ReadUnit(bytes[at..]);
                if (unit is < 0xD800 or > 0xDFFF)
                {
                    result.Append(unit);
                    at = end;
                    continue;
                }

                var next = bytes.Length - end >= 2 ? form.ReadUnit(bytes[end..]) : -1;
                if (unit < 0xDC00 && next is >= 0xDC00 and <= 0xDFFF)
                {
                    result.Append(0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
                    at = end + 2;
                    continue;
                }

                reason = unit >= 0xDC00 ? "illegal encoding" : next < 0 ? "unexpected end of data" : "illegal UTF-16 surrogate";
            }

            if (!isFinal && reason is ("truncated data" or "unexpected end of data"))
            {
                used = at;
                break;
            }

            if (reason == "unexpected end of data")
                end = bytes.Length;
            var replacement = CodecErrors.ForDecoding(thread, errors, name, bytes, at, end, reason);
            result.Append(replacement.Text);
            at = replacement.Resume;
        }

        return result.ToPyStr();
    }

    /// <summary>The text of UTF-32; an order of 0 is replaced by what a mark at the start tells.</summary>
    public static PyStr DecodeUtf32(
        PyThread thread, ReadOnlySpan<byte> bytes, string errors, ref int order, bool isFinal, out int used)
    {
        var at = ReadMark(bytes, ref order, 32);
        var form = FormOf(order, 32);
        var name = form.IsBigEndian ? "utf-32-be" : "utf-32-le";
        var result = new PyStrBuilder(bytes.Length / 4);
        used = bytes.Length;
        while (at < bytes.Length)
        {
            var end = Math.Min(at + 4, bytes.Length);
            var isCut = end - at < 4;
            if (isCut && !isFinal)
            {
                used = at;
                break;
            }

            var unit = isCut ? -1 : form.ReadUnit(bytes[at..]);
            if (unit >= 0 && unit is < 0xD800 or > 0xDFFF)
            {
                result.Append(unit);
                at = end;
                continue;
            }

            var reason = isCut ? "truncated data"
                : unit < 0 ? "code point not in range(0x110000)"
                : "code point in surrogate code point range(0xd800, 0xe000)";
            var replacement = CodecErrors.ForDecoding(thread, errors, name, bytes, at, end, reason);
            result.Append(replacement.Text);
            at = replacement.Resume;
        }

        return result.ToPyStr();
    }

    private static byte[] EncodeUnits(PyThread thread, PyStr text, string errors, int order, int size)
    {
        var form = FormOf(order, size);
        var result = new ByteBuilder((text.Length * (size / 8)) + 4);
        if (order == 0)
            form.AppendUnit(result, 0xFEFF);
        var name = order == 0 ? $"utf-{size}" : order < 0 ? $"utf-{size}-le" : $"utf-{size}-be";
        const string Reason = "surrogates not allowed";
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (c is < 0xD800 or > 0xDFFF)
            {
                AppendScalar(result, form, c);
                at++;
                continue;
            }

            var end = at + 1;
            var replacement = CodecErrors.ForEncoding(thread, errors, name, text, at, end, Reason);
            if (replacement.Bytes is { } bytes)
            {
                if (bytes.Length % (size / 8) != 0)
                    throw Raise.UnicodeEncodeError(name, text, at, end, Reason);
                result.Append(bytes);
            }

            for (var i = 0; i < replacement.Text.Length; i++)
            {
                var stands = replacement.Text[i];
                if (stands is >= 0xD800 and <= 0xDFFF)
                    throw Raise.UnicodeEncodeError(name, text, at, end, Reason);
                AppendScalar(result, form, stands);
            }

            at = replacement.Resume;
        }

        return result.ToArray();
    }

    private static void AppendScalar(ByteBuilder result, UnicodeForm form, int c)
    {
        if (c > 0xFFFF && form.Size == 16)
        {
            form.AppendUnit(result, 0xD7C0 + (c >> 10));
            form.AppendUnit(result, 0xDC00 + (c & 0x3FF));
            return;
        }

        form.AppendUnit(result, c);
    }

    private static UnicodeForm FormOf(int order, int size) =>
        new(size, order == 0 ? !BitConverter.IsLittleEndian : order > 0);

    private static int ReadMark(ReadOnlySpan<byte> bytes, ref int order, int size)
    {
        var width = size / 8;
        if (order != 0 || bytes.Length < width)
            return 0;
        for (var candidate = -1; candidate <= 1; candidate += 2)
        {
            if (FormOf(candidate, size).ReadUnit(bytes) == 0xFEFF)
            {
                order = candidate;
                return width;
            }
        }

        return 0;
    }
}
