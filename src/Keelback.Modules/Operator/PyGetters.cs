using Keelback.Vm;

namespace Keelback.Modules.Operator;

/// <summary>itemgetter: a function that takes items.</summary>
[PyType("operator.itemgetter", Doc = "Return a callable object that fetches the given item(s) from its operand.\nAfter f = itemgetter(2), the call f(r) returns r[2].")]
internal sealed partial class PyItemGetter : ExtensibleObject
{
    private PyItemGetter(PyType type, PyTuple items)
        : base(type)
    {
        Items = items;
    }

    [PyField]
    private partial PyTuple Items { get; set; }

    [PyNew("itemgetter(item, /, *items)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue item, ReadOnlySpan<PyValue> items) =>
        new PyItemGetter(cls, PyTuple.From([item, .. items]));

    [PySlot("tp_call")]
    private static PyValue Call(PyThread thread, PyValue callee, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        if (keywordNames is { Count: > 0 })
            throw Raise.TypeError("itemgetter() takes no keyword arguments");
        if (arguments.Length != 1)
            throw Raise.TypeError($"itemgetter expected 1 argument, got {arguments.Length}");
        var items = ((PyItemGetter)callee.Ref!).Items.Items;
        if (items.Length > 1)
        {
            var results = new PyValue[items.Length];
            for (var i = 0; i < results.Length; i++)
                results[i] = Operators.GetItem(thread, arguments[0], items[i]);
            return PyTuple.Own(results);
        }

        if (arguments[0].Ref is PyTuple tuple && items[0].IsSmallInt && (ulong)items[0].Bits < (ulong)tuple.Count
            && ReferenceEquals(tuple.Type, PyTuple.TypeObject))
            return tuple[(int)items[0].Bits];
        return Operators.TryGetItem(thread, arguments[0], items[0]);
    }

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyItemGetter self) =>
        PyStr.From($"{self.Type.FullName}({string.Join(", ", self.Items.Items.Select(item => Operators.Repr(thread, item).Value))})");

    [PyMethod("__reduce__($self, /)", Doc = "Return state information for pickling")]
    private static PyValue Reduce(PyThread thread, PyItemGetter self) => PyTuple.From(self.Type, self.Items);
}

/// <summary>attrgetter: a function that takes attributes, also along dots.</summary>
[PyType("operator.attrgetter", Doc = "Return a callable object that fetches the given attribute(s) from its operand.\nAfter f = attrgetter('name'), the call f(r) returns r.name.")]
internal sealed partial class PyAttributeGetter : ExtensibleObject
{
    private PyAttributeGetter(PyType type, PyTuple attributes)
        : base(type)
    {
        Names = attributes;
        Paths = [.. attributes.Items.Select(name =>
            PyTuple.Own([.. ((PyStr)name.Ref!).Value.Split('.').Select(part => (PyValue)PyStr.Intern(part))]))];
    }

    [PyField]
    private partial PyTuple Names { get; set; }

    [PyField]
    private partial PyTuple[] Paths { get; set; }

    [PyNew("attrgetter(attr, /, *attrs)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue attr, ReadOnlySpan<PyValue> attrs)
    {
        PyValue[] names = [attr, .. attrs];
        foreach (var name in names)
        {
            if (name.Ref is not PyStr)
                throw Raise.TypeError("attribute name must be a string");
        }

        return new PyAttributeGetter(cls, PyTuple.Own(names));
    }

    [PySlot("tp_call")]
    private static PyValue Call(PyThread thread, PyValue callee, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        if (keywordNames is { Count: > 0 })
            throw Raise.TypeError("attrgetter() takes no keyword arguments");
        if (arguments.Length != 1)
            throw Raise.TypeError($"attrgetter expected 1 argument, got {arguments.Length}");
        var paths = ((PyAttributeGetter)callee.Ref!).Paths;
        if (paths.Length == 1)
            return Follow(thread, arguments[0], paths[0]);
        var results = new PyValue[paths.Length];
        for (var i = 0; i < results.Length; i++)
            results[i] = Follow(thread, arguments[0], paths[i]);
        return PyTuple.Own(results);
    }

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyAttributeGetter self) =>
        PyStr.From($"{self.Type.FullName}({string.Join(", ", self.Names.Items.Select(item => Operators.Repr(thread, item).Value))})");

    [PyMethod("__reduce__($self, /)", Doc = "Return state information for pickling")]
    private static PyValue Reduce(PyThread thread, PyAttributeGetter self) => PyTuple.From(self.Type, self.Names);

    private static PyValue Follow(PyThread thread, PyValue value, PyTuple path)
    {
        foreach (var name in path.Items)
            value = Operators.GetAttribute(thread, value, (PyStr)name.Ref!);
        return value;
    }
}

/// <summary>methodcaller: a function that calls a method.</summary>
[PyType("operator.methodcaller", Doc = "Return a callable object that calls the given method on its operand.\nAfter f = methodcaller('name'), the call f(r) returns r.name().")]
internal sealed partial class PyMethodCaller : ExtensibleObject
{
    private PyMethodCaller(PyType type, PyStr name, PyTuple arguments, PyTuple? keywordNames)
        : base(type)
    {
        Name = name;
        Arguments = arguments;
        KeywordNames = keywordNames;
    }

    [PyField]
    private partial PyStr Name { get; set; }

    // The keywords' values last.
    [PyField]
    private partial PyTuple Arguments { get; set; }

    [PyField]
    private partial PyTuple? KeywordNames { get; set; }

    [PyNew("methodcaller(name, /, *args, **kwargs)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue name, ReadOnlySpan<PyValue> args, PyDict? kwargs)
    {
        if (name.Ref is not PyStr text)
            throw Raise.TypeError("method name must be a string");
        var (values, names) = KeywordArguments.Append(args, kwargs);
        return new PyMethodCaller(cls, PyStr.Intern(text), PyTuple.Own(values), names);
    }

    [PySlot("tp_call")]
    private static PyValue Call(PyThread thread, PyValue callee, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        if (keywordNames is { Count: > 0 })
            throw Raise.TypeError("methodcaller() takes no keyword arguments");
        if (arguments.Length != 1)
            throw Raise.TypeError($"methodcaller expected 1 argument, got {arguments.Length}");
        var self = (PyMethodCaller)callee.Ref!;
        return thread.Invoke(Operators.GetAttribute(thread, arguments[0], self.Name), self.Arguments.Items, self.KeywordNames);
    }

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyMethodCaller self)
    {
        var parts = new List<string> { Operators.Repr(thread, self.Name).Value };
        var positional = self.Arguments.Count - (self.KeywordNames?.Count ?? 0);
        for (var i = 0; i < self.Arguments.Count; i++)
        {
            var value = Operators.Repr(thread, self.Arguments[i]).Value;
            parts.Add(i < positional ? value : $"{((PyStr)self.KeywordNames![i - positional].Ref!).Value}={value}");
        }

        return PyStr.From($"{self.Type.FullName}({string.Join(", ", parts)})");
    }

    [PyMethod("__reduce__($self, /)", Doc = "Return state information for pickling")]
    private static PyValue Reduce(PyThread thread, PyMethodCaller self)
    {
        if (self.KeywordNames is not { } names)
            return PyTuple.From(self.Type, PyTuple.From([self.Name, .. self.Arguments.Items]));
        var functools = thread.Interpreter.Imports.GetOrLoad(thread, PyStr.Intern("functools"));
        var partial = Operators.GetAttribute(thread, functools, PyStr.Intern("partial"));
        var positional = self.Arguments.Count - names.Count;
        PyValue[] arguments = [self.Type, self.Name, .. self.Arguments.Items[positional..]];
        return PyTuple.From(thread.Call(partial, arguments, names), PyTuple.From(self.Arguments.Items[..positional]));
    }
}
