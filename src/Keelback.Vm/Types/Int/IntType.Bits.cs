using System.Numerics;

namespace Keelback.Vm;

/// <summary>Ints as bits: shifts, logic, counts.</summary>
internal static partial class IntType
{
    private static partial PyValue Invert(PyThread thread, PyValue self) =>
        TryGetValue(self, out var number) ? PyValue.FromInt(~number) : PyValue.FromInt(-BigOf(self) - 1);

    private static partial PyValue And(PyThread thread, PyValue left, PyValue right)
    {
        if (TryGetValue(left, out var a) && TryGetValue(right, out var b))
            return PyValue.FromInt(a & b);
        return TryGetBig(left, out var x) && TryGetBig(right, out var y) ? PyValue.FromInt(x & y) : PyNotImplemented.Instance;
    }

    private static partial PyValue Or(PyThread thread, PyValue left, PyValue right)
    {
        if (TryGetValue(left, out var a) && TryGetValue(right, out var b))
            return PyValue.FromInt(a | b);
        return TryGetBig(left, out var x) && TryGetBig(right, out var y) ? PyValue.FromInt(x | y) : PyNotImplemented.Instance;
    }

    private static partial PyValue Xor(PyThread thread, PyValue left, PyValue right)
    {
        if (TryGetValue(left, out var a) && TryGetValue(right, out var b))
            return PyValue.FromInt(a ^ b);
        return TryGetBig(left, out var x) && TryGetBig(right, out var y) ? PyValue.FromInt(x ^ y) : PyNotImplemented.Instance;
    }

    private static partial PyValue ShiftLeft(PyThread thread, PyValue left, PyValue right)
    {
        if (TryGetValue(left, out var number) && TryGetValue(right, out var count) && count is >= 0 and < 64)
        {
            var shifted = number << (int)count;
            if (shifted >> (int)count == number)
                return PyValue.FromInt(shifted);
        }

        if (!TryGetBig(left, out var large) || !TryGetBig(right, out var largeCount))
            return PyNotImplemented.Instance;
        if (largeCount.Sign < 0)
            throw Raise.ValueError("negative shift count");
        if (large.IsZero)
            return PyValue.FromInt(0);
        if (largeCount > long.MaxValue)
            throw Raise.OverflowError("too many digits in integer");
        return large.GetBitLength() + largeCount <= MaxBits
            ? PyValue.FromInt(large << (int)largeCount)
            : throw Raise.MemoryError();
    }

    private static partial PyValue ShiftRight(PyThread thread, PyValue left, PyValue right)
    {
        if (TryGetValue(left, out var number) && TryGetValue(right, out var count) && count >= 0)
            return PyValue.FromInt(number >> (int)Math.Min(count, 63));
        if (!TryGetBig(left, out var large) || !TryGetBig(right, out var largeCount))
            return PyNotImplemented.Instance;
        if (largeCount.Sign < 0)
            throw Raise.ValueError("negative shift count");
        return largeCount > int.MaxValue
            ? PyValue.FromInt(large.Sign < 0 ? -1 : 0)
            : PyValue.FromInt(large >> (int)largeCount);
    }

    private static partial long BitLength(PyThread thread, PyValue self)
    {
        if (TryGetValue(self, out var number))
            return 64 - BitOperations.LeadingZeroCount(Magnitude(number));
        return (long)BigInteger.Abs(BigOf(self)).GetBitLength();
    }

    private static partial long BitCount(PyThread thread, PyValue self)
    {
        if (TryGetValue(self, out var number))
            return BitOperations.PopCount(Magnitude(number));
        var count = 0L;
        foreach (var item in BigInteger.Abs(BigOf(self)).ToByteArray())
            count += BitOperations.PopCount(item);
        return count;
    }

    private static ulong Magnitude(long number) => unchecked(number < 0 ? (ulong)-number : (ulong)number);
}
