using System.Numerics;

namespace Keelback.Vm;

/// <summary>Ints as bytes and back.</summary>
internal static partial class IntType
{
    private static partial PyValue ToBytes(PyThread thread, PyValue self, long length, string byteorder, bool signed)
    {
        var isBigEndian = IsBigEndian(byteorder);
        if (length < 0)
            throw Raise.ValueError("length argument must be non-negative");
        var number = BigOf(self);
        if (number.Sign < 0 && !signed)
            throw Raise.OverflowError("can't convert negative int to unsigned");
        var size = number.IsZero ? 0 : number.GetByteCount(isUnsigned: !signed);
        if (size > length)
            throw Raise.OverflowError("int too big to convert");
        if (length > Array.MaxLength)
            throw Raise.MemoryError();
        var bytes = new byte[length];
        if (number.Sign < 0)
            bytes.AsSpan().Fill(0xFF);
        if (size > 0)
            number.TryWriteBytes(isBigEndian ? bytes.AsSpan((int)length - size) : bytes, out _, isUnsigned: !signed, isBigEndian);
        return new PyBytes(bytes);
    }

    private static partial PyValue FromBytes(PyThread thread, PyType cls, PyValue bytes, string byteorder, bool signed)
    {
        var isBigEndian = IsBigEndian(byteorder);
        var number = new BigInteger(BytesOf(thread, bytes), isUnsigned: !signed, isBigEndian);
        var value = PyValue.FromInt(number);
        return ReferenceEquals(cls, TypeObject) ? value : thread.Call(cls, value);
    }

    private static bool IsBigEndian(string byteorder) => byteorder switch
    {
        "big" => true,
        "little" => false,
        _ => throw Raise.ValueError("byteorder must be either 'little' or 'big'"),
    };

    // A buffer, what has __bytes__, or numbers below 256.
    private static unsafe byte[] BytesOf(PyThread thread, PyValue value)
    {
        if (thread.TryCallSpecial(value, s_bytes, [], out var converted))
        {
            value = converted.Ref is PyBytes
                ? converted
                : throw Raise.TypeError($"__bytes__ returned non-bytes (type {converted.Type.Name})");
        }

        var slot = value.Type.Slots.BfGetbuffer;
        if (slot != null)
        {
            var buffer = slot(thread, value, false);
            var copy = buffer.Bytes.ToArray();
            buffer.Release(thread);
            return copy;
        }

        if (value.Ref is PyStr || !Operators.IsIterable(value))
            throw Raise.TypeError($"cannot convert '{value.Type.Name}' object to bytes");
        var items = new List<byte>();
        foreach (var item in Operators.Iterate(thread, value))
        {
            var number = Operators.ToBigInteger(thread, item);
            items.Add(number.Sign >= 0 && number <= byte.MaxValue ? (byte)number : throw Raise.ValueError("bytes must be in range(0, 256)"));
        }

        return [.. items];
    }

    private static readonly PyStr s_bytes = PyStr.Intern("__bytes__");
}
