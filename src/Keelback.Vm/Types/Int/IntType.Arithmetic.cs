using System.Numerics;
using System.Runtime.CompilerServices;
using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>Arithmetic of ints: in 64 bits where that will do, else in BigInteger.</summary>
internal static partial class IntType
{
    // BigInteger ends near 2**31 bits; a result beyond that is out of memory.
    private const long MaxBits = int.MaxValue - 64L;

    /// <summary>The sum of two ints that does not fit 64 bits.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static PyValue AddLarge(long left, long right) => PyValue.FromInt((BigInteger)left + right);

    /// <summary>The difference of two ints that does not fit 64 bits.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static PyValue SubtractLarge(long left, long right) => PyValue.FromInt((BigInteger)left - right);

    /// <summary>The product of two ints that does not fit 64 bits.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static PyValue MultiplyLarge(long left, long right) => PyValue.FromInt((BigInteger)left * right);

    /// <summary>The remainder, which has the sign of the divisor. Not by 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Remainder(long left, long right)
    {
        if (right == -1)
            return 0;
        var remainder = left % right;
        return remainder != 0 && (remainder ^ right) < 0 ? remainder + right : remainder;
    }

    /// <summary>The quotient, rounded down. Not by 0, and not the smallest number by -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long FloorDivide(long left, long right)
    {
        var quotient = left / right;
        return quotient * right != left && (left ^ right) < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The remainder, which has the sign of the divisor. Not by 0.</summary>
    public static BigInteger Remainder(BigInteger left, BigInteger right)
    {
        var remainder = BigInteger.Remainder(left, right);
        return !remainder.IsZero && remainder.Sign != right.Sign ? remainder + right : remainder;
    }

    /// <summary>The quotient rounded down, and the remainder. Not by 0.</summary>
    public static (BigInteger Quotient, BigInteger Remainder) FloorDivide(BigInteger left, BigInteger right)
    {
        var quotient = BigInteger.DivRem(left, right, out var remainder);
        return !remainder.IsZero && remainder.Sign != right.Sign ? (quotient - 1, remainder + right) : (quotient, remainder);
    }

    /// <summary>The error of dividing by zero.</summary>
    public static PyException DivisionByZero() => Raise.ZeroDivisionError("division by zero");

    private static partial PyValue Add(PyThread thread, PyValue left, PyValue right)
    {
        if (TryGetValue(left, out var a) && TryGetValue(right, out var b))
        {
            var sum = unchecked(a + b);
            return ((a ^ sum) & (b ^ sum)) < 0 ? AddLarge(a, b) : PyValue.FromInt(sum);
        }

        return TryGetBig(left, out var x) && TryGetBig(right, out var y) ? PyValue.FromInt(x + y) : PyNotImplemented.Instance;
    }

    private static partial PyValue Subtract(PyThread thread, PyValue left, PyValue right)
    {
        if (TryGetValue(left, out var a) && TryGetValue(right, out var b))
        {
            var difference = unchecked(a - b);
            return ((a ^ b) & (a ^ difference)) < 0 ? SubtractLarge(a, b) : PyValue.FromInt(difference);
        }

        return TryGetBig(left, out var x) && TryGetBig(right, out var y) ? PyValue.FromInt(x - y) : PyNotImplemented.Instance;
    }

    private static partial PyValue Multiply(PyThread thread, PyValue left, PyValue right)
    {
        if (TryGetValue(left, out var a) && TryGetValue(right, out var b))
        {
            var high = Math.BigMul(a, b, out var low);
            return high == low >> 63 ? PyValue.FromInt(low) : MultiplyLarge(a, b);
        }

        if (!TryGetBig(left, out var x) || !TryGetBig(right, out var y))
            return PyNotImplemented.Instance;
        return x.GetBitLength() + y.GetBitLength() <= MaxBits ? PyValue.FromInt(x * y) : throw Raise.MemoryError();
    }

    private static partial PyValue FloorDivision(PyThread thread, PyValue left, PyValue right)
    {
        if (TryGetValue(left, out var a) && TryGetValue(right, out var b))
        {
            if (b == 0)
                throw DivisionByZero();
            return b == -1 && a == long.MinValue ? SubtractLarge(0, a) : PyValue.FromInt(FloorDivide(a, b));
        }

        if (!TryGetBig(left, out var x) || !TryGetBig(right, out var y))
            return PyNotImplemented.Instance;
        return y.IsZero ? throw DivisionByZero() : PyValue.FromInt(FloorDivide(x, y).Quotient);
    }

    private static partial PyValue Modulo(PyThread thread, PyValue left, PyValue right)
    {
        if (TryGetValue(left, out var a) && TryGetValue(right, out var b))
            return b == 0 ? throw DivisionByZero() : PyValue.FromInt(Remainder(a, b));
        if (!TryGetBig(left, out var x) || !TryGetBig(right, out var y))
            return PyNotImplemented.Instance;
        return y.IsZero ? throw DivisionByZero() : PyValue.FromInt(Remainder(x, y));
    }

    private static partial PyValue DivideWithRemainder(PyThread thread, PyValue left, PyValue right)
    {
        if (TryGetValue(left, out var a) && TryGetValue(right, out var b) && b is not (0 or -1))
            return PyTuple.From(PyValue.FromInt(FloorDivide(a, b)), PyValue.FromInt(Remainder(a, b)));
        if (!TryGetBig(left, out var x) || !TryGetBig(right, out var y))
            return PyNotImplemented.Instance;
        if (y.IsZero)
            throw DivisionByZero();
        var (quotient, remainder) = FloorDivide(x, y);
        return PyTuple.From(PyValue.FromInt(quotient), PyValue.FromInt(remainder));
    }

    private static partial PyValue TrueDivision(PyThread thread, PyValue left, PyValue right)
    {
        if (!TryGetBig(left, out var x) || !TryGetBig(right, out var y))
            return PyNotImplemented.Instance;
        return PyValue.FromFloat(IntDivision.Divide(x, y));
    }

    private static partial PyValue Negate(PyThread thread, PyValue self) =>
        TryGetValue(self, out var number) && number != long.MinValue ? PyValue.FromInt(-number) : PyValue.FromInt(-BigOf(self));

    private static partial PyValue Absolute(PyThread thread, PyValue self) =>
        TryGetValue(self, out var number) && number != long.MinValue
            ? PyValue.FromInt(Math.Abs(number))
            : PyValue.FromInt(BigInteger.Abs(BigOf(self)));

    private static partial bool IsTrue(PyThread thread, PyValue self) =>
        TryGetValue(self, out var number) ? number != 0 : !BigOf(self).IsZero;

    private static partial PyValue ToInt(PyThread thread, PyValue self) => Exactly(self);

    private static partial PyValue ToFloat(PyThread thread, PyValue self) =>
        PyValue.FromFloat(TryGetValue(self, out var number) ? number : Operators.ToDouble(BigOf(self)));

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (TryGetValue(left, out var a) && TryGetValue(right, out var b))
            return PyValue.FromBool(Operators.Holds(op, a.CompareTo(b)));
        return TryGetBig(left, out var x) && TryGetBig(right, out var y)
            ? PyValue.FromBool(Operators.Holds(op, x.CompareTo(y)))
            : PyNotImplemented.Instance;
    }
}
