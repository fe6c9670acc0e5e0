namespace Keelback.Vm;

/// <summary>
/// Describes a tuple with named items, such as sys.version_info or os.stat_result. The Python type is made for each
/// interpreter when it is first needed.
/// </summary>
internal sealed class StructureType(string fullName, string doc, string[] names)
{
    /// <summary>Items after the visible ones: they have names, but are no part of the tuple.</summary>
    public string[] HiddenNames { get; init; } = [];

    /// <summary>How many of the names, from the first, must be given where the type is called.</summary>
    public int RequiredCount { get; init; } = names.Length;

    /// <summary>All names, the hidden ones last.</summary>
    public IReadOnlyList<string> Names { get; } = names;

    /// <summary>A new instance of this structure in the present interpreter.</summary>
    public PyValue Create(params ReadOnlySpan<PyValue> values) =>
        new PyStructure(TypeIn(PyThread.Current), values[..Names.Count].ToArray(), values[Names.Count..].ToArray());

    /// <summary>The Python type in the thread's interpreter.</summary>
    public PyType TypeIn(PyThread thread) => thread.Interpreter.GetState<StructureTypes>().Get(thread, this);

    private PyType Make(PyThread thread)
    {
        var dot = fullName.LastIndexOf('.');
        var body = new PyDict();
        body[Vm.Names.Module] = PyStr.Intern(fullName[..dot]);
        body[Vm.Names.Doc] = PyStr.From(doc);
        body[PyStr.Intern("n_fields")] = PyValue.FromInt(Names.Count + HiddenNames.Length);
        body[PyStr.Intern("n_sequence_fields")] = PyValue.FromInt(Names.Count);
        body[PyStr.Intern("n_unnamed_fields")] = PyValue.FromInt(0);
        body[Vm.Names.MatchArgs] = PyTuple.Own([.. Names.Select(name => (PyValue)PyStr.Intern(name))]);
        body[Vm.Names.Slots] = PyTuple.Empty;
        var type = PyType.CreateHeap(
            thread, CoreTypes.Type, PyStr.Intern(fullName[(dot + 1)..]), PyTuple.From(PyStructure.TypeObject), body);
        for (var i = 0; i < Names.Count + HiddenNames.Length; i++)
        {
            var name = i < Names.Count ? Names[i] : HiddenNames[i - Names.Count];
            type.SetOwnAttribute(PyStr.Intern(name), new PyStructureField(i, Names.Count));
        }

        return type;
    }

    private sealed class StructureTypes
    {
        private readonly Dictionary<StructureType, PyType> _made = [];

        public PyType Get(PyThread thread, StructureType structure)
        {
            if (!_made.TryGetValue(structure, out var type))
            {
                type = structure.Make(thread);
                _made[structure] = type;
                thread.Interpreter.GetState<StructuresByType>().Add(type, structure);
            }

            return type;
        }
    }
}

/// <summary>Finds a structure's description by its Python type.</summary>
internal sealed class StructuresByType
{
    private readonly Dictionary<PyType, StructureType> _structures = new(ReferenceEqualityComparer.Instance);

    public void Add(PyType type, StructureType structure) => _structures[type] = structure;

    public StructureType? Find(PyType type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.Base)
        {
            if (_structures.TryGetValue(candidate, out var found))
                return found;
        }

        return null;
    }
}
