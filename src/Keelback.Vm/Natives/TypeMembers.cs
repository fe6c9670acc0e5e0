namespace Keelback.Vm;

/// <summary>Receives the methods and attributes of a built-in type and puts them into its dict.</summary>
internal sealed unsafe class TypeMembers
{
    private readonly PyType _type;
    private readonly PyDict _dict;

    private TypeMembers(PyType type, PyDict dict)
    {
        _type = type;
        _dict = dict;
    }

    /// <summary>The type being filled.</summary>
    public PyType Type => _type;

    /// <summary>Fills the dict of a built-in type: the special methods of its slots, then what it declares itself.</summary>
    public static void Fill(PyType type, PyDict dict)
    {
        if (type.Definition is not { } definition)
            return;
        var members = new TypeMembers(type, dict);
        var own = new TypeSlots();
        definition.FillSlots(own);
        if (own.TpNew != null)
            members.AddAttribute("__new__", new PyBuiltinFunction(NativeSlots.New, type, null));
        SlotTable.AddWrappers(members, own);
        definition.Populate(members);
        if (definition.IsUnhashable)
            members.AddAttribute("__hash__", PyValue.None);
        if (dict.Find(Names.Doc) < 0)
            members.AddAttribute("__doc__", definition.Doc is { } doc ? PyStr.From(doc) : PyNone.Instance);
    }

    /// <summary>Adds a method of any kind.</summary>
    public void AddMethod(NativeFunction function)
    {
        PyObject descriptor = function.Kind switch
        {
            NativeKind.ClassMethod => new PyClassMethodDescriptor(_type, function),
            NativeKind.StaticMethod => new PyStaticMethod(new PyBuiltinFunction(function, _type, null)),
            _ => new PyMethodDescriptor(_type, function),
        };
        AddAttribute(function.Name, descriptor);
    }

    /// <summary>Adds a computed attribute; without a setter it is read-only.</summary>
    public void AddGetter(
        string name, string? doc, delegate*<PyThread, PyValue, PyValue> getter, delegate*<PyThread, PyValue, PyValue, void> setter) =>
        AddAttribute(name, new PyGetSetDescriptor(_type, name, doc, getter, setter));

    /// <summary>Adds an attribute that CPython keeps in the object's structure.</summary>
    public void AddMember(
        string name, string? doc, delegate*<PyThread, PyValue, PyValue> getter, delegate*<PyThread, PyValue, PyValue, void> setter) =>
        AddAttribute(name, new PyMemberDescriptor(_type, name, doc, getter, setter));

    /// <summary>Whether an attribute of the name was added.</summary>
    public bool Contains(string name) => _dict.Find(PyStr.Intern(name)) >= 0;

    /// <summary>Adds an attribute of the class.</summary>
    public void AddAttribute(string name, PyValue value) => _dict.Set(PyStr.Intern(name), value);
}
