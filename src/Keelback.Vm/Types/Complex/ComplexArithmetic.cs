using System.Numerics;

namespace Keelback.Vm;

/// <summary>
/// Complex arithmetic that rounds as C's does, and finds infinities again that came out as NaNs (Annex G of the C
/// standard). <see cref="Complex"/>'s own operators are not used: they differ in both.
/// </summary>
internal static class ComplexArithmetic
{
    private const double MaxWholeExponent = 100;

    public static Complex Multiply(Complex left, Complex right)
    {
        var (a, b, c, d) = (left.Real, left.Imaginary, right.Real, right.Imaginary);
        var (ac, bd, ad, bc) = (a * c, b * d, a * d, b * c);
        var result = new Complex(ac - bd, ad + bc);
        if (!double.IsNaN(result.Real) || !double.IsNaN(result.Imaginary))
            return result;
        var isInfinite = false;
        if (double.IsInfinity(a) || double.IsInfinity(b))
        {
            (a, b, c, d) = (Box(a), Box(b), WithoutNaN(c), WithoutNaN(d));
            isInfinite = true;
        }

        if (double.IsInfinity(c) || double.IsInfinity(d))
        {
            (a, b, c, d) = (WithoutNaN(a), WithoutNaN(b), Box(c), Box(d));
            isInfinite = true;
        }

        if (!isInfinite && (double.IsInfinity(ac) || double.IsInfinity(bd) || double.IsInfinity(ad) || double.IsInfinity(bc)))
        {
            (a, b, c, d) = (WithoutNaN(a), WithoutNaN(b), WithoutNaN(c), WithoutNaN(d));
            isInfinite = true;
        }

        return isInfinite
            ? new Complex(double.PositiveInfinity * ((a * c) - (b * d)), double.PositiveInfinity * ((a * d) + (b * c)))
            : result;
    }

    public static Complex Divide(Complex left, Complex right)
    {
        var (real, imaginary) = (Math.Abs(right.Real), Math.Abs(right.Imaginary));
        var result = new Complex(double.NaN, double.NaN);
        if (real >= imaginary)
        {
            if (real == 0)
                throw IntType.DivisionByZero();
            var ratio = right.Imaginary / right.Real;
            var divisor = right.Real + (right.Imaginary * ratio);
            result = new Complex(
                (left.Real + (left.Imaginary * ratio)) / divisor, (left.Imaginary - (left.Real * ratio)) / divisor);
        }
        else if (imaginary >= real)
        {
            var ratio = right.Real / right.Imaginary;
            var divisor = (right.Real * ratio) + right.Imaginary;
            result = new Complex(
                ((left.Real * ratio) + left.Imaginary) / divisor, ((left.Imaginary * ratio) - left.Real) / divisor);
        }

        if (!double.IsNaN(result.Real) || !double.IsNaN(result.Imaginary))
            return result;
        if (IsInfinite(left) && IsFinite(right))
        {
            var (x, y) = (Box(left.Real), Box(left.Imaginary));
            return new Complex(
                double.PositiveInfinity * ((x * right.Real) + (y * right.Imaginary)),
                double.PositiveInfinity * ((y * right.Real) - (x * right.Imaginary)));
        }

        if (IsInfinite(right) && IsFinite(left))
        {
            var (x, y) = (Box(right.Real), Box(right.Imaginary));
            return new Complex(
                0 * ((left.Real * x) + (left.Imaginary * y)), 0 * ((left.Imaginary * x) - (left.Real * y)));
        }

        return result;
    }

    /// <summary>The quotient of a real number by a complex one.</summary>
    public static Complex Divide(double left, Complex right)
    {
        var (real, imaginary) = (Math.Abs(right.Real), Math.Abs(right.Imaginary));
        var result = new Complex(double.NaN, double.NaN);
        if (real >= imaginary)
        {
            if (real == 0)
                throw IntType.DivisionByZero();
            var ratio = right.Imaginary / right.Real;
            var divisor = right.Real + (right.Imaginary * ratio);
            result = new Complex(left / divisor, -left * ratio / divisor);
        }
        else if (imaginary >= real)
        {
            var ratio = right.Real / right.Imaginary;
            var divisor = (right.Real * ratio) + right.Imaginary;
            result = new Complex(left * ratio / divisor, -left / divisor);
        }

        if (double.IsNaN(result.Real) && double.IsNaN(result.Imaginary) && double.IsFinite(left) && IsInfinite(right))
            return new Complex(0 * (left * Box(right.Real)), 0 * (-left * Box(right.Imaginary)));
        return result;
    }

    /// <summary>A power. Whole exponents that are not large are multiplied out.</summary>
    public static Complex Power(Complex @base, Complex exponent)
    {
        if (@base == Complex.Zero && (exponent.Imaginary != 0 || exponent.Real < 0))
            throw Raise.ZeroDivisionError("zero to a negative or complex power");
        var isWhole = exponent.Imaginary == 0 && exponent.Real == Math.Floor(exponent.Real)
            && Math.Abs(exponent.Real) <= MaxWholeExponent;
        var result = isWhole ? WholePower(@base, (int)exponent.Real) : GeneralPower(@base, exponent);
        return double.IsInfinity(result.Real) || double.IsInfinity(result.Imaginary)
            ? throw Raise.OverflowError("complex exponentiation")
            : result;
    }

    /// <summary>The length of a vector, as C's hypot rounds it: scaled against overflow, squares kept exact.</summary>
    public static double Hypotenuse(double x, double y)
    {
        if (double.IsInfinity(x) || double.IsInfinity(y))
            return double.PositiveInfinity;
        if (double.IsNaN(x) || double.IsNaN(y))
            return double.NaN;
        (x, y) = (Math.Max(Math.Abs(x), Math.Abs(y)), Math.Min(Math.Abs(x), Math.Abs(y)));
        if (y == 0)
            return x;
        var scale = Math.ILogB(x);
        (x, y) = (Math.ScaleB(x, -scale), Math.ScaleB(y, -scale));
        var square = x * x;
        var other = y * y;
        var sum = square + other;
        var lost = Math.FusedMultiplyAdd(x, x, -square) + Math.FusedMultiplyAdd(y, y, -other) + (square - sum + other);
        var root = Math.Sqrt(sum);
        root += (Math.FusedMultiplyAdd(-root, root, sum) + lost) / (2 * root);
        return Math.ScaleB(root, scale);
    }

    private static Complex WholePower(Complex @base, int exponent)
    {
        var power = Complex.One;
        for (var (bits, square) = (Math.Abs(exponent), @base); bits > 0; bits >>= 1)
        {
            if ((bits & 1) != 0)
                power = Multiply(power, square);
            square = Multiply(square, square);
        }

        return exponent > 0 ? power : Divide(Complex.One, power);
    }

    private static Complex GeneralPower(Complex @base, Complex exponent)
    {
        if (exponent == Complex.Zero)
            return Complex.One;
        if (@base == Complex.Zero)
            return Complex.Zero;
        var length = Hypotenuse(@base.Real, @base.Imaginary);
        var angle = Math.Atan2(@base.Imaginary, @base.Real);
        var power = Math.Pow(length, exponent.Real);
        var turn = angle * exponent.Real;
        if (exponent.Imaginary != 0)
        {
            power *= Math.Exp(-angle * exponent.Imaginary);
            turn += exponent.Imaginary * Math.Log(length);
        }

        return new Complex(power * Math.Cos(turn), power * Math.Sin(turn));
    }

    private static bool IsInfinite(Complex value) => double.IsInfinity(value.Real) || double.IsInfinity(value.Imaginary);

    private static bool IsFinite(Complex value) => double.IsFinite(value.Real) && double.IsFinite(value.Imaginary);

    private static double Box(double value) => Math.CopySign(double.IsInfinity(value) ? 1 : 0, value);

    private static double WithoutNaN(double value) => double.IsNaN(value) ? Math.CopySign(0, value) : value;
}
