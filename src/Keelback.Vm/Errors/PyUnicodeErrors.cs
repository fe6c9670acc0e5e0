using System.Globalization;

namespace Keelback.Vm;

/// <summary>UnicodeDecodeError: bytes that are no text.</summary>
internal partial class PyUnicodeDecodeError
{
    internal override void Initialize(PyThread? thread, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        base.Initialize(thread, arguments, keywordNames);
        UnicodeErrorText.ExpectCount(arguments, 5);
        Encoding = UnicodeErrorText.ExpectStr(arguments, 0);
        Object = arguments[1].Ref is PyBytes || thread is null ? arguments[1] : UnicodeErrorText.ToBytes(thread, arguments[1]);
        Start = UnicodeErrorText.ExpectSize(thread, arguments[2]);
        End = UnicodeErrorText.ExpectSize(thread, arguments[3]);
        Reason = UnicodeErrorText.ExpectStr(arguments, 4);
    }

    internal override PyStr ToText(PyThread thread)
    {
        if (Object.IsMissing)
            return PyStr.Empty;
        var (encoding, reason) = (Operators.Str(thread, Encoding).Value, Operators.Str(thread, Reason).Value);
        if (Object.Ref is PyBytes bytes && Start >= 0 && Start < bytes.Length && End == Start + 1)
        {
            var shown = bytes.AsSpan()[(int)Start].ToString("x2", CultureInfo.InvariantCulture);
            return PyStr.From($"'{encoding}' codec can't decode byte 0x{shown} in position {Start}: {reason}");
        }

        return PyStr.From($"'{encoding}' codec can't decode bytes in position {Start}-{End - 1}: {reason}");
    }

    static unsafe partial void FillOwnSlots(TypeSlots slots) => slots.TpStr = &UnicodeErrorText.Text;
}

/// <summary>UnicodeEncodeError: characters that an encoding does not have.</summary>
internal partial class PyUnicodeEncodeError
{
    internal override void Initialize(PyThread? thread, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        base.Initialize(thread, arguments, keywordNames);
        UnicodeErrorText.ExpectCount(arguments, 5);
        Encoding = UnicodeErrorText.ExpectStr(arguments, 0);
        Object = UnicodeErrorText.ExpectStr(arguments, 1);
        Start = UnicodeErrorText.ExpectSize(thread, arguments[2]);
        End = UnicodeErrorText.ExpectSize(thread, arguments[3]);
        Reason = UnicodeErrorText.ExpectStr(arguments, 4);
    }

    internal override PyStr ToText(PyThread thread)
    {
        if (Object.IsMissing)
            return PyStr.Empty;
        var (encoding, reason) = (Operators.Str(thread, Encoding).Value, Operators.Str(thread, Reason).Value);
        return PyStr.From($"'{encoding}' codec can't encode {UnicodeErrorText.Range(Object, Start, End)}: {reason}");
    }

    static unsafe partial void FillOwnSlots(TypeSlots slots) => slots.TpStr = &UnicodeErrorText.Text;
}

/// <summary>UnicodeTranslateError: characters that a table does not have.</summary>
internal partial class PyUnicodeTranslateError
{
    internal override void Initialize(PyThread? thread, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        base.Initialize(thread, arguments, keywordNames);
        UnicodeErrorText.ExpectCount(arguments, 4);
        Object = UnicodeErrorText.ExpectStr(arguments, 0);
        Start = UnicodeErrorText.ExpectSize(thread, arguments[1]);
        End = UnicodeErrorText.ExpectSize(thread, arguments[2]);
        Reason = UnicodeErrorText.ExpectStr(arguments, 3);
    }

    internal override PyStr ToText(PyThread thread)
    {
        if (Object.IsMissing)
            return PyStr.Empty;
        return PyStr.From(
            $"can't translate {UnicodeErrorText.Range(Object, Start, End)}: {Operators.Str(thread, Reason).Value}");
    }

    static unsafe partial void FillOwnSlots(TypeSlots slots) => slots.TpStr = &UnicodeErrorText.Text;
}

/// <summary>What the three have in common: how their arguments are checked and their range is shown.</summary>
internal static class UnicodeErrorText
{
    public static PyValue Text(PyThread thread, PyValue self) => ((PyBaseException)self.Ref!).ToText(thread);

    public static void ExpectCount(ReadOnlySpan<PyValue> arguments, int count)
    {
        if (arguments.Length != count)
            throw Raise.TypeError($"function takes exactly {count} arguments ({arguments.Length} given)");
    }

    public static PyValue ExpectStr(ReadOnlySpan<PyValue> arguments, int index) =>
        arguments[index].Ref is PyStr
            ? arguments[index]
            : throw Raise.TypeError($"argument {index + 1} must be str, not {arguments[index].Type.Name}");

    public static long ExpectSize(PyThread? thread, PyValue value) =>
        value.IsSmallInt || thread is null ? value.Bits : Operators.ToIndex(thread, value, Raise.OverflowError);

    public static PyValue ToBytes(PyThread thread, PyValue value) => new PyBytes(Operators.ToByteArray(thread, value));

    /// <summary>One character as its escape, or the range.</summary>
    public static string Range(PyValue text, long start, long end)
    {
        if (text.Ref is not PyStr str || start < 0 || start >= str.Length || end != start + 1)
            return $"characters in position {start}-{end - 1}";
        var c = str[(int)start];
        var escape = c switch
        {
            < 0x100 => $"\\x{c:x2}",
            < 0x10000 => $"\\u{c:x4}",
            _ => $"\\U{c:x8}",
        };
        return $"character '{escape}' in position {start}";
    }
}
