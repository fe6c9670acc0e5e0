namespace Keelback.Vm;

/// <summary>A value that an asynchronous generator yields, wrapped so that it differs from what its awaits yield.</summary>
internal sealed partial class PyAsyncGeneratorValue : PyObject
{
    public PyAsyncGeneratorValue(PyValue value)
        : base(TypeObject)
    {
        Value = value;
    }

    [PyField]
    public partial PyValue Value { get; private set; }
}
