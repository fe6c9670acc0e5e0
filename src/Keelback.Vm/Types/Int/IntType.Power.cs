using System.Numerics;

namespace Keelback.Vm;

/// <summary>Powers of ints, modular ones among them.</summary>
internal static partial class IntType
{
    private static partial PyValue Power(PyThread thread, PyValue left, PyValue right, PyValue third)
    {
        if (!TryGetBig(left, out var @base) || !TryGetBig(right, out var exponent))
            return PyNotImplemented.Instance;
        if (!third.IsNone)
        {
            return TryGetBig(third, out var modulus)
                ? PyValue.FromInt(PowerModulo(@base, exponent, modulus))
                : PyNotImplemented.Instance;
        }

        if (exponent.Sign < 0)
            return PyValue.FromFloat(FloatType.Power(thread, Operators.ToDouble(@base), Operators.ToDouble(exponent)).DoubleBits);
        if (TryGetValue(left, out var small) && exponent <= 64 && TryPower(small, (int)exponent, out var power))
            return PyValue.FromInt(power);
        if (@base.IsZero || @base.IsOne || exponent.IsZero)
            return exponent.IsZero ? PyValue.FromInt(1) : PyValue.FromInt(@base);
        if (@base == BigInteger.MinusOne)
            return PyValue.FromInt(exponent.IsEven ? 1 : -1);
        if (exponent > int.MaxValue || (@base.GetBitLength() - 1) * (long)exponent > MaxBits - @base.GetBitLength())
            throw Raise.MemoryError();
        if (BigInteger.Abs(@base) == 2)
        {
            var result = BigInteger.One << (int)exponent;
            return PyValue.FromInt(@base.Sign < 0 && !exponent.IsEven ? -result : result);
        }

        return PyValue.FromInt(BigInteger.Pow(@base, (int)exponent));
    }

    // Squaring and multiplying; false where the power does not fit.
    private static bool TryPower(long @base, int exponent, out long power)
    {
        power = 1;
        while (true)
        {
            if ((exponent & 1) != 0 && !TryMultiply(power, @base, out power))
                return false;
            exponent >>= 1;
            if (exponent == 0)
                return true;
            if (!TryMultiply(@base, @base, out @base))
                return false;
        }
    }

    private static bool TryMultiply(long left, long right, out long product)
    {
        var high = Math.BigMul(left, right, out product);
        return high == product >> 63;
    }

    // The result has the sign of the modulus; a negative exponent asks for the inverse.
    private static BigInteger PowerModulo(BigInteger @base, BigInteger exponent, BigInteger modulus)
    {
        if (modulus.IsZero)
            throw Raise.ValueError("pow() 3rd argument cannot be 0");
        var positive = BigInteger.Abs(modulus);
        if (exponent.Sign < 0)
        {
            @base = Inverse(Remainder(@base, positive), positive);
            exponent = -exponent;
        }

        var result = positive.IsOne ? BigInteger.Zero : BigInteger.ModPow(Remainder(@base, positive), exponent, positive);
        return modulus.Sign < 0 && !result.IsZero ? result + modulus : result;
    }

    // Euclid's algorithm, keeping the factor of the number alone.
    private static BigInteger Inverse(BigInteger number, BigInteger modulus)
    {
        var (previous, current) = (modulus, number);
        var (previousFactor, factor) = (BigInteger.Zero, BigInteger.One);
        while (!current.IsZero)
        {
            var quotient = BigInteger.DivRem(previous, current, out var remainder);
            (previous, current) = (current, remainder);
            (previousFactor, factor) = (factor, previousFactor - (quotient * factor));
        }

        return previous.IsOne
            ? Remainder(previousFactor, modulus)
            : throw Raise.ValueError("base is not invertible for the given modulus");
    }
}
