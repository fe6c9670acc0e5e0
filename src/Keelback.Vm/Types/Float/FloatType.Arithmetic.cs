using System.Numerics;

namespace Keelback.Vm;

/// <summary>Arithmetic of floats, with ints among the operands.</summary>
internal static partial class FloatType
{
    private const int RangeErrorNumber = 34;

    /// <summary>A power, as the operator gives it: complex where a negative number has no real one.</summary>
    public static PyValue Power(PyThread thread, double @base, double exponent)
    {
        if (TryGetSpecialPower(@base, exponent, out var special))
            return PyValue.FromFloat(special);
        var isNegative = false;
        if (@base < 0)
        {
            if (exponent != Math.Floor(exponent))
                return new PyComplex(ComplexArithmetic.Power(new Complex(@base, 0), new Complex(exponent, 0)));
            @base = -@base;
            isNegative = IsOdd(exponent);
        }

        var power = @base == 1 ? 1 : Math.Pow(@base, exponent);
        if (double.IsInfinity(power))
            throw Raise.OverflowError(PyValue.FromInt(RangeErrorNumber), PyStr.From("Numerical result out of range"));
        return PyValue.FromFloat(isNegative ? -power : power);
    }

    /// <summary>The quotient rounded down and the remainder, which has the sign of the divisor. Not by 0.</summary>
    public static (double Quotient, double Remainder) FloorDivide(double left, double right)
    {
        var remainder = left % right;
        var quotient = (left - remainder) / right;
        if (remainder != 0)
        {
            if (right < 0 != remainder < 0)
            {
                remainder += right;
                quotient -= 1;
            }
        }
        else
        {
            remainder = Math.CopySign(0, right);
        }

        if (quotient == 0)
            return (Math.CopySign(0, left / right), remainder);
        var floor = Math.Floor(quotient);
        return (quotient - floor > 0.5 ? floor + 1 : floor, remainder);
    }

    // Zeros, infinities and NaNs, by the rules of C's pow, and the error of 0 to a negative power.
    private static bool TryGetSpecialPower(double @base, double exponent, out double power)
    {
        if (exponent == 0 || @base == 1)
            power = 1;
        else if (double.IsNaN(@base) || double.IsNaN(exponent))
            power = double.NaN;
        else if (double.IsInfinity(exponent))
            power = Math.Abs(@base) == 1 ? 1 : exponent > 0 == Math.Abs(@base) > 1 ? double.PositiveInfinity : 0;
        else if (double.IsInfinity(@base))
            power = exponent > 0 ? (IsOdd(exponent) ? @base : double.PositiveInfinity) : IsOdd(exponent) ? Math.CopySign(0, @base) : 0;
        else if (@base == 0 && exponent < 0)
            throw Raise.ZeroDivisionError("zero to a negative power");
        else if (@base == 0)
            power = IsOdd(exponent) ? @base : 0;
        else
            power = double.NaN;
        return !double.IsNaN(power) || double.IsNaN(@base) || double.IsNaN(exponent);
    }

    private static bool IsOdd(double value) => Math.Abs(value) % 2 == 1;

    private static partial PyValue Add(PyThread thread, PyValue left, PyValue right) =>
        TryGetOperand(left, out var a) && TryGetOperand(right, out var b) ? PyValue.FromFloat(a + b) : PyNotImplemented.Instance;

    private static partial PyValue Subtract(PyThread thread, PyValue left, PyValue right) =>
        TryGetOperand(left, out var a) && TryGetOperand(right, out var b) ? PyValue.FromFloat(a - b) : PyNotImplemented.Instance;

    private static partial PyValue Multiply(PyThread thread, PyValue left, PyValue right) =>
        TryGetOperand(left, out var a) && TryGetOperand(right, out var b) ? PyValue.FromFloat(a * b) : PyNotImplemented.Instance;

    private static partial PyValue Divide(PyThread thread, PyValue left, PyValue right)
    {
        if (!TryGetOperand(left, out var a) || !TryGetOperand(right, out var b))
            return PyNotImplemented.Instance;
        return b == 0 ? throw IntType.DivisionByZero() : PyValue.FromFloat(a / b);
    }

    private static partial PyValue FloorDivision(PyThread thread, PyValue left, PyValue right)
    {
        if (!TryGetOperand(left, out var a) || !TryGetOperand(right, out var b))
            return PyNotImplemented.Instance;
        return b == 0 ? throw IntType.DivisionByZero() : PyValue.FromFloat(FloorDivide(a, b).Quotient);
    }

    private static partial PyValue Modulo(PyThread thread, PyValue left, PyValue right)
    {
        if (!TryGetOperand(left, out var a) || !TryGetOperand(right, out var b))
            return PyNotImplemented.Instance;
        return b == 0 ? throw IntType.DivisionByZero() : PyValue.FromFloat(FloorDivide(a, b).Remainder);
    }

    private static partial PyValue DivideWithRemainder(PyThread thread, PyValue left, PyValue right)
    {
        if (!TryGetOperand(left, out var a) || !TryGetOperand(right, out var b))
            return PyNotImplemented.Instance;
        if (b == 0)
            throw IntType.DivisionByZero();
        var (quotient, remainder) = FloorDivide(a, b);
        return PyTuple.From(PyValue.FromFloat(quotient), PyValue.FromFloat(remainder));
    }

    private static partial PyValue Power(PyThread thread, PyValue left, PyValue right, PyValue third)
    {
        if (!third.IsNone)
            throw Raise.TypeError("pow() 3rd argument not allowed unless all arguments are integers");
        return TryGetOperand(left, out var a) && TryGetOperand(right, out var b) ? Power(thread, a, b) : PyNotImplemented.Instance;
    }

    private static partial PyValue Negate(PyThread thread, PyValue self) => PyValue.FromFloat(-ValueOf(self));

    private static partial PyValue ToFloat(PyThread thread, PyValue self) => PyValue.FromFloat(ValueOf(self));

    private static partial PyValue Absolute(PyThread thread, PyValue self) => PyValue.FromFloat(Math.Abs(ValueOf(self)));

    private static partial bool IsTrue(PyThread thread, PyValue self) => ValueOf(self) != 0;
}
