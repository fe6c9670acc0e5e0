using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>The slots of dict.</summary>
public partial class PyDict
{
    private static readonly PyStr s_emptyText = PyStr.Intern("{}");
    private static readonly PyStr s_recursiveText = PyStr.Intern("{...}");

    private static partial PyValue NewRaw(
        PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        ReferenceEquals(cls, TypeObject) ? new PyDict() : new PyDictSubclass(cls);

    private static partial void Initialize(
        PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var dict = (PyDict)self.Ref!;
        var positional = arguments.Length - (keywordNames?.Count ?? 0);
        if (positional > 1)
            throw Raise.TypeError($"dict expected at most 1 argument, got {positional}");
        if (positional == 1)
            dict.UpdateFrom(thread, arguments[0]);
        for (var i = positional; i < arguments.Length; i++)
            dict.Set(thread, keywordNames![i - positional], arguments[i]);
    }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var dict = (PyDict)self.Ref!;
        if (dict.Count == 0)
            return s_emptyText;
        if (!thread.ReprInProgress.Add(dict))
            return s_recursiveText;
        try
        {
            var text = new System.Text.StringBuilder("{");
            for (var i = 0; i < dict.EntryEnd; i++)
            {
                var entry = dict.EntryAt(i);
                if (entry.Key.IsMissing)
                    continue;
                if (text.Length > 1)
                    text.Append(", ");
                text.Append(Operators.Repr(thread, entry.Key).Value).Append(": ");
                text.Append(Operators.Repr(thread, entry.Value).Value);
            }

            return PyStr.From(text.Append('}').ToString());
        }
        finally
        {
            thread.ReprInProgress.Remove(dict);
        }
    }

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (left.Ref is not PyDict first || right.Ref is not PyDict second
            || op is not (ComparisonOperator.Eq or ComparisonOperator.Ne))
            return PyNotImplemented.Instance;
        return PyValue.FromBool(first.HasSameItems(thread, second) == (op == ComparisonOperator.Eq));
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => new PyDictKeyIterator((PyDict)self.Ref!);

    private static partial PyValue Or(PyThread thread, PyValue left, PyValue right)
    {
        if (left.Ref is not PyDict first || right.Ref is not PyDict second)
            return PyNotImplemented.Instance;
        var union = first.Clone();
        union.UpdateFrom(thread, second);
        return union;
    }

    private static partial PyValue InPlaceOr(PyThread thread, PyValue left, PyValue right)
    {
        ((PyDict)left.Ref!).UpdateFrom(thread, right);
        return left;
    }

    private static partial long Length(PyThread thread, PyValue self) => ((PyDict)self.Ref!).Count;

    private static partial bool Contains(PyThread thread, PyValue self, PyValue item) =>
        ((PyDict)self.Ref!).TryGetValue(thread, item, out _);

    private static partial PyValue Subscript(PyThread thread, PyValue left, PyValue right)
    {
        var dict = (PyDict)left.Ref!;
        if (dict.TryGetValue(thread, right, out var value))
            return value;
        if (!ReferenceEquals(dict.Type, TypeObject))
        {
            var missing = dict.Type.Lookup(Names.Missing);
            if (!missing.IsMissing)
                return thread.InvokeSpecial(left, missing, [right]);
        }

        return thread.Raise(Raise.KeyError(right));
    }

    private static partial void SetSubscript(PyThread thread, PyValue self, PyValue key, PyValue value)
    {
        var dict = (PyDict)self.Ref!;
        if (!value.IsMissing)
            dict.Set(thread, key, value);
        else if (!dict.Remove(thread, key, out _))
            throw Raise.KeyError(key);
    }

    private bool HasSameItems(PyThread thread, PyDict other)
    {
        if (Count != other.Count)
            return false;
        // Comparisons may change both; an index stays good as long as it is below the end.
        for (var i = 0; i < EntryEnd; i++)
        {
            var entry = EntryAt(i);
            if (entry.Key.IsMissing)
                continue;
            var place = other.Find(thread, entry.Key, entry.Hash);
            if (place < 0 || !Operators.Equals(thread, entry.Value, other.EntryAt(place).Value))
                return false;
        }

        return true;
    }
}
