namespace Keelback.Vm;

/// <summary>typing.TypeVarTuple: a variable that stands for any number of types.</summary>
internal sealed partial class PyTypeVarTuple : PyTypeParameter
{
    private static readonly PyStr s_prepare = PyStr.Intern("_typevartuple_prepare_subst");

    public PyTypeVarTuple(PyStr name)
        : base(TypeObject, name)
    {
    }

    private static partial PyValue NewRaw(
        PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var given = TypeParameterArguments.Read(
            thread, "typevartuple", arguments, keywordNames, hasConstraints: false, hasBound: false);
        var self = new PyTypeVarTuple(given.Name) { DefaultValue = given.Default };
        self.SetModule(thread);
        return self;
    }

    private static partial PyValue Repr(PyThread thread, PyValue self) => ((PyTypeVarTuple)self.Ref!).Name;

    private static partial PyValue Iterate(PyThread thread, PyValue self) => TypeParameters.IterateUnpacked(thread, self);

    private static partial PyValue GetName(PyThread thread, PyTypeVarTuple self) => self.Name;

    private static partial PyValue GetDefault(PyThread thread, PyTypeVarTuple self) => self.FindDefault(thread);

    private static partial PyValue GetDefaultEvaluator(PyThread thread, PyTypeVarTuple self) =>
        EvaluatorOf(self.DefaultEvaluator, self.DefaultValue);

    private static partial PyValue Substitute(PyThread thread, PyTypeVarTuple self, PyValue arg) =>
        thread.Raise(Raise.TypeError("Substitution of bare TypeVarTuple is not supported"));

    private static partial PyValue PrepareSubstitution(PyThread thread, PyTypeVarTuple self, PyValue alias, PyValue args) =>
        TypeParameters.CallTyping(thread, s_prepare, self, alias, args);

    private static partial PyValue Reduce(PyThread thread, PyTypeVarTuple self) => self.Name;

    private static partial bool HasDefault(PyThread thread, PyTypeVarTuple self) => self.HasAnyDefault;

    private static partial PyValue GetMroEntries(PyThread thread, PyTypeVarTuple self, PyValue @object) =>
        CannotSubclass(thread, self);
}
