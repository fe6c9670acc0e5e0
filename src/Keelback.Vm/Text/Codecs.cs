using System.Text;

namespace Keelback.Vm;

/// <summary>
/// Between text and bytes: what str.encode(), bytes.decode() and the module _codecs stand on. The encodings that need no
/// registry are here and in Codecs.Utf8.cs, Codecs.Utf16.cs and Codecs.Utf32.cs.
/// </summary>
internal static partial class Codecs
{
    /// <summary>Bytes of a text in an encoding.</summary>
    public static PyBytes Encode(PyThread thread, PyStr text, string encoding, string errors)
    {
        var native = encoding == "utf-8" ? EncodeUtf8(thread, text, errors) : EncodeNative(thread, text, encoding, errors);
        if (native is not null)
            return new PyBytes(native);
        var codec = CodecRegistry.Of(thread).LookupText(thread, encoding, "codecs.encode()");
        var result = FirstOfPair(thread, codec[0], text, errors, "encoder");
        if (result.Ref is PyBytes bytes)
            return bytes;
        if (result.Ref is PyByteArray array)
            return new PyBytes(array.AsSpan().ToArray());
        throw Raise.TypeError(
            $"'{encoding}' encoder returned '{result.Type.Name}' instead of 'bytes'; "
            + "use codecs.encode() to encode to arbitrary types");
    }

    /// <summary>The text that bytes are in an encoding.</summary>
    public static PyStr Decode(PyThread thread, ReadOnlySpan<byte> bytes, string encoding, string errors)
    {
        if (encoding == "utf-8")
            return DecodeUtf8(thread, bytes, errors, isFinal: true, out _);
        if (DecodeNative(thread, bytes, encoding, errors) is { } native)
            return native;
        var codec = CodecRegistry.Of(thread).LookupText(thread, encoding, "codecs.decode()");
        var result = FirstOfPair(thread, codec[1], new PyBytes(bytes.ToArray()), errors, "decoder");
        return result.Ref as PyStr ?? throw Raise.TypeError(
            $"'{encoding}' decoder returned '{result.Type.Name}' instead of 'str'; "
            + "use codecs.decode() to decode to arbitrary types");
    }

    /// <summary>The text of an object that lends its bytes: what str() does with an encoding.</summary>
    public static PyStr DecodeObject(PyThread thread, PyValue value, string encoding, string errors)
    {
        if (value.Ref is PyStr)
            throw Raise.TypeError("decoding str is not supported");
        if (value.Ref is PyBytes bytes)
            return Decode(thread, bytes.AsSpan(), encoding, errors);
        if (!ByteConversion.HasBuffer(value))
            throw Raise.TypeError($"decoding to str: need a bytes-like object, {value.Type.Name} found");
        var buffer = ByteConversion.Borrow(thread, value);
        try
        {
            return Decode(thread, buffer.Bytes.Span, encoding, errors);
        }
        finally
        {
            buffer.Release(thread);
        }
    }

    /// <summary>The name of an encoding as it is looked up: small letters, and one '_' for whatever stands between words.</summary>
    public static string Normalize(string encoding)
    {
        var name = new StringBuilder(encoding.Length);
        var isGap = false;
        foreach (var c in encoding)
        {
            if (char.IsAsciiLetterOrDigit(c) || c == '.')
            {
                if (isGap && name.Length > 0)
                    name.Append('_');
                isGap = false;
                name.Append(char.ToLowerInvariant(c));
            }
            else
            {
                isGap = true;
            }
        }

        return name.ToString();
    }

    /// <summary>Text whose characters have the numbers of the bytes.</summary>
    public static PyStr DecodeLatin1(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        0 => PyStr.Empty,
        1 => PyStr.FromCodePoint(bytes[0]),
        _ => PyStr.FromUnits(Encoding.Latin1.GetString(bytes)),
    };

    /// <summary>The numbers of the characters as bytes; they must all be below 256.</summary>
    public static byte[] EncodeLatin1(PyStr text)
    {
        var bytes = new byte[text.Length];
        Encoding.Latin1.GetBytes(text.Chars, bytes);
        return bytes;
    }

    /// <summary>Latin-1 with an error handler.</summary>
    public static byte[] EncodeLatin1(PyThread thread, PyStr text, string errors) =>
        EncodeNarrow(thread, text, errors, 256, "latin-1", "ordinal not in range(256)");

    /// <summary>ASCII with an error handler.</summary>
    public static byte[] EncodeAscii(PyThread thread, PyStr text, string errors) =>
        EncodeNarrow(thread, text, errors, 128, "ascii", "ordinal not in range(128)");

    /// <summary>ASCII with an error handler.</summary>
    public static PyStr DecodeAscii(PyThread thread, ReadOnlySpan<byte> bytes, string errors)
    {
        if (Ascii.IsValid(bytes))
            return DecodeLatin1(bytes);
        var result = new PyStrBuilder(bytes.Length);
        var at = 0;
        while (at < bytes.Length)
        {
            var wrong = bytes[at..].IndexOfAnyExceptInRange((byte)0, (byte)127);
            var end = wrong < 0 ? bytes.Length : at + wrong;
            result.AppendLatin1(bytes[at..end]);
            at = end;
            if (wrong < 0)
                break;
            var replacement = CodecErrors.ForDecoding(thread, errors, "ascii", bytes, at, at + 1, "ordinal not in range(128)");
            result.Append(replacement.Text);
            at = replacement.Resume;
        }

        return result.ToPyStr();
    }

    private static byte[]? EncodeNative(PyThread thread, PyStr text, string encoding, string errors)
    {
        var name = Normalize(encoding);
        switch (name)
        {
            case "ascii" or "us_ascii":
                return EncodeAscii(thread, text, errors);
            case "latin1" or "latin_1" or "iso_8859_1" or "iso8859_1":
                return EncodeLatin1(thread, text, errors);
            case "utf_8_sig" or "":
                return null;
        }

        var form = UnicodeForm.Of(encoding);
        return form.Size switch
        {
            8 => EncodeUtf8(thread, text, errors),
            16 => EncodeUtf16(thread, text, errors, OrderOf(name, form)),
            32 => EncodeUtf32(thread, text, errors, OrderOf(name, form)),
            _ => null,
        };
    }

    private static PyStr? DecodeNative(PyThread thread, ReadOnlySpan<byte> bytes, string encoding, string errors)
    {
        var name = Normalize(encoding);
        switch (name)
        {
            case "ascii" or "us_ascii":
                return DecodeAscii(thread, bytes, errors);
            case "latin1" or "latin_1" or "iso_8859_1" or "iso8859_1":
                return DecodeLatin1(bytes);
        }

        var form = UnicodeForm.Of(encoding);
        var order = OrderOf(name, form);
        return form.Size switch
        {
            8 => DecodeUtf8(thread, bytes, errors, isFinal: true, out _),
            16 => DecodeUtf16(thread, bytes, errors, ref order, isFinal: true, out _),
            32 => DecodeUtf32(thread, bytes, errors, ref order, isFinal: true, out _),
            _ => null,
        };
    }

    // -1 and 1 for little and big endian; 0 where a byte order mark says it.
    private static int OrderOf(string name, UnicodeForm form) =>
        name.EndsWith('e') ? (form.IsBigEndian ? 1 : -1) : 0;

    private static PyValue FirstOfPair(PyThread thread, PyValue coder, PyValue value, string errors, string kind)
    {
        var result = thread.Call(coder, value, PyStr.From(errors));
        return result.Ref is PyTuple { Count: 2 } pair
            ? pair[0]
            : throw Raise.TypeError($"{kind} must return a tuple (object, integer)");
    }

    private static byte[] EncodeNarrow(PyThread thread, PyStr text, string errors, int limit, string encoding, string reason)
    {
        if (!text.IsWide && !text.Chars.ContainsAnyExceptInRange('\0', (char)(limit - 1)))
            return EncodeLatin1(text);
        var result = new ByteBuilder(text.Length);
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] < limit)
            {
                result.Append((byte)text[at++]);
                continue;
            }

            var end = at + 1;
            while (end < text.Length && text[end] >= limit)
                end++;
            // What can be escaped as a byte and what cannot are told apart, so that the one does not spoil the other.
            if (errors == "surrogateescape")
                end = EndOfEscaped(text, at, end);
            var replacement = CodecErrors.ForEncoding(thread, errors, encoding, text, at, end, reason);
            AppendReplacement(result, replacement, limit, encoding, text, at, end, reason);
            at = replacement.Resume;
        }

        return result.ToArray();
    }

    private static int EndOfEscaped(PyStr text, int start, int end)
    {
        var at = start;
        while (at < end && text[at] is >= 0xDC80 and <= 0xDCFF)
            at++;
        return at == start ? end : at;
    }

    private static void AppendReplacement(
        ByteBuilder result, CodecReplacement replacement, int limit, string encoding, PyStr text, int start, int end, string reason)
    {
        if (replacement.Bytes is { } bytes)
        {
            result.Append(bytes);
            return;
        }

        for (var i = 0; i < replacement.Text.Length; i++)
        {
            var c = replacement.Text[i];
            if (c >= limit)
                throw Raise.UnicodeEncodeError(encoding, text, start, end, reason);
            result.Append((byte)c);
        }
    }
}
