using System.Numerics;

namespace Keelback.Vm;

/// <summary>The quotient of two ints as the nearest double, ties to even, whatever their sizes.</summary>
internal static class IntDivision
{
    // Up to here a double has every whole number, so one division rounds once.
    private const long ExactLimit = 1L << 53;
    private const int MantissaBits = 53;
    private const int MinExponent = -1021;
    private const int MaxExponent = 1024;

    public static double Divide(BigInteger left, BigInteger right)
    {
        if (right.IsZero)
            throw IntType.DivisionByZero();
        if (left >= -ExactLimit && left <= ExactLimit && right >= -ExactLimit && right <= ExactLimit)
            return (double)(long)left / (long)right;
        var isNegative = left.Sign * right.Sign < 0 || (left.IsZero && right.Sign < 0);
        var magnitude = DivideMagnitudes(BigInteger.Abs(left), BigInteger.Abs(right));
        return isNegative ? -magnitude : magnitude;
    }

    private static double DivideMagnitudes(BigInteger left, BigInteger right)
    {
        if (left.IsZero)
            return 0;
        var difference = (long)left.GetBitLength() - (long)right.GetBitLength();
        if (difference > MaxExponent)
            throw TooLarge();
        if (difference < MinExponent - MantissaBits - 1)
            return 0;

        // The quotient of the shifted operands has two or three bits more than are kept; its lowest bit is set for what
        // the division leaves.
        var shift = (int)Math.Max(difference, MinExponent) - MantissaBits - 2;
        var scaled = shift <= 0 ? left << -shift : left >> shift;
        var isInexact = shift > 0 && !(left & ((BigInteger.One << shift) - 1)).IsZero;
        var quotient = (ulong)BigInteger.DivRem(scaled, right, out var remainder);
        if (isInexact || !remainder.IsZero)
            quotient |= 1;

        var bits = 64 - BitOperations.LeadingZeroCount(quotient);
        var extra = Math.Max(bits, MinExponent - shift) - MantissaBits;
        var half = 1UL << (extra - 1);
        if ((quotient & half) != 0 && (quotient & ((3 * half) - 1)) != 0)
            quotient += half;
        quotient &= ~((2 * half) - 1);
        var result = Math.ScaleB((double)quotient, shift);
        return double.IsFinite(result) ? result : throw TooLarge();
    }

    private static PyException TooLarge() => Raise.OverflowError("integer division result too large for a float");
}
