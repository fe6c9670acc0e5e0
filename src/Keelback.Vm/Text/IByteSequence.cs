namespace Keelback.Vm;

/// <summary>What bytes and bytearray are to the algorithms that they share: bytes to read, and a way to make a result.</summary>
internal interface IByteSequence<TSelf>
    where TSelf : PyObject, IByteSequence<TSelf>
{
    /// <summary>The bytes; a change of the object may make the span stale.</summary>
    ReadOnlySpan<byte> AsSpan();

    /// <summary>An object of the type itself that takes the array over.</summary>
    static abstract TSelf Make(byte[] bytes);
}
