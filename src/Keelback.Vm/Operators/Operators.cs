using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>
/// The protocols of the data model: what the interpreter and native code do with values whose type they do not know.
/// Most come in two forms: one throws PyException; the one called Try... gives a missing value with the exception pending
/// instead (its slot may still throw). Binary and in-place operators are generated; here is what they have in common.
/// </summary>
internal static unsafe partial class Operators
{
    /// <summary>Whether an operator's slot has declined.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNotImplemented(PyValue value) => ReferenceEquals(value.Ref, PyNotImplemented.Instance);

    /// <summary>Whether a value can be called.</summary>
    public static bool IsCallable(PyValue value) => value.Type.Slots.TpCall != null;

    /// <summary>Applies the operator that BINARY_OP's oparg names.</summary>
    public static PyValue Binary(PyThread thread, Bytecode.BinaryOperator op, PyValue left, PyValue right) =>
        thread.Checked(TryBinary(thread, op, left, right));

    /// <summary>A power; no value where an error is pending.</summary>
    public static partial PyValue TryPow(PyThread thread, PyValue left, PyValue right) =>
        TryPower(thread, left, right, PyValue.None);

    /// <summary>A power in place; no value where an error is pending.</summary>
    public static partial PyValue TryInPlacePow(PyThread thread, PyValue left, PyValue right)
    {
        if (left.Type.Slots.NbInplacePower != null)
        {
            var result = left.Type.Slots.NbInplacePower(thread, left, right, PyValue.None);
            if (!IsNotImplemented(result))
                return result;
        }

        var power = TernarySlots(thread, left, right, PyValue.None);
        return IsNotImplemented(power) ? UnsupportedOperands(thread, "**=", left, right) : power;
    }

    /// <summary>A power, modulo a third value that is not None; no value where an error is pending.</summary>
    public static PyValue TryPower(PyThread thread, PyValue @base, PyValue exponent, PyValue modulus)
    {
        var result = TernarySlots(thread, @base, exponent, modulus);
        if (!IsNotImplemented(result))
            return result;
        if (modulus.IsNone)
            return UnsupportedOperands(thread, "** or pow()", @base, exponent);
        return thread.Raise(Raise.TypeError(
            $"unsupported operand type(s) for ** or pow(): '{@base.Type.Name}', '{exponent.Type.Name}', '{modulus.Type.Name}'"));
    }

    /// <summary>A power, modulo a third value that is not None.</summary>
    public static PyValue Power(PyThread thread, PyValue @base, PyValue exponent, PyValue modulus) =>
        thread.Checked(TryPower(thread, @base, exponent, modulus));

    /// <summary>Quotient and remainder; no value where an error is pending.</summary>
    public static PyValue TryDivmod(PyThread thread, PyValue left, PyValue right)
    {
        var result = BinarySlots(thread, left, right, left.Type.Slots.NbDivmod, right.Type.Slots.NbDivmod);
        return IsNotImplemented(result) ? UnsupportedOperands(thread, "divmod()", left, right) : result;
    }

    /// <summary>Quotient and remainder.</summary>
    public static PyValue Divmod(PyThread thread, PyValue left, PyValue right) =>
        thread.Checked(TryDivmod(thread, left, right));

    // The left operand's slot is asked first, unless the right one's type derives from the left one's.
    private static PyValue BinarySlots(
        PyThread thread,
        PyValue left,
        PyValue right,
        delegate*<PyThread, PyValue, PyValue, PyValue> leftSlot,
        delegate*<PyThread, PyValue, PyValue, PyValue> rightSlot)
    {
        if ((nint)rightSlot == (nint)leftSlot || ReferenceEquals(left.Type, right.Type))
            rightSlot = null;
        if (leftSlot != null)
        {
            PyValue result;
            if (rightSlot != null && right.Type.IsSubtypeOf(left.Type))
            {
                result = rightSlot(thread, left, right);
                if (!IsNotImplemented(result))
                    return result;
                rightSlot = null;
            }

            result = leftSlot(thread, left, right);
            if (!IsNotImplemented(result))
                return result;
        }

        return rightSlot != null ? rightSlot(thread, left, right) : PyNotImplemented.Instance;
    }

    private static PyValue InPlaceSlots(
        PyThread thread,
        PyValue left,
        PyValue right,
        delegate*<PyThread, PyValue, PyValue, PyValue> inPlaceSlot,
        delegate*<PyThread, PyValue, PyValue, PyValue> leftSlot,
        delegate*<PyThread, PyValue, PyValue, PyValue> rightSlot)
    {
        if (inPlaceSlot != null)
        {
            var result = inPlaceSlot(thread, left, right);
            if (!IsNotImplemented(result))
                return result;
        }

        return BinarySlots(thread, left, right, leftSlot, rightSlot);
    }

    private static PyValue TernarySlots(PyThread thread, PyValue left, PyValue right, PyValue third)
    {
        var leftSlot = left.Type.Slots.NbPower;
        var rightSlot = right.Type.Slots.NbPower;
        if ((nint)rightSlot == (nint)leftSlot || ReferenceEquals(left.Type, right.Type))
            rightSlot = null;
        var result = (PyValue)PyNotImplemented.Instance;
        if (leftSlot != null && rightSlot != null && right.Type.IsSubtypeOf(left.Type))
        {
            result = rightSlot(thread, left, right, third);
            rightSlot = null;
        }

        if (IsNotImplemented(result) && leftSlot != null)
            result = leftSlot(thread, left, right, third);
        if (IsNotImplemented(result) && rightSlot != null)
            result = rightSlot(thread, left, right, third);
        if (!IsNotImplemented(result) || third.IsNone)
            return result;
        var thirdSlot = third.Type.Slots.NbPower;
        return thirdSlot == null || (nint)thirdSlot == (nint)leftSlot || (nint)thirdSlot == (nint)right.Type.Slots.NbPower
            ? result
            : thirdSlot(thread, left, right, third);
    }

    private static PyValue RepeatSequence(
        PyThread thread, delegate*<PyThread, PyValue, long, PyValue> repeat, PyValue sequence, PyValue count)
    {
        if (!IsIndex(count))
            return thread.Raise(Raise.TypeError($"can't multiply sequence by non-int of type '{count.Type.Name}'"));
        return repeat(thread, sequence, ToIndex(thread, count, Raise.OverflowError));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PyValue UnsupportedOperands(PyThread thread, string symbol, PyValue left, PyValue right)
    {
        var hint = symbol == ">>" && left.Ref is PyBuiltinFunction { Name: "print" }
            ? ". Did you mean \"print(<message>, file=<output_stream>)\"?"
            : "";
        return thread.Raise(Raise.TypeError(
            $"unsupported operand type(s) for {symbol}: '{left.Type.Name}' and '{right.Type.Name}'{hint}"));
    }
}
