namespace Keelback.Vm;

/// <summary>
/// The module builtins: what every program sees without an import. Functions stand in rooms by theme; here is what the
/// module holds besides.
/// </summary>
[PyModule("builtins", Doc = "Built-in functions, types, exceptions, and other objects.\n\nThis module provides direct access to all 'built-in' identifiers of Python.")]
internal static unsafe partial class BuiltinsModule
{
    private static void Initialize(PyThread thread, PyModule module)
    {
        module.Add("None", PyValue.None);
        module.Add("Ellipsis", PyEllipsis.Instance);
        module.Add("NotImplemented", PyNotImplemented.Instance);
        module.Add("False", PyValue.False);
        module.Add("True", PyValue.True);
        module.Add("__debug__", PyValue.FromBool(thread.Interpreter.Host.OptimizationLevel == 0));
        ReadOnlySpan<PyType> types =
        [
            CoreTypes.Object, CoreTypes.Type, BoolType.TypeObject, PyMemoryView.TypeObject, PyByteArray.TypeObject,
            PyBytes.TypeObject, PyClassMethod.TypeObject, PyComplex.TypeObject, PyDict.TypeObject, PyEnumerate.TypeObject,
            PyFilter.TypeObject, FloatType.TypeObject, PyFrozenSet.TypeObject, PyProperty.TypeObject, IntType.TypeObject,
            PyList.TypeObject, PyMap.TypeObject, PyRange.TypeObject, PyReversed.TypeObject, PySet.TypeObject,
            PySlice.TypeObject, PyStaticMethod.TypeObject, PyStr.TypeObject, PySuper.TypeObject, PyTuple.TypeObject,
            PyZip.TypeObject,
        ];
        foreach (var type in types)
            module.Add(type.Name, type);
        foreach (var (name, type) in ExceptionTypes.BuiltinNames)
            module.Add(name, type);
    }
}
