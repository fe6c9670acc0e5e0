using System.Globalization;

namespace Keelback.Vm;

/// <summary>
/// Puts a str together. It keeps UTF-16 units until the first character comes that needs two, then code points; what
/// comes out has the form that its characters ask for.
/// </summary>
internal sealed class PyStrBuilder(int capacity = 64)
{
    private char[]? _chars = new char[Math.Max(capacity, 16)];
    private int[]? _wide;

    /// <summary>How many characters there are so far.</summary>
    public int Length { get; private set; }

    /// <summary>Appends a code point.</summary>
    public void Append(int codePoint)
    {
        if (codePoint > 0xFFFF && _wide is null)
            Widen();
        Reserve(1);
        if (_wide is { } wide)
            wide[Length++] = codePoint;
        else
            _chars![Length++] = (char)codePoint;
    }

    /// <summary>Appends a code point so many times.</summary>
    public void Append(int codePoint, int count)
    {
        if (count <= 0)
            return;
        if (codePoint > 0xFFFF && _wide is null)
            Widen();
        Reserve(count);
        if (_wide is { } wide)
            wide.AsSpan(Length, count).Fill(codePoint);
        else
            _chars.AsSpan(Length, count).Fill((char)codePoint);
        Length += count;
    }

    /// <summary>Appends a str.</summary>
    public void Append(PyStr text) => Append(text, 0, text.Length);

    /// <summary>Appends a part of a str.</summary>
    public void Append(PyStr text, int start, int count)
    {
        if (text.WideCodePoints is { } codePoints)
            Append(codePoints.AsSpan(start, count));
        else
            Append(text.Chars.Slice(start, count));
    }

    /// <summary>Appends units of which none is half a character.</summary>
    public void Append(ReadOnlySpan<char> units)
    {
        Reserve(units.Length);
        if (_wide is { } wide)
        {
            for (var i = 0; i < units.Length; i++)
                wide[Length + i] = units[i];
        }
        else
        {
            units.CopyTo(_chars.AsSpan(Length));
        }

        Length += units.Length;
    }

    /// <summary>Appends Latin-1 characters.</summary>
    public void AppendLatin1(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        if (_wide is { } wide)
        {
            for (var i = 0; i < bytes.Length; i++)
                wide[Length + i] = bytes[i];
        }
        else
        {
            System.Text.Encoding.Latin1.GetChars(bytes, _chars.AsSpan(Length));
        }

        Length += bytes.Length;
    }

    /// <summary>Appends a number in hexadecimal, with zeros in front up to a width.</summary>
    public void AppendHex(int number, int width) =>
        Append(number.ToString("x" + width.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    /// <summary>The str.</summary>
    public PyStr ToPyStr() =>
        _wide is { } wide ? PyStr.FromCodePoints(wide.AsSpan(0, Length)) : PyStr.FromChars(_chars.AsSpan(0, Length));

    private void Append(ReadOnlySpan<int> codePoints)
    {
        if (_wide is null)
            Widen();
        Reserve(codePoints.Length);
        codePoints.CopyTo(_wide.AsSpan(Length));
        Length += codePoints.Length;
    }

    private void Widen()
    {
        _wide = new int[_chars!.Length];
        for (var i = 0; i < Length; i++)
            _wide[i] = _chars[i];
        _chars = null;
    }

    private void Reserve(int count)
    {
        var needed = Length + (long)count;
        var capacity = _wide?.Length ?? _chars!.Length;
        if (needed <= capacity)
            return;
        if (needed > PyStr.MaxLength)
            throw Raise.MemoryError();
        var size = (int)Math.Min(PyStr.MaxLength, Math.Max(needed, capacity * 2L));
        if (_wide is not null)
            Array.Resize(ref _wide, size);
        else
            Array.Resize(ref _chars, size);
    }
}
