namespace Keelback.Vm;

/// <summary>typing.TypeVar: a variable that stands for one type.</summary>
internal sealed partial class PyTypeVar : PyTypeParameter
{
    private const string BoundMessage = "Bound must be a type.";
    private static readonly PyStr s_substitute = PyStr.Intern("_typevar_subst");
    private static readonly PyStr s_parameters = PyStr.Intern("__parameters__");
    private readonly Variance _variance;

    public PyTypeVar(PyStr name, Variance variance)
        : base(TypeObject, name)
    {
        _variance = variance;
    }

    [PyField]
    private partial PyValue Bound { get; set; }

    /// <summary>The function that computes the bound; missing where there is none.</summary>
    [PyField]
    public partial PyValue BoundEvaluator { get; set; }

    [PyField]
    private partial PyValue Constraints { get; set; }

    /// <summary>The function that computes the constraints; missing where there is none.</summary>
    [PyField]
    public partial PyValue ConstraintsEvaluator { get; set; }

    private static partial PyValue NewRaw(
        PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var given = TypeParameterArguments.Read(thread, "typevar", arguments, keywordNames, hasConstraints: true, hasBound: true);
        var self = new PyTypeVar(given.Name, given.Variance) { DefaultValue = given.Default };
        if (!given.Bound.IsNone)
            self.Bound = TypeParameters.CheckType(thread, given.Bound, BoundMessage);
        if (given.Constraints.Length == 1)
            throw Raise.TypeError("A single constraint is not allowed");
        if (given.Constraints.Length > 0 && !self.Bound.IsMissing)
            throw Raise.TypeError("Constraints cannot be combined with bound=...");
        if (given.Constraints.Length > 0)
            self.Constraints = PyTuple.From(given.Constraints);
        self.SetModule(thread);
        return self;
    }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var variable = (PyTypeVar)self.Ref!;
        return variable._variance.Show(variable.Name);
    }

    private static partial PyValue Or(PyThread thread, PyValue left, PyValue right) =>
        UnionTypes.Of(thread, PyTuple.From(left, right));

    private static partial PyValue GetName(PyThread thread, PyTypeVar self) => self.Name;

    private static partial bool IsCovariant(PyThread thread, PyTypeVar self) => self._variance.IsCovariant;

    private static partial bool IsContravariant(PyThread thread, PyTypeVar self) => self._variance.IsContravariant;

    private static partial bool InfersVariance(PyThread thread, PyTypeVar self) => self._variance.IsInferred;

    private static partial PyValue GetBound(PyThread thread, PyTypeVar self)
    {
        if (self.Bound.IsMissing && !self.BoundEvaluator.IsMissing)
            self.Bound = thread.Call(self.BoundEvaluator);
        return self.Bound.OrNone();
    }

    private static partial PyValue GetConstraints(PyThread thread, PyTypeVar self)
    {
        if (self.Constraints.IsMissing && !self.ConstraintsEvaluator.IsMissing)
            self.Constraints = thread.Call(self.ConstraintsEvaluator);
        return self.Constraints.IsMissing ? PyTuple.Empty : self.Constraints;
    }

    private static partial PyValue GetDefault(PyThread thread, PyTypeVar self) => self.FindDefault(thread);

    private static partial PyValue GetBoundEvaluator(PyThread thread, PyTypeVar self) =>
        EvaluatorOf(self.BoundEvaluator, self.Bound);

    private static partial PyValue GetConstraintsEvaluator(PyThread thread, PyTypeVar self) =>
        EvaluatorOf(self.ConstraintsEvaluator, self.Constraints);

    private static partial PyValue GetDefaultEvaluator(PyThread thread, PyTypeVar self) =>
        EvaluatorOf(self.DefaultEvaluator, self.DefaultValue);

    private static partial PyValue Substitute(PyThread thread, PyTypeVar self, PyValue arg) =>
        TypeParameters.CallTyping(thread, s_substitute, self, arg);

    private static partial PyValue PrepareSubstitution(PyThread thread, PyTypeVar self, PyValue alias, PyValue args)
    {
        var parameters = Operators.ToTuple(thread, Operators.GetAttribute(thread, alias, s_parameters));
        var given = Operators.ToTuple(thread, args);
        var place = Array.IndexOf(parameters.Items, self);
        if (place < 0)
            throw Raise.ValueError("sequence.index(x): x not in sequence");
        if (place < given.Count)
            return args;
        var @default = self.FindDefault(thread);
        if (place == given.Count && @default.Ref is not PyNoDefault)
            return PyTuple.Own([.. given.Items, @default]);
        throw Raise.TypeError(
            $"Too few arguments for {Operators.Str(thread, alias).Value}; actual {given.Count}, expected at least {place + 1}");
    }

    private static partial PyValue Reduce(PyThread thread, PyTypeVar self) => self.Name;

    private static partial bool HasDefault(PyThread thread, PyTypeVar self) => self.HasAnyDefault;

    private static partial PyValue GetMroEntries(PyThread thread, PyTypeVar self, PyValue @object) => CannotSubclass(thread, self);
}
