using System.Numerics;
using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>
/// The type <c>float</c>: making floats of other values, and reading them from C#. Operators are in
/// FloatType.Arithmetic.cs, comparison in FloatType.Compare.cs, text in <see cref="FloatText"/>.
/// </summary>
internal static partial class FloatType
{
    /// <summary>Whether a value is a float or of a subclass.</summary>
    public static bool IsFloat(PyValue value) => value.IsFloat || value.Ref is PyFloat;

    /// <summary>The number of a float or of an instance of a subclass.</summary>
    public static bool TryGetValue(PyValue value, out double number)
    {
        if (value.IsFloat)
        {
            number = value.DoubleBits;
            return true;
        }

        number = value.Ref is PyFloat subclass ? subclass.Value : 0;
        return value.Ref is PyFloat;
    }

    /// <summary>The operand of an operator: a float, or an int as the nearest one; false for what is neither.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryGetOperand(PyValue value, out double number)
    {
        if (value.IsFloat)
        {
            number = value.DoubleBits;
            return true;
        }

        if (value.IsSmallInt)
        {
            number = value.Bits;
            return true;
        }

        return TryGetOtherOperand(value, out number);
    }

    /// <summary>What float() gives for one argument.</summary>
    public static double FromValue(PyThread thread, PyValue value)
    {
        if (value.IsFloat)
            return value.DoubleBits;
        if (value.Ref is PyStr text)
            return FloatText.Parse(NumberText.Normalize(text)) ?? throw Invalid(Operators.Repr(thread, text).Value);
        if (HasNumber(value))
            return Operators.ToDouble(thread, value);
        if (BytesText.TryGet(thread, value, out var bytes))
            return FloatText.Parse(bytes.Text) ?? throw Invalid(bytes.Repr);
        throw Raise.TypeError($"float() argument must be a string or a real number, not '{value.Type.Name}'");
    }

    /// <summary>A float as an int without its fraction.</summary>
    public static PyValue ToInteger(double value)
    {
        if (value is > -9e18 and < 9e18)
            return PyValue.FromInt((long)value);
        if (double.IsFinite(value))
            return PyValue.FromInt(new BigInteger(value));
        throw double.IsNaN(value)
            ? Raise.ValueError("cannot convert float NaN to integer")
            : Raise.OverflowError("cannot convert float infinity to integer");
    }

    private static unsafe bool HasNumber(PyValue value) => value.Type.Slots.NbFloat != null || value.Type.Slots.NbIndex != null;

    private static PyException Invalid(string repr) => Raise.ValueError($"could not convert string to float: {repr}");

    private static double ValueOf(PyValue self) => self.Ref is PyFloat subclass ? subclass.Value : self.DoubleBits;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryGetOtherOperand(PyValue value, out double number)
    {
        if (TryGetValue(value, out number))
            return true;
        if (!IntType.IsInt(value))
            return false;
        number = Operators.ToDouble(IntType.BigOf(value));
        return true;
    }

    private static partial PyValue New(PyThread thread, PyType cls, PyValue x) => Make(cls, FromValue(thread, x));

    private static partial PyValue FromNumber(PyThread thread, PyType cls, PyValue number) =>
        ReferenceEquals(cls, TypeObject)
            ? PyValue.FromFloat(Operators.ToDouble(thread, number))
            : thread.Call(cls, PyValue.FromFloat(Operators.ToDouble(thread, number)));

    private static PyValue Make(PyType cls, double value) =>
        ReferenceEquals(cls, TypeObject) ? PyValue.FromFloat(value) : new PyFloat(cls, value);
}
