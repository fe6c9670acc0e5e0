using Keelback.Vm;

namespace Keelback.Modules.Functools;

/// <summary>functools.partial: a function with some of its arguments given.</summary>
[PyType("functools.partial", Doc = "Create a new function with partial application of the given arguments and keywords.", Flags = TypeFlags.HasDict | TypeFlags.HasWeakReferences)]
internal sealed partial class PyPartial : ExtensibleObject
{
    private int _placeholders;

    private PyPartial(PyType type, PyValue function, PyTuple arguments, PyDict keywords)
        : base(type)
    {
        Function = function;
        Arguments = arguments;
        Keywords = keywords;
        _placeholders = CountPlaceholders(arguments);
    }

    [PyField]
    private partial PyValue Function { get; set; }

    [PyField]
    private partial PyTuple Arguments { get; set; }

    [PyField]
    private partial PyDict Keywords { get; set; }

    [PyNew("partial(func, /, *args, **keywords)")]
    private static PyValue New(PyThread thread, PyType cls, PyValue func, ReadOnlySpan<PyValue> args, PyDict? keywords)
    {
        if (!Operators.IsCallable(func))
            throw Raise.TypeError("the first argument must be callable");
        if (args.Length > 0 && ReferenceEquals(args[^1].Ref, PyPlaceholder.Instance))
            throw Raise.TypeError("trailing Placeholders are not allowed");
        var given = new PyDict();
        for (var i = 0; i < (keywords?.EntryEnd ?? 0); i++)
        {
            if (ReferenceEquals(keywords!.EntryAt(i).Value.Ref, PyPlaceholder.Instance))
                throw Raise.TypeError("Placeholder cannot be passed as a keyword argument");
        }

        if (func.Ref is not PyPartial inner || inner.Attributes.Dict is { Count: > 0 } || inner.Attributes.Shape is { Count: > 0 }
            || !ReferenceEquals(inner.Type, TypeObject))
        {
            CopyInto(keywords, given);
            return new PyPartial(cls, func, PyTuple.From(args), given);
        }

        CopyInto(inner.Keywords, given);
        CopyInto(keywords, given);
        return new PyPartial(cls, inner.Function, PyTuple.Own(inner.Merge(args)), given);
    }

    [PySlot("tp_call")]
    private static PyValue Call(PyThread thread, PyValue callee, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var self = (PyPartial)callee.Ref!;
        var positional = arguments.Length - (keywordNames?.Count ?? 0);
        if (positional < self._placeholders)
        {
            throw Raise.TypeError(
                $"missing positional arguments in 'partial' call; expected at least {self._placeholders}, got {positional}");
        }

        var values = self.Merge(arguments[..positional]);
        if (self.Keywords.Count == 0 && keywordNames is null)
            return thread.Invoke(self.Function, values, null);
        var keywords = new PyDict();
        CopyInto(self.Keywords, keywords);
        for (var i = 0; i < (keywordNames?.Count ?? 0); i++)
            keywords.Set((PyStr)keywordNames![i].Ref!, arguments[positional + i]);
        var all = new List<PyValue>(values);
        var names = new List<PyValue>(keywords.Count);
        for (var i = 0; i < keywords.EntryEnd; i++)
        {
            ref var entry = ref keywords.EntryAt(i);
            if (entry.Key.IsMissing)
                continue;
            names.Add(entry.Key);
            all.Add(entry.Value);
        }

        return thread.Invoke(self.Function, all.ToArray(), PyTuple.Own([.. names]));
    }

    [PySlot("tp_descr_get")]
    private static PyValue Bind(PyThread thread, PyValue descriptor, PyValue instance, PyValue owner) =>
        instance.IsMissing || instance.IsNone ? descriptor : new PyMethod(descriptor, instance);

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyPartial self)
    {
        if (!thread.ReprInProgress.Add(self))
            return PyStr.From("...");
        try
        {
            var parts = new List<string> { Operators.Repr(thread, self.Function).Value };
            foreach (var argument in self.Arguments.Items)
                parts.Add(Operators.Repr(thread, argument).Value);
            for (var i = 0; i < self.Keywords.EntryEnd; i++)
            {
                var (key, value) = (self.Keywords.EntryAt(i).Key, self.Keywords.EntryAt(i).Value);
                if (!key.IsMissing)
                    parts.Add($"{Operators.Str(thread, key).Value}={Operators.Repr(thread, value).Value}");
            }

            return PyStr.From($"{self.Type.FullName}({string.Join(", ", parts)})");
        }
        finally
        {
            thread.ReprInProgress.Remove(self);
        }
    }

    [PyGetter("func", Doc = "function object to use in future partial calls", Member = true)]
    private static PyValue GetFunction(PyThread thread, PyPartial self) => self.Function;

    [PyGetter("args", Doc = "tuple of arguments to future partial calls", Member = true)]
    private static PyValue GetArguments(PyThread thread, PyPartial self) => self.Arguments;

    [PyGetter("keywords", Doc = "dictionary of keyword arguments to future partial calls", Member = true)]
    private static PyValue GetKeywords(PyThread thread, PyPartial self) => self.Keywords;

    [PyGetter("__dict__")]
    private static PyValue GetDict(PyThread thread, PyPartial self) => self.Attributes.ToDict();

    [PyMethod("__class_getitem__($type, object, /)", ClassMethod = true, Doc = "Return the generic alias.")]
    private static PyValue ClassGetItem(PyThread thread, PyType type, PyValue @object) => new PyGenericAlias(type, @object);

    [PyMethod("__reduce__($self, /)", Doc = "Return what pickle needs.")]
    private static PyValue Reduce(PyThread thread, PyPartial self) => PyTuple.From(
        self.Type,
        PyTuple.From(self.Function),
        PyTuple.From(self.Function, self.Arguments, self.Keywords, self.Attributes.IsEmpty ? PyValue.None : self.Attributes.ToDict()));

    [PyMethod("__setstate__($self, object, /)", Doc = "Take the state that pickle kept.")]
    private static void SetState(PyThread thread, PyPartial self, PyValue @object)
    {
        if (@object.Ref is not PyTuple { Count: 4 } state || !Operators.IsCallable(state[0]) || state[1].Ref is not PyTuple arguments
            || (state[2].Ref is not PyDict && !state[2].IsNone))
            throw Raise.TypeError("invalid partial state");
        if (arguments.Count > 0 && ReferenceEquals(arguments[arguments.Count - 1].Ref, PyPlaceholder.Instance))
            throw Raise.TypeError("trailing Placeholders are not allowed");
        self.Function = state[0];
        self.Arguments = PyTuple.From(arguments.Items);
        self.Keywords = new PyDict();
        if (state[2].Ref is PyDict keywords)
            CopyInto(keywords, self.Keywords);
        self._placeholders = CountPlaceholders(self.Arguments);
        if (state[3].Ref is PyDict attributes)
            CopyInto(attributes, self.Attributes.ToDict());
    }

    private PyValue[] Merge(ReadOnlySpan<PyValue> given)
    {
        var merged = new PyValue[Arguments.Count + Math.Max(0, given.Length - _placeholders)];
        Arguments.Items.CopyTo(merged, 0);
        var taken = 0;
        if (_placeholders > 0)
        {
            for (var i = 0; i < Arguments.Count && taken < given.Length; i++)
            {
                if (ReferenceEquals(merged[i].Ref, PyPlaceholder.Instance))
                    merged[i] = given[taken++];
            }
        }

        given[taken..].CopyTo(merged.AsSpan(Arguments.Count));
        return merged;
    }

    private static int CountPlaceholders(PyTuple arguments)
    {
        var count = 0;
        foreach (var argument in arguments.Items)
            count += ReferenceEquals(argument.Ref, PyPlaceholder.Instance) ? 1 : 0;
        return count;
    }

    private static void CopyInto(PyDict? source, PyDict target)
    {
        for (var i = 0; i < (source?.EntryEnd ?? 0); i++)
        {
            if (source!.EntryAt(i).Key.Ref is PyStr key)
                target.Set(key, source.EntryAt(i).Value);
        }
    }
}
