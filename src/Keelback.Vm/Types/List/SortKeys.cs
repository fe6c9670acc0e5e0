using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>What all keys of a sort have in common.</summary>
internal enum SortKeyKind
{
    General,
    Int,
    Float,
    Str,
    Tuple,
}

/// <summary>An order of keys: what a sort asks.</summary>
internal interface IKeyOrder<in TKey>
{
    bool IsLess(TKey left, TKey right);
}

/// <summary>Looks at the keys of a sort before it starts.</summary>
internal static class SortKeys
{
    /// <summary>The kind that all keys are of.</summary>
    public static SortKeyKind KindOf(ReadOnlySpan<PyValue> keys)
    {
        var kind = KindOf(keys[0]);
        if (kind == SortKeyKind.General)
            return kind;
        foreach (var key in keys[1..])
        {
            if (KindOf(key) != kind)
                return SortKeyKind.General;
        }

        return kind;
    }

    /// <summary>The payloads of ints.</summary>
    public static long[] ToInt64(ReadOnlySpan<PyValue> keys)
    {
        var numbers = new long[keys.Length];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = keys[i].Bits;
        return numbers;
    }

    /// <summary>The payloads of floats.</summary>
    public static double[] ToDouble(ReadOnlySpan<PyValue> keys)
    {
        var numbers = new double[keys.Length];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = keys[i].DoubleBits;
        return numbers;
    }

    private static SortKeyKind KindOf(PyValue key)
    {
        if (key.IsSmallInt)
            return SortKeyKind.Int;
        if (key.IsFloat)
            return SortKeyKind.Float;
        if (key.Ref!.GetType() == typeof(PyStr))
            return SortKeyKind.Str;
        return key.Ref.GetType() == typeof(PyTuple) && Unsafe.As<PyTuple>(key.Ref).Count > 0 ? SortKeyKind.Tuple : SortKeyKind.General;
    }
}

/// <summary>Ints of 64 bits.</summary>
internal readonly struct Int64Order : IKeyOrder<long>
{
    public bool IsLess(long left, long right) => left < right;
}

/// <summary>Floats; a NaN is less than nothing, and nothing is less than it.</summary>
internal readonly struct DoubleOrder : IKeyOrder<double>
{
    public bool IsLess(double left, double right) => left < right;
}

/// <summary>Texts, by code points.</summary>
internal readonly struct StrOrder : IKeyOrder<PyValue>
{
    public bool IsLess(PyValue left, PyValue right)
    {
        var (a, b) = (Unsafe.As<PyStr>(left.Ref!), Unsafe.As<PyStr>(right.Ref!));
        if (a.WideCodePoints is null && b.WideCodePoints is null)
            return string.CompareOrdinal(a.Value, b.Value) < 0;
        var length = Math.Min(a.Length, b.Length);
        for (var i = 0; i < length; i++)
        {
            if (a[i] != b[i])
                return a[i] < b[i];
        }

        return a.Length < b.Length;
    }
}

/// <summary>Tuples, none of them empty: mostly their first items decide.</summary>
internal readonly struct TupleOrder(PyThread thread) : IKeyOrder<PyValue>
{
    public bool IsLess(PyValue left, PyValue right)
    {
        var (a, b) = (Unsafe.As<PyTuple>(left.Ref!).Items, Unsafe.As<PyTuple>(right.Ref!).Items);
        for (var i = 0; i < a.Length && i < b.Length; i++)
        {
            if (!Operators.Equals(thread, a[i], b[i]))
                return Operators.IsLess(thread, a[i], b[i]);
        }

        return a.Length < b.Length;
    }
}

/// <summary>Anything, by its own <c>&lt;</c>.</summary>
internal readonly struct GeneralOrder(PyThread thread) : IKeyOrder<PyValue>
{
    public bool IsLess(PyValue left, PyValue right) => Operators.IsLess(thread, left, right);
}
