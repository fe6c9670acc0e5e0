using System.Numerics;
using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>
/// What <c>id()</c> tells: a number that no two living values share. Objects are numbered when first asked, as if they
/// had addresses; inline values have the number that follows from their payload. An interpreter has one of these.
/// </summary>
internal sealed class ObjectIdentity
{
    private const long FirstAddress = 0x7F00_0000_0000;
    private const long Distance = 16;

    private readonly ConditionalWeakTable<PyObject, StrongBox<long>> _addresses = [];
    private long _next = FirstAddress;

    /// <summary>The identity of a value.</summary>
    public static PyValue Of(PyThread thread, PyValue value) => PyValue.FromInt(Number(thread, value));

    /// <summary>The identity as a repr shows it: 0x7f0000000010.</summary>
    public static string Address(PyThread thread, PyValue value) => "0x" + Number(thread, value).ToString("x").TrimStart('0');

    /// <summary>The hash of a value that is equal to itself alone.</summary>
    public static long Hash(PyValue value) =>
        value.Ref is Tag ? HashCode.Combine(value.Bits, RuntimeHelpers.GetHashCode(value.Ref)) : RuntimeHelpers.GetHashCode(value.Ref);

    // Objects' numbers are multiples of the distance; a kind in the lowest bits keeps inline values apart from them.
    private static BigInteger Number(PyThread thread, PyValue value)
    {
        var kind = value.IsSmallInt ? 1 : value.IsFloat ? 2 : value.IsBool ? 3 : 0;
        return kind == 0
            ? thread.Interpreter.GetState<ObjectIdentity>().AddressOf(value.Ref!)
            : ((BigInteger)unchecked((ulong)value.Bits) * Distance) + kind;
    }

    private long AddressOf(PyObject value) =>
        _addresses.GetValue(value, _ => new StrongBox<long>(Interlocked.Add(ref _next, Distance))).Value;
}
