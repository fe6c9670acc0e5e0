using Keelback.Vm;

namespace Keelback.Modules.Files;

/// <summary>A path that Python code gives: a str, bytes, what has __fspath__ or, where that is allowed, a descriptor.</summary>
internal readonly record struct PathArgument(string Text, int Descriptor, PyValue Given, bool IsBytes)
{
    private static readonly PyStr s_fsPath = PyStr.Intern("__fspath__");

    /// <summary>Whether a descriptor was given.</summary>
    public bool IsDescriptor => Descriptor >= 0;

    /// <summary>Converts an argument.</summary>
    public static PathArgument From(PyThread thread, PyValue value, string function, string name = "path", bool allowsDescriptor = false)
    {
        if (allowsDescriptor && value.Ref is not (PyStr or PyBytes) && Operators.IsIndex(value))
        {
            var number = Operators.ToInt64(thread, value);
            if (number is < 0 or > int.MaxValue)
                throw number < 0 ? SystemErrors.Make(9) : Raise.OverflowError("fd is greater than maximum");
            return new PathArgument("", (int)number, value, false);
        }

        var path = value;
        if (path.Ref is not (PyStr or PyBytes))
        {
            var method = value.Type.Lookup(s_fsPath);
            if (method.IsMissing || method.IsNone)
                throw Wrong(function, name, allowsDescriptor, value);
            path = FsPath(thread, value);
        }

        var text = path.Ref switch
        {
            PyStr str => str.Value,
            PyBytes bytes => Vm.Codecs.DecodeUtf8(thread, bytes.AsSpan(), "surrogateescape", true, out _).Value,
            _ => throw Wrong(function, name, allowsDescriptor, value),
        };
        if (text.Contains('\0'))
            throw Raise.ValueError($"{function}: embedded null character in {name}");
        return new PathArgument(text, -1, path, path.Ref is PyBytes);
    }

    /// <summary>What os.fspath() gives.</summary>
    public static PyValue FsPath(PyThread thread, PyValue value)
    {
        if (value.Ref is PyStr or PyBytes)
            return value;
        if (value.Type.Lookup(s_fsPath).IsMissing || !thread.TryCallSpecial(value, s_fsPath, [], out var result))
            throw Raise.TypeError($"expected str, bytes or os.PathLike object, not {value.Type.Name}");
        return result.Ref is PyStr or PyBytes
            ? result
            : throw Raise.TypeError($"expected {value.Type.Name}.__fspath__() to return str or bytes, not {result.Type.Name}");
    }

    /// <summary>A name in the kind of string that the path was.</summary>
    public PyValue Like(PyThread thread, string text) => Like(thread, text, IsBytes);

    /// <summary>A name as str or as bytes.</summary>
    public static PyValue Like(PyThread thread, string text, bool isBytes)
    {
        var str = PyStr.From(text);
        return isBytes ? new PyBytes(Vm.Codecs.EncodeUtf8(thread, str, "surrogateescape")) : str;
    }

    private static PyException Wrong(string function, string name, bool allowsDescriptor, PyValue value) => Raise.TypeError(
        $"{function}: {name} should be string, bytes{(allowsDescriptor ? ", os.PathLike or integer" : " or os.PathLike")}, not {value.Type.Name}");
}
