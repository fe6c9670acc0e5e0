namespace Keelback.Vm;

// The attributes by which C# classes declare modules and types for Python. The generator of natives reads them; nothing
// looks at them at run time.

/// <summary>A static partial class that is a module: its functions and constants are the members with attributes.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PyModuleAttribute(string name) : Attribute
{
    /// <summary>The module's full name.</summary>
    public string Name => name;

    /// <summary>The docstring.</summary>
    public string? Doc { get; init; }
}

/// <summary>A function of the module, with its Python signature: <c>isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0)</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PyFunctionAttribute(string signature) : Attribute
{
    /// <summary>The signature, name first.</summary>
    public string Signature => signature;

    /// <summary>The docstring.</summary>
    public string? Doc { get; init; }
}

/// <summary>A constant of the module: a constant, a static read-only field or a static property.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
internal sealed class PyConstantAttribute(string name) : Attribute
{
    /// <summary>The name in Python.</summary>
    public string Name => name;
}

/// <summary>A partial class that implements a Python type, with the type's full name: <c>collections.deque</c>.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PyTypeAttribute(string name) : Attribute
{
    /// <summary>The full name; without a dot it is of builtins.</summary>
    public string Name => name;

    /// <summary>The docstring.</summary>
    public string? Doc { get; init; }

    /// <summary>The class that implements the base; object where it is absent.</summary>
    public Type? Base { get; init; }

    /// <summary>What is true of the type.</summary>
    public TypeFlags Flags { get; init; }
}

/// <summary>The constructor, <c>__new__</c>, with its signature: the method takes the thread, the class and the parameters.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PyNewAttribute(string signature) : Attribute
{
    /// <summary>The signature.</summary>
    public string Signature => signature;
}

/// <summary>The initialiser, <c>__init__</c>, with its signature.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PyInitAttribute(string signature) : Attribute
{
    /// <summary>The signature.</summary>
    public string Signature => signature;
}

/// <summary>The method that fills a type slot, named as in spec/slots.yaml.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class PySlotAttribute(string slot) : Attribute
{
    /// <summary>The slot.</summary>
    public string Slot => slot;
}

/// <summary>A method, with its signature: <c>append($self, object, /)</c>.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class PyMethodAttribute(string signature) : Attribute
{
    /// <summary>The signature, name first.</summary>
    public string Signature => signature;

    /// <summary>The docstring.</summary>
    public string? Doc { get; init; }

    /// <summary>Whether it is a class method.</summary>
    public bool ClassMethod { get; init; }

    /// <summary>Whether it is a static method.</summary>
    public bool StaticMethod { get; init; }
}

/// <summary>The method that computes an attribute.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PyGetterAttribute(string name) : Attribute
{
    /// <summary>The attribute's name.</summary>
    public string Name => name;

    /// <summary>The docstring.</summary>
    public string? Doc { get; init; }

    /// <summary>Whether CPython keeps the attribute in the object's structure, which shows in its descriptor's type.</summary>
    public bool Member { get; init; }
}

/// <summary>The method that stores or, with a missing value, deletes an attribute that has a [PyGetter].</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PySetterAttribute(string name) : Attribute
{
    /// <summary>The attribute's name.</summary>
    public string Name => name;
}
