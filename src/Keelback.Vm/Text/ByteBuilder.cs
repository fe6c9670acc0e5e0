namespace Keelback.Vm;

/// <summary>Puts bytes together.</summary>
internal sealed class ByteBuilder(int capacity = 64)
{
    private byte[] _bytes = new byte[Math.Max(capacity, 16)];

    /// <summary>How many bytes there are so far.</summary>
    public int Length { get; private set; }

    /// <summary>Appends a byte.</summary>
    public void Append(byte value)
    {
        if (Length == _bytes.Length)
            Reserve(1);
        _bytes[Length++] = value;
    }

    /// <summary>Appends bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>Appends a byte so many times.</summary>
    public void Append(byte value, long count)
    {
        if (count <= 0)
            return;
        Reserve(count);
        _bytes.AsSpan(Length, (int)count).Fill(value);
        Length += (int)count;
    }

    /// <summary>The bytes, in an array of their own.</summary>
    public byte[] ToArray() => Length == 0 ? [] : _bytes.AsSpan(0, Length).ToArray();

    private void Reserve(long count)
    {
        var needed = Length + count;
        if (needed <= _bytes.Length)
            return;
        if (needed > Array.MaxLength)
            throw Raise.MemoryError();
        Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(needed, _bytes.Length * 2L)));
    }
}
