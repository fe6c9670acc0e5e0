using Keelback.Vm;

namespace Keelback.Modules.Warnings;

/// <summary>Finds the place that a warning is about, asks the filters, and shows it or raises it.</summary>
internal static class WarningIssuing
{
    private static readonly PyStr s_registry = PyStr.Intern("__warningregistry__");
    private static readonly PyStr s_version = PyStr.Intern("version");
    private static readonly PyStr s_warnings = PyStr.Intern("warnings");
    private static readonly PyStr s_filters = PyStr.Intern("_get_filters");
    private static readonly PyStr s_defaultAction = PyStr.Intern("defaultaction");
    private static readonly PyStr s_onceRegistry = PyStr.Intern("onceregistry");
    private static readonly PyStr s_match = PyStr.Intern("match");
    private static readonly PyStr s_showMessage = PyStr.Intern("_showwarnmsg");
    private static readonly PyStr s_message = PyStr.Intern("WarningMessage");

    /// <summary>Warns about the code so many calls up.</summary>
    public static void Warn(
        PyThread thread, PyValue message, PyValue category, long level, PyValue source, PyTuple skippedPrefixes)
    {
        if (skippedPrefixes.Count > 0 && level < 2)
            level = 2;
        var frame = thread.Frame;
        var skipsInternal = level > 1 && (frame is null || !IsInternal(frame));
        for (var i = 1; i < level && frame is not null; i++)
            frame = Next(frame, skipsInternal, skippedPrefixes);
        WarningPlace place;
        if (frame is null)
        {
            var sys = thread.Interpreter.Imports.Sys!;
            place = new WarningPlace(PyStr.From("<sys>"), 0, PyStr.Intern("sys"), RegistryOf(sys.Dict));
        }
        else
        {
            var globals = frame.Globals;
            var module = globals.TryGetValue(Names.Name, out var name) && name.Ref is PyStr ? name : PyStr.From("<string>");
            place = new WarningPlace(
                PyStr.From(frame.Code.Code.Portable.FileName), frame.LineNumber, module, RegistryOf(globals));
        }

        Issue(thread, message, category, place, source);
    }

    /// <summary>Does with a warning what the filters say.</summary>
    public static void Issue(PyThread thread, PyValue message, PyValue category, WarningPlace place, PyValue source)
    {
        if (place.Registry is null && place.Module.IsNone && place.FileName.IsNone)
            return;
        var module = place.Module.IsNone ? ModuleName(thread, place.FileName) : place.Module;
        PyValue text;
        if (message.Type.IsSubtypeOf(ExceptionTypes.Warning))
        {
            text = Operators.Str(thread, message);
            category = message.Type;
        }
        else
        {
            text = message;
            message = thread.Call(category, message);
        }

        var key = PyTuple.From(text, category, PyValue.FromInt(place.Line));
        if (place.Registry is { } registry && IsShown(thread, registry, key))
            return;
        var action = FindAction(thread, text, (PyType)category.Ref!, module, place.Line);
        if (action == "error")
            throw new PyException((PyBaseException)message.Ref!);
        if (action == "ignore" || !Register(thread, action, place.Registry, key, text, category))
            return;
        Show(thread, message, text, category, place, source);
    }

    private static Frame? Next(Frame frame, bool skipsInternal, PyTuple skippedPrefixes)
    {
        var next = frame.Previous;
        while (next is not null && ((skipsInternal && IsInternal(next)) || HasPrefix(next, skippedPrefixes)))
            next = next.Previous;
        return next;
    }

    private static bool IsInternal(Frame frame)
    {
        var name = frame.Code.Code.Portable.FileName;
        return name.Contains("importlib", StringComparison.Ordinal) && name.Contains("_bootstrap", StringComparison.Ordinal);
    }

    private static bool HasPrefix(Frame frame, PyTuple prefixes)
    {
        foreach (var prefix in prefixes.Items)
        {
            if (prefix.Ref is PyStr text && frame.Code.Code.Portable.FileName.StartsWith(text.Value, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static PyDict RegistryOf(PyDict globals)
    {
        if (globals.TryGetValue(s_registry, out var found) && found.Ref is PyDict registry)
            return registry;
        registry = new PyDict();
        globals[s_registry] = registry;
        return registry;
    }

    private static PyValue ModuleName(PyThread thread, PyValue fileName)
    {
        var name = Operators.Str(thread, fileName).Value;
        if (name.Length == 0)
            return PyStr.From("<unknown>");
        return PyStr.From(name.EndsWith(".py", StringComparison.Ordinal) ? name[..^3] : name);
    }

    private static bool IsShown(PyThread thread, PyDict registry, PyTuple key)
    {
        var version = PyValue.FromInt(thread.Interpreter.GetState<WarningState>().Version);
        if (!registry.TryGetValue(s_version, out var known) || !known.Is(version))
        {
            registry.Clear();
            registry[s_version] = version;
            return false;
        }

        return registry.TryGetValue(thread, key, out var shown) && Operators.IsTrue(thread, shown);
    }

    // The module warnings, where it is imported, has the filters; programs may have replaced them.
    private static PyModule? Module(PyThread thread) =>
        thread.Interpreter.Imports.Modules.TryGetValue(s_warnings, out var found) ? found.Ref as PyModule : null;

    private static string FindAction(PyThread thread, PyValue text, PyType category, PyValue module, int line)
    {
        PyValue filters = thread.Interpreter.GetState<WarningState>().Filters;
        var warnings = Module(thread);
        if (warnings is not null && warnings.Dict.TryGetValue(s_filters, out var getFilters))
            filters = thread.Call(getFilters);
        foreach (var item in Operators.ToList(thread, filters).AsSpan().ToArray())
        {
            if (item.Ref is not PyTuple { Count: 5 } filter)
                throw Raise.ValueError("warnings.filters item isn't a 5-tuple");
            var filterLine = Operators.ToInt64(thread, filter[4]);
            if (Operators.IsSubclass(thread, category, filter[2])
                && Matches(thread, filter[1], text)
                && Matches(thread, filter[3], module)
                && (filterLine == 0 || filterLine == line))
            {
                return Operators.Str(thread, filter[0]).Value;
            }
        }

        return warnings is not null && warnings.Dict.TryGetValue(s_defaultAction, out var action)
            ? Operators.Str(thread, action).Value
            : "default";
    }

    private static bool Matches(PyThread thread, PyValue pattern, PyValue text)
    {
        if (pattern.IsNone)
            return true;
        if (pattern.Ref is PyStr exact)
            return text.Ref is PyStr other && exact.TextEquals(other);
        return Operators.IsTrue(thread, thread.CallAttribute(pattern, s_match, text));
    }

    // Notes that the warning is shown; false where it has been.
    private static bool Register(
        PyThread thread, string action, PyDict? registry, PyTuple key, PyValue text, PyValue category)
    {
        if (action is "always" or "all")
            return true;
        var isNew = true;
        switch (action)
        {
            case "once":
                PyValue once = thread.Interpreter.GetState<WarningState>().OnceRegistry;
                if (Module(thread) is { } warnings && warnings.Dict.TryGetValue(s_onceRegistry, out var replaced))
                    once = replaced;
                isNew = Mark(thread, once.Ref as PyDict, PyTuple.From(text, category));
                break;
            case "module":
                isNew = Mark(thread, registry, PyTuple.From(text, category, PyValue.FromInt(0)));
                break;
            case "default":
                break;
            default:
                throw Raise.RuntimeError($"Unrecognized action ('{action}') in warnings.filters:\n {action}");
        }

        registry?.Set(thread, key, PyValue.True);
        return isNew;
    }

    private static bool Mark(PyThread thread, PyDict? registry, PyTuple key)
    {
        if (registry is null)
            return true;
        if (registry.TryGetValue(thread, key, out var known) && Operators.IsTrue(thread, known))
            return false;
        registry.Set(thread, key, PyValue.True);
        return true;
    }

    private static void Show(
        PyThread thread, PyValue message, PyValue text, PyValue category, WarningPlace place, PyValue source)
    {
        var line = PyValue.FromInt(place.Line);
        if (Module(thread) is { } warnings
            && warnings.Dict.TryGetValue(s_showMessage, out var show)
            && warnings.Dict.TryGetValue(s_message, out var make))
        {
            thread.Call(show, thread.Call(make, message, category, place.FileName, line, PyValue.None, PyValue.None, source.OrNone()));
            return;
        }

        ExceptionPrinting.Write(
            thread,
            $"{Operators.Str(thread, place.FileName).Value}:{place.Line}: {((PyType)category.Ref!).Name}: {Operators.Str(thread, text).Value}\n");
    }
}
