namespace Keelback.Vm;

/// <summary>
/// The arguments of TypeVar, ParamSpec and TypeVarTuple: a name, for TypeVar constraints behind it, and keywords.
/// </summary>
internal ref struct TypeParameterArguments
{
    public PyStr Name;
    public ReadOnlySpan<PyValue> Constraints;
    public PyValue Bound;
    public PyValue Default;
    public Variance Variance;

    /// <summary>Reads them; a TypeError in CPython's words where they are wrong.</summary>
    public static TypeParameterArguments Read(
        PyThread thread, string function, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames, bool hasConstraints, bool hasBound)
    {
        var result = new TypeParameterArguments { Bound = PyValue.None, Default = PyNoDefault.Instance };
        var positional = arguments[..(arguments.Length - (keywordNames?.Count ?? 0))];
        if (!hasConstraints && positional.Length > 1)
            throw Raise.TypeError($"{function}() takes at most 1 positional argument ({positional.Length} given)");
        var name = positional.Length > 0 ? positional[0] : default;
        var (isCovariant, isContravariant, isInferred) = (false, false, false);
        for (var i = positional.Length; i < arguments.Length; i++)
        {
            var keyword = ((PyStr)keywordNames![i - positional.Length].Ref!).Value;
            switch (keyword)
            {
                case "name" when name.IsMissing:
                    name = arguments[i];
                    break;
                case "bound" when hasBound:
                    result.Bound = arguments[i];
                    break;
                case "default":
                    result.Default = arguments[i];
                    break;
                case "covariant" when hasBound:
                    isCovariant = Operators.IsTrue(thread, arguments[i]);
                    break;
                case "contravariant" when hasBound:
                    isContravariant = Operators.IsTrue(thread, arguments[i]);
                    break;
                case "infer_variance" when hasBound:
                    isInferred = Operators.IsTrue(thread, arguments[i]);
                    break;
                default:
                    throw Raise.TypeError($"{function}() got an unexpected keyword argument '{keyword}'");
            }
        }

        if (name.IsMissing)
            throw Raise.TypeError($"{function}() missing required argument 'name' (pos 1)");
        result.Name = name.Ref as PyStr
            ?? throw Raise.TypeError($"{function}() argument 'name' must be str, not {name.Type.Name}");
        result.Constraints = positional.Length > 1 ? positional[1..] : [];
        result.Variance = Variance.Of(isCovariant, isContravariant, isInferred);
        return result;
    }
}
