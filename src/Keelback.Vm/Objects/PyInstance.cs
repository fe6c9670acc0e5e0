namespace Keelback.Vm;

/// <summary>An instance of <c>object</c> itself, or of a class that has no other built-in base.</summary>
internal sealed class PyInstance : PyObject
{
    private InstanceAttributes _attributes;

    public PyInstance(PyType type)
        : base(type)
    {
        if (type.RootShape is { } root)
            _attributes.Start(root);
    }

    /// <summary>The attributes, without the virtual call.</summary>
    public ref InstanceAttributes OwnAttributes => ref _attributes;

    internal override ref InstanceAttributes Attributes => ref _attributes;
}
