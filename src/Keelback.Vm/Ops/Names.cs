using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>Names that are looked up in namespaces: module and class bodies, globals and builtins.</summary>
internal static unsafe partial class Ops
{
    internal static partial PyValue LoadName(PyThread thread, PyStr name)
    {
        var frame = thread.Frame!;
        var found = LookUp(thread, frame.Locals, name);
        return found.IsMissing && !thread.HasError ? LoadGlobalOrBuiltin(thread, frame, name) : found;
    }

    internal static partial bool StoreName(PyThread thread, PyValue value, PyStr name)
    {
        var locals = thread.Frame!.Locals;
        if (locals.Ref is PyDict dict && dict.GetType() == typeof(PyDict))
            dict.Set(name, value);
        else if (locals.IsMissing)
            return !thread.Raise(Raise.SystemError($"no locals found when storing '{name.Value}'")).IsMissing;
        else
            Operators.SetItem(thread, locals, name, value);
        return true;
    }

    internal static partial bool DeleteName(PyThread thread, PyStr name)
    {
        var locals = thread.Frame!.Locals;
        if (locals.Ref is PyDict dict && dict.GetType() == typeof(PyDict))
            return dict.Remove(name) || NotDefined(thread, name);
        try
        {
            Operators.DeleteItem(thread, locals, name);
            return true;
        }
        catch (PyException exception) when (exception.Value.Type.IsSubtypeOf(ExceptionTypes.KeyError))
        {
            return NotDefined(thread, name);
        }
    }

    internal static partial PyValue LoadLocals(PyThread thread)
    {
        var locals = thread.Frame!.Locals;
        return locals.IsMissing ? thread.Raise(Raise.SystemError("no locals")) : locals;
    }

    internal static partial bool SetupAnnotations(PyThread thread)
    {
        var locals = thread.Frame!.Locals;
        var found = LookUp(thread, locals, Vm.Names.Annotations);
        if (found.IsMissing && !thread.HasError)
            Operators.SetItem(thread, locals, Vm.Names.Annotations, new PyDict());
        return !thread.HasError;
    }

    internal static partial PyValue LoadGlobal(PyThread thread, PyStr name, InlineCache cache) =>
        LoadGlobalOrBuiltin(thread, thread.Frame!, name);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial bool CanLoadGlobalModule(PyThread thread, int oparg, InlineCache cache) =>
        thread.Frame!.Globals.KeysVersion == cache.Version;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue LoadGlobalModule(PyThread thread, PyStr name, InlineCache cache) =>
        thread.Frame!.Globals.EntryAt(cache.Index).Value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial bool CanLoadGlobalBuiltin(PyThread thread, int oparg, InlineCache cache)
    {
        var frame = thread.Frame!;
        return frame.Globals.KeysVersion == cache.Version && frame.Builtins.KeysVersion == cache.SecondVersion;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue LoadGlobalBuiltin(PyThread thread, PyStr name, InlineCache cache) =>
        thread.Frame!.Builtins.EntryAt(cache.Index).Value;

    internal static partial bool StoreGlobal(PyThread thread, PyValue value, PyStr name)
    {
        thread.Frame!.Globals.Set(name, value);
        return true;
    }

    internal static partial bool DeleteGlobal(PyThread thread, PyStr name) =>
        thread.Frame!.Globals.Remove(name) || NotDefined(thread, name);

    internal static partial PyValue LoadFromDictOrGlobals(PyThread thread, PyValue @namespace, PyStr name)
    {
        var found = LookUp(thread, @namespace, name);
        return found.IsMissing && !thread.HasError ? LoadGlobalOrBuiltin(thread, thread.Frame!, name) : found;
    }

    internal static partial PyValue LoadBuildClass(PyThread thread)
    {
        if (thread.Frame!.Builtins.TryGetValue(Vm.Names.BuildClass, out var found))
            return found;
        return thread.Raise(Raise.NameError("__build_class__ not found"));
    }

    private static PyValue LoadGlobalOrBuiltin(PyThread thread, Frame frame, PyStr name)
    {
        if (frame.Globals.TryGetValue(name, out var value) || frame.Builtins.TryGetValue(name, out value))
            return value;
        if (frame.Globals.GetType() != typeof(PyDict) || frame.Builtins.GetType() != typeof(PyDict))
        {
            value = LookUp(thread, frame.Globals, name);
            if (value.IsMissing && !thread.HasError)
                value = LookUp(thread, frame.Builtins, name);
            if (!value.IsMissing || thread.HasError)
                return value;
        }

        NotDefined(thread, name);
        return default;
    }

    // What a namespace has under a name: missing where it has nothing, with an exception pending where it failed.
    private static PyValue LookUp(PyThread thread, PyValue @namespace, PyStr name)
    {
        if (@namespace.IsMissing)
            return default;
        if (@namespace.Ref is PyDict dict && dict.GetType() == typeof(PyDict))
            return dict.TryGetValue(name, out var value) ? value : default;
        try
        {
            return Operators.GetItem(thread, @namespace, name);
        }
        catch (PyException exception) when (exception.Value.Type.IsSubtypeOf(ExceptionTypes.KeyError))
        {
            return default;
        }
    }

    private static bool NotDefined(PyThread thread, PyStr name)
    {
        var error = Raise.NameError($"name '{name.Value}' is not defined");
        ((PyNameError)error.Value).Name = name;
        thread.Raise(error);
        return false;
    }
}

/// <summary>Specialisation of global names.</summary>
internal static unsafe partial class Specialization
{
    internal static partial void LoadGlobal(
        PyThread thread, ref Instruction instruction, InlineCache cache, int oparg, PyStr name)
    {
        var frame = thread.Frame!;
        if (frame.Globals.GetType() != typeof(PyDict) || frame.Builtins.GetType() != typeof(PyDict))
        {
            Fail(ref instruction, cache);
            return;
        }

        var entry = frame.Globals.Find(name);
        cache.Version = frame.Globals.AssignKeysVersion();
        if (entry >= 0)
        {
            cache.Index = entry;
            Apply(ref instruction, Bytecode.Opcode.LoadGlobalModule);
            return;
        }

        entry = frame.Builtins.Find(name);
        if (entry < 0)
        {
            Fail(ref instruction, cache);
            return;
        }

        cache.SecondVersion = frame.Builtins.AssignKeysVersion();
        cache.Index = entry;
        Apply(ref instruction, Bytecode.Opcode.LoadGlobalBuiltin);
    }
}
