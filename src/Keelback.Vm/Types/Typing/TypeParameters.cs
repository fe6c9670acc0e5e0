namespace Keelback.Vm;

/// <summary>What the syntax of type parameters and type aliases makes, and what of it lies in the module typing.</summary>
/// <seealso href="https://peps.python.org/pep-0695/"/>
internal static class TypeParameters
{
    private static readonly PyStr s_typing = PyStr.Intern("typing");
    private static readonly PyStr s_genericAlias = PyStr.Intern("_GenericAlias");
    private static readonly PyStr s_typeCheck = PyStr.Intern("_type_check");
    private static readonly PyStr s_unpack = PyStr.Intern("Unpack");

    /// <summary>A type variable, whose bound or constraints are computed by functions, where it has any.</summary>
    public static PyValue CreateTypeVar(
        PyThread thread, PyValue name, PyValue boundEvaluator, PyValue constraintsEvaluator) =>
        new PyTypeVar((PyStr)name.Ref!, Variance.Inferred)
        {
            BoundEvaluator = boundEvaluator,
            ConstraintsEvaluator = constraintsEvaluator,
        };

    /// <summary>A parameter specification.</summary>
    public static PyValue CreateParamSpec(PyThread thread, PyValue name) => new PyParamSpec((PyStr)name.Ref!, Variance.Inferred);

    /// <summary>A type variable tuple.</summary>
    public static PyValue CreateTypeVarTuple(PyThread thread, PyValue name) => new PyTypeVarTuple((PyStr)name.Ref!);

    /// <summary>A type alias, of its name, its type parameters or None, and the function that computes its value.</summary>
    public static PyValue CreateTypeAlias(PyThread thread, PyTuple parts) =>
        new PyTypeAlias((PyStr)parts[0].Ref!, parts[1].Ref as PyTuple ?? PyTuple.Empty, parts[2]);

    /// <summary>The base class <c>Generic[...]</c> of a class with type parameters.</summary>
    public static PyValue SubscriptGeneric(PyThread thread, PyValue parameters) =>
        CallTyping(thread, s_genericAlias, PyGeneric.TypeObject, Unpacked(thread, (PyTuple)parameters.Ref!));

    /// <summary>Gives a type parameter the function that computes its default.</summary>
    public static PyValue SetDefault(PyThread thread, PyValue parameter, PyValue evaluator)
    {
        if (parameter.Ref is not PyTypeParameter known)
            return thread.Raise(Raise.TypeError($"Expected a type param, got {Operators.Repr(thread, parameter).Value}"));
        known.SetDefaultEvaluator(evaluator);
        return parameter;
    }

    /// <summary>Type parameters with each type variable tuple unpacked.</summary>
    public static PyTuple Unpacked(PyThread thread, PyTuple parameters)
    {
        if (!Array.Exists(parameters.Items, parameter => parameter.Ref is PyTypeVarTuple))
            return parameters;
        var unpacked = new PyValue[parameters.Count];
        for (var i = 0; i < unpacked.Length; i++)
            unpacked[i] = parameters[i].Ref is PyTypeVarTuple ? Unpack(thread, parameters[i]) : parameters[i];
        return PyTuple.Own(unpacked);
    }

    /// <summary>An iterator over the one item <c>Unpack[value]</c>: what a star before it means.</summary>
    public static PyValue IterateUnpacked(PyThread thread, PyValue value) =>
        new PyTupleIterator(PyTuple.From(Unpack(thread, value)));

    /// <summary>Calls a function of the module typing.</summary>
    public static PyValue CallTyping(PyThread thread, PyStr function, params ReadOnlySpan<PyValue> arguments) =>
        thread.Call(FindInTyping(thread, function), arguments);

    /// <summary>An attribute of the module typing.</summary>
    public static PyValue FindInTyping(PyThread thread, PyStr name) =>
        Operators.GetAttribute(thread, thread.Interpreter.Imports.GetOrLoad(thread, s_typing), name);

    /// <summary>A value as a type; the error for what is none begins with the message.</summary>
    public static PyValue CheckType(PyThread thread, PyValue value, string message) =>
        value.IsNone ? PyNone.TypeObject : CallTyping(thread, s_typeCheck, value, PyStr.From(message));

    /// <summary>The name of the module whose code is running; None where no code runs.</summary>
    public static PyValue CallerModule(PyThread thread) => thread.Frame is { } frame ? frame.Function.Module.OrNone() : PyValue.None;

    /// <summary>The name of a parameter specification, or how any other value shows itself.</summary>
    public static string NameOrRepr(PyThread thread, PyValue value) =>
        value.Ref is PyParamSpec specification ? specification.Name.Value : Operators.Repr(thread, value).Value;

    private static PyValue Unpack(PyThread thread, PyValue value) =>
        Operators.GetItem(thread, FindInTyping(thread, s_unpack), value);
}
