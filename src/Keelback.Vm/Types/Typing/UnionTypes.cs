namespace Keelback.Vm;

/// <summary>Makes unions of types, flat and each type once.</summary>
internal static class UnionTypes
{
    private const string Message = "Union[arg, ...]: each arg must be a type.";
    private static readonly PyStr s_typeCheck = PyStr.Intern("_type_check");

    /// <summary>The operator <c>|</c> of types; NotImplemented where an operand is none.</summary>
    public static PyValue Or(PyThread thread, PyValue left, PyValue right)
    {
        if (!CanUnite(left) || !CanUnite(right))
            return PyNotImplemented.Instance;
        var types = new List<PyValue>();
        Add(thread, types, left);
        Add(thread, types, right);
        return Make(types);
    }

    /// <summary>A union of anything that can stand for a type, such as a str that names one.</summary>
    public static PyValue Of(PyThread thread, PyTuple arguments)
    {
        if (arguments.Count == 0)
            throw Raise.TypeError("Cannot take a Union of no types.");
        var types = new List<PyValue>();
        foreach (var argument in arguments.Items)
        {
            var type = CanUnite(argument)
                ? argument
                : TypeParameters.CallTyping(thread, s_typeCheck, argument, PyStr.From(Message));
            Add(thread, types, type);
        }

        return Make(types);
    }

    /// <summary>Whether two unions have the same types, in whatever order.</summary>
    public static bool AreEqual(PyThread thread, PyUnion first, PyUnion second)
    {
        if (first.Arguments.Count != second.Arguments.Count)
            return false;
        foreach (var type in first.Arguments.Items)
        {
            if (!Contains(thread, second.Arguments.Items, type))
                return false;
        }

        return true;
    }

    /// <summary>The types that have a hash, as a set, and the rest.</summary>
    public static (PySet Hashable, PyList Others) Split(PyThread thread, PyTuple types)
    {
        var hashable = new PySet();
        var others = new PyList();
        foreach (var type in types.Items)
        {
            try
            {
                hashable.Add(thread, type);
            }
            catch (PyException exception) when (exception.Value.Type.IsSubtypeOf(ExceptionTypes.TypeError))
            {
                others.Add(type);
            }
        }

        return (hashable, others);
    }

    private static bool CanUnite(PyValue value) =>
        value.IsNone || value.Ref is PyType or PyGenericAlias or PyUnion or PyTypeAlias;

    private static PyValue Make(List<PyValue> types) => types.Count == 1 ? types[0] : new PyUnion(PyTuple.Own([.. types]));

    private static void Add(PyThread thread, List<PyValue> types, PyValue type)
    {
        if (type.Ref is PyUnion union)
        {
            foreach (var inner in union.Arguments.Items)
                AddOnce(thread, types, inner);
        }
        else
        {
            AddOnce(thread, types, type.IsNone ? PyNone.TypeObject : type);
        }
    }

    private static void AddOnce(PyThread thread, List<PyValue> types, PyValue type)
    {
        if (!Contains(thread, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(types), type))
            types.Add(type);
    }

    private static bool Contains(PyThread thread, ReadOnlySpan<PyValue> types, PyValue type)
    {
        foreach (var candidate in types)
        {
            if (candidate.Is(type))
                return true;
            // Two classes are never equal otherwise, whatever their metaclasses say of it.
            if (!(candidate.Ref is PyType && type.Ref is PyType) && Operators.Equals(thread, candidate, type))
                return true;
        }

        return false;
    }
}
