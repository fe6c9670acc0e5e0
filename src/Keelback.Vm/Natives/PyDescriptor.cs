using System.Diagnostics.CodeAnalysis;

namespace Keelback.Vm;

/// <summary>What the descriptors in a built-in type's dict have in common: their type, their name and its checks.</summary>
internal abstract partial class PyDescriptor : PyObject
{
    private protected PyDescriptor(PyType type, PyType owner, string name)
        : base(type)
    {
        Owner = owner;
        Name = name;
    }

    /// <summary>The type whose dict the descriptor was made for.</summary>
    [PyField]
    public partial PyType Owner { get; private set; }

    /// <summary>The attribute's name.</summary>
    public string Name { get; }

    /// <summary>The name with its class.</summary>
    public string QualifiedName => $"{Owner.QualifiedName}.{Name}";

    /// <summary>Throws where the descriptor is asked about an object that is no instance of its type.</summary>
    protected void CheckInstance(PyValue instance)
    {
        if (!ReferenceEquals(instance.Type, Owner) && !instance.Type.IsSubtypeOf(Owner))
            ThrowWrongInstance(instance);
    }

    /// <summary>How <c>pickle</c> finds a descriptor again: as an attribute of its class.</summary>
    protected PyValue Reduction(PyThread thread) =>
        PyTuple.From(thread.Interpreter.GetBuiltin(thread, "getattr"), PyTuple.From(Owner, PyStr.From(Name)));

    [DoesNotReturn]
    private void ThrowWrongInstance(PyValue instance) =>
        throw Raise.TypeError($"descriptor '{Name}' for '{Owner.Name}' objects doesn't apply to a '{instance.Type.Name}' object");
}
