using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>types.SimpleNamespace: attributes without a class of their own.</summary>
internal sealed partial class PySimpleNamespace : PyObject
{
    private InstanceAttributes _attributes;

    public PySimpleNamespace()
        : base(TypeObject)
    {
    }

    private PySimpleNamespace(PyType type)
        : base(type)
    {
    }

    internal override ref InstanceAttributes Attributes => ref _attributes;

    private static partial PyValue NewRaw(
        PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) => new PySimpleNamespace(cls);

    private static partial void Initialize(
        PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var positional = arguments.Length - (keywordNames?.Count ?? 0);
        if (positional > 1)
            throw Raise.TypeError($"{self.Type.Name} expected at most 1 argument, got {positional}");
        var attributes = ((PySimpleNamespace)self.Ref!)._attributes.ToDict();
        if (positional == 1)
        {
            var given = new PyDict();
            given.UpdateFrom(thread, arguments[0]);
            for (var i = 0; i < given.EntryEnd; i++)
            {
                if (given.EntryAt(i).Key.Ref is not PyStr)
                    throw Raise.TypeError("keywords must be strings");
            }

            attributes.Merge(thread, given);
        }

        for (var i = positional; i < arguments.Length; i++)
            attributes.Set((PyStr)keywordNames![i - positional].Ref!, arguments[i]);
    }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var space = (PySimpleNamespace)self.Ref!;
        var name = ReferenceEquals(space.Type, TypeObject) ? "namespace" : space.Type.Name;
        if (!thread.ReprInProgress.Add(space))
            return PyStr.From($"{name}(...)");
        try
        {
            var text = new System.Text.StringBuilder(name).Append('(');
            var dict = space._attributes.ToDict();
            var isFirst = true;
            for (var i = 0; i < dict.EntryEnd; i++)
            {
                var entry = dict.EntryAt(i);
                if (entry.Key.Ref is not PyStr { Length: > 0 } key)
                    continue;
                text.Append(isFirst ? "" : ", ").Append(key.Value).Append('=').Append(Operators.Repr(thread, entry.Value).Value);
                isFirst = false;
            }

            return PyStr.From(text.Append(')').ToString());
        }
        finally
        {
            thread.ReprInProgress.Remove(space);
        }
    }

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (left.Ref is not PySimpleNamespace first || right.Ref is not PySimpleNamespace second)
            return PyNotImplemented.Instance;
        return Operators.TryCompare(thread, op, first._attributes.ToDict(), second._attributes.ToDict());
    }

    private static partial PyValue GetDict(PyThread thread, PySimpleNamespace self) => self._attributes.ToDict();

    private static partial PyValue Reduce(PyThread thread, PySimpleNamespace self) =>
        PyTuple.From(self.Type, PyTuple.Empty, self._attributes.ToDict());

    private static partial PyValue Replace(PyThread thread, PySimpleNamespace self, PyDict? changes)
    {
        var copy = thread.Call(self.Type);
        if (copy.Ref is not PySimpleNamespace space)
            throw Raise.TypeError($"expect {TypeObject.Name} type, but {self.Type.Name}() returned '{copy.Type.Name}' object");
        var attributes = space._attributes.ToDict();
        attributes.Merge(thread, self._attributes.ToDict());
        if (changes is not null)
            attributes.Merge(thread, changes);
        return copy;
    }
}
