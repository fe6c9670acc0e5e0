namespace Keelback.Vm;

/// <summary>An instance of a Python subclass of float. Exact floats are inline values.</summary>
internal sealed class PyFloat(PyType type, double value) : PyObject(type)
{
    private InstanceAttributes _attributes;

    /// <summary>The number.</summary>
    public double Value => value;

    internal override ref InstanceAttributes Attributes => ref _attributes;
}
