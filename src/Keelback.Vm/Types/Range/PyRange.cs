using System.Diagnostics.CodeAnalysis;
using System.Numerics;

namespace Keelback.Vm;

/// <summary>
/// A range: three whole numbers of any size and how many numbers they span. Nearly all fit 64 bits, which
/// <see cref="IsSmall"/> says; slots are in PyRange.Slots.cs, methods in PyRange.Methods.cs.
/// </summary>
internal sealed partial class PyRange : PyObject
{
    private readonly BigInteger _start;
    private readonly BigInteger _stop;
    private readonly BigInteger _step;

    public PyRange(BigInteger start, BigInteger stop, BigInteger step)
        : base(TypeObject)
    {
        _start = start;
        _stop = stop;
        _step = step;
        Count = CountNumbers(start, stop, step);
        IsSmall = FitsInt64(start) && FitsInt64(stop) && FitsInt64(step) && FitsInt64(start + (Count * step)) && FitsInt64(Count);
    }

    /// <summary>How many numbers there are.</summary>
    public BigInteger Count { get; }

    /// <summary>Whether every number, the end and the step fit 64 bits.</summary>
    public bool IsSmall { get; }

    /// <summary>The number at a position, which must be there.</summary>
    public BigInteger NumberAt(BigInteger index) => _start + (index * _step);

    /// <summary>An iterator over the numbers.</summary>
    public PyObject GetIterator() => IsSmall
        ? new PyRangeIterator((long)_start, (long)_step, (long)Count)
        : new PyLongRangeIterator(_start, _step, Count);

    private static partial PyValue New(PyThread thread, PyType cls, PyValue start, PyValue stop, PyValue step)
    {
        if (stop.IsMissing)
            return new PyRange(0, Conversions.ToBigInteger(thread, start), 1);
        var first = Conversions.ToBigInteger(thread, start);
        var last = Conversions.ToBigInteger(thread, stop);
        var distance = step.IsMissing ? BigInteger.One : Conversions.ToBigInteger(thread, step);
        if (distance.IsZero)
            throw Raise.ValueError("range() arg 3 must not be zero");
        return new PyRange(first, last, distance);
    }

    private static BigInteger CountNumbers(BigInteger start, BigInteger stop, BigInteger step)
    {
        if (step.Sign > 0 ? start >= stop : start <= stop)
            return 0;
        return step.Sign > 0 ? ((stop - start - 1) / step) + 1 : ((start - stop - 1) / -step) + 1;
    }

    private static bool FitsInt64(BigInteger value) => value >= long.MinValue && value <= long.MaxValue;

    // Where a whole number of any kind stands in the range; false where it does not.
    private bool TryFind(BigInteger number, out BigInteger index)
    {
        index = default;
        if (Count.IsZero)
            return false;
        var offset = number - _start;
        index = BigInteger.DivRem(offset, _step, out var remainder);
        return remainder.IsZero && index.Sign >= 0 && index < Count;
    }

    // Ints and bools are found by arithmetic, anything else by comparing.
    private static bool TryGetNumber(PyValue value, [NotNullWhen(true)] out BigInteger? number)
    {
        number = value switch
        {
            { IsSmallInt: true } or { IsBool: true } => value.Bits,
            { Ref: PyInt { } big } when ReferenceEquals(big.Type, IntType.TypeObject) => big.Value,
            _ => null,
        };
        return number is not null;
    }
}
