using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>typing.Union: what <c>int | str</c> makes. How unions are made is in <see cref="UnionTypes"/>.</summary>
internal sealed partial class PyUnion : PyObject
{
    private static readonly PyStr s_name = PyStr.Intern("Union");

    public PyUnion(PyTuple arguments)
        : base(TypeObject)
    {
        Arguments = arguments;
    }

    /// <summary>The types, none of them a union.</summary>
    [PyField]
    public partial PyTuple Arguments { get; private set; }

    [PyField]
    private partial PyTuple? Parameters { get; set; }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var text = new System.Text.StringBuilder();
        foreach (var argument in ((PyUnion)self.Ref!).Arguments.Items)
            text.Append(text.Length > 0 ? " | " : "").Append(TypeText.Of(thread, argument));
        return PyStr.From(text.ToString());
    }

    private static partial long Hash(PyThread thread, PyValue self)
    {
        var union = (PyUnion)self.Ref!;
        var (hashable, others) = UnionTypes.Split(thread, union.Arguments);
        return others.Count == 0
            ? hashable.HashOfItems()
            : throw Raise.TypeError(
                $"union contains {others.Count} unhashable element{(others.Count > 1 ? "s" : "")}");
    }

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (left.Ref is not PyUnion first || right.Ref is not PyUnion second
            || op is not (ComparisonOperator.Eq or ComparisonOperator.Ne))
            return PyNotImplemented.Instance;
        return PyValue.FromBool(UnionTypes.AreEqual(thread, first, second) == (op == ComparisonOperator.Eq));
    }

    private static partial PyValue Or(PyThread thread, PyValue left, PyValue right) => UnionTypes.Or(thread, left, right);

    private static partial PyValue Subscript(PyThread thread, PyValue left, PyValue right)
    {
        var union = (PyUnion)left.Ref!;
        var arguments = TypeSubstitution.Substitute(thread, left, union.Arguments, union.FindParameters(thread), right);
        var result = arguments[0];
        foreach (var argument in arguments.Items.AsSpan(1))
            result = Operators.Binary(thread, BinaryOperator.Or, result, argument);
        return result;
    }

    private static partial PyValue GetArguments(PyThread thread, PyUnion self) => self.Arguments;

    private static partial PyValue GetName(PyThread thread, PyUnion self) => s_name;

    private static partial PyValue GetOrigin(PyThread thread, PyUnion self) => TypeObject;

    private static partial PyValue GetParameters(PyThread thread, PyUnion self) => self.FindParameters(thread);

    private static partial PyValue GetMroEntries(PyThread thread, PyUnion self, PyValue @object) =>
        thread.Raise(Raise.TypeError($"Cannot subclass {Operators.Repr(thread, self).Value}"));

    private static partial PyValue ClassGetItem(PyThread thread, PyType cls, PyValue @object) =>
        UnionTypes.Of(thread, @object.Ref as PyTuple ?? PyTuple.From(@object));

    private PyTuple FindParameters(PyThread thread) => Parameters ??= TypeSubstitution.ParametersOf(thread, Arguments.Items);
}
