namespace Keelback.Vm;

/// <summary>A module written in C#: what it is made from. Each interpreter makes its own module object of it.</summary>
internal sealed unsafe class ModuleDefinition
{
    /// <summary>The full name.</summary>
    public required string Name { get; init; }

    /// <summary>The docstring; null for none.</summary>
    public string? Doc { get; init; }

    /// <summary>Adds functions and constants.</summary>
    public required delegate*<ModuleMembers, void> Populate { get; init; }

    /// <summary>Adds what needs a running interpreter: types, state, computed values. May be null.</summary>
    public delegate*<PyThread, PyModule, void> Initialize { get; init; }

    /// <summary>Makes the module object.</summary>
    public PyModule Create(PyThread thread)
    {
        var module = new PyModule(PyStr.Intern(Name));
        Fill(thread, module);
        return module;
    }

    /// <summary>Puts everything into a module object that exists already.</summary>
    public void Fill(PyThread thread, PyModule module)
    {
        if (Doc is not null)
            module.Add("__doc__", PyStr.From(Doc));
        Populate(new ModuleMembers(module, PyStr.Intern(Name)));
        if (Initialize != null)
            Initialize(thread, module);
    }
}

/// <summary>Receives the functions and constants of a module and puts them into its dict.</summary>
internal sealed class ModuleMembers(PyModule module, PyStr name)
{
    /// <summary>The module being filled.</summary>
    public PyModule Module => module;

    /// <summary>Adds a function.</summary>
    public void AddFunction(NativeFunction function) => module.Add(function.Name, new PyBuiltinFunction(function, module, name));

    /// <summary>Adds a constant.</summary>
    public void AddConstant(string constant, PyValue value) => module.Add(constant, value);
}
