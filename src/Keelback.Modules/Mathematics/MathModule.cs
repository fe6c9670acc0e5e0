using Keelback.Vm;

namespace Keelback.Modules.Mathematics;

/// <summary>
/// The math module. Elementary functions are here; those on ints in MathModule.Integers.cs, those on sequences in
/// MathModule.Sequences.cs, gamma and error functions in SpecialFunctions.cs.
/// </summary>
[PyModule("math", Doc = "This module provides access to the mathematical functions\ndefined by the C standard.")]
internal static partial class MathModule
{
    [PyConstant("pi")]
    private const double Pi = Math.PI;

    [PyConstant("e")]
    private const double E = Math.E;

    [PyConstant("tau")]
    private const double Tau = Math.Tau;

    [PyConstant("inf")]
    private const double Infinity = double.PositiveInfinity;

    [PyConstant("nan")]
    private const double NotANumber = double.NaN;

    private static readonly PyStr s_ceil = PyStr.Intern("__ceil__");
    private static readonly PyStr s_floor = PyStr.Intern("__floor__");
    private static readonly PyStr s_trunc = PyStr.Intern("__trunc__");

    [PyFunction("acos(x, /)", Doc = "Return the arc cosine (measured in radians) of x.\n\nThe result is between 0 and pi.")]
    private static double Acos(double x) => Check(Math.Acos(x), x, "expected a number in range from -1 up to 1, got ");

    [PyFunction("acosh(x, /)", Doc = "Return the inverse hyperbolic cosine of x.")]
    private static double Acosh(double x) => Check(Math.Acosh(x), x, "expected argument value not less than 1, got ");

    [PyFunction("asin(x, /)", Doc = "Return the arc sine (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2.")]
    private static double Asin(double x) => Check(Math.Asin(x), x, "expected a number in range from -1 up to 1, got ");

    [PyFunction("asinh(x, /)", Doc = "Return the inverse hyperbolic sine of x.")]
    private static double Asinh(double x) => x == 0 ? x : Math.Asinh(x);

    [PyFunction("atan(x, /)", Doc = "Return the arc tangent (measured in radians) of x.\n\nThe result is between -pi/2 and pi/2.")]
    private static double Atan(double x) => Math.Atan(x);

    [PyFunction("atan2(y, x, /)", Doc = "Return the arc tangent (measured in radians) of y/x.\n\nUnlike atan(y/x), the signs of both x and y are considered.")]
    private static double Atan2(double y, double x) => Math.Atan2(y, x);

    [PyFunction("atanh(x, /)", Doc = "Return the inverse hyperbolic tangent of x.")]
    private static double Atanh(double x)
    {
        if (Math.Abs(x) >= 1)
            throw Raise.ValueError("expected a number between -1 and 1, got " + Show(x));
        return x == 0 ? x : Math.Atanh(x);
    }

    [PyFunction("cbrt(x, /)", Doc = "Return the cube root of x.")]
    private static double Cbrt(double x) => Math.Cbrt(x);

    [PyFunction("ceil(x, /)", Doc = "Return the ceiling of x as an Integral.\n\nThis is the smallest integer >= x.")]
    private static PyValue Ceil(PyThread thread, PyValue x)
    {
        if (!x.IsFloat && thread.TryCallSpecial(x, s_ceil, [], out var result))
            return result;
        return ToInteger(Math.Ceiling(Operators.ToDouble(thread, x)));
    }

    [PyFunction("copysign(x, y, /)", Doc = "Return a float with the magnitude (absolute value) of x but the sign of y.")]
    private static double CopySign(double x, double y) => Math.CopySign(x, y);

    [PyFunction("cos(x, /)", Doc = "Return the cosine of x (measured in radians).")]
    private static double Cos(double x) => Check(Math.Cos(x), x, "expected a finite input, got ");

    [PyFunction("cosh(x, /)", Doc = "Return the hyperbolic cosine of x.")]
    private static double Cosh(double x) => CheckRange(Math.Cosh(x), x);

    [PyFunction("degrees(x, /)", Doc = "Convert angle x from radians to degrees.")]
    private static double Degrees(double x) => x * (180.0 / Math.PI);

    [PyFunction("erf(x, /)", Doc = "Error function at x.")]
    private static double Erf(double x) => SpecialFunctions.Erf(x);

    [PyFunction("erfc(x, /)", Doc = "Complementary error function at x.")]
    private static double Erfc(double x) => SpecialFunctions.Erfc(x);

    [PyFunction("exp(x, /)", Doc = "Return e raised to the power of x.")]
    private static double Exp(double x) => CheckRange(Math.Exp(x), x);

    [PyFunction("exp2(x, /)", Doc = "Return 2 raised to the power of x.")]
    private static double Exp2(double x) => CheckRange(Math.Pow(2, x), x);

    [PyFunction("expm1(x, /)", Doc = "Return exp(x)-1.\n\nThis function avoids the loss of precision involved in the direct evaluation of exp(x)-1 for small x.")]
    private static double Expm1(double x) => CheckRange(SpecialFunctions.Expm1(x), x);

    [PyFunction("fabs(x, /)", Doc = "Return the absolute value of the float x.")]
    private static double Fabs(double x) => Math.Abs(x);

    [PyFunction("floor(x, /)", Doc = "Return the floor of x as an Integral.\n\nThis is the largest integer <= x.")]
    private static PyValue Floor(PyThread thread, PyValue x)
    {
        if (!x.IsFloat && thread.TryCallSpecial(x, s_floor, [], out var result))
            return result;
        return ToInteger(Math.Floor(Operators.ToDouble(thread, x)));
    }

    [PyFunction("fma(x, y, z, /)", Doc = "Fused multiply-add operation.\n\nCompute (x * y) + z with a single round.")]
    private static double Fma(double x, double y, double z)
    {
        var result = Math.FusedMultiplyAdd(x, y, z);
        if (double.IsFinite(result))
            return result;
        if (double.IsNaN(result))
        {
            return !double.IsNaN(x) && !double.IsNaN(y) && !double.IsNaN(z)
                ? throw Raise.ValueError("invalid operation in fma")
                : result;
        }

        return double.IsFinite(x) && double.IsFinite(y) && double.IsFinite(z)
            ? throw Raise.OverflowError("overflow in fma")
            : result;
    }

    [PyFunction("fmod(x, y, /)", Doc = "Return fmod(x, y), according to platform C.\n\nx % y may differ.")]
    private static double Fmod(double x, double y)
    {
        if (double.IsInfinity(y) && double.IsFinite(x))
            return x;
        var result = Math.IEEERemainder(0, 1) + (x % y);
        return double.IsNaN(result) && !double.IsNaN(x) && !double.IsNaN(y) ? throw DomainError() : x % y;
    }

    [PyFunction("frexp(x, /)", Doc = "Return the mantissa and exponent of x, as pair (m, e).\n\nm is a float and e is an int, such that x = m * 2.**e.")]
    private static PyValue Frexp(double x)
    {
        if (x == 0 || !double.IsFinite(x))
            return PyTuple.From(PyValue.FromFloat(x), PyValue.FromInt(0));
        var exponent = Math.ILogB(x) + 1;
        return PyTuple.From(PyValue.FromFloat(Math.ScaleB(x, -exponent)), PyValue.FromInt(exponent));
    }

    [PyFunction("gamma(x, /)", Doc = "Gamma function at x.")]
    private static double Gamma(double x) => SpecialFunctions.Gamma(x);

    [PyFunction("isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)", Doc = "Determine whether two floating-point numbers are close in value.\n\nFor the values to be considered close, the difference between them must be smaller than at least one of the tolerances.")]
    private static bool IsClose(double a, double b, double relTol, double absTol)
    {
        if (relTol < 0 || absTol < 0)
            throw Raise.ValueError("tolerances must be non-negative");
        if (a == b)
            return true;
        if (double.IsInfinity(a) || double.IsInfinity(b))
            return false;
        var difference = Math.Abs(b - a);
        return difference <= Math.Abs(relTol * b) || difference <= Math.Abs(relTol * a) || difference <= absTol;
    }

    [PyFunction("isfinite(x, /)", Doc = "Return True if x is neither an infinity nor a NaN, and False otherwise.")]
    private static bool IsFinite(double x) => double.IsFinite(x);

    [PyFunction("isinf(x, /)", Doc = "Return True if x is a positive or negative infinity, and False otherwise.")]
    private static bool IsInfinity(double x) => double.IsInfinity(x);

    [PyFunction("isnan(x, /)", Doc = "Return True if x is a NaN (not a number), and False otherwise.")]
    private static bool IsNaN(double x) => double.IsNaN(x);

    [PyFunction("ldexp(x, i, /)", Doc = "Return x * (2**i).\n\nThis is essentially the inverse of frexp().")]
    private static double Ldexp(PyThread thread, double x, PyValue i)
    {
        if (!i.IsSmallInt && !i.IsBool && i.Ref is not PyInt)
            throw Raise.TypeError("Expected an int as second argument to ldexp.");
        var exponent = Operators.ToBigInteger(thread, i);
        if (x == 0 || !double.IsFinite(x))
            return x;
        if (exponent < -100000)
            return Math.CopySign(0, x);
        var result = exponent > 100000 ? double.PositiveInfinity : Math.ScaleB(x, (int)exponent);
        return double.IsInfinity(result) ? throw RangeError() : result;
    }

    [PyFunction("lgamma(x, /)", Doc = "Natural logarithm of absolute value of Gamma function at x.")]
    private static double LogGamma(double x) => SpecialFunctions.LogGamma(x);

    [PyFunction("log1p(x, /)", Doc = "Return the natural logarithm of 1+x (base e).\n\nThe result is computed in a way which is accurate for x near zero.")]
    private static double Log1p(double x) => x <= -1
        ? throw Raise.ValueError("expected argument value > -1, got " + Show(x))
        : SpecialFunctions.Log1p(x);

    [PyFunction("modf(x, /)", Doc = "Return the fractional and integer parts of x.\n\nBoth results carry the sign of x and are floats.")]
    private static PyValue Modf(double x)
    {
        if (double.IsInfinity(x))
            return PyTuple.From(PyValue.FromFloat(Math.CopySign(0, x)), PyValue.FromFloat(x));
        var whole = Math.Truncate(x);
        return PyTuple.From(PyValue.FromFloat(Math.CopySign(x - whole, x)), PyValue.FromFloat(whole));
    }

    [PyFunction("nextafter(x, y, /, *, steps=None)", Doc = "Return the floating-point value the given number of steps after x towards y.")]
    private static double NextAfter(PyThread thread, double x, double y, PyValue steps)
    {
        if (double.IsNaN(x) || double.IsNaN(y))
            return double.NaN;
        var count = steps.IsNone ? 1 : Operators.ToBigInteger(thread, steps);
        if (count.Sign < 0)
            throw Raise.ValueError("steps must be a non-negative integer");
        var left = Ordinal(x);
        var right = Ordinal(y);
        if (count.IsZero)
            return x;
        if (x == y)
            return y;
        var distance = System.Numerics.BigInteger.Abs((System.Numerics.BigInteger)right - left);
        if (count >= distance)
            return y;
        return FromOrdinal(left < right ? left + (long)count : left - (long)count, x);
    }

    [PyFunction("pow(x, y, /)", Doc = "Return x**y (x to the power of y).")]
    private static double Pow(double x, double y)
    {
        if (x == 1 || y == 0)
            return 1;
        var result = Math.Pow(x, y);
        if (!double.IsFinite(x) || !double.IsFinite(y))
            return result;
        if (double.IsNaN(result))
            throw DomainError();
        if (double.IsInfinity(result))
            throw x == 0 ? DomainError() : RangeError();
        return result;
    }

    [PyFunction("radians(x, /)", Doc = "Convert angle x from degrees to radians.")]
    private static double Radians(double x) => x * (Math.PI / 180.0);

    [PyFunction("remainder(x, y, /)", Doc = "Difference between x and the closest integer multiple of y.")]
    private static double Remainder(double x, double y)
    {
        if (double.IsNaN(x) || double.IsNaN(y))
            return x + y;
        if (double.IsInfinity(x) || y == 0)
            throw DomainError();
        if (double.IsInfinity(y))
            return x;
        var result = Math.IEEERemainder(x, y);
        return result == 0 ? Math.CopySign(0, x) : result;
    }

    [PyFunction("sin(x, /)", Doc = "Return the sine of x (measured in radians).")]
    private static double Sin(double x) => Check(Math.Sin(x), x, "expected a finite input, got ");

    [PyFunction("sinh(x, /)", Doc = "Return the hyperbolic sine of x.")]
    private static double Sinh(double x) => CheckRange(Math.Sinh(x), x);

    [PyFunction("sqrt(x, /)", Doc = "Return the square root of x.")]
    private static double Sqrt(double x) => Check(Math.Sqrt(x), x, "expected a nonnegative input, got ");

    [PyFunction("tan(x, /)", Doc = "Return the tangent of x (measured in radians).")]
    private static double Tan(double x) => Check(Math.Tan(x), x, "expected a finite input, got ");

    [PyFunction("tanh(x, /)", Doc = "Return the hyperbolic tangent of x.")]
    private static double Tanh(double x) => Math.Tanh(x);

    [PyFunction("trunc(x, /)", Doc = "Truncates the Real x to the nearest Integral toward 0.\n\nUses the __trunc__ magic method.")]
    private static PyValue Trunc(PyThread thread, PyValue x)
    {
        if (x.IsFloat)
            return ToInteger(Math.Truncate(x.DoubleBits));
        return thread.TryCallSpecial(x, s_trunc, [], out var result)
            ? result
            : throw Raise.TypeError($"type {x.Type.Name} doesn't define __trunc__ method");
    }

    [PyFunction("ulp(x, /)", Doc = "Return the value of the least significant bit of the float x.")]
    private static double Ulp(double x)
    {
        if (double.IsNaN(x))
            return x;
        x = Math.Abs(x);
        if (double.IsInfinity(x))
            return x;
        var next = Math.BitIncrement(x);
        return double.IsInfinity(next) ? x - Math.BitDecrement(x) : next - x;
    }

    internal static PyException DomainError() => Raise.ValueError("math domain error");

    internal static PyException RangeError() => Raise.OverflowError("math range error");

    internal static string Show(double value) => Text.ConstantRepr.Repr(value);

    // A result that is no number although the argument was one.
    private static double Check(double result, double x, string message) =>
        double.IsNaN(result) && !double.IsNaN(x) ? throw Raise.ValueError(message + Show(x)) : result;

    private static double CheckRange(double result, double x) =>
        double.IsInfinity(result) && double.IsFinite(x) ? throw RangeError() : result;

    private static PyValue ToInteger(double value)
    {
        if (value is > -9e18 and < 9e18)
            return PyValue.FromInt((long)value);
        if (double.IsNaN(value))
            throw Raise.ValueError("cannot convert float NaN to integer");
        if (double.IsInfinity(value))
            throw Raise.OverflowError("cannot convert float infinity to integer");
        return PyValue.FromInt(new System.Numerics.BigInteger(value));
    }

    // The floats in order, numbered: zero is 0.
    private static long Ordinal(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        return bits < 0 ? -(bits & long.MaxValue) : bits;
    }

    private static double FromOrdinal(long ordinal, double from)
    {
        if (ordinal == 0)
            return Math.CopySign(0, from);
        return ordinal < 0 ? -BitConverter.Int64BitsToDouble(-ordinal) : BitConverter.Int64BitsToDouble(ordinal);
    }
}
