using System.Numerics;
using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Vm;

/// <summary>
/// A complex number. Making one of other values is in PyComplex.Creation.cs, arithmetic in
/// <see cref="ComplexArithmetic"/>.
/// </summary>
internal partial class PyComplex : PyObject
{
    public PyComplex(Complex value)
        : base(TypeObject)
    {
        Value = value;
    }

    private protected PyComplex(PyType type, Complex value)
        : base(type)
    {
        Value = value;
    }

    /// <summary>The number.</summary>
    public Complex Value { get; }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var value = ((PyComplex)self.Ref!).Value;
        return PyStr.From(ConstantRepr.Repr(value.Real, value.Imaginary));
    }

    private static partial long Hash(PyThread thread, PyValue self)
    {
        var value = ((PyComplex)self.Ref!).Value;
        return NumberHash.OfComplex(value.Real, value.Imaginary);
    }

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (op is not (ComparisonOperator.Eq or ComparisonOperator.Ne))
            return PyNotImplemented.Instance;
        var value = ((PyComplex)left.Ref!).Value;
        bool isEqual;
        if (right.Ref is PyComplex other)
            isEqual = value.Real == other.Value.Real && value.Imaginary == other.Value.Imaginary;
        else if (FloatType.TryGetValue(right, out var real))
            isEqual = value.Real == real && value.Imaginary == 0;
        else if (IntType.IsInt(right))
            isEqual = value.Imaginary == 0 && !double.IsNaN(value.Real) && FloatType.CompareWithInt(value.Real, right) == 0;
        else
            return PyNotImplemented.Instance;
        return PyValue.FromBool(isEqual == (op == ComparisonOperator.Eq));
    }

    private static partial bool IsTrue(PyThread thread, PyValue self) =>
        ((PyComplex)self.Ref!).Value is var value && (value.Real != 0 || value.Imaginary != 0);

    private static partial double GetReal(PyThread thread, PyComplex self) => self.Value.Real;

    private static partial double GetImaginary(PyThread thread, PyComplex self) => self.Value.Imaginary;

    private static partial PyValue Conjugate(PyThread thread, PyComplex self) =>
        new PyComplex(new Complex(self.Value.Real, -self.Value.Imaginary));

    private static partial PyValue ToComplex(PyThread thread, PyComplex self) => Exactly(self);

    private static partial PyValue GetNewArguments(PyThread thread, PyComplex self) =>
        PyTuple.From(PyValue.FromFloat(self.Value.Real), PyValue.FromFloat(self.Value.Imaginary));

    private static partial PyValue Format(PyThread thread, PyComplex self, PyStr formatSpec) =>
        ComplexFormat.Format(thread, self, formatSpec);

    private static PyComplex Exactly(PyComplex value) =>
        ReferenceEquals(value.Type, TypeObject) ? value : new PyComplex(value.Value);
}

/// <summary>An instance of a Python subclass of complex.</summary>
internal sealed class PyComplexSubclass(PyType type, Complex value) : PyComplex(type, value)
{
    private InstanceAttributes _attributes;

    internal override ref InstanceAttributes Attributes => ref _attributes;
}
