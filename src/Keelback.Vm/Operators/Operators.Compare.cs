using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>Comparison and hashing.</summary>
internal static unsafe partial class Operators
{
    // The numbers of COMPARE_OP's oparg, which operators.yaml gives.
    private const ComparisonOperator Less = 0;
    private const ComparisonOperator LessOrEqual = (ComparisonOperator)1;
    private const ComparisonOperator Equal = (ComparisonOperator)2;
    private const ComparisonOperator NotEqual = (ComparisonOperator)3;
    private const ComparisonOperator Greater = (ComparisonOperator)4;
    private const ComparisonOperator GreaterOrEqual = (ComparisonOperator)5;

    /// <summary>The comparison that says the same with the operands exchanged.</summary>
    public static ComparisonOperator Swapped(ComparisonOperator op) => op switch
    {
        Less => Greater,
        LessOrEqual => GreaterOrEqual,
        Greater => Less,
        GreaterOrEqual => LessOrEqual,
        _ => op,
    };

    /// <summary>The comparison as Python spells it.</summary>
    public static string SymbolOf(ComparisonOperator op) => op switch
    {
        Less => "<",
        LessOrEqual => "<=",
        Equal => "==",
        NotEqual => "!=",
        Greater => ">",
        _ => ">=",
    };

    /// <summary>Whether a comparison holds, told from the sign of a three-way one.</summary>
    public static bool Holds(ComparisonOperator op, int sign) => op switch
    {
        Less => sign < 0,
        LessOrEqual => sign <= 0,
        Equal => sign == 0,
        NotEqual => sign != 0,
        Greater => sign > 0,
        _ => sign >= 0,
    };

    /// <summary>What a comparison gives, which need not be a bool; no value where an error is pending.</summary>
    public static PyValue TryCompare(PyThread thread, ComparisonOperator op, PyValue left, PyValue right)
    {
        if (left.IsSmallInt && right.IsSmallInt)
            return PyValue.FromBool(Holds(op, left.Bits.CompareTo(right.Bits)));
        if (!thread.EnterNative())
            return default;
        try
        {
            return CompareSlots(thread, op, left, right);
        }
        finally
        {
            thread.Depth--;
        }
    }

    /// <summary>What a comparison gives, which need not be a bool.</summary>
    public static PyValue Compare(PyThread thread, ComparisonOperator op, PyValue left, PyValue right) =>
        thread.Checked(TryCompare(thread, op, left, right));

    /// <summary>Whether a comparison holds. An object equals itself, whatever its type says.</summary>
    public static bool CompareBool(PyThread thread, ComparisonOperator op, PyValue left, PyValue right)
    {
        if (left.Is(right))
        {
            if (op == Equal)
                return true;
            if (op == NotEqual)
                return false;
        }

        return IsTrue(thread, Compare(thread, op, left, right));
    }

    /// <summary>Whether two values are the same or equal: what containers ask.</summary>
    public static bool Equals(PyThread thread, PyValue left, PyValue right)
    {
        if (left.Is(right))
            return true;
        if (left.IsSmallInt && right.IsSmallInt)
            return false;
        if (left.IsFloat && right.IsFloat)
            return left.DoubleBits == right.DoubleBits;
        if (left.Ref is PyStr a && right.Ref is PyStr b
            && ReferenceEquals(a.Type, PyStr.TypeObject) && ReferenceEquals(b.Type, PyStr.TypeObject))
            return a.TextEquals(b);
        return CompareBool(thread, Equal, left, right);
    }

    /// <summary>Whether the left value is less: what sorting asks.</summary>
    public static bool IsLess(PyThread thread, PyValue left, PyValue right) =>
        left.IsSmallInt && right.IsSmallInt ? left.Bits < right.Bits : IsTrue(thread, Compare(thread, Less, left, right));

    /// <summary>The hash of a value; a TypeError where it has none.</summary>
    public static long Hash(PyThread thread, PyValue value)
    {
        if (value.Ref is PyStr text && ReferenceEquals(text.Type, PyStr.TypeObject))
            return text.Hash;
        var slot = value.Type.Slots.TpHash;
        if (slot == null)
            throw Unhashable(value);
        if (value.Ref is Tag)
            return slot(thread, value);
        if (!thread.EnterNative())
            thread.ThrowPending();
        try
        {
            return slot(thread, value);
        }
        finally
        {
            thread.Depth--;
        }
    }

    /// <summary>Whether a value has a hash, as far as its type tells.</summary>
    public static bool IsHashable(PyValue value) => value.Type.Slots.TpHash != null;

    /// <summary>The error for a value without a hash.</summary>
    public static PyException Unhashable(PyValue value) => Raise.TypeError($"unhashable type: '{value.Type.Name}'");

    private static PyValue CompareSlots(PyThread thread, ComparisonOperator op, PyValue left, PyValue right)
    {
        var leftSlot = left.Type.Slots.TpRichcompare;
        var rightSlot = right.Type.Slots.TpRichcompare;
        var isReversed = false;
        if (!ReferenceEquals(left.Type, right.Type) && rightSlot != null && right.Type.IsSubtypeOf(left.Type))
        {
            isReversed = true;
            var early = rightSlot(thread, right, left, Swapped(op));
            if (!IsNotImplemented(early))
                return early;
        }

        if (leftSlot != null)
        {
            var result = leftSlot(thread, left, right, op);
            if (!IsNotImplemented(result))
                return result;
        }

        if (!isReversed && rightSlot != null)
        {
            var result = rightSlot(thread, right, left, Swapped(op));
            if (!IsNotImplemented(result))
                return result;
        }

        return op switch
        {
            Equal => PyValue.FromBool(left.Is(right)),
            NotEqual => PyValue.FromBool(!left.Is(right)),
            _ => thread.Raise(Raise.TypeError(
                $"'{SymbolOf(op)}' not supported between instances of '{left.Type.Name}' and '{right.Type.Name}'")),
        };
    }
}
