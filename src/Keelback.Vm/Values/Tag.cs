namespace Keelback.Vm;

/// <summary>What stands in a <see cref="PyValue"/>'s reference for a kind of inline value; its Type is the Python type.</summary>
internal sealed class Tag : PyObject
{
    public static readonly Tag Int = new(IntType.TypeObject);
    public static readonly Tag Float = new(FloatType.TypeObject);
    public static readonly Tag Bool = new(BoolType.TypeObject);

    private Tag(PyType type)
        : base(type)
    {
    }
}
