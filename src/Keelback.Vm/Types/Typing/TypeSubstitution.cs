namespace Keelback.Vm;

/// <summary>Finds the type variables among arguments of generic types, and puts types in their place.</summary>
/// <seealso href="https://docs.python.org/3/library/stdtypes.html#types-genericalias"/>
internal static unsafe class TypeSubstitution
{
    private static readonly PyStr s_substitute = PyStr.Intern("__typing_subst__");
    private static readonly PyStr s_prepare = PyStr.Intern("__typing_prepare_subst__");
    private static readonly PyStr s_parameters = PyStr.Intern("__parameters__");
    private static readonly PyStr s_isUnpacked = PyStr.Intern("__typing_is_unpacked_typevartuple__");
    private static readonly PyStr s_unpackedArguments = PyStr.Intern("__typing_unpacked_tuple_args__");

    /// <summary>The type variables among arguments, each once, in order.</summary>
    public static PyTuple ParametersOf(PyThread thread, ReadOnlySpan<PyValue> arguments)
    {
        var parameters = new List<PyValue>();
        Collect(thread, arguments, parameters);
        return PyTuple.Own([.. parameters]);
    }

    /// <summary>The arguments of a generic with types in the place of its parameters.</summary>
    public static PyTuple Substitute(PyThread thread, PyValue generic, PyTuple arguments, PyTuple parameters, PyValue item)
    {
        if (parameters.Count == 0)
            throw Raise.TypeError($"{Operators.Repr(thread, generic).Value} is not a generic class");
        var types = Unpack(thread, item);
        foreach (var parameter in parameters.Items)
        {
            if (!Operators.TryGetAttribute(thread, parameter, s_prepare, out var prepare) || prepare.IsNone)
                continue;
            var prepared = thread.Call(prepare, generic, types);
            types = prepared.Ref as PyTuple ?? PyTuple.From(prepared);
        }

        if (types.Count != parameters.Count)
        {
            var quantity = types.Count > parameters.Count ? "many" : "few";
            throw Raise.TypeError(
                $"Too {quantity} arguments for {Operators.Repr(thread, generic).Value}; actual {types.Count}, expected {parameters.Count}");
        }

        return Replace(thread, arguments.Items, parameters, types);
    }

    private static void Collect(PyThread thread, ReadOnlySpan<PyValue> arguments, List<PyValue> parameters)
    {
        foreach (var argument in arguments)
        {
            // A class that is no alias may have a descriptor of that name.
            if (argument.Ref is PyType)
                continue;
            if (argument.Ref is PyTuple or PyList)
                CollectNested(thread, argument, parameters);
            else if (Operators.TryGetAttribute(thread, argument, s_substitute, out _))
                AddOnce(parameters, argument);
            else if (Operators.TryGetAttribute(thread, argument, s_parameters, out var nested) && nested.Ref is PyTuple tuple)
                AddAll(parameters, tuple.Items);
        }
    }

    private static void CollectNested(PyThread thread, PyValue argument, List<PyValue> parameters)
    {
        if (!thread.EnterNative())
            thread.ThrowPending();
        try
        {
            Collect(thread, Operators.ToTuple(thread, argument).Items, parameters);
        }
        finally
        {
            thread.Depth--;
        }
    }

    private static void AddAll(List<PyValue> parameters, ReadOnlySpan<PyValue> added)
    {
        foreach (var parameter in added)
            AddOnce(parameters, parameter);
    }

    private static void AddOnce(List<PyValue> parameters, PyValue parameter)
    {
        if (!parameters.Contains(parameter))
            parameters.Add(parameter);
    }

    // The types given, with *tuple[int, str] taken apart.
    private static PyTuple Unpack(PyThread thread, PyValue item)
    {
        var types = new List<PyValue>();
        foreach (var type in item.Ref is PyTuple tuple ? tuple.Items : [item])
        {
            if (type.Ref is not PyType
                && Operators.TryGetAttribute(thread, type, s_unpackedArguments, out var inner)
                && inner.Ref is PyTuple unpacked && !(unpacked.Count > 0 && unpacked[^1].Ref is PyEllipsis))
                types.AddRange(unpacked.Items);
            else
                types.Add(type);
        }

        return PyTuple.Own([.. types]);
    }

    private static PyTuple Replace(PyThread thread, ReadOnlySpan<PyValue> arguments, PyTuple parameters, PyTuple types)
    {
        var replaced = new List<PyValue>();
        foreach (var argument in arguments)
        {
            if (argument.Ref is PyType)
                replaced.Add(argument);
            else if (argument.Ref is PyTuple or PyList)
                replaced.Add(ReplaceNested(thread, argument, parameters, types));
            else
                ReplaceOne(thread, argument, parameters, types, replaced);
        }

        return PyTuple.Own([.. replaced]);
    }

    private static PyValue ReplaceNested(PyThread thread, PyValue argument, PyTuple parameters, PyTuple types)
    {
        if (!thread.EnterNative())
            thread.ThrowPending();
        try
        {
            var items = Replace(thread, Operators.ToTuple(thread, argument).Items, parameters, types);
            return argument.Ref is PyList ? new PyList(items.Items.ToArray()) : items;
        }
        finally
        {
            thread.Depth--;
        }
    }

    private static void ReplaceOne(
        PyThread thread, PyValue argument, PyTuple parameters, PyTuple types, List<PyValue> replaced)
    {
        var unpacks = Operators.TryGetAttribute(thread, argument, s_isUnpacked, out var answer)
            && Operators.IsTrue(thread, answer);
        PyValue result;
        if (Operators.TryGetAttribute(thread, argument, s_substitute, out var substitute))
            result = thread.Call(substitute, types[Array.IndexOf(parameters.Items, argument)]);
        else
            result = ReplaceInside(thread, argument, parameters, types);
        if (!unpacks)
        {
            replaced.Add(result);
            return;
        }

        if (result.Ref is not PyTuple tuple)
        {
            throw Raise.TypeError(
                $"expected __typing_subst__ of {argument.Type.Name} objects to return a tuple, not {result.Type.Name}");
        }

        replaced.AddRange(tuple.Items);
    }

    // list[T] within dict[str, list[T]].
    private static PyValue ReplaceInside(PyThread thread, PyValue argument, PyTuple parameters, PyTuple types)
    {
        if (!Operators.TryGetAttribute(thread, argument, s_parameters, out var own) || own.Ref is not PyTuple { Count: > 0 } inner)
            return argument;
        var chosen = new List<PyValue>();
        foreach (var parameter in inner.Items)
        {
            var place = Array.IndexOf(parameters.Items, parameter);
            if (place >= 0 && parameter.Type.Slots.TpIter != null && types[place].Ref is PyTuple several)
                chosen.AddRange(several.Items);
            else
                chosen.Add(place >= 0 ? types[place] : parameter);
        }

        return Operators.GetItem(thread, argument, PyTuple.Own([.. chosen]));
    }
}
