namespace Keelback.Vm;

/// <summary>
/// A view of an object's bytes, as one object lends it to another: what memoryview, bytes, files and struct read and
/// write through. It is given back by <see cref="Release"/>.
/// </summary>
internal sealed unsafe class PyBuffer(PyValue owner, Memory<byte> bytes, bool isReadOnly)
{
    private bool _isReleased;

    /// <summary>The object whose bytes they are.</summary>
    public PyValue Owner => owner;

    /// <summary>The bytes, one item after the other.</summary>
    public Memory<byte> Bytes => bytes;

    /// <summary>Whether the bytes must not be changed.</summary>
    public bool IsReadOnly => isReadOnly;

    /// <summary>What an item is, in the notation of the struct module.</summary>
    public string Format { get; init; } = "B";

    /// <summary>The bytes that an item takes.</summary>
    public int ItemSize { get; init; } = 1;

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
}
