namespace Keelback.Vm;

/// <summary>NameError takes the name as a keyword.</summary>
internal partial class PyNameError
{
    private static readonly string[] s_keywords = ["name"];

    internal override void Initialize(PyThread? thread, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var values = ExceptionKeywords.Take("NameError", s_keywords, ref arguments, keywordNames);
        base.Initialize(thread, arguments, null);
        Name = values[0];
    }
}

/// <summary>AttributeError takes name and object as keywords. The object is not pickled.</summary>
internal partial class PyAttributeError
{
    private static readonly string[] s_keywords = ["name", "obj"];
    private static readonly PyStr s_name = PyStr.Intern("name");
    private static readonly PyStr s_args = PyStr.Intern("args");

    internal override void Initialize(PyThread? thread, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var values = ExceptionKeywords.Take("AttributeError", s_keywords, ref arguments, keywordNames);
        base.Initialize(thread, arguments, null);
        Name = values[0];
        Obj = values[1];
    }

    static unsafe partial void AddOwnMembers(TypeMembers members)
    {
        members.AddMethod(ExceptionMethods.NoArguments("__getstate__", null, &GetState));
        members.AddMethod(ExceptionMethods.NoArguments("__reduce__", null, &Reduce));
    }

    private static PyValue GetState(PyThread thread, PyValue self)
    {
        var error = (PyAttributeError)self.Ref!;
        var state = new PyDict();
        if (!error.Attributes.IsEmpty)
            state.Merge(thread, error.Attributes.ToDict());
        if (!error.Name.IsMissing)
            state.Set(s_name, error.Name);
        state.Set(s_args, error.Arguments);
        return state;
    }

    private static PyValue Reduce(PyThread thread, PyValue self)
    {
        var error = (PyAttributeError)self.Ref!;
        return PyTuple.From(error.Type, error.Arguments, GetState(thread, self));
    }
}
