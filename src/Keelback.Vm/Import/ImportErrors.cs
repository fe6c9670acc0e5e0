namespace Keelback.Vm;

/// <summary>What is said when a name cannot be imported from a module.</summary>
internal static class ImportErrors
{
    private static readonly PyStr s_initializing = PyStr.Intern("_initializing");
    private static readonly PyStr s_origin = PyStr.Intern("origin");

    /// <summary>The ImportError of "from module import name".</summary>
    public static PyException CannotImport(PyThread thread, PyValue module, PyStr name)
    {
        var moduleName = NameOf(thread, module);
        var path = PathOf(thread, module);
        var isInitializing = Operators.TryGetAttribute(thread, module, Names.Spec, out var spec)
            && Operators.TryGetAttribute(thread, spec, s_initializing, out var flag) && Operators.IsTrue(thread, flag);
        var text = isInitializing
            ? $"cannot import name '{name.Value}' from partially initialized module '{moduleName}' (most likely due to a circular import) ({path ?? "unknown location"})"
            : $"cannot import name '{name.Value}' from '{moduleName}' ({path ?? "unknown location"})";
        var error = Raise.ImportError(text);
        var exception = (PyImportError)error.Value;
        exception.Name = PyStr.From(moduleName);
        exception.Path = path is null ? PyValue.None : PyStr.From(path);
        exception.NameFrom = name;
        return error;
    }

    /// <summary>A module's name, for messages.</summary>
    public static string NameOf(PyThread thread, PyValue module) =>
        Operators.TryGetAttribute(thread, module, Names.Name, out var name) && name.Ref is PyStr text
            ? text.Value
            : "<unknown module name>";

    private static string? PathOf(PyThread thread, PyValue module)
    {
        if (Operators.TryGetAttribute(thread, module, Names.File, out var file) && file.Ref is PyStr path)
            return path.Value;
        return Operators.TryGetAttribute(thread, module, Names.Spec, out var spec)
            && Operators.TryGetAttribute(thread, spec, s_origin, out var origin) && origin.Ref is PyStr text
            && text.Value is not ("built-in" or "frozen")
            ? text.Value
            : null;
    }
}
