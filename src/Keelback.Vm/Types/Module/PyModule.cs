namespace Keelback.Vm;

/// <summary>A module: its dict, and the state that a native module keeps for this interpreter.</summary>
public sealed partial class PyModule : PyObject
{
    private InstanceAttributes _attributes;

    internal PyModule(PyStr name, PyType? type = null)
        : base(type ?? TypeObject)
    {
        _attributes.ToDict();
        Dict[Names.Name] = name;
        Dict[Names.Doc] = PyValue.None;
        Dict[Names.Package] = PyValue.None;
        Dict[Names.Loader] = PyValue.None;
        Dict[Names.Spec] = PyValue.None;
    }

    /// <summary>The module's variables.</summary>
    internal PyDict Dict => _attributes.Dict!;

    /// <summary>What a native module remembers; any C# object.</summary>
    internal object? State { get; set; }

    internal override ref InstanceAttributes Attributes => ref _attributes;

    /// <summary>Stores a variable.</summary>
    internal void Add(string name, PyValue value) => Dict[PyStr.Intern(name)] = value;
}
