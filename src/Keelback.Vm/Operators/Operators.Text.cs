using System.Text;

namespace Keelback.Vm;

/// <summary>Texts of values.</summary>
internal static unsafe partial class Operators
{
    /// <summary>What repr() gives.</summary>
    public static PyStr Repr(PyThread thread, PyValue value)
    {
        var slot = value.Type.Slots.TpRepr;
        if (!thread.EnterNative())
            thread.ThrowPending();
        try
        {
            var result = thread.Checked(slot(thread, value));
            return result.Ref as PyStr ?? throw Raise.TypeError($"__repr__ returned non-string (type {result.Type.Name})");
        }
        finally
        {
            thread.Depth--;
        }
    }

    /// <summary>What str() gives.</summary>
    public static PyStr Str(PyThread thread, PyValue value)
    {
        if (value.Ref is PyStr text && ReferenceEquals(text.Type, PyStr.TypeObject))
            return text;
        var slot = value.Type.Slots.TpStr;
        if (slot == null)
            return Repr(thread, value);
        if (!thread.EnterNative())
            thread.ThrowPending();
        try
        {
            var result = thread.Checked(slot(thread, value));
            return result.Ref as PyStr ?? throw Raise.TypeError($"__str__ returned non-string (type {result.Type.Name})");
        }
        finally
        {
            thread.Depth--;
        }
    }

    /// <summary>What ascii() gives: repr() with what is not ASCII escaped.</summary>
    public static PyStr Ascii(PyThread thread, PyValue value)
    {
        var text = Repr(thread, value);
        var isAscii = true;
        for (var i = 0; i < text.Length && isAscii; i++)
            isAscii = text[i] < 128;
        if (isAscii)
            return text;
        var escaped = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            _ = c switch
            {
                < 128 => escaped.Append((char)c),
                < 0x100 => escaped.Append($"\\x{c:x2}"),
                < 0x10000 => escaped.Append($"\\u{c:x4}"),
                _ => escaped.Append($"\\U{c:x8}"),
            };
        }

        return PyStr.From(escaped.ToString());
    }

    /// <summary>What format() gives for a specification.</summary>
    public static PyStr Format(PyThread thread, PyValue value, PyStr specification)
    {
        if (specification.Length == 0)
        {
            if (value.Ref is PyStr text && ReferenceEquals(text.Type, PyStr.TypeObject))
                return text;
            if (value.IsSmallInt)
                return Str(thread, value);
        }

        if (!thread.TryCallSpecial(value, Names.Format, [specification], out var result))
            throw Raise.TypeError($"Type {value.Type.Name} doesn't define __format__");
        return result.Ref as PyStr ?? throw Raise.TypeError($"__format__ must return a str, not {result.Type.Name}");
    }
}
