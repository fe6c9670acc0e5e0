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

    /// <summary>Whether a function says that it is abstract.</summary>
    public static bool IsAbstract(PyThread thread, PyValue function) =>
        !function.IsMissing && !function.IsNone
        && Operators.TryGetAttribute(thread, function, Names.Abstract, out var flag) && Operators.IsTrue(thread, flag);
}
