using Keelback.Vm;

namespace Keelback.Modules.ContextVariables;

/// <summary>A variable that has its value in the present context.</summary>
[PyType("_contextvars.ContextVar", Doc = "A variable with a value of its own in each context.", Flags = TypeFlags.Final | TypeFlags.HasWeakReferences)]
internal sealed partial class PyContextVariable : PyObject
{
    public PyContextVariable(PyStr name, PyValue @default)
        : base(TypeObject)
    {
        Name = name;
        Default = @default;
    }

    [PyField]
    private partial PyStr Name { get; set; }

    [PyField]
    private partial PyValue Default { get; set; }

    [PyNew("ContextVar(name, *, default=<missing>)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue name, PyValue @default) => name.Ref is PyStr text
        ? new PyContextVariable(text, @default)
        : throw Raise.TypeError("context variable name must be a str");

    [PyGetter("name", Doc = "The name, for debugging.", Member = true)]
    private static PyValue GetName(PyThread thread, PyContextVariable self) => self.Name;

    [PyMethod("get($self, default=<missing>, /)", Doc = "Return the value in the present context, or a default.")]
    private static PyValue Get(PyThread thread, PyContextVariable self, PyValue @default)
    {
        if (PyContext.Current(thread).TryGet(self, out var value))
            return value;
        if (!@default.IsMissing)
            return @default;
        return self.Default.IsMissing ? throw Raise.LookupError([self]) : self.Default;
    }

    [PyMethod("set($self, value, /)", Doc = "Set the value in the present context; a token that can undo it.")]
    private static PyValue Set(PyThread thread, PyContextVariable self, PyValue value)
    {
        var context = PyContext.Current(thread);
        context.TryGet(self, out var before);
        context.Set(self, value);
        return new PyContextToken(context, self, before);
    }

    [PyMethod("reset($self, token, /)", Doc = "Put back the value that the variable had before the set() that made the token.")]
    private static void Reset(PyThread thread, PyContextVariable self, PyValue token)
    {
        if (token.Ref is not PyContextToken given)
            throw Raise.TypeError($"expected an instance of Token, got {Operators.Repr(thread, token).Value}");
        given.Restore(thread, self);
    }

    [PyMethod("__class_getitem__($type, key, /)", ClassMethod = true, Doc = "See PEP 585.")]
    private static PyValue ClassGetItem(PyThread thread, PyType cls, PyValue key) => new PyGenericAlias(cls, key);

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyContextVariable self)
    {
        var shown = self.Default.IsMissing ? "" : $" default={Operators.Repr(thread, self.Default).Value}";
        return PyStr.From(
            $"<ContextVar name={Operators.Repr(thread, self.Name).Value}{shown} at {ObjectIdentity.Address(thread, self)}>");
    }
}
