namespace Keelback.Vm;

/// <summary>A cell: a variable that several scopes share.</summary>
internal sealed partial class PyCell : PyObject
{
    public PyCell()
        : base(TypeObject)
    {
    }

    public PyCell(PyValue value)
        : base(TypeObject)
    {
        Value = value;
    }

    /// <summary>The content; missing while the cell is empty.</summary>
    [PyField]
    public partial PyValue Value { get; set; }
}
