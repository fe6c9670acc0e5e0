using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>
/// A Python value in two words. An int of 64 bits, a float and a bool are inline: <see cref="Ref"/> is the tag of the
/// kind and <see cref="Bits"/> the payload. Anything else is an object, with Bits 0. Without a Ref it is no value at
/// all: an unbound local, an exhausted iterator, a missing argument or an error that waits in the thread.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public readonly struct PyValue : IEquatable<PyValue>
{
    internal readonly PyObject? Ref;
    internal readonly long Bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal PyValue(PyObject? reference, long bits)
    {
        Ref = reference;
        Bits = bits;
    }

    /// <summary>The None object.</summary>
    public static PyValue None
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(PyNone.Instance, 0);
    }

    /// <summary>True.</summary>
    public static PyValue True => new(Tag.Bool, 1);

    /// <summary>False.</summary>
    public static PyValue False => new(Tag.Bool, 0);

    /// <summary>Whether this is no value.</summary>
    public bool IsMissing => Ref is null;

    /// <summary>Whether this is the None object.</summary>
    public bool IsNone => ReferenceEquals(Ref, PyNone.Instance);

    /// <summary>Whether this is True.</summary>
    public bool IsTrue => ReferenceEquals(Ref, Tag.Bool) && Bits != 0;

    /// <summary>Whether this is False.</summary>
    public bool IsFalse => ReferenceEquals(Ref, Tag.Bool) && Bits == 0;

    /// <summary>The Python type. Not to be asked of a missing value.</summary>
    public PyType Type
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Ref!.Type;
    }

    /// <summary>Whether this is an inline int: exactly of type int, and of 64 bits.</summary>
    internal bool IsSmallInt
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ReferenceEquals(Ref, Tag.Int);
    }

    /// <summary>Whether this is exactly a float.</summary>
    internal bool IsFloat
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ReferenceEquals(Ref, Tag.Float);
    }

    /// <summary>Whether this is True or False.</summary>
    internal bool IsBool
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ReferenceEquals(Ref, Tag.Bool);
    }

    /// <summary>The payload of an inline float.</summary>
    internal double DoubleBits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => BitConverter.Int64BitsToDouble(Bits);
    }

    /// <summary>An int.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PyValue FromInt(long value) => new(Tag.Int, value);

    /// <summary>An int of any size.</summary>
    public static PyValue FromInt(BigInteger value) =>
        value >= long.MinValue && value <= long.MaxValue ? FromInt((long)value) : new(new PyInt(value), 0);

    /// <summary>An int of any size, without a sign.</summary>
    public static PyValue FromInt(ulong value) => value <= long.MaxValue ? FromInt((long)value) : FromInt((BigInteger)value);

    /// <summary>A float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PyValue FromFloat(double value) => new(Tag.Float, BitConverter.DoubleToInt64Bits(value));

    /// <summary>True or False.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PyValue FromBool(bool value) => new(Tag.Bool, value ? 1 : 0);

    /// <summary>A str.</summary>
    public static PyValue FromString(string value) => new(PyStr.From(value), 0);

    /// <summary>An object; null is no value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static implicit operator PyValue(PyObject? value) => new(value, 0);

    /// <summary>Python's <c>is</c>: both words are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Is(PyValue other) => ReferenceEquals(Ref, other.Ref) && Bits == other.Bits;

    /// <summary>The object as a C# class, or null; inline values are no such object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal T? As<T>()
        where T : PyObject => Ref as T;

    /// <inheritdoc/>
    public bool Equals(PyValue other) => Is(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PyValue other && Is(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Ref is null ? 0 : RuntimeHelpers.GetHashCode(Ref), Bits);

    /// <summary>For debuggers: the type's name, and the payload of an inline value. Never runs Python code.</summary>
    public override string ToString() => Ref switch
    {
        null => "<missing>",
        Tag when IsFloat => DoubleBits.ToString("R"),
        Tag when IsBool => Bits != 0 ? "True" : "False",
        Tag => Bits.ToString(),
        PyStr text => text.Value,
        _ => $"<{Type.Name}>",
    };
}
