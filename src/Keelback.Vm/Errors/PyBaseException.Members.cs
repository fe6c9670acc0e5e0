namespace Keelback.Vm;

/// <summary>Slots, attributes and methods of BaseException.</summary>
public partial class PyBaseException
{
    private static readonly PyStr s_notes = PyStr.Intern("__notes__");

    /// <summary>An attribute's value, or None while it is unset.</summary>
    private protected static PyValue OrNone(PyValue value) => value.IsMissing ? PyValue.None : value;

    /// <summary>The arguments without those given by name, which only __init__ can know.</summary>
    private protected static PyTuple PositionalArguments(ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        PyTuple.From(arguments[..(arguments.Length - (keywordNames?.Count ?? 0))]);

    private protected static long SizeOf(PyThread thread, PyValue value) =>
        value.IsMissing ? throw Raise.TypeError("can't delete numeric/char attribute") : Operators.ToInt64(thread, value);

    private protected static bool FlagOf(PyValue value) =>
        value.IsMissing ? throw Raise.TypeError("can't delete numeric/char attribute")
        : value.IsBool ? value.IsTrue
        : throw Raise.TypeError("attribute value type must be bool");

    static unsafe partial void FillOwnSlots(TypeSlots slots)
    {
        slots.TpNew = &NewInstance;
        slots.TpInit = &Init;
        slots.TpRepr = &Repr;
        slots.TpStr = &Text;
    }

    static unsafe partial void AddOwnMembers(TypeMembers members)
    {
        members.AddMethod(ExceptionMethods.NoArguments("__reduce__", null, &Reduce));
        members.AddMethod(ExceptionMethods.OneArgument("__setstate__", "state", null, &SetState));
        members.AddMethod(ExceptionMethods.OneArgument(
            "with_traceback", "tb", "Sets the traceback and returns the exception.", &WithTraceback));
        members.AddMethod(ExceptionMethods.OneArgument("add_note", "note", "Adds a line below the message.", &AddNoteMethod));
        members.AddMember("__suppress_context__", null, &GetSuppressContext, &SetSuppressContext);
        members.AddGetter("__dict__", null, &GetDict, &SetDict);
        members.AddGetter("args", null, &GetArguments, &SetArguments);
        members.AddGetter("__traceback__", null, &GetTraceback, &SetTraceback);
        members.AddGetter("__context__", null, &GetContext, &SetContextValue);
        members.AddGetter("__cause__", null, &GetCause, &SetCauseValue);
    }

    private static PyValue NewInstance(
        PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var exception = ExceptionTypes.NewInstance(cls);
        exception.Arguments = PositionalArguments(arguments, keywordNames);
        return exception;
    }

    private static void Init(PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        ((PyBaseException)self.Ref!).Initialize(thread, arguments, keywordNames);

    private static PyValue Repr(PyThread thread, PyValue self)
    {
        var exception = (PyBaseException)self.Ref!;
        var arguments = exception.Arguments.Count == 1
            ? $"({Operators.Repr(thread, exception.Arguments[0]).Value})"
            : Operators.Repr(thread, exception.Arguments).Value;
        return PyStr.From(exception.Type.Name + arguments);
    }

    private static PyValue Text(PyThread thread, PyValue self) => ((PyBaseException)self.Ref!).ToText(thread);

    private static PyValue Reduce(PyThread thread, PyValue self)
    {
        var exception = (PyBaseException)self.Ref!;
        return exception.Attributes.IsEmpty
            ? PyTuple.From(exception.Type, exception.Arguments)
            : PyTuple.From(exception.Type, exception.Arguments, exception.Attributes.ToDict());
    }

    private static PyValue SetState(PyThread thread, PyValue self, PyValue state)
    {
        if (state.IsNone)
            return PyValue.None;
        if (state.Ref is not PyDict dict)
            throw Raise.TypeError("state is not a dictionary");
        for (var i = 0; i < dict.EntryEnd; i++)
        {
            var (key, value) = (dict.EntryAt(i).Key, dict.EntryAt(i).Value);
            if (!key.IsMissing)
                Operators.SetAttribute(thread, self, Operators.AttributeName(key), value);
        }

        return PyValue.None;
    }

    private static PyValue WithTraceback(PyThread thread, PyValue self, PyValue traceback)
    {
        SetTraceback(thread, self, traceback);
        return self;
    }

    private static PyValue AddNoteMethod(PyThread thread, PyValue self, PyValue note)
    {
        if (note.Ref is not PyStr text)
            throw Raise.TypeError($"add_note() argument must be str, not {note.Type.Name}");
        ((PyBaseException)self.Ref!).AddNote(thread, text.Value);
        return PyValue.None;
    }

    private static PyValue GetSuppressContext(PyThread thread, PyValue self) =>
        PyValue.FromBool(((PyBaseException)self.Ref!).SuppressContext);

    private static void SetSuppressContext(PyThread thread, PyValue self, PyValue value) =>
        ((PyBaseException)self.Ref!).SuppressContext = FlagOf(value);

    private static PyValue GetDict(PyThread thread, PyValue self) => self.Ref!.Attributes.ToDict();

    private static void SetDict(PyThread thread, PyValue self, PyValue value)
    {
        if (value.IsMissing)
            throw Raise.TypeError("cannot delete __dict__");
        self.Ref!.Attributes.ReplaceDict(
            value.Ref as PyDict ?? throw Raise.TypeError($"__dict__ must be set to a dictionary, not a '{value.Type.Name}'"));
    }

    private static PyValue GetArguments(PyThread thread, PyValue self) => ((PyBaseException)self.Ref!).Arguments;

    private static void SetArguments(PyThread thread, PyValue self, PyValue value)
    {
        if (value.IsMissing)
            throw Raise.TypeError("args may not be deleted");
        ((PyBaseException)self.Ref!).Arguments = Operators.ToTuple(thread, value);
    }

    private static PyValue GetTraceback(PyThread thread, PyValue self) => OrNone(((PyBaseException)self.Ref!).Traceback);

    private static void SetTraceback(PyThread thread, PyValue self, PyValue value)
    {
        if (value.IsMissing)
            throw Raise.TypeError("__traceback__ may not be deleted");
        var traceback = value.Ref as PyTraceback;
        if (traceback is null && !value.IsNone)
            throw Raise.TypeError("__traceback__ must be a traceback or None");
        ((PyBaseException)self.Ref!).Traceback = traceback;
    }

    private static PyValue GetContext(PyThread thread, PyValue self) => OrNone(((PyBaseException)self.Ref!).Context);

    private static void SetContextValue(PyThread thread, PyValue self, PyValue value) =>
        ((PyBaseException)self.Ref!).Context = RelatedException(value, "context");

    private static PyValue GetCause(PyThread thread, PyValue self) => OrNone(((PyBaseException)self.Ref!).Cause);

    private static void SetCauseValue(PyThread thread, PyValue self, PyValue value) =>
        ((PyBaseException)self.Ref!).SetCause(RelatedException(value, "cause"));

    private static PyBaseException? RelatedException(PyValue value, string what)
    {
        if (value.IsMissing)
            throw Raise.TypeError($"__{what}__ may not be deleted");
        if (value.IsNone)
            return null;
        return value.Ref as PyBaseException
            ?? throw Raise.TypeError($"exception {what} must be None or derive from BaseException");
    }
}
