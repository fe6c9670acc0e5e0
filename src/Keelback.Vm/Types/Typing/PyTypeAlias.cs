namespace Keelback.Vm;

/// <summary>typing.TypeAliasType: what the type statement makes. Its value is computed when first asked for.</summary>
internal sealed partial class PyTypeAlias : PyObject
{
    public PyTypeAlias(PyStr name, PyTuple parameters, PyValue evaluator)
        : base(TypeObject)
    {
        Name = name;
        TypeParams = parameters;
        Evaluator = evaluator;
    }

    [PyField]
    private partial PyStr Name { get; set; }

    [PyField]
    private partial PyTuple TypeParams { get; set; }

    /// <summary>The function that computes the value; missing where it was given.</summary>
    [PyField]
    private partial PyValue Evaluator { get; set; }

    [PyField]
    private partial PyValue Value { get; set; }

    [PyField]
    private partial PyValue Module { get; set; }

    private static partial PyValue New(PyThread thread, PyType cls, PyStr name, PyValue value, PyTuple typeParams)
    {
        var isDefaultSeen = false;
        foreach (var parameter in typeParams.Items)
        {
            if (parameter.Ref is not PyTypeParameter known)
                throw Raise.TypeError($"Expected a type param, got {Operators.Repr(thread, parameter).Value}");
            var hasDefault = known.FindDefault(thread).Ref is not PyNoDefault;
            if (isDefaultSeen && !hasDefault)
            {
                throw Raise.TypeError(
                    $"non-default type parameter '{Operators.Repr(thread, parameter).Value}' follows default type parameter");
            }

            isDefaultSeen |= hasDefault;
        }

        return new PyTypeAlias(name, typeParams, default) { Value = value, Module = TypeParameters.CallerModule(thread) };
    }

    private static partial PyValue Repr(PyThread thread, PyValue self) => ((PyTypeAlias)self.Ref!).Name;

    private static partial PyValue Iterate(PyThread thread, PyValue self) => TypeParameters.IterateUnpacked(thread, self);

    private static partial PyValue Or(PyThread thread, PyValue left, PyValue right) => UnionTypes.Or(thread, left, right);

    private static partial PyValue Subscript(PyThread thread, PyValue left, PyValue right) =>
        ((PyTypeAlias)left.Ref!).TypeParams.Count == 0
            ? thread.Raise(Raise.TypeError("Only generic type aliases are subscriptable"))
            : new PyGenericAlias(left, right);

    private static partial PyValue GetName(PyThread thread, PyTypeAlias self) => self.Name;

    private static partial PyValue GetParameters(PyThread thread, PyTypeAlias self) =>
        TypeParameters.Unpacked(thread, self.TypeParams);

    private static partial PyValue GetTypeParams(PyThread thread, PyTypeAlias self) => self.TypeParams;

    private static partial PyValue GetValue(PyThread thread, PyTypeAlias self)
    {
        if (self.Value.IsMissing)
            self.Value = thread.Call(self.Evaluator);
        return self.Value;
    }

    private static partial PyValue GetValueEvaluator(PyThread thread, PyTypeAlias self) =>
        self.Evaluator.IsMissing ? new PyConstantEvaluator(self.Value) : self.Evaluator;

    private static partial PyValue GetModule(PyThread thread, PyTypeAlias self)
    {
        if (!self.Module.IsMissing)
            return self.Module;
        return self.Evaluator.Ref is PyFunction { Module: { IsMissing: false } module } ? module : PyValue.None;
    }

    private static partial PyValue Reduce(PyThread thread, PyTypeAlias self) => self.Name;
}
