using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>Making strs of others: concatenation, repetition, parts.</summary>
public partial class PyStr
{
    /// <summary>The longest str: what a .NET string can hold.</summary>
    internal const int MaxLength = 0x3FFFFFDF;

    // Below this length a copy costs less than the bookkeeping of a growing text.
    private const int GrowingThreshold = 256;

    /// <summary>The str itself, or an exact str of the same text for an instance of a subclass.</summary>
    internal PyStr AsExact() => ReferenceEquals(Type, TypeObject) ? this : Copy(this);

    /// <summary>A str of UTF-16 units of which none is half a character.</summary>
    internal static PyStr FromChars(ReadOnlySpan<char> units) => units.Length switch
    {
        0 => Empty,
        1 => FromCodePoint(units[0]),
        _ => new PyStr(new string(units)),
    };

    /// <summary>Two strs one after the other.</summary>
    internal static PyStr Concat(PyStr left, PyStr right)
    {
        if (right._length == 0)
            return left.AsExact();
        if (left._length == 0)
            return right.AsExact();
        CheckLength((long)left._length + right._length);
        if (left._codePoints is null && right._codePoints is null)
            return new PyStr(string.Concat(left.Chars, right.Chars));
        var codePoints = new int[left._length + right._length];
        left.CopyTo(codePoints);
        right.CopyTo(codePoints.AsSpan(left._length));
        return new PyStr(codePoints);
    }

    /// <summary>Two strs one after the other, where the left one is about to be forgotten and the sum to grow again.</summary>
    internal static PyStr Append(PyStr left, PyStr right)
    {
        var length = (long)left._length + right._length;
        if (length < GrowingThreshold || length > MaxLength / 2 || left._codePoints is not null || right._codePoints is not null)
            return Concat(left, right);
        if (right._length == 0)
            return left.AsExact();
        var growing = left._growing;
        if (growing is null || !growing.TryTake(left._length, right._length))
        {
            growing = new GrowingText((int)length * 2);
            growing.TryTake(0, (int)length);
            left.Chars.CopyTo(growing.Buffer);
        }

        right.Chars.CopyTo(growing.Buffer.AsSpan(left._length));
        return new PyStr(growing, (int)length);
    }

    /// <summary>Strs one after the other.</summary>
    internal static PyStr Concat(Span<PyValue> pieces)
    {
        var total = 0L;
        var isWide = false;
        foreach (var piece in pieces)
        {
            var text = Unsafe.As<PyStr>(piece.Ref!);
            total += text._length;
            isWide |= text._codePoints is not null;
        }

        CheckLength(total);
        if (total == 0)
            return Empty;
        var at = 0;
        if (isWide)
        {
            var codePoints = new int[total];
            foreach (var piece in pieces)
            {
                var text = Unsafe.As<PyStr>(piece.Ref!);
                text.CopyTo(codePoints.AsSpan(at));
                at += text._length;
            }

            return new PyStr(codePoints);
        }

        var result = new string('\0', (int)total);
        var target = WritableChars(result);
        foreach (var piece in pieces)
        {
            var text = Unsafe.As<PyStr>(piece.Ref!);
            text.Chars.CopyTo(target[at..]);
            at += text._length;
        }

        return FromUnits(result);
    }

    /// <summary>A part, which must lie within.</summary>
    internal PyStr Substring(int start, int length)
    {
        if (length == _length)
            return AsExact();
        return _codePoints is { } wide
            ? FromCodePoints(wide.AsSpan(start, length))
            : FromChars(Chars.Slice(start, length));
    }

    /// <summary>The text so many times.</summary>
    internal PyStr Repeat(long count)
    {
        if (count <= 0 || _length == 0)
            return Empty;
        if (count == 1)
            return AsExact();
        if (count > MaxLength)
            throw Raise.MemoryError();
        CheckLength(_length * count);
        var total = (int)(_length * count);
        if (_codePoints is { } wide)
        {
            var codePoints = new int[total];
            Fill(codePoints, wide);
            return new PyStr(codePoints);
        }

        if (_length == 1)
            return new PyStr(new string(Chars[0], total));
        var result = new string('\0', total);
        Fill(WritableChars(result), Chars);
        return new PyStr(result);
    }

    /// <summary>Copies the code points.</summary>
    internal void CopyTo(Span<int> target)
    {
        if (_codePoints is { } wide)
        {
            wide.CopyTo(target);
            return;
        }

        var chars = Chars;
        for (var i = 0; i < chars.Length; i++)
            target[i] = chars[i];
    }

    /// <summary>The code points in an array of their own.</summary>
    internal int[] ToCodePoints()
    {
        var codePoints = new int[_length];
        CopyTo(codePoints);
        return codePoints;
    }

    private static PyStr Copy(PyStr text) => text._codePoints is { } wide ? new PyStr(wide) : FromUnits(text.Value);

    private static void CheckLength(long length)
    {
        if (length > MaxLength)
            throw Raise.MemoryError();
    }

    private static void Fill<T>(Span<T> target, ReadOnlySpan<T> piece)
    {
        piece.CopyTo(target);
        for (var done = piece.Length; done < target.Length;)
        {
            var count = Math.Min(done, target.Length - done);
            target[..count].CopyTo(target[done..]);
            done += count;
        }
    }

    // A string that nobody else has seen yet.
    private static Span<char> WritableChars(string text) =>
        System.Runtime.InteropServices.MemoryMarshal.AsMemory(text.AsMemory()).Span;
}
