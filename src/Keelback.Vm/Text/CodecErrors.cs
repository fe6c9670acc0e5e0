using System.Globalization;
using System.Text;

namespace Keelback.Vm;

/// <summary>What stands for something that cannot be coded, and where coding goes on.</summary>
internal readonly record struct CodecReplacement(PyStr Text, byte[]? Bytes, int Resume);

/// <summary>
/// What happens where text cannot be encoded or bytes cannot be decoded: the handlers that every Python has, and those
/// that programs register.
/// </summary>
internal static class CodecErrors
{
    private static readonly PyStr s_unicodedata = PyStr.Intern("unicodedata");
    private static readonly PyStr s_name = PyStr.Intern("name");

    /// <summary>The names of the handlers that are always there.</summary>
    public static IReadOnlyList<string> BuiltinNames { get; } =
    [
        "strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogatepass", "surrogateescape",
    ];

    /// <summary>What stands for characters that an encoding does not have; a UnicodeEncodeError where nothing may.</summary>
    public static CodecReplacement ForEncoding(
        PyThread thread, string errors, string encoding, PyStr text, int start, int end, string reason)
    {
        switch (errors)
        {
            case "strict":
                throw Raise.UnicodeEncodeError(encoding, text, start, end, reason);
            case "ignore":
                return new(PyStr.Empty, null, end);
            case "replace":
                return new(PyStr.FromUnits(new string('?', end - start)), null, end);
            case "xmlcharrefreplace" or "backslashreplace" or "namereplace":
                return new(Escaped(thread, errors, text, start, end), null, end);
            case "surrogateescape":
                return EscapedBytes(text, start, end) ?? throw Raise.UnicodeEncodeError(encoding, text, start, end, reason);
            case "surrogatepass":
                return PassedSurrogates(encoding, text, start, end)
                    ?? throw Raise.UnicodeEncodeError(encoding, text, start, end, reason);
            default:
                var handler = CodecRegistry.Of(thread).GetErrorHandler(errors);
                var error = Raise.UnicodeEncodeError(encoding, text, start, end, reason);
                return Call(thread, handler, error.Value, text.Length, "encoding error handler must return (str/bytes, int) tuple");
        }
    }

    /// <summary>What stands for bytes that mean nothing in an encoding; a UnicodeDecodeError where nothing may.</summary>
    public static CodecReplacement ForDecoding(
        PyThread thread, string errors, string encoding, ReadOnlySpan<byte> bytes, int start, int end, string reason)
    {
        switch (errors)
        {
            case "ignore":
                return new(PyStr.Empty, null, end);
            case "replace":
                return new(PyStr.FromCodePoint(0xFFFD), null, end);
            case "backslashreplace":
                return new(EscapedBytes(bytes[start..end]), null, end);
            case "surrogateescape" when BytesAsSurrogates(bytes, start, end) is { } escaped:
                return escaped;
            case "surrogatepass" when ReadSurrogate(encoding, bytes[start..]) is var (surrogate, size) && size > 0:
                return new(PyStr.FromCodePoint(surrogate), null, start + size);
            case "strict" or "surrogateescape" or "surrogatepass":
                throw Raise.UnicodeDecodeError(encoding, new PyBytes(bytes.ToArray()), start, end, reason);
            default:
                var handler = CodecRegistry.Of(thread).GetErrorHandler(errors);
                var error = Raise.UnicodeDecodeError(encoding, new PyBytes(bytes.ToArray()), start, end, reason);
                return Call(thread, handler, error.Value, bytes.Length, "decoding error handler must return (str, int) tuple");
        }
    }

    /// <summary>Applies a handler that is always there to an exception, as codecs.lookup_error(name)(exception) does.</summary>
    public static PyValue Apply(PyThread thread, string name, PyValue exception)
    {
        if (name == "strict" && exception.Ref is PyBaseException raised)
            throw new PyException(raised);
        switch (exception.Ref)
        {
            case PyUnicodeEncodeError encode when encode.Object.Ref is PyStr text:
                var (start, end) = Bounds(encode.Start, encode.End, text.Length);
                var encoding = Operators.Str(thread, encode.Encoding).Value;
                return Result(Rethrowing(encode, () => ForEncoding(thread, name, encoding, text, start, end, "")));
            case PyUnicodeDecodeError decode when decode.Object.Ref is PyBytes bytes && name is not ("xmlcharrefreplace" or "namereplace"):
                var (first, last) = Bounds(decode.Start, decode.End, bytes.Length);
                var codec = Operators.Str(thread, decode.Encoding).Value;
                return Result(Rethrowing(decode, () => ForDecoding(thread, name, codec, bytes.AsSpan(), first, last, "")));
            case PyUnicodeTranslateError translate when translate.Object.Ref is PyStr source && !name.StartsWith("surrogate", StringComparison.Ordinal):
                var (from, to) = Bounds(translate.Start, translate.End, source.Length);
                return Result(name == "replace"
                    ? new(PyStr.FromUnits(new string('\uFFFD', to - from)), null, to)
                    : ForEncoding(thread, name, "", source, from, to, ""));
            case PyBaseException when name == "strict":
            default:
                throw Raise.TypeError(name == "strict"
                    ? "codec must pass exception instance"
                    : $"don't know how to handle {exception.Type.Name} in error callback");
        }
    }

    // The exception given, not one like it, is what goes on.
    private static CodecReplacement Rethrowing(PyBaseException original, Func<CodecReplacement> handle)
    {
        try
        {
            return handle();
        }
        catch (PyException exception) when (ReferenceEquals(exception.Value.Type, original.Type))
        {
            throw new PyException(original);
        }
    }

    private static PyTuple Result(CodecReplacement replacement) => PyTuple.From(
        replacement.Bytes is { } bytes ? new PyBytes(bytes) : replacement.Text,
        PyValue.FromInt(replacement.Resume));

    private static (int Start, int End) Bounds(long start, long end, int length)
    {
        var first = (int)Math.Clamp(start, 0, Math.Max(length - 1, 0));
        return (first, (int)Math.Clamp(end, Math.Min(first + 1, length), length));
    }

    private static CodecReplacement Call(PyThread thread, PyValue handler, PyBaseException error, int length, string malformed)
    {
        var result = thread.Call(handler, error);
        if (result.Ref is not PyTuple { Count: 2 } pair || !Operators.IsIndex(pair[1]))
            throw Raise.TypeError(malformed);
        var resume = Operators.ToIndex(thread, pair[1], Raise.IndexError);
        if (resume < 0)
            resume += length;
        if (resume < 0 || resume > length)
            throw Raise.IndexError($"position {resume} from error handler out of bounds");
        return pair[0].Ref switch
        {
            PyStr text => new(text, null, (int)resume),
            PyBytes bytes when error is PyUnicodeEncodeError => new(PyStr.Empty, bytes.AsSpan().ToArray(), (int)resume),
            _ => throw Raise.TypeError(malformed),
        };
    }

    private static PyStr Escaped(PyThread thread, string errors, PyStr text, int start, int end)
    {
        var result = new StringBuilder();
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (errors == "xmlcharrefreplace")
                result.Append(CultureInfo.InvariantCulture, $"&#{c};");
            else if (errors == "namereplace" && NameOf(thread, c) is { } name)
                result.Append("\\N{").Append(name).Append('}');
            else
                AppendEscape(result, c);
        }

        return PyStr.From(result.ToString());
    }

    private static void AppendEscape(StringBuilder result, int c)
    {
        var culture = CultureInfo.InvariantCulture;
        _ = c switch
        {
            < 0x100 => result.Append(culture, $"\\x{c:x2}"),
            < 0x10000 => result.Append(culture, $"\\u{c:x4}"),
            _ => result.Append(culture, $"\\U{c:x8}"),
        };
    }

    private static string? NameOf(PyThread thread, int codePoint)
    {
        var module = thread.Checked(thread.Interpreter.Imports.GetOrLoad(thread, s_unicodedata));
        var name = thread.CallAttribute(module, s_name, PyStr.FromCodePoint(codePoint), PyValue.None);
        return name.Ref is PyStr found ? found.Value : null;
    }

    private static PyStr EscapedBytes(ReadOnlySpan<byte> bytes)
    {
        var result = new StringBuilder(bytes.Length * 4);
        foreach (var item in bytes)
            result.Append(CultureInfo.InvariantCulture, $"\\x{item:x2}");
        return PyStr.From(result.ToString());
    }

    // Surrogates that stand for bytes become those bytes again.
    private static CodecReplacement? EscapedBytes(PyStr text, int start, int end)
    {
        var bytes = new byte[end - start];
        for (var i = start; i < end; i++)
        {
            if (text[i] is not (>= 0xDC80 and <= 0xDCFF))
                return null;
            bytes[i - start] = (byte)text[i];
        }

        return new(PyStr.Empty, bytes, end);
    }

    private static CodecReplacement? BytesAsSurrogates(ReadOnlySpan<byte> bytes, int start, int end)
    {
        var result = new PyStrBuilder();
        var at = start;
        for (; at < end && at < start + 4 && bytes[at] >= 128; at++)
            result.Append(0xDC00 + bytes[at]);
        return at == start ? null : new(result.ToPyStr(), null, at);
    }

    private static CodecReplacement? PassedSurrogates(string encoding, PyStr text, int start, int end)
    {
        var form = UnicodeForm.Of(encoding);
        if (form.Size == 0)
            return null;
        var bytes = new ByteBuilder();
        for (var i = start; i < end; i++)
        {
            if (text[i] is not (>= 0xD800 and <= 0xDFFF))
                return null;
            form.AppendUnit(bytes, text[i]);
        }

        return new(PyStr.Empty, bytes.ToArray(), end);
    }

    private static (int Surrogate, int Size) ReadSurrogate(string encoding, ReadOnlySpan<byte> bytes)
    {
        var form = UnicodeForm.Of(encoding);
        if (form.Size == 0 || bytes.Length < form.UnitSize)
            return default;
        var unit = form.ReadUnit(bytes);
        return unit is >= 0xD800 and <= 0xDFFF ? (unit, form.UnitSize) : default;
    }
}
