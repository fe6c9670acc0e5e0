using System.Text;

namespace Keelback.Lexer;

/// <summary>
/// The encoding declaration of a source: a comment on the first line, or on the second where the first holds nothing but a
/// comment, with "coding:" or "coding=" and a name.
/// </summary>
internal static class EncodingDeclaration
{
    /// <summary>The name that is declared; null where none is.</summary>
    public static string? Find(ReadOnlySpan<byte> content)
    {
        for (var line = 0; line < 2; line++)
        {
            var length = content.IndexOfAny((byte)'\n', (byte)'\r');
            var text = length < 0 ? content : content[..length];
            var start = text.IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'\f');
            if (start >= 0)
            {
                if (text[start] != '#')
                    return null;
                if (FindName(text[start..]) is { } name)
                    return name;
            }

            if (length < 0)
                return null;
            content = content[length..].StartsWith("\r\n"u8) ? content[(length + 2)..] : content[(length + 1)..];
        }

        return null;
    }

    /// <summary>The spelling of UTF-8 and Latin-1 that CPython reduces many to; any other name stays.</summary>
    public static string Normalise(string name)
    {
        // CPython looks at no more than the first twelve characters.
        var start = (name.Length > 12 ? name[..12] : name).ToLowerInvariant().Replace('_', '-');
        if (start == "utf-8" || start.StartsWith("utf-8-", StringComparison.Ordinal))
            return "utf-8";
        foreach (var latin in (ReadOnlySpan<string>)["latin-1", "iso-8859-1", "iso-latin-1"])
        {
            if (start == latin || start.StartsWith(latin + "-", StringComparison.Ordinal))
                return "iso-8859-1";
        }

        return name;
    }

    /// <summary>The encoding of a name, which throws at what it cannot decode; null where there is none.</summary>
    public static Encoding? Open(string name)
    {
        var plain = name.ToLowerInvariant().Replace('_', '-');
        switch (plain)
        {
            case "utf8" or "u8" or "utf" or "cp65001":
                return new UTF8Encoding(false, throwOnInvalidBytes: true);
            case "ascii" or "us-ascii" or "646" or "ansi-x3.4-1968" or "iso646-us":
                return Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            case "latin1" or "latin" or "l1" or "iso8859-1" or "8859" or "cp819" or "iso-8859-1":
                return Encoding.Latin1;
        }

        var platform = plain switch
        {
            _ when plain.StartsWith("cp125", StringComparison.Ordinal) => "windows-" + plain[2..],
            _ when plain.StartsWith("cp", StringComparison.Ordinal) && plain is "cp866" or "cp862" or "cp874" => plain,
            _ when plain.StartsWith("cp", StringComparison.Ordinal) => "ibm" + plain[2..],
            _ when plain.StartsWith("iso8859-", StringComparison.Ordinal) => "iso-" + plain[3..],
            "latin9" or "l9" or "latin-9" => "iso-8859-15",
            "sjis" or "shiftjis" => "shift-jis",
            "eucjp" or "ujis" => "euc-jp",
            "euckr" => "euc-kr",
            _ => plain,
        };
        return Lookup(platform) ?? Lookup(platform.Replace('-', '_'));
    }

    /// <summary>
    /// Where a text decoded by a Windows code page has a control character that Python's tables leave undefined and
    /// .NET's fill in; -1 where it has none.
    /// </summary>
    public static int FindUndefined(Encoding encoding, string text) => encoding.CodePage is (>= 1250 and <= 1258) or 874
        ? text.AsSpan().IndexOfAnyInRange('\u0080', '\u009f')
        : -1;

    private static Encoding? Lookup(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(
                name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? FindName(ReadOnlySpan<byte> comment)
    {
        while (comment.IndexOf("coding"u8) is >= 0 and var found)
        {
            comment = comment[(found + 6)..];
            if (comment.IsEmpty || comment[0] is not ((byte)':' or (byte)'='))
                continue;
            var rest = comment[1..].TrimStart(" \t"u8);
            var length = 0;
            while (length < rest.Length
                && (char.IsAsciiLetterOrDigit((char)rest[length]) || rest[length] is (byte)'-' or (byte)'_' or (byte)'.'))
            {
                length++;
            }

            if (length > 0)
                return Encoding.ASCII.GetString(rest[..length]);
        }

        return null;
    }
}
