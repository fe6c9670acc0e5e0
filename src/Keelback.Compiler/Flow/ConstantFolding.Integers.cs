using System.Numerics;
using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.Flow;

/// <content>Ints: exact, floored division, and limits on what grows.</content>
internal static partial class ConstantFolding
{
    private const int MantissaBits = 53;
    private const int MinExponent = -1074;
    private const int MaxExponent = 1023;

    private static Constant? BinaryOfIntegers(BinaryOperator binary, BigInteger left, BigInteger right)
    {
        switch (binary)
        {
            case BinaryOperator.Add:
                return new Constant.Int(left + right);
            case BinaryOperator.Subtract:
                return new Constant.Int(left - right);
            case BinaryOperator.And:
                return new Constant.Int(left & right);
            case BinaryOperator.Or:
                return new Constant.Int(left | right);
            case BinaryOperator.Xor:
                return new Constant.Int(left ^ right);
            case BinaryOperator.Multiply:
                return left.IsZero || right.IsZero || BitsOf(left) + BitsOf(right) <= MaxBits
                    ? new Constant.Int(left * right)
                    : null;
            case BinaryOperator.TrueDivide:
                return right.IsZero ? null : Divide(left, right);
            case BinaryOperator.FloorDivide:
                return right.IsZero ? null : new Constant.Int(FloorDivide(left, right));
            case BinaryOperator.Remainder:
                return right.IsZero ? null : new Constant.Int(left - FloorDivide(left, right) * right);
            case BinaryOperator.Power:
                return Power(left, right);
            case BinaryOperator.Lshift:
                return ShiftLeft(left, right);
            case BinaryOperator.Rshift when right.Sign >= 0:
                return new Constant.Int(right > int.MaxValue ? left.Sign < 0 ? -1 : 0 : left >> (int)right);
            default:
                return null;
        }
    }

    private static long BitsOf(BigInteger value) => BigInteger.Abs(value).GetBitLength();

    private static BigInteger FloorDivide(BigInteger left, BigInteger right)
    {
        var quotient = BigInteger.DivRem(left, right, out var remainder);
        return remainder.IsZero || remainder.Sign == right.Sign ? quotient : quotient - 1;
    }

    private static Constant? Power(BigInteger left, BigInteger right)
    {
        if (right.Sign < 0)
        {
            return TryRound(left, 0, out var x) && TryRound(right, 0, out var y)
                ? BinaryOfFloats(BinaryOperator.Power, x, y)
                : null;
        }

        if (left.IsZero)
            return new Constant.Int(right.IsZero ? 1 : 0);
        if (right.IsZero)
            return new Constant.Int(1);
        if (right > MaxBits || BitsOf(left) > MaxBits / (int)right)
            return null;
        return new Constant.Int(BigInteger.Pow(left, (int)right));
    }

    private static Constant.Int? ShiftLeft(BigInteger left, BigInteger right)
    {
        if (right.Sign < 0)
            return null;
        if (left.IsZero || right.IsZero)
            return new Constant.Int(left);
        if (right > MaxBits || BitsOf(left) > MaxBits - (int)right)
            return null;
        return new Constant.Int(left << (int)right);
    }

    private static Constant.Float? Divide(BigInteger left, BigInteger right)
    {
        // Two bits more than a double holds, and a lowest one for what the division leaves, round as the exact quotient.
        var shift = (int)(MantissaBits + 2 - BitsOf(left) + BitsOf(right));
        var numerator = BigInteger.Abs(left) << Math.Max(shift, 0);
        var quotient = BigInteger.DivRem(
            numerator, BigInteger.Abs(right) << Math.Max(-shift, 0), out var remainder);
        if (!remainder.IsZero)
            quotient |= BigInteger.One;
        if (!TryRound(quotient, -shift, out var magnitude))
            return null;
        return new Constant.Float(left.Sign < 0 != right.Sign < 0 ? -magnitude : magnitude);
    }

    /// <summary>Rounds value * 2**exponent to the nearest double, ties to even; false when it is too large.</summary>
    private static bool TryRound(BigInteger value, int exponent, out double result)
    {
        result = 0;
        if (value.IsZero)
            return true;
        var magnitude = BigInteger.Abs(value);
        var top = magnitude.GetBitLength() - 1 + exponent;
        if (top > MaxExponent)
            return false;
        var unit = (int)Math.Max(top - (MantissaBits - 1), MinExponent);
        var dropped = unit - exponent;
        if (dropped <= 0)
        {
            magnitude <<= -dropped;
        }
        else
        {
            var half = BigInteger.One << (dropped - 1);
            var rest = magnitude & ((half << 1) - 1);
            magnitude >>= dropped;
            if (rest > half || (rest == half && !magnitude.IsEven))
                magnitude++;
        }

        result = Math.ScaleB((double)(ulong)magnitude, unit);
        if (value.Sign < 0)
            result = -result;
        return double.IsFinite(result);
    }
}
