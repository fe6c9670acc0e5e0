using Keelback.Vm;

namespace Keelback.Modules.Imp;

/// <summary>The _imp module: what importlib asks the interpreter for - built-in and frozen modules, the import lock.</summary>
[PyModule("_imp", Doc = "What the import system needs of the interpreter.")]
internal static partial class ImpModule
{
    private static readonly PyStr s_name = PyStr.Intern("name");

    private static void Initialize(PyThread thread, PyModule module)
    {
        module.Add("check_hash_based_pycs", PyStr.Intern("default"));
        module.Add("pyc_magic_number_token", PyValue.FromInt((uint)Bytecode.PycFile.MagicNumber | ('\r' << 16) | ('\n' << 24)));
    }

    [PyFunction("lock_held()", Doc = "Tell whether the import lock is held; there is one lock a module, so never.")]
    private static bool LockHeld() => false;

    [PyFunction("acquire_lock()", Doc = "Take the interpreter's import lock.")]
    private static void AcquireLock()
    {
    }

    [PyFunction("release_lock()", Doc = "Give the interpreter's import lock back.")]
    private static void ReleaseLock()
    {
    }

    [PyFunction("extension_suffixes()", Doc = "List the suffixes of extension modules; there are none.")]
    private static PyList ExtensionSuffixes() => new();

    [PyFunction("is_builtin(name, /)", Doc = "Tell whether a module is built in: 1, or 0, or -1 where it cannot be made again.")]
    private static long IsBuiltin(PyThread thread, PyStr name) =>
        thread.Interpreter.Host.NativeModules.ContainsKey(name.Value) ? 1 : 0;

    [PyFunction("create_builtin(spec, /)", Doc = "Make the built-in module that a spec names.")]
    private static PyValue CreateBuiltin(PyThread thread, PyValue spec)
    {
        var name = Operators.GetAttribute(thread, spec, s_name).Ref as PyStr
            ?? throw Raise.TypeError("the name of a module must be a str");
        var imports = thread.Interpreter.Imports;
        if (imports.Modules.TryGetValue(PyStr.Intern(name), out var existing))
            return existing;
        return thread.Interpreter.Host.NativeModules.TryGetValue(name.Value, out var definition)
            ? definition.Create(thread)
            : PyValue.None;
    }

    [PyFunction("exec_builtin(mod, /)", Doc = "Run a built-in module's second phase, of which there is none.")]
    private static long ExecBuiltin(PyValue mod) => 0;

    [PyFunction("create_dynamic(spec, file=None, /)", Doc = "Load an extension module, which this interpreter cannot do.")]
    private static PyValue CreateDynamic(PyThread thread, PyValue spec, PyValue file) =>
        throw Raise.ImportError("extension modules written for CPython cannot be loaded");

    [PyFunction("exec_dynamic(mod, /)", Doc = "Run an extension module's second phase, of which there is none.")]
    private static long ExecDynamic(PyValue mod) => 0;

    [PyFunction("is_frozen(name, /)", Doc = "Tell whether a module is frozen.")]
    private static bool IsFrozen(PyThread thread, PyStr name) => thread.Interpreter.Imports.Frozen.Contains(name.Value);

    [PyFunction("is_frozen_package(name, /)", Doc = "Tell whether a frozen module is a package.")]
    private static bool IsFrozenPackage(PyThread thread, PyStr name) =>
        thread.Interpreter.Imports.Frozen.Contains(name.Value)
            ? false
            : throw NoSuchFrozenModule(name);

    [PyFunction("find_frozen(name, /, *, withdata=False)", Doc = "Return what is known of a frozen module - data, whether it is a package, its origin - or None.")]
    private static PyValue FindFrozen(PyThread thread, PyStr name, bool withdata) =>
        thread.Interpreter.Imports.Frozen.Contains(name.Value)
            ? PyTuple.From(PyValue.None, PyValue.False, name)
            : PyValue.None;

    [PyFunction("get_frozen_object(name, data=None, /)", Doc = "Return the code of a frozen module.")]
    private static PyValue GetFrozenObject(PyThread thread, PyStr name, PyValue data) =>
        thread.Interpreter.Imports.Frozen.Load(thread, name.Value) is { } code ? code : throw NoSuchFrozenModule(name);

    [PyFunction("init_frozen(name, /)", Doc = "Make and run a frozen module; None where there is none of the name.")]
    private static PyValue InitFrozen(PyThread thread, PyStr name)
    {
        if (thread.Interpreter.Imports.Frozen.Load(thread, name.Value) is not { } code)
            return PyValue.None;
        var module = new PyModule(PyStr.Intern(name));
        thread.Interpreter.Imports.Modules[PyStr.Intern(name)] = module;
        thread.Checked(thread.RunCode(code, module.Dict, module.Dict));
        return module;
    }

    [PyFunction("_frozen_module_names()", Doc = "List the names of the frozen modules.")]
    private static PyList FrozenModuleNames(PyThread thread) =>
        new([.. thread.Interpreter.Imports.Frozen.Names.Select(name => PyValue.FromString(name))]);

    [PyFunction("_override_frozen_modules_for_tests(override, /)", Doc = "Say whether frozen modules are used; here they always are.")]
    private static void OverrideFrozenModules(long @override)
    {
    }

    [PyFunction("_override_multi_interp_extensions_check(override, /)", Doc = "Say how extension modules are checked; there are none.")]
    private static long OverrideMultipleInterpreters(long @override) => 0;

    [PyFunction("_fix_co_filename(code, path, /)", Doc = "Put the path into a code object and those within it, where it came from another.")]
    private static void FixFileName(PyThread thread, PyCode code, PyStr path) => code.ReplaceFileName(path.Value);

    [PyFunction("source_hash(key, source)", Doc = "Return the hash of a source that a hash-based .pyc file holds.")]
    private static PyValue SourceHash(PyThread thread, long key, PyValue source) =>
        new PyBytes(BitConverter.GetBytes(Bytecode.PycFile.HashSource(Operators.ToByteArray(thread, source))));

    private static PyException NoSuchFrozenModule(PyStr name) =>
        Raise.ImportError($"No such frozen object named {name.Value}", name, PyValue.None);
}
