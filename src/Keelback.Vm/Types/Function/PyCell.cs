using Keelback.Bytecode;

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

    private static partial PyValue New(PyThread thread, PyType cls, PyValue contents) => new PyCell(contents);

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var cell = (PyCell)self.Ref!;
        var content = cell.Value.IsMissing
            ? "empty"
            : $"{cell.Value.Type.Name} object at {ObjectIdentity.Address(thread, cell.Value)}";
        return PyStr.From($"<cell at {ObjectIdentity.Address(thread, self)}: {content}>");
    }

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (left.Ref is not PyCell first || right.Ref is not PyCell second)
            return PyNotImplemented.Instance;
        if (!first.Value.IsMissing && !second.Value.IsMissing)
            return Operators.Compare(thread, op, first.Value, second.Value);

        // An empty cell comes before any other.
        var sign = (first.Value.IsMissing ? 0 : 1) - (second.Value.IsMissing ? 0 : 1);
        return PyValue.FromBool(Operators.Holds(op, sign));
    }

    private static partial PyValue GetContents(PyThread thread, PyCell self) =>
        self.Value.IsMissing ? throw Raise.ValueError("cell is empty") : self.Value;

    private static partial void SetContents(PyThread thread, PyCell self, PyValue value) => self.Value = value;
}
