using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>The slots of list, but for those of subscripts.</summary>
public partial class PyList
{
    private static partial PyValue NewRaw(
        PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        ReferenceEquals(cls, TypeObject) ? new PyList() : new PyListSubclass(cls);

    private static partial void Initialize(PyThread thread, PyList self, PyValue iterable)
    {
        if (self.Count > 0)
            self.Replace([], 0);
        self.Extend(thread, iterable);
    }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var list = (PyList)self.Ref!;
        if (list.Count == 0)
            return s_emptyText;
        if (!thread.ReprInProgress.Add(list))
            return s_recursiveText;
        try
        {
            var text = new System.Text.StringBuilder("[");
            for (var i = 0; i < list.Count; i++)
            {
                if (i > 0)
                    text.Append(", ");
                text.Append(Operators.Repr(thread, list.Items[i]).Value);
            }

            return PyStr.From(text.Append(']').ToString());
        }
        finally
        {
            thread.ReprInProgress.Remove(list);
        }
    }

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (left.Ref is not PyList first || right.Ref is not PyList second)
            return PyNotImplemented.Instance;
        if (first.Count != second.Count && op is ComparisonOperator.Eq or ComparisonOperator.Ne)
            return PyValue.FromBool(op == ComparisonOperator.Ne);

        // A comparison of items may change both lists, so their ends are looked at anew each time.
        for (var i = 0; i < first.Count && i < second.Count; i++)
        {
            var (a, b) = (first.Items[i], second.Items[i]);
            if (Operators.Equals(thread, a, b))
                continue;
            return op switch
            {
                ComparisonOperator.Eq => PyValue.False,
                ComparisonOperator.Ne => PyValue.True,
                _ => Operators.TryCompare(thread, op, a, b),
            };
        }

        return PyValue.FromBool(Operators.Holds(op, first.Count.CompareTo(second.Count)));
    }

    private static partial PyValue Iterate(PyThread thread, PyValue self) => new PyListIterator((PyList)self.Ref!);

    private static partial long Length(PyThread thread, PyValue self) => ((PyList)self.Ref!).Count;

    private static partial bool Contains(PyThread thread, PyValue self, PyValue item)
    {
        var list = (PyList)self.Ref!;
        for (var i = 0; i < list.Count; i++)
        {
            if (Operators.Equals(thread, list.Items[i], item))
                return true;
        }

        return false;
    }

    private static partial PyValue Concat(PyThread thread, PyValue left, PyValue right)
    {
        if (right.Ref is not PyList second)
            return thread.Raise(Raise.TypeError($"can only concatenate list (not \"{right.Type.Name}\") to list"));
        return new PyList(SequenceItems.Concat(((PyList)left.Ref!).AsSpan(), second.AsSpan()));
    }

    private static partial PyValue InPlaceConcat(PyThread thread, PyValue left, PyValue right)
    {
        ((PyList)left.Ref!).Extend(thread, right);
        return left;
    }

    private static partial PyValue Repeat(PyThread thread, PyValue self, long index) =>
        new PyList(SequenceItems.Repeat(((PyList)self.Ref!).AsSpan(), index));

    private static partial PyValue InPlaceRepeat(PyThread thread, PyValue self, long index)
    {
        var list = (PyList)self.Ref!;
        if (index == 1)
            return self;
        var items = SequenceItems.Repeat(list.AsSpan(), index);
        list.Replace(items, items.Length);
        return self;
    }

    private static readonly PyStr s_emptyText = PyStr.Intern("[]");
    private static readonly PyStr s_recursiveText = PyStr.Intern("[...]");
}
