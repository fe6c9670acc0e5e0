namespace Keelback.Vm;

/// <summary>
/// The import statement and sys.modules. Finding and loading are importlib's own work: what is here hands over to it,
/// after the quick look at what is imported already.
/// </summary>
/// <seealso href="https://docs.python.org/3/reference/import.html"/>
internal sealed class ImportSystem(Interpreter interpreter)
{
    private static readonly PyStr s_findAndLoad = PyStr.Intern("_find_and_load");
    private static readonly PyStr s_handleFromList = PyStr.Intern("_handle_fromlist");
    private static readonly PyStr s_calcPackage = PyStr.Intern("_calc___package__");
    private static readonly PyStr s_initializing = PyStr.Intern("_initializing");
    private static readonly PyStr s_lockUnlock = PyStr.Intern("_lock_unlock_module");

    /// <summary>sys.modules as the interpreter keeps it.</summary>
    public PyDict Modules { get; } = new();

    /// <summary>The modules that the interpreter itself supplies.</summary>
    public FrozenModules Frozen { get; } = new();

    /// <summary>The module sys.</summary>
    public PyModule? Sys { get; set; }

    /// <summary>importlib._bootstrap, once it runs.</summary>
    public PyModule? Bootstrap { get; set; }

    /// <summary>An attribute of the module sys; missing where it is not there.</summary>
    public PyValue GetSysAttribute(PyStr name) => Sys is { } sys && sys.Dict.TryGetValue(name, out var value) ? value : default;

    /// <summary>What the import statement calls: builtins.__import__, which Python code may have replaced.</summary>
    public PyValue ImportName(PyThread thread, Frame frame, PyStr name, PyValue fromList, PyValue level)
    {
        if (!frame.Builtins.TryGetValue(Names.Import, out var import))
            return thread.Raise(Raise.ImportError("__import__ not found"));
        if (import.Ref is PyBuiltinFunction { Function.Name: "__import__" })
            return ImportModule(thread, name, frame.Globals, fromList, (int)Operators.ToInt64(thread, level));
        var locals = frame.Locals.IsMissing ? PyValue.None : frame.Locals;
        return thread.Invoke(import, [name, frame.Globals, locals, fromList, level], null);
    }

    /// <summary>What builtins.__import__ does.</summary>
    public PyValue ImportModule(PyThread thread, PyStr name, PyValue globals, PyValue fromList, int level)
    {
        if (level < 0)
            throw Raise.ValueError("level must be >= 0");
        if (level == 0 && name.Length == 0)
            throw Raise.ValueError("Empty module name");
        var absolute = level > 0 ? ResolveName(thread, name, globals, level) : name;
        var module = GetOrLoad(thread, absolute);
        var hasFromList = !fromList.IsMissing && !fromList.IsNone && Operators.IsTrue(thread, fromList);
        if (hasFromList)
        {
            if (!Operators.TryGetAttribute(thread, module, Names.Path, out _))
                return module;
            return thread.Call(BootstrapFunction(s_handleFromList), module, fromList, BuiltinImport(thread));
        }

        var dot = name.Value.IndexOf('.');
        if (level == 0 || name.Length == 0)
            return dot < 0 ? module : GetOrLoad(thread, PyStr.Intern(name.Value[..dot]));
        if (dot < 0)
            return module;

        // "from . import a.b" cannot be; __import__('a.b', level=1) gives the package that 'a' is in.
        var front = absolute.Value[..(absolute.Value.Length - (name.Value.Length - dot))];
        if (!Modules.TryGetValue(PyStr.Intern(front), out var top))
            throw Raise.KeyError(PyStr.From(front));
        return top;
    }

    /// <summary>A module by its absolute name, imported if need be.</summary>
    public PyValue GetOrLoad(PyThread thread, PyStr name)
    {
        name = PyStr.Intern(name);
        if (Modules.TryGetValue(name, out var module) && !module.IsNone)
        {
            if (IsInitializing(thread, module) && Bootstrap is not null)
                thread.Call(BootstrapFunction(s_lockUnlock), name);
            return module;
        }

        return thread.Call(BootstrapFunction(s_findAndLoad), name, BuiltinImport(thread));
    }

    /// <summary>What "from module import name" takes out of the module.</summary>
    public PyValue ImportFrom(PyThread thread, PyValue module, PyStr name)
    {
        if (Operators.TryGetAttribute(thread, module, name, out var value))
            return value;
        if (Operators.TryGetAttribute(thread, module, Names.Name, out var package) && package.Ref is PyStr text
            && Modules.TryGetValue(PyStr.Intern($"{text.Value}.{name.Value}"), out value))
        {
            return value;
        }

        return thread.Raise(ImportErrors.CannotImport(thread, module, name));
    }

    /// <summary>Binds every public name of a module in the frame's namespace.</summary>
    public PyValue ImportStar(PyThread thread, Frame frame, PyValue module)
    {
        var locals = frame.Locals;
        var skipsPrivate = false;
        if (!Operators.TryGetAttribute(thread, module, Names.All, out var all))
        {
            if (!Operators.TryGetAttribute(thread, module, Names.Dict, out var dict))
                return thread.Raise(Raise.ImportError("from-import-* object has no __dict__ and no __all__"));
            all = Operators.ToList(thread, dict);
            skipsPrivate = true;
        }

        foreach (var value in Operators.ToList(thread, all).AsSpan().ToArray())
        {
            if (value.Ref is not PyStr name)
            {
                throw Raise.TypeError(
                    $"{(skipsPrivate ? "Key" : "Item")} in {ImportErrors.NameOf(thread, module)}.{(skipsPrivate ? "__dict__" : "__all__")} must be str, not {value.Type.Name}");
            }

            if (!skipsPrivate || !name.Value.StartsWith('_'))
                Operators.SetItem(thread, locals, name, Operators.GetAttribute(thread, module, name));
        }

        return PyValue.None;
    }

    private static bool IsInitializing(PyThread thread, PyValue module)
    {
        if (module.Ref is not PyModule { } plain || !plain.Dict.TryGetValue(Names.Spec, out var spec) || spec.IsNone)
            return false;
        return Operators.TryGetAttribute(thread, spec, s_initializing, out var flag) && Operators.IsTrue(thread, flag);
    }

    private PyStr ResolveName(PyThread thread, PyStr name, PyValue globals, int level)
    {
        if (globals.Ref is not PyDict variables)
            throw Raise.TypeError("globals must be a dict");
        var package = thread.Call(BootstrapFunction(s_calcPackage), variables);
        var parent = (package.Ref as PyStr)?.Value ?? throw Raise.TypeError("package must be a string");
        if (parent.Length == 0)
            throw Raise.ImportError("attempted relative import with no known parent package");
        for (var i = 1; i < level; i++)
        {
            var dot = parent.LastIndexOf('.');
            if (dot < 0)
                throw Raise.ImportError("attempted relative import beyond top-level package");
            parent = parent[..dot];
        }

        return PyStr.Intern(name.Length == 0 ? parent : $"{parent}.{name.Value}");
    }

    private PyValue BuiltinImport(PyThread thread) => interpreter.GetBuiltin(thread, "__import__");

    private PyValue BootstrapFunction(PyStr name) =>
        Bootstrap is { } bootstrap && bootstrap.Dict.TryGetValue(name, out var function)
            ? function
            : throw Raise.ImportError($"the import system has not started: {name.Value} is not there");
}
