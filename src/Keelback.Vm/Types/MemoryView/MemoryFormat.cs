using System.Numerics;
using System.Runtime.InteropServices;

namespace Keelback.Vm;

/// <summary>The items of memoryviews: what each letter of a native format means, in memory and in Python.</summary>
internal static class MemoryFormat
{
    /// <summary>The letter of a format of one native item; '\0' for any other.</summary>
    public static char LetterOf(string format)
    {
        var letter = format.Length == 2 && format[0] == '@' ? format[1] : format.Length == 1 ? format[0] : '\0';
        return letter != '\0' && SizeOf(letter) > 0 ? letter : '\0';
    }

    /// <summary>The bytes that an item takes; 0 for a letter that means none.</summary>
    public static int SizeOf(char letter) => letter switch
    {
        'c' or 'b' or 'B' or '?' => 1,
        'h' or 'H' or 'e' => 2,
        'i' or 'I' or 'f' => 4,
        'l' or 'L' or 'q' or 'Q' or 'n' or 'N' or 'd' or 'P' => 8,
        _ => 0,
    };

    /// <summary>Whether an item is one byte.</summary>
    public static bool IsByte(char letter) => letter is 'c' or 'b' or 'B';

    /// <summary>The Python value of an item.</summary>
    public static PyValue Unpack(char letter, ReadOnlySpan<byte> item) => letter switch
    {
        'c' => new PyBytes(item[..1].ToArray()),
        'b' => PyValue.FromInt((sbyte)item[0]),
        'B' => PyValue.FromInt(item[0]),
        '?' => PyValue.FromBool(item[0] != 0),
        'h' => PyValue.FromInt(MemoryMarshal.Read<short>(item)),
        'H' => PyValue.FromInt(MemoryMarshal.Read<ushort>(item)),
        'i' => PyValue.FromInt(MemoryMarshal.Read<int>(item)),
        'I' => PyValue.FromInt(MemoryMarshal.Read<uint>(item)),
        'l' or 'q' or 'n' => PyValue.FromInt(MemoryMarshal.Read<long>(item)),
        'L' or 'Q' or 'N' or 'P' => PyValue.FromInt(MemoryMarshal.Read<ulong>(item)),
        'e' => PyValue.FromFloat((double)MemoryMarshal.Read<Half>(item)),
        'f' => PyValue.FromFloat(MemoryMarshal.Read<float>(item)),
        'd' => PyValue.FromFloat(MemoryMarshal.Read<double>(item)),
        _ => throw Unsupported(letter.ToString()),
    };

    /// <summary>The bytes of an item for a Python value.</summary>
    public static byte[] Pack(PyThread thread, char letter, PyValue value)
    {
        switch (letter)
        {
            case 'c':
                if (value.Ref is not PyBytes bytes)
                    throw InvalidType(letter);
                return bytes.Length == 1 ? bytes.AsSpan().ToArray() : throw InvalidValue(letter);
            case '?':
                return [Operators.IsTrue(thread, value) ? (byte)1 : (byte)0];
            case 'e' or 'f' or 'd':
                return PackFloat(letter, Converted(letter, () => Operators.ToDouble(thread, value)));
            default:
                if (!Operators.IsIndex(value))
                    throw InvalidType(letter);
                return PackInteger(letter, Converted(letter, () => Operators.ToBigInteger(thread, value)));
        }
    }

    /// <summary>The error for a format that is not one native item.</summary>
    public static PyException Unsupported(string format) =>
        Raise.NotImplementedError($"memoryview: format {format} not supported");

    private static byte[] PackFloat(char letter, double value) => letter switch
    {
        'e' => BytesOf(double.IsFinite(value) && Half.IsInfinity((Half)value) ? throw InvalidValue(letter) : (Half)value),
        'f' => BytesOf(double.IsFinite(value) && float.IsInfinity((float)value) ? throw InvalidValue(letter) : (float)value),
        _ => BytesOf(value),
    };

    private static byte[] PackInteger(char letter, BigInteger value)
    {
        var size = SizeOf(letter);
        var isSigned = letter is 'b' or 'h' or 'i' or 'l' or 'q' or 'n';
        var lowest = isSigned ? -(BigInteger.One << ((8 * size) - 1)) : BigInteger.Zero;
        var highest = (BigInteger.One << (isSigned ? (8 * size) - 1 : 8 * size)) - 1;
        if (value < lowest || value > highest)
            throw InvalidValue(letter);
        var bits = isSigned ? (ulong)(long)value : (ulong)value;
        return BytesOf(bits)[..size];
    }

    // Machines with the other order of bytes would need the end of the eight instead of their start.
    private static byte[] BytesOf<T>(T value)
        where T : unmanaged => MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)).ToArray();

    private static T Converted<T>(char letter, Func<T> convert)
    {
        try
        {
            return convert();
        }
        catch (PyException exception) when (exception.Value.Type.IsSubtypeOf(ExceptionTypes.TypeError))
        {
            throw InvalidType(letter);
        }
        catch (PyException exception) when (exception.Value.Type.IsSubtypeOf(ExceptionTypes.OverflowError))
        {
            throw InvalidValue(letter);
        }
    }

    private static PyException InvalidType(char letter) => Raise.TypeError($"memoryview: invalid type for format '{letter}'");

    private static PyException InvalidValue(char letter) => Raise.ValueError($"memoryview: invalid value for format '{letter}'");
}
