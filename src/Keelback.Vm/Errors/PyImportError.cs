namespace Keelback.Vm;

/// <summary>ImportError takes its message from a single argument and the rest as keywords.</summary>
internal partial class PyImportError
{
    private static readonly string[] s_keywords = ["name", "path", "name_from"];
    private static readonly PyStr[] s_names = [PyStr.Intern("name"), PyStr.Intern("path"), PyStr.Intern("name_from")];

    internal override void Initialize(PyThread? thread, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var values = ExceptionKeywords.Take("ImportError", s_keywords, ref arguments, keywordNames);
        base.Initialize(thread, arguments, null);
        (Name, Path, NameFrom) = (values[0], values[1], values[2]);
        Msg = arguments.Length == 1 ? arguments[0] : default;
    }

    internal override PyStr ToText(PyThread thread) => Msg.Ref is PyStr message ? message : base.ToText(thread);

    static unsafe partial void FillOwnSlots(TypeSlots slots) => slots.TpStr = &Text;

    static unsafe partial void AddOwnMembers(TypeMembers members) =>
        members.AddMethod(ExceptionMethods.NoArguments("__reduce__", null, &Reduce));

    private static PyValue Text(PyThread thread, PyValue self) => ((PyBaseException)self.Ref!).ToText(thread);

    private static PyValue Reduce(PyThread thread, PyValue self)
    {
        var error = (PyImportError)self.Ref!;
        var state = new PyDict();
        if (!error.Attributes.IsEmpty)
            state.Merge(thread, error.Attributes.ToDict());
        PyValue[] values = [error.Name, error.Path, error.NameFrom];
        for (var i = 0; i < values.Length; i++)
        {
            if (!values[i].IsMissing)
                state.Set(s_names[i], values[i]);
        }

        return state.Count == 0
            ? PyTuple.From(error.Type, error.Arguments)
            : PyTuple.From(error.Type, error.Arguments, state);
    }
}
