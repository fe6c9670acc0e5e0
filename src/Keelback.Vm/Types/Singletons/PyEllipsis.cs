namespace Keelback.Vm;

/// <summary>The only object of type ellipsis.</summary>
internal sealed partial class PyEllipsis : PyObject
{
    public static readonly PyEllipsis Instance = new();

    private static readonly PyStr s_text = PyStr.Intern("Ellipsis");

    private PyEllipsis()
        : base(TypeObject)
    {
    }

    private static partial PyValue New(PyThread thread, PyType cls) => Instance;

    private static partial PyValue Repr(PyThread thread, PyValue self) => s_text;

    private static partial PyValue Reduce(PyThread thread, PyEllipsis self) => s_text;
}
