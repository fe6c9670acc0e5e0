namespace Keelback.Vm;

/// <summary>Containers and iteration.</summary>
internal static unsafe partial class SlotThunks
{
    public static partial long MpLength(PyThread thread, PyValue self) => Length(thread, self);

    public static partial long SqLength(PyThread thread, PyValue self) => Length(thread, self);

    public static partial void MpAssSubscript(PyThread thread, PyValue self, PyValue key, PyValue value) =>
        SetItem(thread, self, key, value);

    public static partial void SqAssItem(PyThread thread, PyValue self, long index, PyValue value) =>
        SetItem(thread, self, PyValue.FromInt(index), value);

    public static partial PyValue SqItem(PyThread thread, PyValue self, long index) =>
        SpecialMethod.Call(thread, self, Dunders.Getitem, PyValue.FromInt(index));

    public static partial bool SqContains(PyThread thread, PyValue self, PyValue item)
    {
        var method = self.Type.Lookup(Dunders.Contains);
        if (method.IsMissing)
            return Operators.ContainsByIteration(thread, self, item);
        if (method.IsNone)
            throw Raise.TypeError($"'{self.Type.Name}' object is not a container");
        return Operators.IsTrue(thread, thread.Checked(thread.InvokeSpecial(self, method, [item])));
    }

    public static partial PyValue TpIter(PyThread thread, PyValue self)
    {
        var method = self.Type.Lookup(Dunders.Iter);
        if (method.IsMissing && !self.Type.Lookup(Dunders.Getitem).IsMissing)
            return new PySequenceIterator(self);
        if (method.IsMissing || method.IsNone)
            return thread.Raise(Raise.TypeError($"'{self.Type.Name}' object is not iterable"));
        return thread.InvokeSpecial(self, method, []);
    }

    public static partial PyValue TpIternext(PyThread thread, PyValue self)
    {
        var result = SpecialMethod.Call(thread, self, Dunders.Next);
        if (result.IsMissing)
            Operators.ClearStopIteration(thread);
        return result;
    }

    private static long Length(PyThread thread, PyValue self)
    {
        var result = thread.Checked(SpecialMethod.Call(thread, self, Dunders.Len));
        var number = Operators.TryIndex(thread, result);
        if (number.IsMissing)
            thread.ThrowPending();
        if (Operators.IsNegative(number))
            throw Raise.ValueError("__len__() should return >= 0");
        return Operators.ToIndex(thread, number, Raise.OverflowError);
    }

    private static void SetItem(PyThread thread, PyValue self, PyValue key, PyValue value) =>
        thread.Checked(value.IsMissing
            ? SpecialMethod.Call(thread, self, Dunders.Delitem, key)
            : SpecialMethod.Call(thread, self, Dunders.Setitem, key, value));
}
