using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>The only object of type NoneType.</summary>
internal sealed partial class PyNone : PyObject
{
    public static readonly PyNone Instance = new();

    private static readonly PyStr s_text = PyStr.Intern("None");

    private PyNone()
        : base(TypeObject)
    {
    }

    private static partial PyValue New(PyThread thread, PyType cls) => PyValue.None;

    private static partial PyValue Repr(PyThread thread, PyValue self) => s_text;

    private static partial bool IsTrue(PyThread thread, PyValue self) => false;

    private static partial long Hash(PyThread thread, PyValue self) => 0xFCA86420;

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op) => op switch
    {
        ComparisonOperator.Eq when left.Is(right) => PyValue.True,
        ComparisonOperator.Ne when left.Is(right) => PyValue.False,
        _ => PyNotImplemented.Instance,
    };
}
