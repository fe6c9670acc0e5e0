namespace Keelback.Vm;

/// <summary>Mapping and class patterns.</summary>
/// <seealso href="https://docs.python.org/3/reference/compound_stmts.html#class-patterns"/>
internal static class PatternMatching
{
    private static readonly PyStr s_get = PyStr.Intern("get");

    /// <summary>A tuple of the subject's values under the keys, or None where one is missing.</summary>
    public static PyValue MatchKeys(PyThread thread, PyValue subject, PyTuple keys)
    {
        if (keys.Count == 0)
            return PyTuple.Empty;
        var seen = new PySet();
        var values = new PyValue[keys.Count];
        var get = Operators.GetAttribute(thread, subject, s_get);
        var marker = new PyInstance(CoreTypes.Object);
        for (var i = 0; i < keys.Count; i++)
        {
            if (seen.Contains(thread, keys[i]))
            {
                throw Raise.ValueError(
                    $"mapping pattern checks duplicate key ({Operators.Repr(thread, keys[i]).Value})");
            }

            seen.Add(thread, keys[i]);
            values[i] = thread.Call(get, keys[i], marker);
            if (ReferenceEquals(values[i].Ref, marker))
                return PyValue.None;
        }

        return PyTuple.Own(values);
    }

    /// <summary>A tuple of the attributes that the pattern asks for, or None where the subject does not match.</summary>
    public static PyValue MatchClass(PyThread thread, PyValue subject, PyValue cls, int positional, PyTuple keywords)
    {
        if (cls.Ref is not PyType type)
            throw Raise.TypeError("called match pattern must be a class");
        if (!Operators.IsInstance(thread, subject, cls))
            return PyValue.None;

        var attributes = new List<PyValue>();
        var seen = new HashSet<PyStr>(PyStr.TextComparer);
        if (positional > 0)
        {
            var matchesSelf = false;
            PyTuple? names;
            if (Operators.TryGetAttribute(thread, cls, Names.MatchArgs, out var declared))
            {
                names = declared.Ref as PyTuple ?? throw Raise.TypeError(
                    $"{type.Name}.__match_args__ must be a tuple (got {declared.Type.Name})");
            }
            else
            {
                names = PyTuple.Empty;
                matchesSelf = (type.Flags & TypeFlags.MatchSelf) != 0;
            }

            var allowed = matchesSelf ? 1 : names.Count;
            if (allowed < positional)
            {
                throw Raise.TypeError(
                    $"{type.Name}() accepts {allowed} positional sub-pattern{(allowed == 1 ? "" : "s")} ({positional} given)");
            }

            if (matchesSelf)
                attributes.Add(subject);
            else if (!Collect(thread, subject, type, names, positional, seen, attributes))
                return PyValue.None;
        }

        return Collect(thread, subject, type, keywords, keywords.Count, seen, attributes)
            ? PyTuple.Own([.. attributes])
            : PyValue.None;
    }

    private static bool Collect(
        PyThread thread,
        PyValue subject,
        PyType type,
        PyTuple names,
        int count,
        HashSet<PyStr> seen,
        List<PyValue> attributes)
    {
        for (var i = 0; i < count; i++)
        {
            if (names[i].Ref is not PyStr name)
            {
                throw Raise.TypeError(
                    $"__match_args__ elements must be strings (got {names[i].Type.Name})");
            }

            if (!seen.Add(name))
                throw Raise.TypeError($"{type.Name}() got multiple sub-patterns for attribute '{name.Value}'");
            if (!Operators.TryGetAttribute(thread, subject, name, out var value))
                return false;
            attributes.Add(value);
        }

        return true;
    }
}
