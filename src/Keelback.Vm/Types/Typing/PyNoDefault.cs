namespace Keelback.Vm;

/// <summary>typing.NoDefault: says that a type parameter has no default.</summary>
internal sealed partial class PyNoDefault : PyObject
{
    /// <summary>The only instance.</summary>
    public static readonly PyNoDefault Instance = new();

    private PyNoDefault()
        : base(TypeObject)
    {
    }

    private static partial PyValue New(PyThread thread, PyType cls) => Instance;

    private static partial PyValue Repr(PyThread thread, PyValue self) => PyStr.From("typing.NoDefault");

    private static partial PyValue Reduce(PyThread thread, PyNoDefault self) => PyStr.From("NoDefault");
}

/// <summary>A function that gives a bound, default or value which did not have to be computed.</summary>
internal sealed partial class PyConstantEvaluator : PyObject
{
    // annotationlib.Format.STRING
    private const long TextFormat = 4;

    public PyConstantEvaluator(PyValue value)
        : base(TypeObject)
    {
        Value = value;
    }

    [PyField]
    private partial PyValue Value { get; set; }

    private static partial PyValue Repr(PyThread thread, PyValue self) =>
        PyStr.From($"<constevaluator {Operators.Repr(thread, ((PyConstantEvaluator)self.Ref!).Value).Value}>");

    private static partial PyValue Call(
        PyThread thread, PyValue callee, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        if (keywordNames is { Count: > 0 })
            return thread.Raise(Raise.TypeError("constevaluator.__call__() takes no keyword arguments"));
        if (arguments.Length != 1)
        {
            return thread.Raise(Raise.TypeError(
                $"constevaluator.__call__() takes exactly 1 argument ({arguments.Length} given)"));
        }

        var value = ((PyConstantEvaluator)callee.Ref!).Value;
        if (Operators.ToInt64(thread, arguments[0]) != TextFormat)
            return value;
        if (value.Ref is not PyTuple tuple)
            return PyStr.From(TypeText.Of(thread, value));
        var parts = new string[tuple.Count];
        for (var i = 0; i < parts.Length; i++)
            parts[i] = TypeText.Of(thread, tuple[i]);
        return PyStr.From($"({string.Join(", ", parts)})");
    }
}
