using System.Numerics;
using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>Comparison of floats, exact with ints of any size, and their hash.</summary>
internal static partial class FloatType
{
    // Below this an int is exactly a double, and above it a double has no fraction.
    private const long ExactLimit = 1L << 53;

    /// <summary>Compares a float that is no NaN with an int, without rounding either.</summary>
    public static int CompareWithInt(double left, PyValue right)
    {
        if (IntType.TryGetValue(right, out var small) && small is >= -ExactLimit and <= ExactLimit)
            return left.CompareTo((double)small);
        var number = IntType.BigOf(right);
        if (double.IsInfinity(left) || left is >= -ExactLimit and <= ExactLimit)
            return double.IsInfinity(left) ? Math.Sign(left) : -number.Sign;
        return new BigInteger(left).CompareTo(number);
    }

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        var a = ValueOf(left);
        if (TryGetValue(right, out var b))
        {
            if (double.IsNaN(a) || double.IsNaN(b))
                return PyValue.FromBool(op == ComparisonOperator.Ne);
            return PyValue.FromBool(Operators.Holds(op, a < b ? -1 : a > b ? 1 : 0));
        }

        if (!IntType.IsInt(right))
            return PyNotImplemented.Instance;
        return PyValue.FromBool(double.IsNaN(a) ? op == ComparisonOperator.Ne : Operators.Holds(op, CompareWithInt(a, right)));
    }

    private static partial long Hash(PyThread thread, PyValue self) => NumberHash.OfFloat(ValueOf(self));
}
