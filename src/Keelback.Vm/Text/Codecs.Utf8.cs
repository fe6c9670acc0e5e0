using System.Text;
using System.Text.Unicode;

namespace Keelback.Vm;

/// <summary>UTF-8.</summary>
internal static partial class Codecs
{
    /// <summary>A text in UTF-8; lone surrogates are the error handler's business.</summary>
    public static byte[] EncodeUtf8(PyThread thread, PyStr text, string errors)
    {
        if (!text.IsWide && text.Chars.IndexOfAnyInRange('\uD800', '\uDFFF') < 0)
        {
            var chars = text.Chars;
            var bytes = new byte[Encoding.UTF8.GetByteCount(chars)];
            Encoding.UTF8.GetBytes(chars, bytes);
            return bytes;
        }

        var result = new ByteBuilder(text.Length * 2);
        Span<byte> buffer = stackalloc byte[4];
        var at = 0;
        while (at < text.Length)
        {
            if (Rune.TryCreate(text[at], out var rune))
            {
                result.Append(buffer[..rune.EncodeToUtf8(buffer)]);
                at++;
                continue;
            }

            var end = EndOfSurrogates(text, at, errors);
            const string Reason = "surrogates not allowed";
            var replacement = CodecErrors.ForEncoding(thread, errors, "utf-8", text, at, end, Reason);
            AppendReplacement(result, replacement, 128, "utf-8", text, at, end, Reason);
            at = replacement.Resume;
        }

        return result.ToArray();
    }

    /// <summary>
    /// The text of UTF-8. An incomplete character at the end is an error where nothing follows; else it is left, and
    /// the number of bytes used tells where it begins.
    /// </summary>
    public static PyStr DecodeUtf8(PyThread thread, ReadOnlySpan<byte> bytes, string errors, bool isFinal, out int used)
    {
        used = bytes.Length;
        if (Ascii.IsValid(bytes))
            return DecodeLatin1(bytes);
        if (Utf8.IsValid(bytes))
            return PyStr.From(Encoding.UTF8.GetString(bytes));
        var result = new PyStrBuilder(bytes.Length);
        var at = 0;
        while (at < bytes.Length)
        {
            if (bytes[at] < 128)
            {
                result.Append(bytes[at++]);
                continue;
            }

            var status = Rune.DecodeFromUtf8(bytes[at..], out var rune, out var size);
            if (status == System.Buffers.OperationStatus.Done)
            {
                result.Append(rune.Value);
                at += size;
                continue;
            }

            // A part of a character that is right as far as it goes has the size that .NET tells.
            var isCut = status == System.Buffers.OperationStatus.NeedMoreData;
            if (isCut && !isFinal)
            {
                used = at;
                break;
            }

            var reason = bytes[at] is < 0xC2 or > 0xF4 ? "invalid start byte"
                : isCut ? "unexpected end of data" : "invalid continuation byte";
            var replacement = CodecErrors.ForDecoding(thread, errors, "utf-8", bytes, at, at + size, reason);
            result.Append(replacement.Text);
            at = replacement.Resume;
        }

        return result.ToPyStr();
    }

    private static int EndOfSurrogates(PyStr text, int start, string errors)
    {
        var end = start + 1;
        while (end < text.Length && text[end] is >= 0xD800 and <= 0xDFFF)
            end++;
        return errors == "surrogateescape" ? EndOfEscaped(text, start, end) : end;
    }
}
