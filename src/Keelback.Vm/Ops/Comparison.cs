using System.Runtime.CompilerServices;
using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>Comparison, identity and containment.</summary>
internal static unsafe partial class Ops
{
    // Bit 4 of COMPARE_OP's oparg asks for a bool.
    private const int MakesBool = 16;

    internal static partial PyValue CompareOp(PyThread thread, PyValue left, PyValue right, int oparg)
    {
        var result = Operators.TryCompare(thread, (ComparisonOperator)(oparg >> 5), left, right);
        if ((oparg & MakesBool) == 0 || result.IsMissing || result.IsBool)
            return result;
        return PyValue.FromBool(Operators.IsTrue(thread, result));
    }

    // Bits 1 to 3 of the oparg say which of less, greater and equal make the comparison true.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue CompareOpInt(PyThread thread, PyValue left, PyValue right, int oparg)
    {
        var outcome = left.Bits < right.Bits ? 2 : left.Bits > right.Bits ? 4 : 8;
        return PyValue.FromBool((oparg & outcome) != 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue CompareOpFloat(PyThread thread, PyValue left, PyValue right, int oparg)
    {
        var (a, b) = (left.DoubleBits, right.DoubleBits);
        var outcome = a < b ? 2 : a > b ? 4 : a == b ? 8 : 1;
        return PyValue.FromBool((oparg & outcome) != 0);
    }

    internal static partial PyValue CompareOpStr(PyThread thread, PyValue left, PyValue right, int oparg)
    {
        var areEqual = Unsafe.As<PyStr>(left.Ref!).TextEquals(Unsafe.As<PyStr>(right.Ref!));
        return PyValue.FromBool(areEqual == ((ComparisonOperator)(oparg >> 5) == ComparisonOperator.Eq));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue IsOp(PyThread thread, PyValue left, PyValue right, int oparg) =>
        PyValue.FromBool(left.Is(right) != (oparg != 0));

    internal static partial PyValue ContainsOp(PyThread thread, PyValue left, PyValue right, int oparg) =>
        PyValue.FromBool(Operators.Contains(thread, right, left) != (oparg != 0));

    internal static partial PyValue ContainsOpDict(PyThread thread, PyValue left, PyValue right, int oparg) =>
        PyValue.FromBool(Unsafe.As<PyDict>(right.Ref!).TryGetValue(thread, left, out _) != (oparg != 0));

    internal static partial PyValue ContainsOpSet(PyThread thread, PyValue left, PyValue right, int oparg) =>
        PyValue.FromBool(Operators.Contains(thread, right, left) != (oparg != 0));
}

/// <summary>Specialisation of comparison and containment.</summary>
internal static unsafe partial class Specialization
{
    internal static partial void CompareOp(
        PyThread thread, ref Instruction instruction, InlineCache cache, PyValue left, PyValue right, int oparg)
    {
        if (left.IsSmallInt && right.IsSmallInt)
            Apply(ref instruction, Opcode.CompareOpInt);
        else if (left.IsFloat && right.IsFloat)
            Apply(ref instruction, Opcode.CompareOpFloat);
        else if (left.Ref!.GetType() == typeof(PyStr) && right.Ref!.GetType() == typeof(PyStr)
            && (ComparisonOperator)(oparg >> 5) is ComparisonOperator.Eq or ComparisonOperator.Ne)
            Apply(ref instruction, Opcode.CompareOpStr);
        else
            Fail(ref instruction, cache);
    }

    internal static partial void ContainsOp(
        PyThread thread, ref Instruction instruction, InlineCache cache, PyValue left, PyValue right, int oparg)
    {
        if (right.Ref!.GetType() == typeof(PyDict))
            Apply(ref instruction, Opcode.ContainsOpDict);
        else if (right.Ref is PySet)
            Apply(ref instruction, Opcode.ContainsOpSet);
        else
            Fail(ref instruction, cache);
    }
}
