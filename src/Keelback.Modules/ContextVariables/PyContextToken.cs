using Keelback.Vm;

namespace Keelback.Modules.ContextVariables;

/// <summary>What ContextVar.set() returns: it can undo the change.</summary>
[PyType("_contextvars.Token", Doc = "What a variable was before it was set.", Flags = TypeFlags.Final | TypeFlags.NoInstantiation)]
internal sealed partial class PyContextToken : PyObject
{
    private bool _isUsed;

    public PyContextToken(PyContext context, PyContextVariable variable, PyValue before)
        : base(TypeObject)
    {
        Context = context;
        Variable = variable;
        Before = before;
    }

    [PyField]
    private partial PyContext Context { get; set; }

    [PyField]
    private partial PyContextVariable Variable { get; set; }

    [PyField]
    private partial PyValue Before { get; set; }

    /// <summary>Puts the value back.</summary>
    public void Restore(PyThread thread, PyContextVariable variable)
    {
        if (_isUsed)
            throw Raise.RuntimeError($"{Operators.Repr(thread, this).Value} has already been used once");
        if (!ReferenceEquals(variable, Variable))
            throw Raise.ValueError($"{Operators.Repr(thread, this).Value} was created by a different ContextVar");
        if (!ReferenceEquals(PyContext.Current(thread), Context))
            throw Raise.ValueError($"{Operators.Repr(thread, this).Value} was created in a different Context");
        _isUsed = true;
        Context.Set(Variable, Before);
    }

    [PyGetter("var", Doc = "The variable.")]
    private static PyValue GetVariable(PyThread thread, PyContextToken self) => self.Variable;

    [PyGetter("old_value", Doc = "The value before, or Token.MISSING.")]
    private static PyValue GetOldValue(PyThread thread, PyContextToken self) =>
        self.Before.IsMissing ? PyMissingMarker.Instance : self.Before;

    [PyMethod("__enter__($self, /)", Doc = "Return the token.")]
    private static PyValue Enter(PyThread thread, PyContextToken self) => self;

    [PyMethod("__exit__($self, type, value, traceback, /)", Doc = "Put the variable's value back.")]
    private static void Exit(PyThread thread, PyContextToken self, PyValue type, PyValue value, PyValue traceback) =>
        self.Restore(thread, self.Variable);

    [PyMethod("__class_getitem__($type, key, /)", ClassMethod = true, Doc = "See PEP 585.")]
    private static PyValue ClassGetItem(PyThread thread, PyType cls, PyValue key) => new PyGenericAlias(cls, key);

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyContextToken self) => PyStr.From(
        $"<Token{(self._isUsed ? " used" : "")} var={Operators.Repr(thread, self.Variable).Value} at {ObjectIdentity.Address(thread, self)}>");
}

/// <summary>Token.MISSING: the variable had no value.</summary>
[PyType("builtins.Token.MISSING", Doc = "No value.", Flags = TypeFlags.Final | TypeFlags.NoInstantiation)]
internal sealed partial class PyMissingMarker : PyObject
{
    private PyMissingMarker()
        : base(TypeObject)
    {
    }

    /// <summary>The only instance.</summary>
    public static PyMissingMarker Instance { get; } = new();

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyMissingMarker self) => PyStr.Intern("<Token.MISSING>");
}
