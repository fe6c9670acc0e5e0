namespace Keelback.Vm;

/// <summary>
/// A view of an object's bytes, as one object lends it to another: what memoryview, bytes, files and struct read and
/// write through. It is given back by <see cref="Release"/>. Most views are one run of bytes; where a memoryview lends
/// a part of itself, shape and strides say which.
/// </summary>
internal sealed unsafe class PyBuffer(PyValue owner, Memory<byte> memory, bool isReadOnly)
{
    private bool _isReleased;

    /// <summary>The object whose bytes they are.</summary>
    public PyValue Owner => owner;

    /// <summary>The whole run of memory in which the items lie.</summary>
    public Memory<byte> Memory => memory;

    /// <summary>The bytes, one item after the other; a BufferError where they do not lie so.</summary>
    public Memory<byte> Bytes => IsContiguous
        ? memory.Slice(Offset, (int)Size)
        : throw Raise.BufferError("memoryview: underlying buffer is not C-contiguous");

    /// <summary>Whether the bytes must not be changed.</summary>
    public bool IsReadOnly => isReadOnly;

    /// <summary>What an item is, in the notation of the struct module.</summary>
    public string Format { get; init; } = "B";

    /// <summary>The bytes that an item takes.</summary>
    public int ItemSize { get; init; } = 1;

    /// <summary>Where the first item lies.</summary>
    public int Offset { get; init; }

    /// <summary>How many items there are in each dimension; null for one dimension that takes all the memory.</summary>
    public long[]? Shape { get; init; }

    /// <summary>How many bytes lie between items in each dimension; null where one follows the other.</summary>
    public long[]? Strides { get; init; }

    /// <summary>How many bytes all items have.</summary>
    public long Size
    {
        get
        {
            if (Shape is not { } shape)
                return memory.Length - Offset;
            var size = (long)ItemSize;
            foreach (var count in shape)
                size *= count;
            return size;
        }
    }

    /// <summary>Whether the items lie one after the other, the last dimension fastest.</summary>
    public bool IsContiguous
    {
        get
        {
            if (Shape is not { } shape || Strides is not { } strides)
                return true;
            var expected = (long)ItemSize;
            for (var i = shape.Length - 1; i >= 0; i--)
            {
                if (shape[i] == 0)
                    return true;
                if (shape[i] > 1 && strides[i] != expected)
                    return false;
                expected *= shape[i];
            }

            return true;
        }
    }

    /// <summary>A copy of the items, one after the other.</summary>
    public byte[] ToArray()
    {
        if (IsContiguous)
            return memory.Slice(Offset, (int)Size).ToArray();
        var result = new byte[Size];
        var done = 0;
        Copy(result, ref done, 0, Offset);
        return result;
    }

    /// <summary>Gives the view back to its owner; a second time does nothing.</summary>
    public void Release(PyThread thread)
    {
        if (_isReleased)
            return;
        _isReleased = true;
        var slots = owner.Type.Slots;
        if (slots.BfReleasebuffer != null)
            slots.BfReleasebuffer(thread, owner, this);
    }

    private void Copy(byte[] target, ref int done, int dimension, long offset)
    {
        for (var i = 0L; i < Shape![dimension]; i++, offset += Strides![dimension])
        {
            if (dimension + 1 < Shape.Length)
            {
                Copy(target, ref done, dimension + 1, offset);
                continue;
            }

            memory.Span.Slice((int)offset, ItemSize).CopyTo(target.AsSpan(done));
            done += ItemSize;
        }
    }
}
