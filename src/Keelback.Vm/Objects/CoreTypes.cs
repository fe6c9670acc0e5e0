namespace Keelback.Vm;

/// <summary>The two types on which all others stand.</summary>
internal static class CoreTypes
{
    static CoreTypes()
    {
        (Object, Type) = PyType.CreateRoots(ObjectType.TypeDefinition, PyType.TypeDefinition);
    }

    /// <summary>The type <c>object</c>.</summary>
    public static PyType Object { get; }

    /// <summary>The type <c>type</c>.</summary>
    public static PyType Type { get; }
}
