using System.Numerics;

namespace Keelback.Vm;

/// <summary>
/// The places that a slice picks in a sequence: <see cref="Count"/> of them, from <see cref="Start"/> by
/// <see cref="Step"/>. <see cref="Stop"/> is where an insertion would end for a step of one.
/// </summary>
internal readonly record struct SliceBounds(int Start, int Stop, long Step, int Count)
{
    /// <summary>The place of the picked item of a number.</summary>
    public int PlaceOf(int index) => (int)(Start + (index * Step));
}

/// <summary>How a slice applies to a sequence of a length.</summary>
internal sealed partial class PySlice
{
    /// <summary>The picked places of a sequence of the length. Bounds may run Python code (__index__).</summary>
    /// <remarks>
    /// Where that code can change the sequence, ask for its length only after <see cref="Unpack"/>.
    /// </remarks>
    public SliceBounds Apply(PyThread thread, int length) => Adjust(Unpack(thread), length);

    /// <summary>The bounds and the step as ints of 64 bits, not yet fitted to a length.</summary>
    public (long Start, long Stop, long Step) Unpack(PyThread thread)
    {
        var step = Step.IsNone ? 1 : Bound(thread, Step);
        if (step == 0)
            throw Raise.ValueError("slice step cannot be zero");
        step = Math.Max(step, -long.MaxValue);
        var start = Start.IsNone ? (step < 0 ? long.MaxValue : 0) : Bound(thread, Start);
        var stop = Stop.IsNone ? (step < 0 ? long.MinValue : long.MaxValue) : Bound(thread, Stop);
        return (start, stop, step);
    }

    /// <summary>Fits unpacked bounds to a length.</summary>
    public static SliceBounds Adjust((long Start, long Stop, long Step) unpacked, int length)
    {
        var (lowest, highest) = unpacked.Step > 0 ? (0, length) : (-1, length - 1);
        var start = Fit(unpacked.Start);
        var stop = Fit(unpacked.Stop);
        var count = unpacked.Step > 0
            ? (start < stop ? ((stop - start - 1) / unpacked.Step) + 1 : 0)
            : (stop < start ? ((start - stop - 1) / -unpacked.Step) + 1 : 0);
        return new((int)start, (int)stop, unpacked.Step, (int)count);

        long Fit(long bound) => Math.Clamp(bound < 0 ? bound + length : bound, lowest, highest);
    }

    /// <summary>Start, stop and step for a length of any size: what <c>slice.indices</c> tells.</summary>
    public (BigInteger Start, BigInteger Stop, BigInteger Step) Apply(PyThread thread, BigInteger length)
    {
        var step = Step.IsNone ? BigInteger.One : LargeBound(thread, Step);
        if (step.IsZero)
            throw Raise.ValueError("slice step cannot be zero");
        var (lowest, highest) = step.Sign > 0 ? (BigInteger.Zero, length) : (BigInteger.MinusOne, length - 1);
        var start = Place(Start, step.Sign > 0 ? lowest : highest);
        var stop = Place(Stop, step.Sign > 0 ? highest : lowest);
        return (start, stop, step);

        BigInteger Place(PyValue bound, BigInteger absent)
        {
            if (bound.IsNone)
                return absent;
            var place = LargeBound(thread, bound);
            if (place.Sign < 0)
                place += length;
            return BigInteger.Min(BigInteger.Max(place, lowest), highest);
        }
    }

    private static long Bound(PyThread thread, PyValue bound)
    {
        if (bound.IsSmallInt)
            return bound.Bits;
        var large = LargeBound(thread, bound);
        return large > long.MaxValue ? long.MaxValue : large < long.MinValue ? long.MinValue : (long)large;
    }

    private static BigInteger LargeBound(PyThread thread, PyValue bound) => bound.Type.Slots.HasIndex
        ? Conversions.ToBigInteger(thread, bound)
        : throw Raise.TypeError("slice indices must be integers or None or have an __index__ method");
}
