using System.Collections.Immutable;
using Keelback.Vm;

namespace Keelback.Modules.ContextVariables;

/// <summary>A mapping of context variables to values. It is immutable inside, so that a copy costs nothing.</summary>
[PyType("_contextvars.Context", Doc = "A mapping of context variables to values.", Flags = TypeFlags.Final | TypeFlags.HasWeakReferences | TypeFlags.Mapping)]
internal sealed partial class PyContext : PyObject
{
    private ImmutableDictionary<PyContextVariable, PyValue> _values;
    private bool _isEntered;

    public PyContext(ImmutableDictionary<PyContextVariable, PyValue>? values = null)
        : base(TypeObject)
    {
        _values = values ?? ImmutableDictionary<PyContextVariable, PyValue>.Empty;
    }

    private PyContext? Previous { get; set; }

    /// <summary>The context in which the thread runs.</summary>
    public static PyContext Current(PyThread thread) => thread.Interpreter.GetState<PresentContexts>()[thread];

    /// <summary>A context with the same values.</summary>
    public PyContext Copied() => new(_values);

    /// <summary>The value of a variable.</summary>
    public bool TryGet(PyContextVariable variable, out PyValue value) => _values.TryGetValue(variable, out value);

    /// <summary>Gives a variable a value or, with a missing one, takes it away.</summary>
    public void Set(PyContextVariable variable, PyValue value) =>
        _values = value.IsMissing ? _values.Remove(variable) : _values.SetItem(variable, value);

    /// <summary>Makes this the present context.</summary>
    public void Enter(PyThread thread)
    {
        if (_isEntered)
            throw Raise.RuntimeError($"cannot enter context: {Operators.Repr(thread, this).Value} is already entered");
        var present = thread.Interpreter.GetState<PresentContexts>();
        Previous = present[thread];
        _isEntered = true;
        present[thread] = this;
    }

    /// <summary>Makes the context before the present one again.</summary>
    public void Leave(PyThread thread)
    {
        thread.Interpreter.GetState<PresentContexts>()[thread] = Previous!;
        Previous = null;
        _isEntered = false;
    }

    protected internal override void Traverse(Gc.ReferenceVisitor visitor)
    {
        base.Traverse(visitor);
        visitor.Visit(Previous);
        foreach (var (variable, value) in _values)
        {
            visitor.Visit(variable);
            visitor.Visit(value.Ref);
        }
    }

    [PyNew("Context()")]
    private static PyValue New(PyThread thread, PyType cls) => new PyContext();

    [PyMethod("run($self, callable, /, *args, **kwargs)", Doc = "Call a function within this context.")]
    private static PyValue Run(PyThread thread, PyContext self, PyValue callable, ReadOnlySpan<PyValue> args, PyDict? kwargs)
    {
        var values = new List<PyValue>(args.ToArray());
        var names = new List<PyValue>();
        for (var i = 0; i < (kwargs?.EntryEnd ?? 0); i++)
        {
            ref var entry = ref kwargs!.EntryAt(i);
            names.Add(entry.Key);
            values.Add(entry.Value);
        }

        self.Enter(thread);
        try
        {
            return thread.Call(callable, values.ToArray(), names.Count == 0 ? null : PyTuple.Own([.. names]));
        }
        finally
        {
            self.Leave(thread);
        }
    }

    [PyMethod("copy($self, /)", Doc = "Return a copy.")]
    private static PyValue Copy(PyThread thread, PyContext self) => self.Copied();

    [PyMethod("get($self, key, default=None, /)", Doc = "Return the value of a variable, or a default.")]
    private static PyValue Get(PyThread thread, PyContext self, PyValue key, PyValue @default) =>
        self.TryGet(Key(thread, key), out var value) ? value : @default;

    [PyMethod("keys($self, /)", Doc = "Return the variables.")]
    private static PyValue Keys(PyThread thread, PyContext self) => new PyList([.. self._values.Keys]);

    [PyMethod("values($self, /)", Doc = "Return the values.")]
    private static PyValue Values(PyThread thread, PyContext self) => new PyList([.. self._values.Values]);

    [PyMethod("items($self, /)", Doc = "Return pairs of variables and values.")]
    private static PyValue Items(PyThread thread, PyContext self) =>
        new PyList([.. self._values.Select(pair => (PyValue)PyTuple.From(pair.Key, pair.Value))]);

    [PySlot("mp_subscript")]
    private static PyValue Subscript(PyThread thread, PyContext self, PyValue key) =>
        self.TryGet(Key(thread, key), out var value) ? value : throw Raise.KeyError(key);

    [PySlot("mp_length")]
    private static long Length(PyThread thread, PyContext self) => self._values.Count;

    [PySlot("sq_contains")]
    private static bool Contains(PyThread thread, PyContext self, PyValue key) => self.TryGet(Key(thread, key), out _);

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyContext self) => Operators.GetIterator(thread, Keys(thread, self));

    private static PyContextVariable Key(PyThread thread, PyValue key) => key.Ref as PyContextVariable
        ?? throw Raise.TypeError($"a ContextVar key was expected, got {Operators.Repr(thread, key).Value}");

    private sealed class PresentContexts
    {
        private readonly System.Runtime.CompilerServices.ConditionalWeakTable<PyThread, PyContext> _contexts = [];

        public PyContext this[PyThread thread]
        {
            get => _contexts.GetValue(thread, static _ => new PyContext());
            set => _contexts.AddOrUpdate(thread, value);
        }
    }
}
