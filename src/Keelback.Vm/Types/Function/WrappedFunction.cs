namespace Keelback.Vm;

/// <summary>What descriptors around a function take over from it.</summary>
internal static class WrappedFunction
{
    private static readonly PyStr[] s_copied = [Names.Module, Names.Name, Names.QualName, Names.Doc];

    /// <summary>Copies names and docstring, as functools.wraps does.</summary>
    public static void CopyMetadata(PyThread thread, PyObject wrapper, PyValue function)
    {
        foreach (var name in s_copied)
        {
            if (Operators.TryGetAttribute(thread, function, name, out var value))
                wrapper.Attributes.ToDict().Set(name, value);
        }
    }

    /// <summary>An attribute that the descriptor has from its function: asked for once, then kept in its dict.</summary>
    public static PyValue GetAttribute(PyThread thread, PyObject wrapper, PyValue function, PyStr name)
    {
        var dict = wrapper.Attributes.ToDict();
        if (dict.TryGetValue(name, out var kept))
            return kept;
        var value = Operators.GetAttribute(thread, function, name);
        dict.Set(name, value);
        return value;
    }

    /// <summary>Stores or, with a missing value, removes what <see cref="GetAttribute"/> would keep.</summary>
    public static void SetAttribute(PyObject wrapper, PyStr name, PyValue value)
    {
        var dict = wrapper.Attributes.ToDict();
        if (!value.IsMissing)
            dict.Set(name, value);
        else if (!dict.Remove(name))
            throw Raise.AttributeError($"'{wrapper.Type.Name}' object has no attribute '{name.Value}'");
    }

    /// <summary>Whether a function says that it is abstract.</summary>
    public static bool IsAbstract(PyThread thread, PyValue function) =>
        !function.IsMissing && !function.IsNone
        && Operators.TryGetAttribute(thread, function, Names.Abstract, out var flag) && Operators.IsTrue(thread, flag);
}
