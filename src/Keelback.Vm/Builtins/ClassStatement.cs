namespace Keelback.Vm;

/// <summary>What a class statement does: finds the metaclass, runs the body, calls the metaclass.</summary>
/// <seealso href="https://docs.python.org/3/reference/datamodel.html#customizing-class-creation"/>
internal static class ClassStatement
{
    public static PyValue Build(PyThread thread, PyValue body, PyValue name, ReadOnlySpan<PyValue> written, PyDict? keywords)
    {
        if (body.Ref is not PyFunction function)
            throw Raise.TypeError("__build_class__: func must be a function");
        if (name.Ref is not PyStr)
            throw Raise.TypeError("__build_class__: name is not a string");
        var original = PyTuple.From(written);
        var bases = ResolveBases(thread, original);
        PyValue metaclass = default;
        if (keywords is not null && keywords.TryGetValue(Names.Metaclass, out metaclass))
            keywords.Remove(Names.Metaclass);
        var isClass = true;
        if (metaclass.IsMissing)
            metaclass = bases.Count > 0 ? bases[0].Type : CoreTypes.Type;
        else
            isClass = metaclass.Ref is PyType;
        if (isClass)
            metaclass = PyType.MostDerivedMetaclass((PyType)metaclass.Ref!, bases);

        var (keywordNames, keywordValues) = Split(keywords);
        PyValue @namespace = new PyDict();
        if (Operators.TryGetAttribute(thread, metaclass, Names.Prepare, out var prepare))
        {
            @namespace = thread.Call(prepare, [name, bases, .. keywordValues], keywordNames);
            if (!PyDict.IsMapping(thread, @namespace))
            {
                var shown = metaclass.Ref is PyType type ? type.Name : "<metaclass>";
                throw Raise.TypeError($"{shown}.__prepare__() must return a mapping, not {@namespace.Type.Name}");
            }
        }

        var cell = RunBody(thread, function, @namespace);
        if (!ReferenceEquals(original, bases))
            Operators.SetItem(thread, @namespace, Names.OrigBases, original);
        var made = thread.Call(metaclass, [name, bases, @namespace, .. keywordValues], keywordNames);
        if (made.Ref is PyType && cell.Ref is PyCell classCell)
            CheckCell(name, made, classCell);
        return made;
    }

    /// <summary>The bases with everything that has __mro_entries__ replaced; the same tuple where nothing has.</summary>
    public static PyTuple ResolveBases(PyThread thread, PyTuple bases)
    {
        List<PyValue>? resolved = null;
        for (var i = 0; i < bases.Count; i++)
        {
            var @base = bases[i];
            if (@base.Ref is PyType || !Operators.TryGetAttribute(thread, @base, Names.MroEntries, out var method))
            {
                resolved?.Add(@base);
                continue;
            }

            var entries = thread.Call(method, bases);
            if (entries.Ref is not PyTuple tuple)
                throw Raise.TypeError("__mro_entries__ must return a tuple");
            resolved ??= [.. bases.Items.AsSpan(0, i)];
            resolved.AddRange(tuple.Items);
        }

        return resolved is null ? bases : PyTuple.Own([.. resolved]);
    }

    private static PyValue RunBody(PyThread thread, PyFunction function, PyValue @namespace)
    {
        var code = function.Code.Executable;
        var @base = thread.ReserveStack(code.FrameSize, out var stack);
        if (!thread.EnterFrame())
            thread.ThrowPending();
        var frame = thread.PushFrame(function, code, stack, @base);
        frame.LocalPlaces.Clear();
        frame.Locals = @namespace;
        return thread.Checked(thread.RunFrame(frame));
    }

    private static (PyTuple? Names, PyValue[] Values) Split(PyDict? keywords)
    {
        if (keywords is not { Count: > 0 })
            return (null, []);
        var names = new List<PyValue>();
        var values = new List<PyValue>();
        for (var i = 0; i < keywords.EntryEnd; i++)
        {
            if (keywords.EntryAt(i).Key.IsMissing)
                continue;
            names.Add(keywords.EntryAt(i).Key);
            values.Add(keywords.EntryAt(i).Value);
        }

        return (PyTuple.Own([.. names]), [.. values]);
    }

    private static void CheckCell(PyValue name, PyValue made, PyCell cell)
    {
        if (cell.Value.IsMissing)
        {
            throw Raise.RuntimeError(
                $"__class__ not set defining '{((PyStr)name.Ref!).Value}' as {((PyType)made.Ref!).FullName}. Was __classcell__ propagated to type.__new__?");
        }

        if (!cell.Value.Is(made))
        {
            throw Raise.TypeError(
                $"__class__ set to {((cell.Value.Ref as PyType)?.FullName) ?? cell.Value.Type.Name} defining '{((PyStr)name.Ref!).Value}' as {((PyType)made.Ref!).FullName}");
        }
    }
}
