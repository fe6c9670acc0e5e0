using System.Numerics;
using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>Conversions to numbers.</summary>
internal static unsafe partial class Operators
{
    /// <summary>Whether a value can stand for a whole number.</summary>
    public static bool IsIndex(PyValue value) => value.IsSmallInt || value.Type.Slots.NbIndex != null;

    /// <summary>The value as exactly an int, without loss; no value where an error is pending.</summary>
    public static PyValue TryIndex(PyThread thread, PyValue value)
    {
        if (value.IsSmallInt)
            return value;
        if (value.IsBool)
            return PyValue.FromInt(value.Bits);
        if (value.Ref is PyInt number)
            return PyValue.FromInt(number.Value);
        var slot = value.Type.Slots.NbIndex;
        if (slot == null)
            return thread.Raise(Raise.TypeError($"'{value.Type.Name}' object cannot be interpreted as an integer"));
        var result = slot(thread, value);
        if (result.IsMissing || result.IsSmallInt)
            return result;
        if (result.IsBool)
            return PyValue.FromInt(result.Bits);
        return result.Ref is PyInt wide
            ? PyValue.FromInt(wide.Value)
            : thread.Raise(Raise.TypeError($"__index__ returned non-int (type {result.Type.Name})"));
    }

    /// <summary>The value as exactly an int, without loss.</summary>
    public static PyValue Index(PyThread thread, PyValue value) => thread.Checked(TryIndex(thread, value));

    /// <summary>The value as a count or offset; what does not fit gives the error that the factory makes.</summary>
    public static long ToIndex(PyThread thread, PyValue value, Func<string, PyException> overflow)
    {
        if (value.IsSmallInt)
            return value.Bits;
        var number = Index(thread, value);
        return number.IsSmallInt
            ? number.Bits
            : throw overflow($"cannot fit '{value.Type.Name}' into an index-sized integer");
    }

    /// <summary>The value as 64 bits; an OverflowError where it does not fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ToInt64(PyThread thread, PyValue value) => value.IsSmallInt ? value.Bits : ToInt64Slow(thread, value);

    /// <summary>The value as a whole number of any size.</summary>
    public static BigInteger ToBigInteger(PyThread thread, PyValue value)
    {
        if (value.IsSmallInt || value.IsBool)
            return value.Bits;
        if (value.Ref is PyInt number)
            return number.Value;
        var index = Index(thread, value);
        return index.IsSmallInt ? index.Bits : ((PyInt)index.Ref!).Value;
    }

    /// <summary>The value as a double: a float, or what has __float__ or __index__.</summary>
    public static double ToDouble(PyThread thread, PyValue value)
    {
        if (value.IsFloat)
            return value.DoubleBits;
        if (value.IsSmallInt || value.IsBool)
            return value.Bits;
        if (value.Ref is PyFloat subclass)
            return subclass.Value;
        if (value.Ref is PyInt number)
            return ToDouble(number.Value);
        var slots = value.Type.Slots;
        if (slots.NbFloat != null)
        {
            var result = thread.Checked(slots.NbFloat(thread, value));
            if (result.IsFloat)
                return result.DoubleBits;
            return result.Ref is PyFloat inexact
                ? inexact.Value
                : throw Raise.TypeError($"{value.Type.Name}.__float__ returned non-float (type {result.Type.Name})");
        }

        if (slots.NbIndex != null)
            return ToDouble(ToBigInteger(thread, value));
        throw Raise.TypeError($"must be real number, not {value.Type.Name}");
    }

    /// <summary>An int as the nearest double, ties to even; an OverflowError where it is too large.</summary>
    public static double ToDouble(BigInteger value)
    {
        var result = RoundToDouble(value);
        return double.IsFinite(result) ? result : throw Raise.OverflowError("int too large to convert to float");
    }

    /// <summary>Whether an int is below zero.</summary>
    public static bool IsNegative(PyValue number) =>
        number.IsSmallInt ? number.Bits < 0 : number.Ref is PyInt { Value.Sign: < 0 };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long ToInt64Slow(PyThread thread, PyValue value)
    {
        var number = Index(thread, value);
        return number.IsSmallInt ? number.Bits : throw Raise.OverflowError("Python int too large to convert to C long");
    }

    // (double)BigInteger cuts off what does not fit; Python rounds to the nearest, ties to even.
    private static double RoundToDouble(BigInteger value)
    {
        var magnitude = BigInteger.Abs(value);
        var bits = (long)magnitude.GetBitLength();
        if (bits <= 64)
            return value.Sign < 0 ? -(double)(ulong)magnitude : (double)(ulong)magnitude;
        if (bits > 1025)
            return value.Sign < 0 ? double.NegativeInfinity : double.PositiveInfinity;
        var shift = (int)(bits - 55);
        var top = (ulong)(magnitude >> shift);
        if (!(magnitude & ((BigInteger.One << shift) - 1)).IsZero)
            top |= 1;
        // 55 bits, the last of which says whether anything follows, round once to 53.
        var low = top & 3;
        top >>= 2;
        if (low == 3 || (low == 2 && (top & 1) != 0))
            top++;
        var result = Math.ScaleB((double)top, shift + 2);
        return value.Sign < 0 ? -result : result;
    }
}
