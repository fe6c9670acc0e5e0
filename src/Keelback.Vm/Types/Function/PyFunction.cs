namespace Keelback.Vm;

/// <summary>A function made by def or lambda. Its getters stand beside.</summary>
public sealed partial class PyFunction : PyObject
{
    private InstanceAttributes _attributes;

    internal PyFunction(PyCode code, PyDict globals, PyDict builtins)
        : base(TypeObject)
    {
        Code = code;
        Globals = globals;
        Builtins = builtins;
        Name = code.Name;
        QualifiedName = code.QualifiedName;
        Doc = code.Doc;
        Module = globals.TryGetValue(Names.Name, out var module) ? module : PyValue.None;
    }

    /// <summary>The code; assigned anew only by <c>__code__</c> assignment.</summary>
    [PyField]
    internal partial PyCode Code { get; set; }

    /// <summary>The module's variables.</summary>
    [PyField]
    internal partial PyDict Globals { get; set; }

    /// <summary>The built-in names that the function sees.</summary>
    [PyField]
    internal partial PyDict Builtins { get; set; }

    [PyField]
    internal partial PyStr Name { get; set; }

    [PyField]
    internal partial PyStr QualifiedName { get; set; }

    /// <summary>The defaults of the last positional parameters, or null.</summary>
    [PyField]
    internal partial PyTuple? Defaults { get; set; }

    /// <summary>The defaults of keyword-only parameters, or null.</summary>
    [PyField]
    internal partial PyDict? KeywordDefaults { get; set; }

    /// <summary>The cells of the free variables, or null.</summary>
    [PyField]
    internal partial PyTuple? Closure { get; set; }

    [PyField]
    internal partial PyValue Doc { get; set; }

    [PyField]
    internal partial PyValue Module { get; set; }

    /// <summary>The annotations, once computed or assigned.</summary>
    [PyField]
    internal partial PyValue Annotations { get; set; }

    /// <summary>The function that computes the annotations (PEP 649), or missing.</summary>
    [PyField]
    internal partial PyValue Annotate { get; set; }

    [PyField]
    internal partial PyTuple? TypeParams { get; set; }

    /// <summary>A number that changes when code or defaults do; 0 until a cache asks for one.</summary>
    internal uint Version { get; private set; }

    internal override ref InstanceAttributes Attributes => ref _attributes;

    /// <summary>Gives the function a version, if it has none.</summary>
    internal uint AssignVersion()
    {
        if (Version == 0)
            Version = VersionTags.Next();
        return Version;
    }

    /// <summary>To be called when code, defaults or closure change.</summary>
    internal void Modified() => Version = 0;
}
