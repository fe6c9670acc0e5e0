namespace Keelback.Vm;

/// <summary>A bound method: a callable and what it is bound to.</summary>
internal sealed partial class PyMethod : PyObject
{
    public PyMethod(PyValue function, PyValue self)
        : base(TypeObject)
    {
        Function = function;
        Self = self;
    }

    [PyField]
    public partial PyValue Function { get; private set; }

    [PyField]
    public partial PyValue Self { get; private set; }
}
