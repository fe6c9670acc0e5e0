using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Vm;

/// <summary>The slots of str.</summary>
public partial class PyStr
{
    private const string NotAnIndex = "string indices must be integers, not ";

    /// <summary>Which of two texts comes first: the sign of the difference of the first code points that differ.</summary>
    internal static int CompareTexts(PyStr left, PyStr right)
    {
        if (left._codePoints is null && right._codePoints is null)
            return left.Chars.SequenceCompareTo(right.Chars);
        var count = Math.Min(left._length, right._length);
        for (var i = 0; i < count; i++)
        {
            var difference = left[i] - right[i];
            if (difference != 0)
                return difference;
        }

        return left._length - right._length;
    }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var text = (PyStr)self.Ref!;
        if (text._codePoints is { } wide)
            return From(ConstantRepr.Repr(wide));
        var chars = text.Chars;
        // Lone surrogates that stand side by side must not be shown as the character that they would make.
        if (HasSurrogate(chars))
            return From(ConstantRepr.Repr(text.ToCodePoints()));
        if (chars.ContainsAny('\'', '\\') || chars.ContainsAnyExceptInRange(' ', '~'))
            return From(ConstantRepr.Repr(text.Value));
        return FromUnits(string.Concat("'", chars, "'"));
    }

    private static partial long GetHash(PyThread thread, PyValue self) => ((PyStr)self.Ref!).Hash;

    private static partial PyValue ToText(PyThread thread, PyValue self) => ((PyStr)self.Ref!).AsExact();

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (left.Ref is not PyStr first || right.Ref is not PyStr second)
            return PyNotImplemented.Instance;
        return op switch
        {
            ComparisonOperator.Eq => PyValue.FromBool(first.TextEquals(second)),
            ComparisonOperator.Ne => PyValue.FromBool(!first.TextEquals(second)),
            _ => PyValue.FromBool(Operators.Holds(op, CompareTexts(first, second))),
        };
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self)
    {
        var text = (PyStr)self.Ref!;
        return !text.IsWide && System.Text.Ascii.IsValid(text.Chars) ? new PyStrAsciiIterator(text) : new PyStrIterator(text);
    }

    private static partial PyValue Remainder(PyThread thread, PyValue left, PyValue right) =>
        left.Ref is PyStr format ? PercentFormat.Format(thread, format, right) : PyNotImplemented.Instance;

    private static partial long GetLength(PyThread thread, PyValue self) => ((PyStr)self.Ref!)._length;

    private static partial PyValue ConcatValues(PyThread thread, PyValue left, PyValue right) =>
        right.Ref is PyStr second
            ? Concat((PyStr)left.Ref!, second)
            : throw Raise.TypeError($"can only concatenate str (not \"{right.Type.Name}\") to str");

    private static partial PyValue RepeatValue(PyThread thread, PyValue self, long index) => ((PyStr)self.Ref!).Repeat(index);

    private static partial PyValue ItemAt(PyThread thread, PyValue self, long index)
    {
        var text = (PyStr)self.Ref!;
        return (ulong)index < (ulong)text._length
            ? FromCodePoint(text[(int)index])
            : thread.Raise(Raise.IndexError("string index out of range"));
    }

    private static partial bool Contains(PyThread thread, PyValue self, PyValue item) =>
        item.Ref is PyStr part
            ? ((PyStr)self.Ref!).IndexOf(part, 0, ((PyStr)self.Ref!)._length) >= 0
            : throw Raise.TypeError($"'in <string>' requires string as left operand, not {item.Type.Name}");

    private static partial PyValue Subscript(PyThread thread, PyValue left, PyValue right)
    {
        var text = (PyStr)left.Ref!;
        if (right.IsSmallInt)
            return ItemAt(thread, left, right.Bits < 0 ? right.Bits + text._length : right.Bits);
        if (right.Ref is PySlice slice)
            return text.Slice(slice.Apply(thread, text._length));
        if (!Operators.IsIndex(right))
            throw Raise.TypeError($"{NotAnIndex}'{right.Type.Name}'");
        var index = Operators.ToIndex(thread, right, Raise.IndexError);
        return ItemAt(thread, left, index < 0 ? index + text._length : index);
    }

    private PyStr Slice(SliceBounds range)
    {
        if (range.Count == 0)
            return Empty;
        if (range.Step == 1)
            return Substring(range.Start, range.Count);
        if (_codePoints is { } wide)
        {
            var codePoints = new int[range.Count];
            SequenceText.Gather(wide, codePoints, range);
            return FromCodePoints(codePoints);
        }

        var chars = new char[range.Count];
        SequenceText.Gather(Chars, chars, range);
        return FromChars(chars);
    }

    private static bool HasSurrogate(ReadOnlySpan<char> chars) => chars.ContainsAnyInRange('\uD800', '\uDFFF');
}
