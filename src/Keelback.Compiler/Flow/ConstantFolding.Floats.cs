using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.Flow;

/// <content>Floats.</content>
internal static partial class ConstantFolding
{
    private static Constant? BinaryOfFloats(BinaryOperator binary, double left, double right)
    {
        switch (binary)
        {
            case BinaryOperator.Add:
                return new Constant.Float(left + right);
            case BinaryOperator.Subtract:
                return new Constant.Float(left - right);
            case BinaryOperator.Multiply:
                return new Constant.Float(left * right);
            case BinaryOperator.TrueDivide:
                return right == 0 ? null : new Constant.Float(left / right);
            case BinaryOperator.FloorDivide:
                return right == 0 ? null : new Constant.Float(FloorDivide(left, right));
            case BinaryOperator.Remainder:
                return right == 0 ? null : new Constant.Float(Remainder(left, right));
            case BinaryOperator.Power when left < 0 && double.IsFinite(left) && double.IsFinite(right)
                    && right != Math.Floor(right):
                return PowerOfComplex(new(left, 0), new(right, 0));
            case BinaryOperator.Power:
                return Power(left, right) is { } power ? new Constant.Float(power) : null;
            default:
                return null;
        }
    }

    /// <summary>The remainder with the sign of the divisor.</summary>
    private static double Remainder(double left, double right)
    {
        var remainder = left % right;
        if (remainder == 0)
            return Math.CopySign(0, right);
        return right < 0 != remainder < 0 ? remainder + right : remainder;
    }

    private static double FloorDivide(double left, double right)
    {
        var remainder = left % right;
        var quotient = (left - remainder) / right;
        if (remainder != 0 && right < 0 != remainder < 0)
            quotient -= 1;
        if (quotient == 0)
            return Math.CopySign(0, left / right);
        var floor = Math.Floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    /// <summary>A power that is real; null where Python raises.</summary>
    private static double? Power(double left, double right)
    {
        if (right == 0 || left == 1)
            return 1;
        if (double.IsNaN(left) || double.IsNaN(right))
            return double.NaN;
        if (double.IsInfinity(right))
        {
            var size = Math.Abs(left);
            return size == 1 ? 1 : right > 0 == size > 1 ? double.PositiveInfinity : 0;
        }

        var isOdd = Math.Abs(right) % 2 == 1;
        if (double.IsInfinity(left))
        {
            var result = right > 0 ? double.PositiveInfinity : 0;
            return isOdd ? Math.CopySign(result, left) : result;
        }

        if (left == 0)
            return right < 0 ? null : isOdd ? left : 0;
        var power = Math.Abs(left) == 1 ? 1 : Math.Pow(Math.Abs(left), right);
        if (double.IsInfinity(power))
            return null;
        return left < 0 && isOdd ? -power : power;
    }
}
