using System.Numerics;

namespace Keelback.Vm;

/// <summary>
/// The operators of complex. A real operand stays real: it has no imaginary zero whose sign would show in the result.
/// </summary>
internal partial class PyComplex
{
    private static partial PyValue Add(PyThread thread, PyValue left, PyValue right)
    {
        if (left.Ref is PyComplex a)
        {
            if (right.Ref is PyComplex b)
                return Make(a.Value.Real + b.Value.Real, a.Value.Imaginary + b.Value.Imaginary);
            return FloatType.TryGetOperand(right, out var real)
                ? Make(a.Value.Real + real, a.Value.Imaginary)
                : PyNotImplemented.Instance;
        }

        return right.Ref is PyComplex c && FloatType.TryGetOperand(left, out var number)
            ? Make(number + c.Value.Real, c.Value.Imaginary)
            : PyNotImplemented.Instance;
    }

    private static partial PyValue Subtract(PyThread thread, PyValue left, PyValue right)
    {
        if (left.Ref is PyComplex a)
        {
            if (right.Ref is PyComplex b)
                return Make(a.Value.Real - b.Value.Real, a.Value.Imaginary - b.Value.Imaginary);
            return FloatType.TryGetOperand(right, out var real)
                ? Make(a.Value.Real - real, a.Value.Imaginary)
                : PyNotImplemented.Instance;
        }

        return right.Ref is PyComplex c && FloatType.TryGetOperand(left, out var number)
            ? Make(number - c.Value.Real, -c.Value.Imaginary)
            : PyNotImplemented.Instance;
    }

    private static partial PyValue Multiply(PyThread thread, PyValue left, PyValue right)
    {
        if (left.Ref is PyComplex a && right.Ref is PyComplex b)
            return new PyComplex(ComplexArithmetic.Multiply(a.Value, b.Value));
        var complex = left.Ref as PyComplex ?? right.Ref as PyComplex;
        return complex is not null && FloatType.TryGetOperand(left.Ref is PyComplex ? right : left, out var real)
            ? Make(complex.Value.Real * real, complex.Value.Imaginary * real)
            : PyNotImplemented.Instance;
    }

    private static partial PyValue Divide(PyThread thread, PyValue left, PyValue right)
    {
        if (left.Ref is PyComplex a)
        {
            if (right.Ref is PyComplex b)
                return new PyComplex(ComplexArithmetic.Divide(a.Value, b.Value));
            if (!FloatType.TryGetOperand(right, out var real))
                return PyNotImplemented.Instance;
            return real == 0 ? throw IntType.DivisionByZero() : Make(a.Value.Real / real, a.Value.Imaginary / real);
        }

        return right.Ref is PyComplex c && FloatType.TryGetOperand(left, out var number)
            ? new PyComplex(ComplexArithmetic.Divide(number, c.Value))
            : PyNotImplemented.Instance;
    }

    private static partial PyValue Power(PyThread thread, PyValue left, PyValue right, PyValue third)
    {
        if (!TryGetOperand(left, out var a) || !TryGetOperand(right, out var b))
            return PyNotImplemented.Instance;
        return third.IsNone ? new PyComplex(ComplexArithmetic.Power(a, b)) : throw Raise.ValueError("complex modulo");
    }

    private static partial PyValue Negate(PyThread thread, PyValue self) =>
        Make(-((PyComplex)self.Ref!).Value.Real, -((PyComplex)self.Ref).Value.Imaginary);

    private static partial PyValue Positive(PyThread thread, PyValue self) => Exactly((PyComplex)self.Ref!);

    private static partial PyValue Absolute(PyThread thread, PyValue self)
    {
        var value = ((PyComplex)self.Ref!).Value;
        var result = ComplexArithmetic.Hypotenuse(value.Real, value.Imaginary);
        return double.IsInfinity(result) && double.IsFinite(value.Real) && double.IsFinite(value.Imaginary)
            ? throw Raise.OverflowError("absolute value too large")
            : PyValue.FromFloat(result);
    }

    private static bool TryGetOperand(PyValue value, out Complex number)
    {
        if (value.Ref is PyComplex complex)
        {
            number = complex.Value;
            return true;
        }

        var isReal = FloatType.TryGetOperand(value, out var real);
        number = new Complex(real, 0);
        return isReal;
    }

    private static PyValue Make(double real, double imaginary) => new PyComplex(new Complex(real, imaginary));
}
