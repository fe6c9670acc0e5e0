namespace Keelback.Vm;

/// <summary>Attributes, classes and namespaces.</summary>
internal static unsafe partial class BuiltinsModule
{
    private static readonly PyStr s_dir = PyStr.Intern("__dir__");

    [PyFunction("delattr(obj, name, /)", Doc = "Deletes the named attribute from the given object.\n\ndelattr(x, 'y') is equivalent to ``del x.y``")]
    private static void DelAttr(PyThread thread, PyValue obj, PyValue name) =>
        Operators.DeleteAttribute(thread, obj, Operators.AttributeName(name));

    [PyFunction("getattr(object, name, default=<missing>, /)", Doc = "getattr(object, name[, default]) -> value\n\nGet a named attribute from an object; getattr(x, 'y') is equivalent to x.y.\nWhen a default argument is given, it is returned when the attribute doesn't\nexist; without it, an exception is raised in that case.")]
    private static PyValue GetAttr(PyThread thread, PyValue @object, PyValue name, PyValue @default)
    {
        var attribute = Operators.AttributeName(name);
        if (@default.IsMissing)
            return Operators.TryGetAttribute(thread, @object, attribute);
        return Operators.TryGetAttribute(thread, @object, attribute, out var value) ? value : @default;
    }

    [PyFunction("hasattr(obj, name, /)", Doc = "Return whether the object has an attribute with the given name.\n\nThis is done by calling getattr(obj, name) and catching AttributeError.")]
    private static bool HasAttr(PyThread thread, PyValue obj, PyValue name) =>
        Operators.TryGetAttribute(thread, obj, Operators.AttributeName(name), out _);

    [PyFunction("setattr(obj, name, value, /)", Doc = "Sets the named attribute on the given object to the specified value.\n\nsetattr(x, 'y', v) is equivalent to ``x.y = v``")]
    private static void SetAttr(PyThread thread, PyValue obj, PyValue name, PyValue value) =>
        Operators.SetAttribute(thread, obj, Operators.AttributeName(name), value);

    [PyFunction("isinstance(obj, class_or_tuple, /)", Doc = "Return whether an object is an instance of a class or of a subclass thereof.\n\nA tuple, as in ``isinstance(x, (A, B, ...))``, may be given as the target to\ncheck against. This is equivalent to ``isinstance(x, A) or isinstance(x, B)\nor ...`` etc.")]
    private static bool IsInstance(PyThread thread, PyValue obj, PyValue classOrTuple) =>
        Operators.IsInstance(thread, obj, classOrTuple);

    [PyFunction("issubclass(cls, class_or_tuple, /)", Doc = "Return whether 'cls' is derived from another class or is the same class.\n\nA tuple, as in ``issubclass(x, (A, B, ...))``, may be given as the target to\ncheck against. This is equivalent to ``issubclass(x, A) or issubclass(x, B)\nor ...``.")]
    private static bool IsSubclass(PyThread thread, PyValue cls, PyValue classOrTuple) =>
        Operators.IsSubclass(thread, cls, classOrTuple);

    [PyFunction("globals()", Doc = "Return the dictionary containing the current scope's global variables.")]
    private static PyValue Globals(PyThread thread) => thread.Frame?.Globals ?? throw Raise.SystemError("frame does not exist");

    [PyFunction("locals()", Doc = "Return a dictionary containing the current scope's local variables.")]
    private static PyValue Locals(PyThread thread) => CurrentLocals(thread);

    [PyFunction("vars(object=<missing>, /)", Doc = "vars([object]) -> dictionary\n\nWithout arguments, equivalent to locals().\nWith an argument, equivalent to object.__dict__.")]
    private static PyValue Vars(PyThread thread, PyValue @object)
    {
        if (@object.IsMissing)
            return CurrentLocals(thread);
        return Operators.TryGetAttribute(thread, @object, Names.Dict, out var dict)
            ? dict
            : throw Raise.TypeError("vars() argument must have __dict__ attribute");
    }

    [PyFunction("dir(object=<missing>, /)", Doc = "dir([object]) -> list of strings\n\nIf called without an argument, return the names in the current scope.\nElse, return an alphabetized list of names comprising (some of) the attributes\nof the given object, and of attributes reachable from it.")]
    private static PyValue Dir(PyThread thread, PyValue @object)
    {
        PyValue names;
        if (@object.IsMissing)
            names = CurrentLocals(thread);
        else if (!thread.TryCallSpecial(@object, s_dir, [], out names))
            throw Raise.TypeError("object does not provide __dir__");
        var list = Operators.ToList(thread, names);
        list.Sort(thread, PyValue.None, false);
        return list;
    }

    [PyFunction("__build_class__(func, name, /, *bases, **kwds)", Doc = "__build_class__(func, name, /, *bases, [metaclass], **kwds) -> class\n\nInternal helper function used by the class statement.")]
    private static PyValue BuildClass(PyThread thread, PyValue func, PyValue name, ReadOnlySpan<PyValue> bases, PyDict? kwds) =>
        ClassStatement.Build(thread, func, name, bases, kwds);

    [PyFunction("__import__(name, globals=None, locals=None, fromlist=(), level=0)", Doc = "Import a module.\n\nThe return value (if fromlist is empty) is the top-level package; importlib.import_module() is simpler to use.")]
    private static PyValue Import(
        PyThread thread, PyStr name, PyValue globals, PyValue locals, PyValue fromlist, int level) =>
        thread.Interpreter.Imports.ImportModule(thread, name, globals.IsNone ? new PyDict() : globals, fromlist, level);

    private static PyValue CurrentLocals(PyThread thread)
    {
        var frame = thread.Frame ?? throw Raise.SystemError("frame does not exist");
        return frame.Locals.IsMissing ? new PyFrameLocals(PyFrame.Of(frame)).ToDict(thread) : frame.Locals;
    }
}
