using System.Numerics;

namespace Keelback.Vm;

/// <summary>
/// An int that is an object: one beyond 64 bits, or an instance of a Python subclass of int, whose value has any size.
/// What ints do is in <see cref="IntType"/>, for inline and for large ones.
/// </summary>
internal class PyInt : PyObject
{
    public PyInt(BigInteger value)
        : base(IntType.TypeObject)
    {
        Value = value;
    }

    private protected PyInt(PyType type, BigInteger value)
        : base(type)
    {
        Value = value;
    }

    /// <summary>The number.</summary>
    public BigInteger Value { get; }

    /// <summary>The number, where it fits 64 bits; only a subclass's can.</summary>
    public virtual bool TryGetInt64(out long value)
    {
        value = 0;
        return false;
    }
}

/// <summary>An instance of a Python subclass of int.</summary>
internal sealed class PyIntSubclass(PyType type, BigInteger value) : PyInt(type, value)
{
    private readonly bool _isSmall = value >= long.MinValue && value <= long.MaxValue;
    private InstanceAttributes _attributes;

    internal override ref InstanceAttributes Attributes => ref _attributes;

    public override bool TryGetInt64(out long value)
    {
        value = _isSmall ? (long)Value : 0;
        return _isSmall;
    }
}
