namespace Keelback.Vm;

/// <summary>What <c>type.__new__</c> makes of the names in a class body: wrapping, naming, and telling the bases.</summary>
internal static class ClassBody
{
    /// <summary>Sets what every class has and wraps the methods that are class or static methods without saying so.</summary>
    public static void Prepare(PyThread thread, PyType type, PyStr name, PyDict dict)
    {
        if (dict.TryGetValue(Names.QualName, out var qualifiedName))
        {
            if (qualifiedName.Ref is not PyStr text)
                throw Raise.TypeError($"type __qualname__ must be a str, not {qualifiedName.Type.Name}");
            type.QualifiedName = text.Value;
            dict.Remove(Names.QualName);
        }
        else
        {
            type.QualifiedName = name.Value;
        }

        if (dict.Find(Names.Module) < 0 && thread.Frame is { } frame && frame.Globals.TryGetValue(Names.Name, out var module))
            dict.Set(Names.Module, module);
        if (dict.TryGetValue(Names.Eq, out _) && dict.Find(Names.Hash) < 0)
            dict.Set(Names.Hash, PyValue.None);
        if (dict.TryGetValue(Names.New, out var @new) && @new.Ref is PyFunction)
            dict.Set(Names.New, new PyStaticMethod(@new));
        foreach (var implicitly in (ReadOnlySpan<PyStr>)[Names.InitSubclass, Names.ClassGetItem])
        {
            if (dict.TryGetValue(implicitly, out var method) && method.Ref is PyFunction)
                dict.Set(implicitly, new PyClassMethod(method));
        }

        if (dict.TryGetValue(Names.ClassCell, out var cell))
        {
            if (cell.Ref is not PyCell classCell)
                throw Raise.TypeError($"__classcell__ must be a nonlocal cell, not <class '{cell.Type.Name}'>");
            classCell.Value = type;
            dict.Remove(Names.ClassCell);
        }

        if (dict.TryGetValue(Names.ClassDictCell, out var dictCell))
        {
            if (dictCell.Ref is not PyCell classDictCell)
                throw Raise.TypeError($"__classdictcell__ must be a nonlocal cell, not <class '{dictCell.Type.Name}'>");
            classDictCell.Value = dict;
            dict.Remove(Names.ClassDictCell);
        }
    }

    /// <summary>The names that <c>__slots__</c> declares, mangled; a TypeError where they make no sense.</summary>
    public static List<string> SlotNames(PyThread thread, PyType type, PyValue declared)
    {
        var values = declared.Ref is PyStr ? [declared] : Operators.ToList(thread, declared).AsSpan().ToArray();
        if (values.Length > 0 && type.SolidBase.Definition is { IsVariableSized: true })
            throw Raise.TypeError($"nonempty __slots__ not supported for subtype of '{type.Base!.Name}'");
        var names = new List<string>();
        foreach (var value in values)
        {
            if (value.Ref is not PyStr slot)
                throw Raise.TypeError($"__slots__ items must be strings, not '{value.Type.Name}'");
            var name = slot.Value;
            if (!Identifiers.IsIdentifier(name))
                throw Raise.TypeError("__slots__ must be identifiers");
            if (name is "__dict__" && (type.Base!.Flags & TypeFlags.HasDict) != 0)
                throw Raise.TypeError("__dict__ slot disallowed: we already got one");
            if (name is "__weakref__" && type.Base! is { IsHeapType: true } parent && (parent.Flags & TypeFlags.HasWeakReferences) != 0)
                throw Raise.TypeError("__weakref__ slot disallowed: we already got one");
            var mangled = Identifiers.Mangle(type.Name, name);
            if (type.Dict.Find(PyStr.Intern(mangled)) >= 0 && mangled is not ("__qualname__" or "__classcell__"))
                throw Raise.ValueError($"'{name}' in __slots__ conflicts with class variable");
            names.Add(mangled);
        }

        return names;
    }

    /// <summary>Calls <c>__set_name__</c> of each attribute that has one.</summary>
    public static void SetNames(PyThread thread, PyType type)
    {
        var dict = type.Dict;
        for (var i = 0; i < dict.EntryEnd; i++)
        {
            var (key, value) = (dict.EntryAt(i).Key, dict.EntryAt(i).Value);
            if (key.IsMissing || value.Type.Lookup(Names.SetName).IsMissing)
                continue;
            try
            {
                thread.CallMethod(value, Names.SetName, type, key);
            }
            catch (PyException exception)
            {
                exception.Value.AddNote(
                    thread,
                    $"Error calling __set_name__ on '{value.Type.Name}' instance {Operators.Repr(thread, key).Value} in '{type.Name}'");
                throw;
            }
        }
    }

    /// <summary>Calls <c>super(type).__init_subclass__(**keywords)</c>.</summary>
    public static void InitSubclass(PyThread thread, PyType type, ReadOnlySpan<PyValue> keywordValues, PyTuple? keywordNames)
    {
        foreach (var @base in type.Mro.AsSpan(1))
        {
            if (!@base.Dict.TryGetValue(Names.InitSubclass, out var found))
                continue;
            var descriptor = found.Type.Slots;
            var method = found;
            unsafe
            {
                if (descriptor.TpDescrGet != null)
                    method = thread.Checked(descriptor.TpDescrGet(thread, found, type, type));
            }

            thread.Call(method, keywordValues, keywordNames);
            return;
        }
    }
}
