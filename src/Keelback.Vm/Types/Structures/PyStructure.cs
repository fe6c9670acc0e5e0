namespace Keelback.Vm;

/// <summary>A tuple with named items, and perhaps items that only have names.</summary>
[PyType("builtins.structseq", Base = typeof(PyTuple), Doc = "A tuple with named items.")]
internal sealed partial class PyStructure : PyTuple
{
    public PyStructure(PyType type, PyValue[] items, PyValue[] hidden)
        : base(type, items)
    {
        Hidden = hidden;
    }

    /// <summary>The items that are no part of the tuple.</summary>
    [PyField]
    public partial PyValue[] Hidden { get; private set; }

    [PyNew("structseq(sequence, dict=<missing>)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue sequence, PyValue dict)
    {
        if (thread.Interpreter.GetState<StructuresByType>().Find(cls) is not { } structure)
            throw Raise.TypeError($"cannot create '{cls.FullName}' instances");
        var given = Operators.ToTuple(thread, sequence).Items;
        var all = structure.Names.Count + structure.HiddenNames.Length;
        if (given.Length < structure.RequiredCount || given.Length > all)
        {
            throw Raise.TypeError(
                $"{cls.FullName}() takes {(all == structure.RequiredCount ? "a" : given.Length < structure.RequiredCount ? "an at least" : "an at most")} "
                + $"{(given.Length < structure.RequiredCount ? structure.RequiredCount : all)}-sequence ({given.Length}-sequence given)");
        }

        var values = new PyValue[all];
        given.CopyTo(values, 0);
        var names = dict.Ref as PyDict;
        for (var i = given.Length; i < all; i++)
        {
            var name = i < structure.Names.Count ? structure.Names[i] : structure.HiddenNames[i - structure.Names.Count];
            values[i] = names is not null && names.TryGetValue(PyStr.Intern(name), out var value) ? value : PyValue.None;
        }

        return new PyStructure(cls, values[..structure.Names.Count], values[structure.Names.Count..]);
    }

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyValue self)
    {
        var structure = (PyStructure)self.Ref!;
        var names = thread.Interpreter.GetState<StructuresByType>().Find(self.Type)?.Names ?? [];
        var parts = structure.Items.Select((item, index) =>
            $"{(index < names.Count ? names[index] : index.ToString())}={Operators.Repr(thread, item).Value}");
        return PyStr.From($"{self.Type.FullName}({string.Join(", ", parts)})");
    }

    [PyMethod("__reduce__($self, /)", Doc = "Return what pickle needs.")]
    private static PyValue Reduce(PyThread thread, PyStructure self)
    {
        var names = thread.Interpreter.GetState<StructuresByType>().Find(self.Type);
        var hidden = new PyDict();
        for (var i = 0; i < self.Hidden.Length; i++)
            hidden[PyStr.Intern(names!.HiddenNames[i])] = self.Hidden[i];
        return PyTuple.From(self.Type, PyTuple.From(PyTuple.From(self.Items), hidden));
    }
}

/// <summary>The descriptor of one named item.</summary>
[PyType("builtins.structseq_field", Doc = "A named item.")]
internal sealed partial class PyStructureField : PyObject
{
    private readonly int _index;
    private readonly int _visibleCount;

    public PyStructureField(int index, int visibleCount)
        : base(TypeObject)
    {
        _index = index;
        _visibleCount = visibleCount;
    }

    [PySlot("tp_descr_get")]
    private static PyValue Get(PyThread thread, PyValue descriptor, PyValue instance, PyValue owner)
    {
        if (instance.Ref is not PyStructure structure)
            return descriptor;
        var field = (PyStructureField)descriptor.Ref!;
        return field._index < field._visibleCount
            ? structure.Items[field._index]
            : structure.Hidden[field._index - field._visibleCount];
    }

    [PySlot("tp_descr_set")]
    private static void Set(PyThread thread, PyValue descriptor, PyValue instance, PyValue value) =>
        throw Raise.AttributeError("readonly attribute");
}
