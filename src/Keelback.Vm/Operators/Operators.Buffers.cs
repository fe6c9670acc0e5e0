namespace Keelback.Vm;

/// <summary>Bytes that objects lend.</summary>
internal static unsafe partial class Operators
{
    /// <summary>Whether a value can lend its bytes.</summary>
    public static bool HasBuffer(PyValue value) => value.Type.Slots.BfGetbuffer != null;

    /// <summary>A copy of the bytes of a bytes-like object; a TypeError for anything else.</summary>
    public static byte[] ToByteArray(PyThread thread, PyValue value)
    {
        if (!HasBuffer(value))
            throw Raise.TypeError($"a bytes-like object is required, not '{value.Type.Name}'");
        var buffer = value.Type.Slots.BfGetbuffer(thread, value, false);
        try
        {
            return buffer.Bytes.ToArray();
        }
        finally
        {
            buffer.Release(thread);
        }
    }
}
