namespace Keelback.Vm;

/// <summary>Splitting groups by what their members are: the methods of groups, and what <c>except*</c> needs.</summary>
internal static class ExceptionGroups
{
    private static readonly PyStr s_derive = PyStr.Intern("derive");
    private static readonly PyStr s_split = PyStr.Intern("split");
    private static readonly PyStr s_notes = PyStr.Intern("__notes__");

    /// <summary>A group of other members, with nothing else of this one's but the message.</summary>
    public static PyValue Derive(PyThread thread, PyValue self, PyValue exceptions) => PyBaseExceptionGroup.Create(
        thread, ExceptionTypes.BaseExceptionGroup, PyTuple.From(((PyBaseExceptionGroup)self.Ref!).Message, exceptions));

    /// <summary>The part that matches and the rest, each of them or None.</summary>
    public static PyValue Split(PyThread thread, PyValue self, PyValue matcher)
    {
        var (match, rest) = Split(thread, (PyBaseException)self.Ref!, Matcher(thread, matcher), withRest: true);
        return PyTuple.From(OrNone(match), OrNone(rest));
    }

    /// <summary>The part that matches, or None.</summary>
    public static PyValue Subgroup(PyThread thread, PyValue self, PyValue matcher) =>
        OrNone(Split(thread, (PyBaseException)self.Ref!, Matcher(thread, matcher), withRest: false).Match);

    /// <summary>
    /// What except* does: gives the rest, and in match the part that the clause handles, each of them or None. A missing
    /// result means that an error is pending.
    /// </summary>
    public static PyValue Split(PyThread thread, PyValue exception, PyValue matchType, out PyValue match)
    {
        match = PyValue.None;
        if (CheckClauseType(thread, matchType) is { } error)
            return thread.Raise(error);
        if (exception.IsNone)
            return PyValue.None;
        var raised = (PyBaseException)exception.Ref!;
        if (IsOfType(raised, matchType))
        {
            match = raised is PyBaseExceptionGroup ? exception : Wrap(thread, raised);
            return PyValue.None;
        }

        if (raised is not PyBaseExceptionGroup)
            return exception;
        var pair = thread.CallAttribute(exception, s_split, matchType);
        if (pair.Ref is not PyTuple parts)
            return thread.Raise(Raise.TypeError($"{raised.Type.Name}.split must return a tuple, not {pair.Type.Name}"));
        if (parts.Count < 2)
            return thread.Raise(Raise.TypeError($"{raised.Type.Name}.split must return a 2-tuple, got tuple of size {parts.Count}"));
        match = parts[0];
        return parts[1];
    }

    /// <summary>
    /// What is to be raised after all except* clauses: the unhandled parts of the original exception as one group again,
    /// together with what the clauses raised themselves; None for nothing.
    /// </summary>
    public static PyValue PrepareReraise(PyThread thread, PyValue original, PyValue list)
    {
        var results = (PyList)list.Ref!;
        if (results.Count == 0)
            return PyValue.None;
        if (original.Ref is not PyBaseExceptionGroup group)
            return results.Items[0];
        var raised = new List<PyValue>();
        var kept = new HashSet<PyObject>(ReferenceEqualityComparer.Instance);
        foreach (var result in results.AsSpan())
        {
            if (result.Ref is not PyBaseException exception)
                continue;
            if (IsPartOf(exception, group))
                AddLeaves(exception, kept);
            else
                raised.Add(result);
        }

        PyBaseException? reraised = kept.Count == 0
            ? null
            : Split(thread, group, leaf => leaf is not PyBaseExceptionGroup && kept.Contains(leaf), withRest: false).Match;
        if (reraised is not null)
            raised.Add(reraised);
        return raised.Count switch
        {
            0 => PyValue.None,
            1 => raised[0],
            _ => PyBaseExceptionGroup.Create(
                thread,
                ExceptionTypes.BaseExceptionGroup,
                PyTuple.From(PyStr.Empty, new PyList([.. raised]))),
        };
    }

    private static (PyBaseException? Match, PyBaseException? Remainder) Split(
        PyThread thread, PyBaseException exception, Func<PyBaseException, bool> matches, bool withRest)
    {
        if (matches(exception))
            return (exception, null);
        if (exception is not PyBaseExceptionGroup group)
            return (null, exception);
        if (!thread.EnterNative())
            thread.ThrowPending();
        try
        {
            var matched = new List<PyValue>();
            var rest = new List<PyValue>();
            foreach (var member in group.Members.Items)
            {
                var part = Split(thread, (PyBaseException)member.Ref!, matches, withRest);
                if (part.Match is not null)
                    matched.Add(part.Match);
                if (part.Remainder is not null)
                    rest.Add(part.Remainder);
            }

            return (Subset(thread, group, matched), withRest ? Subset(thread, group, rest) : null);
        }
        finally
        {
            thread.Depth--;
        }
    }

    // A group of some of the members that has everything else of the original.
    private static PyBaseException? Subset(PyThread thread, PyBaseExceptionGroup group, List<PyValue> members)
    {
        if (members.Count == 0)
            return null;
        var derived = thread.CallAttribute(group, s_derive, new PyList([.. members]));
        if (derived.Ref is not PyBaseExceptionGroup subset)
            throw Raise.TypeError("derive must return an instance of BaseExceptionGroup");
        subset.Traceback = group.Traceback;
        subset.SetContext(group.Context);
        subset.SetCause(group.Cause);
        var notes = Operators.FindAttribute(thread, group, s_notes);
        if (notes.Ref is PyList or PyTuple)
            Operators.SetAttribute(thread, subset, s_notes, Operators.ToList(thread, notes));
        return subset;
    }

    private static Func<PyBaseException, bool> Matcher(PyThread thread, PyValue matcher)
    {
        if (IsExceptionType(matcher) || matcher.Ref is PyTuple tuple && tuple.Items.All(IsExceptionType))
            return exception => IsOfType(exception, matcher);
        if (matcher.Ref is not PyType && Operators.IsCallable(matcher))
            return exception => Operators.IsTrue(thread, thread.Call(matcher, exception));
        throw Raise.TypeError(
            "expected an exception type, a tuple of exception types, or a callable (other than a class)");
    }

    private static bool IsExceptionType(PyValue value) =>
        value.Ref is PyType type && type.IsSubtypeOf(ExceptionTypes.BaseException);

    private static bool IsOfType(PyBaseException exception, PyValue types)
    {
        if (types.Ref is not PyTuple tuple)
            return exception.Type.IsSubtypeOf((PyType)types.Ref!);
        foreach (var type in tuple.Items)
        {
            if (exception.Type.IsSubtypeOf((PyType)type.Ref!))
                return true;
        }

        return false;
    }

    private static PyException? CheckClauseType(PyThread thread, PyValue types)
    {
        foreach (var type in types.Ref is PyTuple tuple ? tuple.Items : [types])
        {
            if (!IsExceptionType(type))
                return Raise.TypeError("catching classes that do not inherit from BaseException is not allowed");
            if (((PyType)type.Ref!).IsSubtypeOf(ExceptionTypes.BaseExceptionGroup))
                return Raise.TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.");
        }

        return null;
    }

    // A single exception is handled as a group of one.
    private static PyBaseExceptionGroup Wrap(PyThread thread, PyBaseException exception)
    {
        var group = PyBaseExceptionGroup.Create(
            thread, ExceptionTypes.BaseExceptionGroup, PyTuple.From(PyStr.Empty, PyTuple.From(exception)));
        if (thread.Frame is { } frame)
            group.AddTraceback(thread, frame, frame.InstructionPointer - 1);
        return group;
    }

    // What was split off a group has its traceback, cause and context; what a clause raised has its own.
    private static bool IsPartOf(PyBaseException exception, PyBaseExceptionGroup group) =>
        ReferenceEquals(exception.Traceback, group.Traceback)
        && ReferenceEquals(exception.Cause, group.Cause)
        && ReferenceEquals(exception.Context, group.Context);

    private static void AddLeaves(PyBaseException exception, HashSet<PyObject> leaves)
    {
        if (exception is not PyBaseExceptionGroup group)
        {
            leaves.Add(exception);
            return;
        }

        foreach (var member in group.Members.Items)
            AddLeaves((PyBaseException)member.Ref!, leaves);
    }

    private static PyValue OrNone(PyBaseException? exception) => exception is null ? PyValue.None : exception;
}
