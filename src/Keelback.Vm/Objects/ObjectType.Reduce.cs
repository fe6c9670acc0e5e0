namespace Keelback.Vm;

/// <summary>What pickle and copy ask of objects.</summary>
/// <seealso href="https://docs.python.org/3/library/pickle.html#pickling-class-instances"/>
internal static unsafe partial class ObjectType
{
    private static readonly PyStr s_copyreg = PyStr.Intern("copyreg");
    private static readonly PyStr s_reduceEx = PyStr.Intern("_reduce_ex");
    private static readonly PyStr s_newObject = PyStr.Intern("__newobj__");
    private static readonly PyStr s_newObjectKeywords = PyStr.Intern("__newobj_ex__");
    private static readonly PyStr s_slotNames = PyStr.Intern("_slotnames");
    private static readonly PyStr s_reduce = PyStr.Intern("__reduce__");
    private static readonly PyStr s_getState = PyStr.Intern("__getstate__");
    private static readonly PyStr s_getNewArguments = PyStr.Intern("__getnewargs__");
    private static readonly PyStr s_getNewArgumentsEx = PyStr.Intern("__getnewargs_ex__");
    private static readonly PyStr s_items = PyStr.Intern("items");

    private static partial PyValue ReduceEx(PyThread thread, PyValue self, long protocol)
    {
        var reduce = self.Type.Lookup(s_reduce);
        if (!reduce.Is(CoreTypes.Object.Lookup(s_reduce)))
            return thread.CallAttribute(self, s_reduce);
        return ReduceBy(thread, self, protocol);
    }

    private static partial PyValue Reduce(PyThread thread, PyValue self) => ReduceBy(thread, self, 0);

    private static partial PyValue GetState(PyThread thread, PyValue self) => DefaultState(thread, self, isRequired: false);

    private static PyValue ReduceBy(PyThread thread, PyValue self, long protocol)
    {
        var copyreg = thread.Interpreter.Imports.GetOrLoad(thread, s_copyreg);
        if (protocol < 2)
            return thread.CallAttribute(copyreg, s_reduceEx, self, PyValue.FromInt(protocol));

        var cls = Operators.GetAttribute(thread, self, Names.Class);
        var (arguments, keywords) = NewArguments(thread, self);
        PyValue function;
        PyValue functionArguments;
        if (keywords is not { Count: > 0 })
        {
            function = Operators.GetAttribute(thread, copyreg, s_newObject);
            functionArguments = PyTuple.Own([cls, .. arguments?.Items ?? []]);
        }
        else
        {
            function = Operators.GetAttribute(thread, copyreg, s_newObjectKeywords);
            functionArguments = PyTuple.From(cls, arguments!, keywords);
        }

        var isRequired = arguments is null && self.Ref is not (PyList or PyDict);
        var state = Operators.TryGetAttribute(thread, self, s_getState, out var getState)
            && !self.Type.Lookup(s_getState).Is(CoreTypes.Object.Lookup(s_getState))
            ? thread.Call(getState)
            : DefaultState(thread, self, isRequired);
        var listItems = self.Ref is PyList ? Operators.GetIterator(thread, self) : PyValue.None;
        var dictItems = self.Ref is PyDict
            ? Operators.GetIterator(thread, thread.CallAttribute(self, s_items))
            : PyValue.None;
        return PyTuple.From(function, functionArguments, state, listItems, dictItems);
    }

    private static (PyTuple? Arguments, PyDict? Keywords) NewArguments(PyThread thread, PyValue self)
    {
        if (!self.Type.Lookup(s_getNewArgumentsEx).IsMissing)
        {
            var both = thread.CallAttribute(self, s_getNewArgumentsEx);
            if (both.Ref is not PyTuple { Count: 2 } pair)
            {
                throw Raise.TypeError(both.Ref is PyTuple wrong
                    ? $"__getnewargs_ex__ should return a tuple of length 2, not {wrong.Count}"
                    : $"__getnewargs_ex__ should return a tuple, not '{both.Type.Name}'");
            }

            return (
                pair[0].Ref as PyTuple ?? throw Raise.TypeError($"first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '{pair[0].Type.Name}'"),
                pair[1].Ref as PyDict ?? throw Raise.TypeError($"second item of the tuple returned by __getnewargs_ex__ must be a dict, not '{pair[1].Type.Name}'"));
        }

        if (self.Type.Lookup(s_getNewArguments).IsMissing)
            return (null, null);
        var arguments = thread.CallAttribute(self, s_getNewArguments);
        return (arguments.Ref as PyTuple ?? throw Raise.TypeError($"__getnewargs__ should return a tuple, not '{arguments.Type.Name}'"), null);
    }

    // The dict of an instance or, with __slots__, a pair of it and a dict of the slots' values.
    private static PyValue DefaultState(PyThread thread, PyValue self, bool isRequired)
    {
        var type = self.Type;
        if (isRequired && type.SolidBase.Definition is { } definition && !ReferenceEquals(type.SolidBase, CoreTypes.Object)
            && (definition.IsVariableSized || (type.Flags & TypeFlags.HasDict) == 0))
            throw Raise.TypeError($"cannot pickle '{type.Name}' object");
        PyValue state = PyValue.None;
        if (Operators.TryGetAttribute(thread, self, Names.Dict, out var dict))
            state = dict;
        if (!type.IsHeapType)
            return state;

        var copyreg = thread.Interpreter.Imports.GetOrLoad(thread, s_copyreg);
        var names = thread.CallAttribute(copyreg, s_slotNames, type);
        if (names.IsNone)
            return state;
        var slots = new PyDict();
        foreach (var name in Operators.Iterate(thread, names))
        {
            if (name.Ref is PyStr text && Operators.TryGetAttribute(thread, self, text, out var value))
                slots.Set(text, value);
        }

        return slots.Count > 0 ? PyTuple.From(state, slots) : state;
    }
}
