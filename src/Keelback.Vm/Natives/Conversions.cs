using System.Numerics;
using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>
/// Conversions between Python values and the C# types that native functions declare. What fits is converted inline;
/// everything else goes through the protocols and has CPython's error texts.
/// </summary>
internal static class Conversions
{
    /// <summary>A C long: an int, or what has __index__.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ToInt64(PyThread thread, PyValue value) =>
        value.IsSmallInt ? value.Bits : ToInt64Slow(thread, value, "Python int too large to convert to C long");

    /// <summary>A C int.</summary>
    public static int ToInt32(PyThread thread, PyValue value)
    {
        var wide = value.IsSmallInt ? value.Bits : ToInt64Slow(thread, value, "Python int too large to convert to C int");
        return wide is >= int.MinValue and <= int.MaxValue
            ? (int)wide
            : throw Raise.OverflowError("Python int too large to convert to C int");
    }

    /// <summary>A C ssize_t: a count or an offset.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ToSize(PyThread thread, PyValue value) =>
        value.IsSmallInt ? value.Bits : ToInt64Slow(thread, value, "Python int too large to convert to C ssize_t");

    /// <summary>A bound of a slice: beyond 64 bits it becomes the nearest that fits.</summary>
    public static long ToIndex(PyThread thread, PyValue value)
    {
        if (value.IsSmallInt)
            return value.Bits;
        if (value.Type.Slots.HasIndex)
        {
            var wide = Operators.ToBigInteger(thread, value);
            return wide > long.MaxValue ? long.MaxValue : wide < long.MinValue ? long.MinValue : (long)wide;
        }

        throw Raise.TypeError("slice indices must be integers or have an __index__ method");
    }

    /// <summary>A C double: a float, or what has __float__ or __index__.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double ToDouble(PyThread thread, PyValue value) =>
        value.IsFloat ? value.DoubleBits : Operators.ToDouble(thread, value);

    /// <summary>Whether the value counts as true.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool ToBool(PyThread thread, PyValue value) =>
        value.IsBool ? value.Bits != 0 : Operators.IsTrue(thread, value);

    /// <summary>An int of any size: an int, or what has __index__.</summary>
    public static BigInteger ToBigInteger(PyThread thread, PyValue value) =>
        value.IsSmallInt ? value.Bits : Operators.ToBigInteger(thread, value);

    /// <summary>A str.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PyStr ToStr(PyValue value, string place) =>
        value.Ref as PyStr ?? throw ArgumentErrors.WrongType(place, "str", value);

    /// <summary>A str, or null for None.</summary>
    public static PyStr? ToStrOrNone(PyValue value, string place) =>
        value.IsNone || value.IsMissing ? null : value.Ref as PyStr ?? throw ArgumentErrors.WrongType(place, "str or None", value);

    /// <summary>An instance of a built-in type or of a subclass.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T ToObject<T>(PyValue value, PyType type, string place)
        where T : PyObject => value.Ref as T ?? throw ArgumentErrors.WrongType(place, type.Name, value);

    /// <summary>An instance of a built-in type or of a subclass, or null for None.</summary>
    public static T? ToObjectOrNone<T>(PyValue value, PyType type, string place)
        where T : PyObject =>
        value.IsNone || value.IsMissing ? null : value.Ref as T ?? throw ArgumentErrors.WrongType(place, type.Name + " or None", value);

    /// <summary>A str, or None for null.</summary>
    public static PyValue FromStringOrNone(string? value) => value is null ? PyValue.None : PyValue.FromString(value);

    /// <summary>The object, or None for null.</summary>
    public static PyValue FromObjectOrNone(PyObject? value) => value ?? PyValue.None;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long ToInt64Slow(PyThread thread, PyValue value, string overflow)
    {
        if (value.IsBool)
            return value.Bits;
        var wide = Operators.ToBigInteger(thread, value);
        return wide >= long.MinValue && wide <= long.MaxValue ? (long)wide : throw Raise.OverflowError(overflow);
    }
}
