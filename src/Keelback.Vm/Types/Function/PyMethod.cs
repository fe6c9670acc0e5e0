using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>A bound method: a callable and what it is bound to.</summary>
internal sealed partial class PyMethod : PyObject
{
    private static readonly PyStr s_getAttr = PyStr.Intern("getattr");

    public PyMethod(PyValue function, PyValue self)
        : base(TypeObject)
    {
        Function = function;
        Self = self;
    }

    [PyField]
    public partial PyValue Function { get; private set; }

    [PyField]
    public partial PyValue Self { get; private set; }

    private static partial PyValue New(PyThread thread, PyType cls, PyValue function, PyValue instance)
    {
        if (!Operators.IsCallable(function))
            throw Raise.TypeError("first argument must be callable");
        if (instance.IsNone)
            throw Raise.TypeError("instance must not be None");
        return new PyMethod(function, instance);
    }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var method = (PyMethod)self.Ref!;
        var name = Operators.TryGetAttribute(thread, method.Function, Names.QualName, out var qualified) && qualified.Ref is PyStr q
            ? q.Value
            : Operators.TryGetAttribute(thread, method.Function, Names.Name, out var plain) && plain.Ref is PyStr p ? p.Value : "?";
        return PyStr.From($"<bound method {name} of {Operators.Repr(thread, method.Self).Value}>");
    }

    private static partial long Hash(PyThread thread, PyValue self)
    {
        var method = (PyMethod)self.Ref!;
        return unchecked(ObjectIdentity.Hash(method.Self) ^ (Operators.Hash(thread, method.Function) * 31));
    }

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (left.Ref is not PyMethod first || right.Ref is not PyMethod second
            || op is not (ComparisonOperator.Eq or ComparisonOperator.Ne))
            return PyNotImplemented.Instance;
        var areEqual = first.Self.Is(second.Self) && Operators.Equals(thread, first.Function, second.Function);
        return PyValue.FromBool(areEqual == (op == ComparisonOperator.Eq));
    }

    private static partial PyValue Call(
        PyThread thread, PyValue callee, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var method = (PyMethod)callee.Ref!;
        return thread.Invoke(method.Function, [method.Self, .. arguments], keywordNames);
    }

    private static partial PyValue Bind(PyThread thread, PyValue descriptor, PyValue instance, PyValue owner) => descriptor;

    // What the method itself does not have is the function's.
    private static partial PyValue GetAttribute(PyThread thread, PyValue self, PyStr name)
    {
        var found = self.Type.Lookup(name);
        return found.IsMissing
            ? Operators.GetAttribute(thread, ((PyMethod)self.Ref!).Function, name)
            : ObjectType.GetAttribute(thread, self, name);
    }

    private static partial PyValue GetFunction(PyThread thread, PyMethod self) => self.Function;

    private static partial PyValue GetSelf(PyThread thread, PyMethod self) => self.Self;

    private static partial PyValue GetDoc(PyThread thread, PyMethod self) =>
        Operators.TryGetAttribute(thread, self.Function, Names.Doc, out var doc) ? doc : PyValue.None;

    private static partial PyValue Reduce(PyThread thread, PyMethod self) => PyTuple.From(
        thread.Interpreter.GetBuiltin(thread, s_getAttr.Value),
        PyTuple.From(self.Self, Operators.GetAttribute(thread, self.Function, Names.Name)));
}
