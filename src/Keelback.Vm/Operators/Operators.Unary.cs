namespace Keelback.Vm;

/// <summary>Operators of one operand.</summary>
internal static unsafe partial class Operators
{
    /// <summary>The operand with its sign changed; no value where an error is pending.</summary>
    public static PyValue TryNegative(PyThread thread, PyValue operand) =>
        operand.Type.Slots.NbNegative != null
            ? operand.Type.Slots.NbNegative(thread, operand)
            : BadOperand(thread, "unary -", operand);

    /// <summary>The operand with its sign changed.</summary>
    public static PyValue Negative(PyThread thread, PyValue operand) => thread.Checked(TryNegative(thread, operand));

    /// <summary>The operand as a number; no value where an error is pending.</summary>
    public static PyValue TryPositive(PyThread thread, PyValue operand) =>
        operand.Type.Slots.NbPositive != null
            ? operand.Type.Slots.NbPositive(thread, operand)
            : BadOperand(thread, "unary +", operand);

    /// <summary>The operand as a number.</summary>
    public static PyValue Positive(PyThread thread, PyValue operand) => thread.Checked(TryPositive(thread, operand));

    /// <summary>The operand with every bit turned over; no value where an error is pending.</summary>
    public static PyValue TryInvert(PyThread thread, PyValue operand) =>
        operand.Type.Slots.NbInvert != null
            ? operand.Type.Slots.NbInvert(thread, operand)
            : BadOperand(thread, "unary ~", operand);

    /// <summary>The operand with every bit turned over.</summary>
    public static PyValue Invert(PyThread thread, PyValue operand) => thread.Checked(TryInvert(thread, operand));

    /// <summary>The absolute value; no value where an error is pending.</summary>
    public static PyValue TryAbsolute(PyThread thread, PyValue operand) =>
        operand.Type.Slots.NbAbsolute != null
            ? operand.Type.Slots.NbAbsolute(thread, operand)
            : BadOperand(thread, "abs()", operand);

    /// <summary>The absolute value.</summary>
    public static PyValue Absolute(PyThread thread, PyValue operand) => thread.Checked(TryAbsolute(thread, operand));

    /// <summary>Whether the value counts as false.</summary>
    public static bool Not(PyThread thread, PyValue operand) => !IsTrue(thread, operand);

    /// <summary>Whether the value counts as true.</summary>
    public static bool IsTrue(PyThread thread, PyValue value)
    {
        if (value.IsBool || value.IsSmallInt)
            return value.Bits != 0;
        if (value.IsNone)
            return false;
        var slots = value.Type.Slots;
        if (slots.NbBool != null)
            return slots.NbBool(thread, value);
        if (slots.MpLength != null)
            return slots.MpLength(thread, value) != 0;
        return slots.SqLength == null || slots.SqLength(thread, value) != 0;
    }

    private static PyValue BadOperand(PyThread thread, string symbol, PyValue operand) =>
        thread.Raise(Raise.TypeError($"bad operand type for {symbol}: '{operand.Type.Name}'"));
}
