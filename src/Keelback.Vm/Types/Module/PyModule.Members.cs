namespace Keelback.Vm;

/// <summary>A module's attributes, with __getattr__ of PEP 562, and what Python code sees of it.</summary>
public sealed partial class PyModule
{
    private static readonly PyStr s_moduleRepr = PyStr.Intern("_module_repr");
    private static readonly PyStr s_initializing = PyStr.Intern("_initializing");
    private static readonly PyStr s_dir = PyStr.Intern("__dir__");

    /// <summary>Whether an attribute is simply what the module's dict has.</summary>
    internal static bool HasPlainLookup(PyModule module, PyStr name) =>
        ReferenceEquals(module.Type, TypeObject) && TypeObject.Lookup(name).IsMissing && CoreTypes.Object.Lookup(name).IsMissing;

    private static partial PyValue NewRaw(
        PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        new PyModule(PyStr.Empty, cls);

    private static partial void Initialize(PyThread thread, PyModule self, PyStr name, PyValue doc)
    {
        self.Dict[Names.Name] = name;
        self.Dict[Names.Doc] = doc;
        foreach (var attribute in (ReadOnlySpan<PyStr>)[Names.Package, Names.Loader, Names.Spec])
            self.Dict[attribute] = PyValue.None;
    }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var module = (PyModule)self.Ref!;
        if (thread.Interpreter.Imports.Bootstrap is { } bootstrap
            && bootstrap.Dict.TryGetValue(s_moduleRepr, out var function))
            return thread.Invoke(function, [self], null);
        return PyStr.From($"<module '{ImportErrors.NameOf(thread, module)}'>");
    }

    private static partial PyValue GetAttribute(PyThread thread, PyValue self, PyStr name)
    {
        var result = ObjectType.FindAttribute(thread, self, name);
        if (!result.IsMissing || (thread.HasError && !thread.Pending!.Type.IsSubtypeOf(ExceptionTypes.AttributeError)))
            return result;
        thread.ClearPending();
        var module = (PyModule)self.Ref!;
        if (module.Dict.TryGetValue(Names.GetAttr, out var hook))
            return thread.Invoke(hook, [name], null);
        var moduleName = module.Dict.TryGetValue(Names.Name, out var given) && given.Ref is PyStr text ? text.Value : null;
        if (moduleName is null)
            return thread.Raise(Raise.AttributeError($"module has no attribute '{name.Value}'", self, name));
        var isInitializing = module.Dict.TryGetValue(Names.Spec, out var spec) && !spec.IsNone
            && Operators.TryGetAttribute(thread, spec, s_initializing, out var flag) && Operators.IsTrue(thread, flag);
        return thread.Raise(Raise.AttributeError(
            isInitializing
                ? $"partially initialized module '{moduleName}' has no attribute '{name.Value}' (most likely due to a circular import)"
                : $"module '{moduleName}' has no attribute '{name.Value}'",
            self,
            name));
    }

    private static partial void SetAttribute(PyThread thread, PyValue self, PyStr name, PyValue value) =>
        ObjectType.SetAttribute(thread, self, name, value);

    private static partial PyValue GetDict(PyThread thread, PyModule self) => self.Dict;

    private static partial PyValue GetAnnotations(PyThread thread, PyModule self)
    {
        if (self.Dict.TryGetValue(Names.Annotations, out var annotations))
            return annotations;
        PyValue computed = AnnotationDicts.Compute(thread, GetAnnotate(thread, self), "__annotate__");
        self.Dict[Names.Annotations] = computed;
        return computed;
    }

    private static partial void SetAnnotations(PyThread thread, PyModule self, PyValue value)
    {
        if (!value.IsMissing)
            self.Dict[Names.Annotations] = value;
        else if (!self.Dict.Remove(Names.Annotations))
            throw Raise.AttributeError("__annotations__");
        self.Dict.Remove(Names.Annotate);
    }

    private static partial PyValue GetAnnotate(PyThread thread, PyModule self) =>
        self.Dict.TryGetValue(Names.Annotate, out var annotate) ? annotate : PyValue.None;

    private static partial void SetAnnotate(PyThread thread, PyModule self, PyValue value)
    {
        if (value.IsMissing)
            throw Raise.TypeError("cannot delete __annotate__ attribute");
        if (!value.IsNone && !Operators.IsCallable(value))
            throw Raise.TypeError("__annotate__ must be callable or None");
        self.Dict[Names.Annotate] = value;
        if (!value.IsNone)
            self.Dict.Remove(Names.Annotations);
    }

    private static partial PyValue Dir(PyThread thread, PyModule self) =>
        self.Dict.TryGetValue(s_dir, out var hook) ? thread.Call(hook) : Operators.ToList(thread, self.Dict);
}
