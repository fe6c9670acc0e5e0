using System.Buffers;
using System.Text;
using Keelback.Text;

namespace Keelback.Lexer;

/// <summary>A decoded source, or why it could not be decoded.</summary>
/// <param name="Source">The text, without byte order mark; null after an error.</param>
/// <param name="Error">The error.</param>
/// <param name="EncodingName">The encoding in CPython's spelling.</param>
/// <param name="HasByteOrderMark">Whether the bytes began with UTF-8's byte order mark.</param>
public readonly record struct DecodedSource(
    SourceText? Source, Diagnostic? Error, string EncodingName, bool HasByteOrderMark);

/// <summary>
/// Bytes to source text: byte order mark, encoding declaration (PEP 263), and CPython's errors. An error without a place
/// has line 0 and column -2 or, for null bytes, no place at all.
/// </summary>
/// <seealso href="https://peps.python.org/pep-0263/"/>
public static class SourceDecoder
{
    /// <summary>Decodes a source.</summary>
    public static DecodedSource Decode(ReadOnlySpan<byte> bytes, string fileName = "<unknown>")
    {
        var hasMark = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]);
        var content = hasMark ? bytes[3..] : bytes;
        var declared = EncodingDeclaration.Find(content) is { } name ? EncodingDeclaration.Normalise(name) : "utf-8";
        if (content.Contains((byte)0))
            return Failed(declared, hasMark, LexerErrors.NullByte, "source code string cannot contain null bytes", SourceSpan.None);
        if (declared == "utf-8")
            return DecodeUtf8(content, fileName, hasMark);
        if (hasMark)
        {
            return Failed(
                declared, true, LexerErrors.BadEncoding, $"encoding problem: {declared} with BOM",
                new SourceSpan(1, -1, 1, LineLength(content) - 1));
        }

        return DecodeDeclared(content, fileName, declared);
    }

    private static DecodedSource DecodeUtf8(ReadOnlySpan<byte> content, string fileName, bool hasMark)
    {
        var chars = ArrayPool<char>.Shared.Rent(content.Length + 1);
        try
        {
            var status = System.Text.Unicode.Utf8.ToUtf16(
                content, chars, out var read, out var written, replaceInvalidSequences: false);
            if (status == OperationStatus.Done)
                return new DecodedSource(new SourceText(new string(chars, 0, written), fileName), null, "utf-8", hasMark);
            return NotUtf8(content, read, hasMark);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    private static DecodedSource NotUtf8(ReadOnlySpan<byte> content, int bad, bool hasMark)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < bad; i++)
        {
            if (content[i] != '\n' && !(content[i] == '\r' && content[i + 1] != '\n'))
                continue;
            line++;
            lineStart = i + 1;
        }

        var column = bad - lineStart;
        return Failed(
            "utf-8",
            hasMark,
            LexerErrors.BadEncoding,
            $"Non-UTF-8 code starting with '\\x{content[bad]:x2}' on line {line}, but no encoding declared; "
            + "see https://peps.python.org/pep-0263/ for details",
            new SourceSpan(line, column, line, column));
    }

    private static DecodedSource DecodeDeclared(ReadOnlySpan<byte> content, string fileName, string name)
    {
        if (EncodingDeclaration.Open(name) is not { } encoding)
            return Failed(name, false, LexerErrors.BadEncoding, $"unknown encoding: {name}", new SourceSpan(0, -2, -1, -1));
        try
        {
            var text = encoding.GetString(content);
            if (EncodingDeclaration.FindUndefined(encoding, text) is >= 0 and var undefined)
                return Undecodable(name, "charmap", content[undefined], undefined, "character maps to <undefined>");
            return new DecodedSource(new SourceText(text, fileName), null, name, false);
        }
        catch (DecoderFallbackException exception)
        {
            var position = Math.Max(0, exception.Index);
            var reason = encoding switch
            {
                ASCIIEncoding => "ordinal not in range(128)",
                UTF8Encoding => Utf8Reason(content, position),
                _ => "character maps to <undefined>",
            };
            var codec = encoding switch { ASCIIEncoding => "ascii", UTF8Encoding => "utf-8", _ => "charmap" };
            return Undecodable(name, codec, content[position], position, reason);
        }
    }

    private static DecodedSource Undecodable(string name, string codec, byte value, int position, string reason) => Failed(
        name, false, LexerErrors.BadEncoding,
        $"'{codec}' codec can't decode byte 0x{value:x2} in position {position}: {reason}",
        new SourceSpan(0, -2, -1, -1));

    private static string Utf8Reason(ReadOnlySpan<byte> content, int position) => content[position] switch
    {
        < 0xC2 or > 0xF4 => "invalid start byte",
        _ when position + 1 >= content.Length => "unexpected end of data",
        _ => "invalid continuation byte",
    };

    private static int LineLength(ReadOnlySpan<byte> content)
    {
        var length = content.IndexOfAny((byte)'\n', (byte)'\r');
        return length < 0 ? content.Length : length;
    }

    private static DecodedSource Failed(string encoding, bool hasMark, string id, string message, SourceSpan span) =>
        new(null, new Diagnostic(id, DiagnosticSeverity.Error, "SyntaxError", message, span), encoding, hasMark);
}
