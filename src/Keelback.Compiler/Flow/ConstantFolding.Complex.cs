using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.Flow;

/// <content>
/// Complex numbers. A real operand has no imaginary part, not one of zero, so that signs of zeros and infinities come
/// out as C's Annex G says.
/// </content>
internal static partial class ConstantFolding
{
    private const double MaxRepeatedSquaring = 100;

    private static Constant.Complex? BinaryOfComplex(BinaryOperator binary, Constant left, Constant right)
    {
        if (!TryGetComplex(left, out var a) || !TryGetComplex(right, out var b))
            return null;
        var isLeftReal = left is not Constant.Complex;
        var isRightReal = right is not Constant.Complex;
        switch (binary)
        {
            case BinaryOperator.Add:
                var sum = isLeftReal ? b.Imaginary : isRightReal ? a.Imaginary : a.Imaginary + b.Imaginary;
                return new Constant.Complex(a.Real + b.Real, sum);
            case BinaryOperator.Subtract:
                var difference = isLeftReal ? -b.Imaginary : isRightReal ? a.Imaginary : a.Imaginary - b.Imaginary;
                return new Constant.Complex(a.Real - b.Real, difference);
            case BinaryOperator.Multiply when isLeftReal:
                return new Constant.Complex(b.Real * a.Real, b.Imaginary * a.Real);
            case BinaryOperator.Multiply when isRightReal:
                return new Constant.Complex(a.Real * b.Real, a.Imaginary * b.Real);
            case BinaryOperator.Multiply:
                return Multiply(a, b);
            case BinaryOperator.TrueDivide when isRightReal:
                return b.Real == 0 ? null : new Constant.Complex(a.Real / b.Real, a.Imaginary / b.Real);
            case BinaryOperator.TrueDivide:
                return isLeftReal ? Divide(a.Real, b) : Divide(a, b);
            case BinaryOperator.Power:
                return PowerOfComplex(a, b);
            default:
                return null;
        }
    }

    private static bool TryGetComplex(Constant constant, out Constant.Complex value)
    {
        if (constant is Constant.Complex complex)
        {
            value = complex;
            return true;
        }

        var isReal = TryGetDouble(constant, out var real);
        value = new Constant.Complex(real, 0);
        return isReal;
    }

    private static Constant.Complex Multiply(Constant.Complex left, Constant.Complex right)
    {
        var (a, b) = left;
        var (c, d) = right;
        var (ac, bd, ad, bc) = (a * c, b * d, a * d, b * c);
        var product = new Constant.Complex(ac - bd, ad + bc);
        if (!double.IsNaN(product.Real) || !double.IsNaN(product.Imaginary))
            return product;

        var leftInfinite = double.IsInfinity(a) || double.IsInfinity(b);
        if (leftInfinite)
            (a, b, c, d) = (Box(a), Box(b), DropNaN(c), DropNaN(d));
        var rightInfinite = double.IsInfinity(c) || double.IsInfinity(d);
        if (rightInfinite)
            (a, b, c, d) = (DropNaN(a), DropNaN(b), Box(c), Box(d));
        var overflows = double.IsInfinity(ac) || double.IsInfinity(bd) || double.IsInfinity(ad) || double.IsInfinity(bc);
        if (!leftInfinite && !rightInfinite)
        {
            if (!overflows)
                return product;
            (a, b, c, d) = (DropNaN(a), DropNaN(b), DropNaN(c), DropNaN(d));
        }

        return new Constant.Complex(
            double.PositiveInfinity * (a * c - b * d), double.PositiveInfinity * (a * d + b * c));
    }

    private static Constant.Complex? Divide(Constant.Complex left, Constant.Complex right)
    {
        var (a, b) = left;
        var (c, d) = right;
        if (c == 0 && d == 0)
            return null;
        double real, imaginary;
        if (Math.Abs(c) >= Math.Abs(d))
        {
            var ratio = d / c;
            var denominator = c + d * ratio;
            (real, imaginary) = ((a + b * ratio) / denominator, (b - a * ratio) / denominator);
        }
        else if (Math.Abs(d) >= Math.Abs(c))
        {
            var ratio = c / d;
            var denominator = c * ratio + d;
            (real, imaginary) = ((a * ratio + b) / denominator, (b * ratio - a) / denominator);
        }
        else
        {
            (real, imaginary) = (double.NaN, double.NaN);
        }

        if (double.IsNaN(real) && double.IsNaN(imaginary))
            RecoverQuotient(left, right, ref real, ref imaginary);
        return new Constant.Complex(real, imaginary);
    }

    private static void RecoverQuotient(
        Constant.Complex left, Constant.Complex right, ref double real, ref double imaginary)
    {
        var (a, b) = left;
        var (c, d) = right;
        if ((double.IsInfinity(a) || double.IsInfinity(b)) && double.IsFinite(c) && double.IsFinite(d))
        {
            var (x, y) = (Box(a), Box(b));
            real = double.PositiveInfinity * (x * c + y * d);
            imaginary = double.PositiveInfinity * (y * c - x * d);
        }
        else if ((double.IsInfinity(c) || double.IsInfinity(d)) && double.IsFinite(a) && double.IsFinite(b))
        {
            var (x, y) = (Box(c), Box(d));
            real = 0 * (a * x + b * y);
            imaginary = 0 * (b * x - a * y);
        }
    }

    private static Constant.Complex? Divide(double left, Constant.Complex right)
    {
        var (c, d) = right;
        if (c == 0 && d == 0)
            return null;
        double real, imaginary;
        if (Math.Abs(c) >= Math.Abs(d))
        {
            var ratio = d / c;
            var denominator = c + d * ratio;
            (real, imaginary) = (left / denominator, -left * ratio / denominator);
        }
        else if (Math.Abs(d) >= Math.Abs(c))
        {
            var ratio = c / d;
            var denominator = c * ratio + d;
            (real, imaginary) = (left * ratio / denominator, -left / denominator);
        }
        else
        {
            (real, imaginary) = (double.NaN, double.NaN);
        }

        if (double.IsNaN(real) && double.IsNaN(imaginary) && double.IsFinite(left)
            && (double.IsInfinity(c) || double.IsInfinity(d)))
        {
            (real, imaginary) = (0 * (left * Box(c)), 0 * (-left * Box(d)));
        }

        return new Constant.Complex(real, imaginary);
    }

    private static Constant.Complex? PowerOfComplex(Constant.Complex left, Constant.Complex right)
    {
        Constant.Complex? power;
        if (right.Imaginary == 0 && right.Real == Math.Floor(right.Real) && Math.Abs(right.Real) <= MaxRepeatedSquaring)
            power = PowerBySquaring(left, (int)right.Real);
        else if (left is { Real: 0, Imaginary: 0 })
            power = right.Imaginary != 0 || right.Real < 0 ? null : new Constant.Complex(0, 0);
        else
            power = PowerByPolar(left, right);
        return power is null || double.IsInfinity(power.Real) || double.IsInfinity(power.Imaginary) ? null : power;
    }

    private static Constant.Complex? PowerBySquaring(Constant.Complex value, int exponent)
    {
        var result = new Constant.Complex(1, 0);
        var factor = value;
        for (var rest = Math.Abs(exponent); rest > 0; rest >>= 1)
        {
            if ((rest & 1) != 0)
                result = Multiply(result, factor);
            factor = Multiply(factor, factor);
        }

        return exponent > 0 ? result : Divide(new Constant.Complex(1, 0), result);
    }

    private static Constant.Complex? PowerByPolar(Constant.Complex left, Constant.Complex right)
    {
        var size = double.Hypot(left.Real, left.Imaginary);
        var length = Math.Pow(size, right.Real);
        var angle = Math.Atan2(left.Imaginary, left.Real);
        var phase = angle * right.Real;
        if (right.Imaginary != 0)
        {
            length *= Math.Exp(-angle * right.Imaginary);
            phase += right.Imaginary * Math.Log(size);
        }

        // C's cos reports an infinite angle as a domain error, which Python raises.
        return double.IsInfinity(phase)
            ? null
            : new Constant.Complex(length * Math.Cos(phase), length * Math.Sin(phase));
    }

    private static double Box(double part) => Math.CopySign(double.IsInfinity(part) ? 1 : 0, part);

    private static double DropNaN(double part) => double.IsNaN(part) ? Math.CopySign(0, part) : part;
}
