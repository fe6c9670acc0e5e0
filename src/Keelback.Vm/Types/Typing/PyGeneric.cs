namespace Keelback.Vm;

/// <summary>typing.Generic: the base of generic classes. What it does when subscripted or derived from is in typing.</summary>
internal sealed partial class PyGeneric : PyObject
{
    private static readonly PyStr s_getItem = PyStr.Intern("_generic_class_getitem");
    private static readonly PyStr s_initializeSubclass = PyStr.Intern("_generic_init_subclass");

    private InstanceAttributes _attributes;

    private PyGeneric(PyType type)
        : base(type)
    {
    }

    internal override ref InstanceAttributes Attributes => ref _attributes;

    private static partial PyValue NewRaw(
        PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) => new PyGeneric(cls);

    private static partial PyValue ClassGetItem(PyThread thread, PyType cls, ReadOnlySpan<PyValue> args, PyDict? kwargs) =>
        Forward(thread, s_getItem, cls, args, kwargs);

    private static partial PyValue InitializeSubclass(
        PyThread thread, PyType cls, ReadOnlySpan<PyValue> args, PyDict? kwargs) =>
        Forward(thread, s_initializeSubclass, cls, args, kwargs);

    private static PyValue Forward(
        PyThread thread, PyStr function, PyType cls, ReadOnlySpan<PyValue> args, PyDict? kwargs)
    {
        PyValue[] arguments = [cls, .. args];
        if (kwargs is not { Count: > 0 })
            return TypeParameters.CallTyping(thread, function, arguments);
        var names = new List<PyValue>();
        var values = new List<PyValue>(arguments);
        for (var i = 0; i < kwargs.EntryEnd; i++)
        {
            if (kwargs.EntryAt(i).Key.IsMissing)
                continue;
            names.Add(kwargs.EntryAt(i).Key);
            values.Add(kwargs.EntryAt(i).Value);
        }

        return thread.Call(TypeParameters.FindInTyping(thread, function), [.. values], PyTuple.Own([.. names]));
    }
}
