namespace Keelback.Vm;

/// <summary>The only object of type NotImplementedType: an operator's way to say that it does not know the operand.</summary>
internal sealed partial class PyNotImplemented : PyObject
{
    public static readonly PyNotImplemented Instance = new();

    private static readonly PyStr s_text = PyStr.Intern("NotImplemented");

    private PyNotImplemented()
        : base(TypeObject)
    {
    }

    private static partial PyValue New(PyThread thread, PyType cls) => Instance;

    private static partial PyValue Repr(PyThread thread, PyValue self) => s_text;

    private static partial bool IsTrue(PyThread thread, PyValue self) =>
        throw Raise.TypeError("NotImplemented should not be used in a boolean context");

    private static partial PyValue Reduce(PyThread thread, PyNotImplemented self) => s_text;
}
