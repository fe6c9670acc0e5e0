using Keelback.Vm;

namespace Keelback.Modules.Functools;

/// <summary>The _functools module: reduce, partial, cmp_to_key and the cache of lru_cache.</summary>
[PyModule("_functools", Doc = "Tools that operate on functions.")]
internal static partial class FunctoolsModule
{
    private static void Initialize(PyThread thread, PyModule module)
    {
        module.Add("partial", PyPartial.TypeObject);
        module.Add("_PlaceholderType", PyPlaceholder.TypeObject);
        module.Add("Placeholder", PyPlaceholder.Instance);
        module.Add("_lru_cache_wrapper", PyLruCacheWrapper.TypeObject);
    }

    [PyFunction("reduce(function, iterable, /, initial=<missing>)", Doc = "Apply a function of two arguments to the items from left to right, so that one value is left.")]
    private static PyValue Reduce(PyThread thread, PyValue function, PyValue iterable, PyValue initial)
    {
        if (!Operators.IsIterable(iterable))
            throw Raise.TypeError("reduce() arg 2 must support iteration");
        var result = initial;
        foreach (var item in Operators.Iterate(thread, iterable))
            result = result.IsMissing ? item : thread.Call(function, result, item);
        return result.IsMissing ? throw Raise.TypeError("reduce() of empty iterable with no initial value") : result;
    }

    [PyFunction("cmp_to_key(mycmp)", Doc = "Turn a function that compares two values into a key function.")]
    private static PyValue CompareToKey(PyThread thread, PyValue mycmp) => new PyComparisonKey(mycmp, default);
}

/// <summary>The key that cmp_to_key() makes of a comparison.</summary>
[PyType("functools.KeyWrapper", Doc = "A key that orders by a comparison function.")]
internal sealed partial class PyComparisonKey : PyObject
{
    public PyComparisonKey(PyValue compare, PyValue value)
        : base(TypeObject)
    {
        Compare = compare;
        Value = value;
    }

    [PyField]
    private partial PyValue Compare { get; set; }

    [PyField]
    private partial PyValue Value { get; set; }

    [PySlot("tp_call")]
    private static PyValue Call(PyThread thread, PyValue callee, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        if (arguments.Length != 1 || (keywordNames is { Count: 1 } && keywordNames[0].Ref is PyStr { Value: not "obj" }))
            throw Raise.TypeError($"K() takes exactly one argument ({arguments.Length} given)");
        return new PyComparisonKey(((PyComparisonKey)callee.Ref!).Compare, arguments[0]);
    }

    [PySlot("tp_richcompare")]
    private static PyValue RichCompare(PyThread thread, PyComparisonKey self, PyValue right, Bytecode.ComparisonOperator op)
    {
        if (right.Ref is not PyComparisonKey other)
            throw Raise.TypeError("other argument must be K instance");
        if (self.Value.IsMissing || other.Value.IsMissing)
            throw Raise.AttributeError("object");
        var result = thread.Call(self.Compare, self.Value, other.Value);
        return Operators.Compare(thread, op, result, PyValue.FromInt(0));
    }

    [PyGetter("obj", Doc = "Value wrapped by a key function.", Member = true)]
    private static PyValue GetObject(PyThread thread, PyComparisonKey self) => self.Value.OrNone();

    [PySetter("obj")]
    private static void SetObject(PyThread thread, PyComparisonKey self, PyValue value) => self.Value = value;
}

/// <summary>The sentinel that keeps a place among the arguments of a partial.</summary>
[PyType("functools._PlaceholderType", Doc = "The type of the Placeholder singleton.\n\nIt keeps a place for a positional argument.", Flags = TypeFlags.Final)]
internal sealed partial class PyPlaceholder : PyObject
{
    private PyPlaceholder()
        : base(TypeObject)
    {
    }

    /// <summary>The only instance.</summary>
    public static PyPlaceholder Instance { get; } = new();

    [PyNew("_PlaceholderType()")]
    private static PyValue New(PyThread thread, PyType cls) => Instance;

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyValue self) => PyStr.From("Placeholder");

    [PyMethod("__reduce__($self, /)", Doc = "Return what pickle needs.")]
    private static PyValue Reduce(PyThread thread, PyPlaceholder self) => PyStr.From("Placeholder");
}
