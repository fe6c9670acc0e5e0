namespace Keelback.Vm;

/// <summary>
/// What stands in the slots of classes made by Python code: it looks the special method up on the type and calls it,
/// by the rules of CPython. Those that follow from the slot's shape are generated; operators and conversions are here.
/// </summary>
internal static unsafe partial class SlotThunks
{
    public static partial PyValue NbPower(PyThread thread, PyValue left, PyValue right, PyValue third)
    {
        var isLeft = (nint)left.Type.Slots.NbPower == NbPowerAddress;
        var isRight = (nint)right.Type.Slots.NbPower == NbPowerAddress;
        if (third.IsNone)
            return Binary(thread, left, right, isLeft, isRight, Dunders.Pow, Dunders.Rpow);
        if (isLeft)
        {
            var method = left.Type.Lookup(Dunders.Pow);
            var result = method.IsMissing ? PyNotImplemented.Instance : thread.InvokeSpecial(left, method, [right, third]);
            if (!Operators.IsNotImplemented(result))
                return result;
        }

        if (isRight && right.Type.Lookup(Dunders.Rpow) is { IsMissing: false } reflected)
            return thread.InvokeSpecial(right, reflected, [left, third]);
        return PyNotImplemented.Instance;
    }

    public static partial PyValue NbInplacePower(PyThread thread, PyValue left, PyValue right, PyValue third) =>
        SpecialMethod.Call(thread, left, Dunders.Ipow, right);

    public static partial bool NbBool(PyThread thread, PyValue self)
    {
        var method = self.Type.Lookup(Dunders.Bool);
        if (method.IsMissing)
            return MpLength(thread, self) != 0;
        var result = thread.Checked(thread.InvokeSpecial(self, method, []));
        if (!result.IsBool)
            throw Raise.TypeError($"__bool__ should return bool, returned {result.Type.Name}");
        return result.IsTrue;
    }

    public static partial PyValue TpRichcompare(PyThread thread, PyValue left, PyValue right, Bytecode.ComparisonOperator op) =>
        SpecialMethod.CallOrNotImplemented(thread, left, SlotTable.ComparisonName(op), right);

    public static partial long TpHash(PyThread thread, PyValue self)
    {
        var method = self.Type.Lookup(Dunders.Hash);
        if (method.IsMissing || method.IsNone)
            throw Operators.Unhashable(self);
        var result = thread.Checked(thread.InvokeSpecial(self, method, []));
        if (result.IsSmallInt || result.IsBool)
            return result.Bits == -1 ? -2 : result.Bits;
        if (result.Ref is not PyInt)
            throw Raise.TypeError("__hash__ method should return an integer");
        return Operators.Hash(thread, result);
    }

    // The right operand goes first where its class derives from the left one's and brings a method of its own.
    private static PyValue Binary(
        PyThread thread, PyValue left, PyValue right, bool isLeft, bool isRight, PyStr name, PyStr reflected)
    {
        var asksRight = isRight && !ReferenceEquals(left.Type, right.Type);
        if (isLeft)
        {
            if (asksRight && right.Type.IsSubtypeOf(left.Type) && IsOverridden(left.Type, right.Type, reflected))
            {
                var early = SpecialMethod.CallOrNotImplemented(thread, right, reflected, left);
                if (!Operators.IsNotImplemented(early))
                    return early;
                asksRight = false;
            }

            var result = SpecialMethod.CallOrNotImplemented(thread, left, name, right);
            if (!Operators.IsNotImplemented(result) || ReferenceEquals(left.Type, right.Type))
                return result;
        }

        return asksRight ? SpecialMethod.CallOrNotImplemented(thread, right, reflected, left) : PyNotImplemented.Instance;
    }

    private static bool IsOverridden(PyType left, PyType right, PyStr name)
    {
        var own = right.Lookup(name);
        return !own.IsMissing && !own.Is(left.Lookup(name));
    }
}
