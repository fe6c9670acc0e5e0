using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>A view of a dict: it shows what the dict holds at any time.</summary>
internal abstract partial class PyDictView : PyObject
{
    protected PyDictView(PyType type, PyDict dict)
        : base(type)
    {
        Dict = dict;
    }

    [PyField]
    public partial PyDict Dict { get; private set; }

    /// <summary>Whether the view's items include a value; values() has no such test of its own.</summary>
    public abstract bool Has(PyThread thread, PyValue item);
}

/// <summary>dict.keys(): a set-like view of the keys.</summary>
internal sealed partial class PyDictKeys(PyDict dict) : PyDictView(TypeObject, dict)
{
    public override bool Has(PyThread thread, PyValue item) => Dict.TryGetValue(thread, item, out _);

    private static partial PyValue Repr(PyThread thread, PyValue self) => DictViewOperations.Repr(thread, self);

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op) =>
        DictViewOperations.Compare(thread, left, right, op);

    private static partial PyValue Iterate(PyThread thread, PyValue self) => new PyDictKeyIterator(((PyDictKeys)self.Ref!).Dict);

    private static partial PyValue Subtract(PyThread thread, PyValue left, PyValue right) =>
        DictViewOperations.Subtract(thread, left, right);

    private static partial PyValue And(PyThread thread, PyValue left, PyValue right) =>
        DictViewOperations.And(thread, left, right);

    private static partial PyValue Xor(PyThread thread, PyValue left, PyValue right) =>
        DictViewOperations.Xor(thread, left, right);

    private static partial PyValue Or(PyThread thread, PyValue left, PyValue right) =>
        DictViewOperations.Or(thread, left, right);

    private static partial long Length(PyThread thread, PyValue self) => ((PyDictKeys)self.Ref!).Dict.Count;

    private static partial bool Contains(PyThread thread, PyValue self, PyValue item) => ((PyDictKeys)self.Ref!).Has(thread, item);

    private static partial PyValue GetMapping(PyThread thread, PyDictKeys self) => new PyMappingProxy(self.Dict);

    private static partial bool IsDisjoint(PyThread thread, PyDictKeys self, PyValue @object) =>
        DictViewOperations.IsDisjoint(thread, self, @object);

    private static partial PyValue Reversed(PyThread thread, PyDictKeys self) => new PyDictReverseKeyIterator(self.Dict);
}

/// <summary>dict.values(): a view of the values.</summary>
internal sealed partial class PyDictValues(PyDict dict) : PyDictView(TypeObject, dict)
{
    public override bool Has(PyThread thread, PyValue item) => Operators.ContainsByIteration(thread, this, item);

    private static partial PyValue Repr(PyThread thread, PyValue self) => DictViewOperations.Repr(thread, self);

    private static partial PyValue Iterate(PyThread thread, PyValue self) =>
        new PyDictValueIterator(((PyDictValues)self.Ref!).Dict);

    private static partial long Length(PyThread thread, PyValue self) => ((PyDictValues)self.Ref!).Dict.Count;

    private static partial PyValue GetMapping(PyThread thread, PyDictValues self) => new PyMappingProxy(self.Dict);

    private static partial PyValue Reversed(PyThread thread, PyDictValues self) => new PyDictReverseValueIterator(self.Dict);
}

/// <summary>dict.items(): a set-like view of the pairs of key and value.</summary>
internal sealed partial class PyDictItems(PyDict dict) : PyDictView(TypeObject, dict)
{
    public override bool Has(PyThread thread, PyValue item) => item.Ref is PyTuple { Count: 2 } pair
        && Dict.TryGetValue(thread, pair[0], out var value) && Operators.Equals(thread, pair[1], value);

    private static partial PyValue Repr(PyThread thread, PyValue self) => DictViewOperations.Repr(thread, self);

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op) =>
        DictViewOperations.Compare(thread, left, right, op);

    private static partial PyValue Iterate(PyThread thread, PyValue self) =>
        new PyDictItemIterator(((PyDictItems)self.Ref!).Dict);

    private static partial PyValue Subtract(PyThread thread, PyValue left, PyValue right) =>
        DictViewOperations.Subtract(thread, left, right);

    private static partial PyValue And(PyThread thread, PyValue left, PyValue right) =>
        DictViewOperations.And(thread, left, right);

    private static partial PyValue Xor(PyThread thread, PyValue left, PyValue right) =>
        DictViewOperations.Xor(thread, left, right);

    private static partial PyValue Or(PyThread thread, PyValue left, PyValue right) =>
        DictViewOperations.Or(thread, left, right);

    private static partial long Length(PyThread thread, PyValue self) => ((PyDictItems)self.Ref!).Dict.Count;

    private static partial bool Contains(PyThread thread, PyValue self, PyValue item) =>
        ((PyDictItems)self.Ref!).Has(thread, item);

    private static partial PyValue GetMapping(PyThread thread, PyDictItems self) => new PyMappingProxy(self.Dict);

    private static partial bool IsDisjoint(PyThread thread, PyDictItems self, PyValue @object) =>
        DictViewOperations.IsDisjoint(thread, self, @object);

    private static partial PyValue Reversed(PyThread thread, PyDictItems self) => new PyDictReverseItemIterator(self.Dict);
}
