using System.Numerics;
using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>
/// The type <c>int</c>: making ints of other values, and reading them from C#. Operators are in IntType.Arithmetic.cs and
/// IntType.Bits.cs, text in <see cref="IntText"/>.
/// </summary>
internal static partial class IntType
{
    /// <summary>Whether a value is an int: inline, large, a bool, or of a subclass.</summary>
    public static bool IsInt(PyValue value) => value.IsSmallInt || value.IsBool || value.Ref is PyInt;

    /// <summary>The number of an int that fits 64 bits; false for others and for what is no int.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryGetValue(PyValue value, out long number)
    {
        if (value.IsSmallInt || value.IsBool)
        {
            number = value.Bits;
            return true;
        }

        if (value.Ref is PyInt large)
            return large.TryGetInt64(out number);
        number = 0;
        return false;
    }

    /// <summary>The number of an int of any size; false for what is no int.</summary>
    public static bool TryGetBig(PyValue value, out BigInteger number)
    {
        if (value.IsSmallInt || value.IsBool)
        {
            number = value.Bits;
            return true;
        }

        if (value.Ref is PyInt large)
        {
            number = large.Value;
            return true;
        }

        number = default;
        return false;
    }

    /// <summary>The number of what is known to be an int.</summary>
    public static BigInteger BigOf(PyValue value) => value.Ref is PyInt large ? large.Value : value.Bits;

    /// <summary>What int() gives for one argument: exactly an int.</summary>
    public static PyValue FromValue(PyThread thread, PyValue value)
    {
        if (value.IsSmallInt)
            return value;
        if (ReferenceEquals(value.Type, TypeObject))
            return value;
        if (TryFromNumber(thread, value, out var number))
            return number;
        if (value.Ref is PyStr text)
            return PyValue.FromInt(IntText.Parse(thread, text, 10));
        if (BytesText.TryGet(thread, value, out var bytes))
            return PyValue.FromInt(IntText.Parse(thread, bytes, 10));
        throw Raise.TypeError(
            $"int() argument must be a string, a bytes-like object or a real number, not '{value.Type.Name}'");
    }

    /// <summary>An int of what has __int__ or __index__; false where it has neither.</summary>
    public static unsafe bool TryFromNumber(PyThread thread, PyValue value, out PyValue number)
    {
        number = default;
        if (value.IsFloat)
        {
            number = FloatType.ToInteger(value.DoubleBits);
            return true;
        }

        var slots = value.Type.Slots;
        if (slots.NbInt != null)
        {
            var result = thread.Checked(slots.NbInt(thread, value));
            if (!IsInt(result))
                throw Raise.TypeError($"__int__ returned non-int (type {result.Type.Name})");
            number = Exactly(result);
            return true;
        }

        if (slots.NbIndex == null)
            return false;
        number = Operators.Index(thread, value);
        return true;
    }

    /// <summary>An int as exactly an int: not a bool, not of a subclass.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PyValue Exactly(PyValue value) =>
        value.IsSmallInt || ReferenceEquals(value.Type, TypeObject) ? value : PyValue.FromInt(BigOf(value));

    private static partial PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var result = keywordNames is null && arguments.Length == 1
            ? FromValue(thread, arguments[0])
            : FromArguments(thread, arguments, keywordNames);
        return ReferenceEquals(cls, TypeObject) ? result : new PyIntSubclass(cls, BigOf(result));
    }

    private static PyValue FromArguments(PyThread thread, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        if (arguments.Length > 2)
            throw Raise.TypeError($"int expected at most 2 arguments, got {arguments.Length}");
        var positional = arguments.Length - (keywordNames?.Count ?? 0);
        var value = positional > 0 ? arguments[0] : default;
        var @base = positional > 1 ? arguments[1] : default;
        for (var i = positional; i < arguments.Length; i++)
        {
            var name = (PyStr)keywordNames![i - positional].Ref!;
            if (name.Value != "base")
                throw Raise.TypeError($"int() got an unexpected keyword argument '{name.Value}'");
            if (!@base.IsMissing)
                throw Raise.TypeError("argument for int() given by name ('base') and position (2)");
            @base = arguments[i];
        }

        if (value.IsMissing)
            return @base.IsMissing ? PyValue.FromInt(0) : throw Raise.TypeError("int() missing string argument");
        if (@base.IsMissing)
            return FromValue(thread, value);
        var radix = Operators.ToBigInteger(thread, @base);
        if (radix > 36 || radix.Sign < 0 || radix.IsOne)
            throw Raise.ValueError("int() base must be >= 2 and <= 36, or 0");
        return value.Ref switch
        {
            PyStr text => PyValue.FromInt(IntText.Parse(thread, text, (int)radix)),
            PyBytes or PyByteArray when BytesText.TryGet(thread, value, out var bytes) =>
                PyValue.FromInt(IntText.Parse(thread, bytes, (int)radix)),
            _ => throw Raise.TypeError("int() can't convert non-string with explicit base"),
        };
    }
}
