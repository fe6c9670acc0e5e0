using Keelback.Vm;

namespace Keelback.Modules;

/// <summary>An object of a native type that Python classes can derive from: it has room for their attributes.</summary>
internal abstract class ExtensibleObject(PyType type) : PyObject(type)
{
    private InstanceAttributes _attributes;

    internal override ref InstanceAttributes Attributes => ref _attributes;
}
