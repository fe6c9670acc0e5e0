using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>mappingproxy: a mapping that can be looked at but not changed through it.</summary>
internal sealed unsafe partial class PyMappingProxy : PyObject
{
    private static readonly PyStr s_get = PyStr.Intern("get");
    private static readonly PyStr s_keys = PyStr.Intern("keys");
    private static readonly PyStr s_values = PyStr.Intern("values");
    private static readonly PyStr s_items = PyStr.Intern("items");
    private static readonly PyStr s_copy = PyStr.Intern("copy");

    public PyMappingProxy(PyDict dict)
        : this((PyValue)dict)
    {
    }

    public PyMappingProxy(PyValue mapping)
        : base(TypeObject)
    {
        Mapping = mapping;
    }

    [PyField]
    public partial PyValue Mapping { get; private set; }

    private static partial PyValue New(PyThread thread, PyType cls, PyValue mapping)
    {
        if (mapping.Type.Slots.MpSubscript == null || mapping.Ref is PyList or PyTuple)
            throw Raise.TypeError($"mappingproxy() argument must be a mapping, not {mapping.Type.Name}");
        return new PyMappingProxy(mapping);
    }

    private static partial PyValue Repr(PyThread thread, PyValue self) =>
        PyStr.From($"mappingproxy({Operators.Repr(thread, MappingOf(self)).Value})");

    private static partial PyValue Str(PyThread thread, PyValue self) => Operators.Str(thread, MappingOf(self));

    private static partial long Hash(PyThread thread, PyValue self) => Operators.Hash(thread, MappingOf(self));

    private static partial PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op) =>
        Operators.TryCompare(thread, op, MappingOf(left), right);

    private static partial PyValue Iterate(PyThread thread, PyValue self) => Operators.TryGetIterator(thread, MappingOf(self));

    private static partial PyValue Or(PyThread thread, PyValue left, PyValue right) =>
        Operators.Binary(thread, BinaryOperator.Or, Unwrapped(left), Unwrapped(right));

    private static partial PyValue InPlaceOr(PyThread thread, PyValue left, PyValue right) =>
        thread.Raise(Raise.TypeError($"'|=' is not supported by {left.Type.Name}; use '|' instead"));

    private static partial bool Contains(PyThread thread, PyValue self, PyValue item) =>
        Operators.Contains(thread, MappingOf(self), item);

    private static partial long Length(PyThread thread, PyValue self) => Operators.Length(thread, MappingOf(self));

    private static partial PyValue Subscript(PyThread thread, PyValue left, PyValue right) =>
        Operators.TryGetItem(thread, MappingOf(left), right);

    private static partial PyValue Get(PyThread thread, PyMappingProxy self, PyValue key, PyValue @default) =>
        thread.CallAttribute(self.Mapping, s_get, key, @default);

    private static partial PyValue Keys(PyThread thread, PyMappingProxy self) => thread.CallAttribute(self.Mapping, s_keys);

    private static partial PyValue Values(PyThread thread, PyMappingProxy self) => thread.CallAttribute(self.Mapping, s_values);

    private static partial PyValue ItemsView(PyThread thread, PyMappingProxy self) => thread.CallAttribute(self.Mapping, s_items);

    private static partial PyValue Copy(PyThread thread, PyMappingProxy self) => thread.CallAttribute(self.Mapping, s_copy);

    private static partial PyValue ClassGetItem(PyThread thread, PyType cls, PyValue @object) => new PyGenericAlias(cls, @object);

    private static partial PyValue Reversed(PyThread thread, PyMappingProxy self) =>
        thread.CallAttribute(self.Mapping, Names.Reversed);

    private static PyValue MappingOf(PyValue self) => ((PyMappingProxy)self.Ref!).Mapping;

    private static PyValue Unwrapped(PyValue value) => value.Ref is PyMappingProxy proxy ? proxy.Mapping : value;
}
