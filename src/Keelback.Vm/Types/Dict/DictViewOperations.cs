using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>What the views of dicts do alike: showing themselves, comparing, and the set operators.</summary>
internal static class DictViewOperations
{
    public static PyValue Repr(PyThread thread, PyValue self)
    {
        var view = (PyDictView)self.Ref!;
        if (!thread.ReprInProgress.Add(view))
            return PyStr.From("...");
        try
        {
            var items = Operators.ToList(thread, view);
            return PyStr.From($"{view.Type.Name}({Operators.Repr(thread, items).Value})");
        }
        finally
        {
            thread.ReprInProgress.Remove(view);
        }
    }

    public static PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (right.Ref is not (PyAnySet or PyDictKeys or PyDictItems))
            return PyNotImplemented.Instance;
        var (first, second) = (Operators.Length(thread, left), Operators.Length(thread, right));
        return PyValue.FromBool(op switch
        {
            ComparisonOperator.Eq => first == second && IsWithin(thread, left, right),
            ComparisonOperator.Ne => !(first == second && IsWithin(thread, left, right)),
            ComparisonOperator.Lt => first < second && IsWithin(thread, left, right),
            ComparisonOperator.Le => first <= second && IsWithin(thread, left, right),
            ComparisonOperator.Gt => first > second && IsWithin(thread, right, left),
            _ => first >= second && IsWithin(thread, right, left),
        });
    }

    // The view may be the right operand only: the left one then is any iterable.
    public static PyValue Subtract(PyThread thread, PyValue left, PyValue right)
    {
        var result = ToSet(thread, left);
        result.Subtract(thread, right);
        return result;
    }

    public static PyValue Or(PyThread thread, PyValue left, PyValue right)
    {
        var result = ToSet(thread, left);
        result.Update(thread, right);
        return result;
    }

    public static PyValue Xor(PyThread thread, PyValue left, PyValue right)
    {
        var result = ToSet(thread, left);
        result.SymmetricUpdate(thread, right);
        return result;
    }

    public static PyValue And(PyThread thread, PyValue left, PyValue right)
    {
        if (left.Ref is not PyDictView)
            (left, right) = (right, left);
        var view = (PyDictView)left.Ref!;
        if (right.Ref is PyDictView other and not PyDictValues && other.Dict.Count > view.Dict.Count)
            (view, right) = (other, view);
        var result = new PySet();
        foreach (var item in Operators.Iterate(thread, right))
        {
            if (view.Has(thread, item))
                result.Add(thread, item);
        }

        return result;
    }

    public static bool IsDisjoint(PyThread thread, PyDictView view, PyValue other)
    {
        if (ReferenceEquals(view, other.Ref))
            return view.Dict.Count == 0;
        if (other.Ref is PyDictView smaller and not PyDictValues && smaller.Dict.Count > view.Dict.Count)
            (view, other) = (smaller, view);
        foreach (var item in Operators.Iterate(thread, other))
        {
            if (view.Has(thread, item))
                return false;
        }

        return true;
    }

    private static PySet ToSet(PyThread thread, PyValue items)
    {
        var set = new PySet();
        set.Update(thread, items);
        return set;
    }

    private static bool IsWithin(PyThread thread, PyValue items, PyValue container)
    {
        foreach (var item in Operators.Iterate(thread, items))
        {
            if (!Operators.Contains(thread, container, item))
                return false;
        }

        return true;
    }
}
