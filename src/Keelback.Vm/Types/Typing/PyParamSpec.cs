using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>typing.ParamSpec: a variable that stands for the parameters of a callable.</summary>
internal sealed partial class PyParamSpec : PyTypeParameter
{
    private const string BoundMessage = "Bound must be a type.";
    private static readonly PyStr s_substitute = PyStr.Intern("_paramspec_subst");
    private static readonly PyStr s_prepare = PyStr.Intern("_paramspec_prepare_subst");
    private readonly Variance _variance;

    public PyParamSpec(PyStr name, Variance variance)
        : base(TypeObject, name)
    {
        _variance = variance;
    }

    [PyField]
    private partial PyValue Bound { get; set; }

    private static partial PyValue NewRaw(
        PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var given = TypeParameterArguments.Read(
            thread, "paramspec", arguments, keywordNames, hasConstraints: false, hasBound: true);
        var self = new PyParamSpec(given.Name, given.Variance) { DefaultValue = given.Default };
        if (!given.Bound.IsNone)
            self.Bound = TypeParameters.CheckType(thread, given.Bound, BoundMessage);
        self.SetModule(thread);
        return self;
    }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var specification = (PyParamSpec)self.Ref!;
        return specification._variance.Show(specification.Name);
    }

    private static partial PyValue Or(PyThread thread, PyValue left, PyValue right) =>
        UnionTypes.Of(thread, PyTuple.From(left, right));

    private static partial PyValue GetName(PyThread thread, PyParamSpec self) => self.Name;

    private static partial PyValue GetBound(PyThread thread, PyParamSpec self) => self.Bound.OrNone();

    private static partial bool IsCovariant(PyThread thread, PyParamSpec self) => self._variance.IsCovariant;

    private static partial bool IsContravariant(PyThread thread, PyParamSpec self) => self._variance.IsContravariant;

    private static partial bool InfersVariance(PyThread thread, PyParamSpec self) => self._variance.IsInferred;

    private static partial PyValue GetArgs(PyThread thread, PyParamSpec self) => new PyParamSpecArgs(self);

    private static partial PyValue GetKwargs(PyThread thread, PyParamSpec self) => new PyParamSpecKwargs(self);

    private static partial PyValue GetDefault(PyThread thread, PyParamSpec self) => self.FindDefault(thread);

    private static partial PyValue GetDefaultEvaluator(PyThread thread, PyParamSpec self) =>
        EvaluatorOf(self.DefaultEvaluator, self.DefaultValue);

    private static partial PyValue Substitute(PyThread thread, PyParamSpec self, PyValue arg) =>
        TypeParameters.CallTyping(thread, s_substitute, self, arg);

    private static partial PyValue PrepareSubstitution(PyThread thread, PyParamSpec self, PyValue alias, PyValue args) =>
        TypeParameters.CallTyping(thread, s_prepare, self, alias, args);

    private static partial bool HasDefault(PyThread thread, PyParamSpec self) => self.HasAnyDefault;

    private static partial PyValue Reduce(PyThread thread, PyParamSpec self) => self.Name;

    private static partial PyValue GetMroEntries(PyThread thread, PyParamSpec self, PyValue @object) =>
        CannotSubclass(thread, self);
}

/// <summary>P.args of a parameter specification P.</summary>
internal sealed partial class PyParamSpecArgs : PyObject
{
    public PyParamSpecArgs(PyValue origin)
        : base(TypeObject)
    {
        Origin = origin;
    }

    [PyField]
    private partial PyValue Origin { get; set; }

    private static partial PyValue New(PyThread thread, PyType cls, PyValue origin) => new PyParamSpecArgs(origin);

    private static partial PyValue Repr(PyThread thread, PyValue self) =>
        PyStr.From($"{TypeParameters.NameOrRepr(thread, ((PyParamSpecArgs)self.Ref!).Origin)}.args");

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op) =>
        left.Ref is PyParamSpecArgs first && right.Ref is PyParamSpecArgs second
            && op is (ComparisonOperator.Eq or ComparisonOperator.Ne)
            ? Operators.TryCompare(thread, op, first.Origin, second.Origin)
            : PyNotImplemented.Instance;

    private static partial PyValue GetOrigin(PyThread thread, PyParamSpecArgs self) => self.Origin;

    private static partial PyValue GetMroEntries(PyThread thread, PyParamSpecArgs self, PyValue @object) =>
        thread.Raise(Raise.TypeError("Cannot subclass an instance of ParamSpecArgs"));
}

/// <summary>P.kwargs of a parameter specification P.</summary>
internal sealed partial class PyParamSpecKwargs : PyObject
{
    public PyParamSpecKwargs(PyValue origin)
        : base(TypeObject)
    {
        Origin = origin;
    }

    [PyField]
    private partial PyValue Origin { get; set; }

    private static partial PyValue New(PyThread thread, PyType cls, PyValue origin) => new PyParamSpecKwargs(origin);

    private static partial PyValue Repr(PyThread thread, PyValue self) =>
        PyStr.From($"{TypeParameters.NameOrRepr(thread, ((PyParamSpecKwargs)self.Ref!).Origin)}.kwargs");

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op) =>
        left.Ref is PyParamSpecKwargs first && right.Ref is PyParamSpecKwargs second
            && op is (ComparisonOperator.Eq or ComparisonOperator.Ne)
            ? Operators.TryCompare(thread, op, first.Origin, second.Origin)
            : PyNotImplemented.Instance;

    private static partial PyValue GetOrigin(PyThread thread, PyParamSpecKwargs self) => self.Origin;

    private static partial PyValue GetMroEntries(PyThread thread, PyParamSpecKwargs self, PyValue @object) =>
        thread.Raise(Raise.TypeError("Cannot subclass an instance of ParamSpecKwargs"));
}
