namespace Keelback.Vm;

/// <summary>BaseExceptionGroup: how one is made and shown. Splitting is in ExceptionGroups.</summary>
internal partial class PyBaseExceptionGroup
{
    /// <summary>The exceptions: at least one, unless C# code made the group without them.</summary>
    internal PyTuple Members => Exceptions.Ref as PyTuple ?? PyTuple.Empty;

    internal override PyStr ToText(PyThread thread)
    {
        var count = Members.Count;
        return PyStr.From($"{Operators.Str(thread, Message).Value} ({count} sub-exception{(count == 1 ? "" : "s")})");
    }

    /// <summary>Makes the group, or the class that Python's rules choose for its members.</summary>
    internal static PyBaseExceptionGroup Create(PyThread thread, PyType cls, PyTuple arguments)
    {
        if (arguments.Count != 2)
            throw Raise.TypeError($"BaseExceptionGroup.__new__() takes exactly 2 arguments ({arguments.Count} given)");
        if (arguments[0].Ref is not PyStr)
            throw Raise.TypeError($"BaseExceptionGroup.__new__() argument 1 must be str, not {arguments[0].Type.Name}");
        var members = CheckMembers(thread, arguments[1]);
        return new PyBaseExceptionGroup(ChooseClass(cls, members))
        {
            Arguments = arguments,
            Message = arguments[0],
            Exceptions = members,
        };
    }

    static unsafe partial void FillOwnSlots(TypeSlots slots)
    {
        slots.TpNew = &NewChosen;
        slots.TpRepr = &Repr;
        slots.TpStr = &Text;
    }

    static unsafe partial void AddOwnMembers(TypeMembers members)
    {
        members.AddMethod(ExceptionMethods.OneArgument("derive", "excs", null, &ExceptionGroups.Derive));
        members.AddMethod(ExceptionMethods.OneArgument("split", "matcher_value", null, &ExceptionGroups.Split));
        members.AddMethod(ExceptionMethods.OneArgument("subgroup", "matcher_value", null, &ExceptionGroups.Subgroup));
    }

    private static PyValue NewChosen(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        Create(thread, cls, PositionalArguments(arguments, keywordNames));

    private static unsafe PyTuple CheckMembers(PyThread thread, PyValue exceptions)
    {
        if (exceptions.Type.Slots.SqItem == null || exceptions.Ref is PyDict)
            throw Raise.TypeError("second argument (exceptions) must be a sequence");
        var members = Operators.ToTuple(thread, exceptions);
        if (members.Count == 0)
            throw Raise.ValueError("second argument (exceptions) must be a non-empty sequence");
        for (var i = 0; i < members.Count; i++)
        {
            if (members[i].Ref is not PyBaseException)
                throw Raise.ValueError($"Item {i} of second argument (exceptions) is not an exception");
        }

        return members;
    }

    private static PyType ChooseClass(PyType cls, PyTuple members)
    {
        var hasBase = false;
        foreach (var member in members.Items)
            hasBase |= !member.Type.IsSubtypeOf(ExceptionTypes.Exception);
        if (ReferenceEquals(cls, ExceptionTypes.BaseExceptionGroup))
            return hasBase ? cls : ExceptionTypes.ExceptionGroup;
        if (!hasBase || !cls.IsSubtypeOf(ExceptionTypes.Exception))
            return cls;
        throw Raise.TypeError(ReferenceEquals(cls, ExceptionTypes.ExceptionGroup)
            ? "Cannot nest BaseExceptions in an ExceptionGroup"
            : $"Cannot nest BaseExceptions in '{cls.Name}'");
    }

    private static PyValue Text(PyThread thread, PyValue self) => ((PyBaseException)self.Ref!).ToText(thread);

    // The exceptions are shown as the kind of sequence that they were given as.
    private static PyValue Repr(PyThread thread, PyValue self)
    {
        var group = (PyBaseExceptionGroup)self.Ref!;
        PyValue shown = group.Members;
        if (group.Arguments.Count > 1 && group.Arguments[1].Ref is PyList)
            shown = Operators.ToList(thread, group.Members);
        return PyStr.From(
            $"{group.Type.Name}({Operators.Repr(thread, group.Message).Value}, {Operators.Repr(thread, shown).Value})");
    }
}
