namespace Keelback.Vm;

/// <summary>What type variables, parameter specifications and type variable tuples have in common: a name and a default.</summary>
internal abstract partial class PyTypeParameter : PyObject
{
    private InstanceAttributes _attributes;

    private protected PyTypeParameter(PyType type, PyStr name)
        : base(type)
    {
        Name = name;
    }

    [PyField]
    public partial PyStr Name { get; private set; }

    /// <summary>The default, once computed or given; missing for none yet.</summary>
    [PyField]
    private protected partial PyValue DefaultValue { get; set; }

    /// <summary>The function that computes the default, or missing.</summary>
    [PyField]
    private protected partial PyValue DefaultEvaluator { get; set; }

    internal override ref InstanceAttributes Attributes => ref _attributes;

    /// <summary>The default, computed now if it was not before; NoDefault where there is none.</summary>
    public PyValue FindDefault(PyThread thread)
    {
        if (DefaultValue.IsMissing)
        {
            if (DefaultEvaluator.IsMissing)
                return PyNoDefault.Instance;
            DefaultValue = thread.Call(DefaultEvaluator);
        }

        return DefaultValue;
    }

    /// <summary>Lets a function compute the default.</summary>
    public void SetDefaultEvaluator(PyValue evaluator) => DefaultEvaluator = evaluator;

    /// <summary>Whether there is a default, computed or not.</summary>
    private protected bool HasAnyDefault =>
        !DefaultEvaluator.IsMissing || (!DefaultValue.IsMissing && DefaultValue.Ref is not PyNoDefault);

    /// <summary>A function for a value: the one that computes it or else one that gives it; None for neither.</summary>
    private protected static PyValue EvaluatorOf(PyValue evaluator, PyValue value)
    {
        if (!evaluator.IsMissing)
            return evaluator;
        return value.IsMissing ? PyValue.None : new PyConstantEvaluator(value);
    }

    private protected static PyValue CannotSubclass(PyThread thread, PyObject self) =>
        thread.Raise(Raise.TypeError($"Cannot subclass an instance of {self.Type.Name}"));

    /// <summary>Lets the variable say that the calling module made it.</summary>
    private protected void SetModule(PyThread thread) =>
        _attributes.Set(Type, Names.Module, TypeParameters.CallerModule(thread));
}

/// <summary>What a type variable and a parameter specification say of their variance.</summary>
internal readonly record struct Variance(bool IsCovariant, bool IsContravariant, bool IsInferred)
{
    /// <summary>The variance of what the syntax of type parameters makes.</summary>
    public static Variance Inferred => new(false, false, true);

    /// <summary>A variance that is asked for; a ValueError where it makes no sense.</summary>
    public static Variance Of(bool isCovariant, bool isContravariant, bool isInferred)
    {
        if (isCovariant && isContravariant)
            throw Raise.ValueError("Bivariant types are not supported.");
        if (isInferred && (isCovariant || isContravariant))
            throw Raise.ValueError("Variance cannot be specified with infer_variance.");
        return new(isCovariant, isContravariant, isInferred);
    }

    /// <summary>The name as repr shows it.</summary>
    public PyStr Show(PyStr name) =>
        IsInferred ? name : PyStr.From((IsCovariant ? "+" : IsContravariant ? "-" : "~") + name.Value);
}
