namespace Keelback.Vm;

/// <summary>
/// Calls special methods as the interpreter does: looked up on the type, past the instance's own attributes. Results
/// are missing where an exception is pending.
/// </summary>
internal static class SpecialMethod
{
    /// <summary>Calls a method without arguments.</summary>
    public static PyValue Call(PyThread thread, PyValue self, PyStr name)
    {
        var method = self.Type.Lookup(name);
        return method.IsMissing ? Absent(thread, self, name) : thread.InvokeSpecial(self, method, []);
    }

    /// <summary>Calls a method with one argument.</summary>
    public static PyValue Call(PyThread thread, PyValue self, PyStr name, PyValue argument)
    {
        var method = self.Type.Lookup(name);
        return method.IsMissing ? Absent(thread, self, name) : thread.InvokeSpecial(self, method, [argument]);
    }

    /// <summary>Calls a method with two arguments.</summary>
    public static PyValue Call(PyThread thread, PyValue self, PyStr name, PyValue first, PyValue second)
    {
        var method = self.Type.Lookup(name);
        return method.IsMissing ? Absent(thread, self, name) : thread.InvokeSpecial(self, method, [first, second]);
    }

    /// <summary>Calls a method with one argument, or gives NotImplemented where the type does not have it.</summary>
    public static PyValue CallOrNotImplemented(PyThread thread, PyValue self, PyStr name, PyValue argument)
    {
        var method = self.Type.Lookup(name);
        return method.IsMissing ? PyNotImplemented.Instance : thread.InvokeSpecial(self, method, [argument]);
    }

    /// <summary>Calls a method with the arguments of a call, keywords included.</summary>
    public static PyValue CallWith(
        PyThread thread, PyValue self, PyStr name, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var method = self.Type.Lookup(name);
        if (method.IsMissing)
            return Absent(thread, self, name);
        if (keywordNames is null)
            return thread.InvokeSpecial(self, method, arguments);
        if ((method.Type.Flags & TypeFlags.MethodDescriptor) != 0)
            return thread.Invoke(method, [self, .. arguments], keywordNames);
        method = Bind(thread, self, method);
        return method.IsMissing ? default : thread.Invoke(method, arguments, keywordNames);
    }

    /// <summary>What a lookup on the type found, bound to the instance.</summary>
    public static unsafe PyValue Bind(PyThread thread, PyValue self, PyValue method)
    {
        var bind = method.Type.Slots.TpDescrGet;
        return bind == null ? method : bind(thread, method, self, self.Type);
    }

    private static PyValue Absent(PyThread thread, PyValue self, PyStr name) =>
        thread.Raise(Raise.AttributeError($"'{self.Type.Name}' object has no attribute '{name.Value}'"));
}
