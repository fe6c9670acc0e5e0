using System.Runtime.CompilerServices;
using Keelback.Gc;

namespace Keelback.Vm;

/// <summary>
/// Any Python object that is not an inline value. It knows its Python type; where instances of a class have attributes
/// of their own (a user's class, a function, a module, a subclass of a built-in type), <see cref="Attributes"/> has them.
/// </summary>
public abstract class PyObject : ManagedObject
{
    private PyType _type;

    /// <summary>An object of a type.</summary>
    protected PyObject(PyType type)
    {
        _type = type;
    }

    /// <summary>The Python type; assigned anew only by <c>__class__</c> assignment.</summary>
    public PyType Type
    {
        get => _type;
        internal set => _type = value;
    }

    /// <summary>
    /// Where instance attributes and __slots__ values live; a null reference (see <see cref="HasAttributes"/>) in objects
    /// that can have none.
    /// </summary>
    internal virtual ref InstanceAttributes Attributes => ref Unsafe.NullRef<InstanceAttributes>();

    /// <summary>Whether the object has room for attributes of its own.</summary>
    internal bool HasAttributes => !Unsafe.IsNullRef(ref Attributes);

    /// <inheritdoc/>
    protected internal override void Traverse(ReferenceVisitor visitor)
    {
        visitor.Visit(_type);
        if (HasAttributes)
            Attributes.Traverse(visitor);
    }
}
