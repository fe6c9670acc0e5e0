using Keelback.Vm;

namespace Keelback.Modules.Warnings;

/// <summary>The _warnings module: warn() and what it needs, while warnings itself may not be imported.</summary>
[PyModule("_warnings", Doc = "Issuing warnings; the module warnings has the rest.")]
internal static partial class WarningsModule
{
    private static void Initialize(PyThread thread, PyModule module)
    {
        var state = thread.Interpreter.GetState<WarningState>();
        state.Start();
        module.Add("filters", state.Filters);
        module.Add("_onceregistry", state.OnceRegistry);
        module.Add("_defaultaction", PyStr.Intern("default"));
        var contextVariable = new ContextVariables.PyContextVariable(PyStr.Intern("warnings_context"), default);
        module.Add("_warnings_context", contextVariable);
    }

    [PyFunction("_acquire_lock()", Doc = "Take the lock of the filters.")]
    private static void AcquireLock(PyThread thread) => thread.Interpreter.GetState<WarningState>().LockDepth++;

    [PyFunction("_release_lock()", Doc = "Give the lock of the filters back.")]
    private static void ReleaseLock(PyThread thread)
    {
        var state = thread.Interpreter.GetState<WarningState>();
        if (state.LockDepth == 0)
            throw Raise.RuntimeError("cannot release un-acquired lock");
        state.LockDepth--;
    }

    [PyFunction("_filters_mutated_lock_held()", Doc = "Say that the filters have changed.")]
    private static void FiltersMutated(PyThread thread)
    {
        var state = thread.Interpreter.GetState<WarningState>();
        if (state.LockDepth == 0)
            throw Raise.RuntimeError("warnings._lock must be held");
        state.Version++;
    }

    [PyFunction("warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=())", Doc = "Issue a warning, or maybe ignore it or raise an exception.")]
    private static void Warn(
        PyThread thread, PyValue message, PyValue category, long stacklevel, PyValue source, PyTuple skipFilePrefixes) =>
        WarningIssuing.Warn(thread, message, Category(thread, message, category), stacklevel, source, skipFilePrefixes);

    [PyFunction("warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None)", Doc = "Issue a warning about a place that the arguments tell.")]
    private static void WarnExplicit(
        PyThread thread,
        PyValue message,
        PyValue category,
        PyValue filename,
        int lineno,
        PyValue module,
        PyValue registry,
        PyValue moduleGlobals,
        PyValue source)
    {
        if (!moduleGlobals.IsNone && moduleGlobals.Ref is not PyDict)
            throw Raise.TypeError($"module_globals must be a dict, not '{moduleGlobals.Type.Name}'");
        if (!registry.IsNone && registry.Ref is not PyDict)
            throw Raise.TypeError("'registry' must be a dict or None");
        var place = new WarningPlace(filename, lineno, module, registry.Ref as PyDict);
        WarningIssuing.Issue(thread, message, category, place, source);
    }

    private static PyValue Category(PyThread thread, PyValue message, PyValue category)
    {
        if (message.Type.IsSubtypeOf(ExceptionTypes.Warning))
            return message.Type;
        if (category.IsNone || category.IsMissing)
            return ExceptionTypes.UserWarning;
        if (category.Ref is PyType type && type.IsSubtypeOf(ExceptionTypes.Warning))
            return category;
        var name = category.Ref is PyType other ? $"class '{other.Name}'" : $"'{category.Type.Name}'";
        throw Raise.TypeError($"category must be a Warning subclass, not {name}");
    }
}
