using Keelback.Bytecode;
using Keelback.Vm;

namespace Keelback.Modules.WeakReferences;

/// <summary>A weak reference that passes everything on to its object. Arithmetic is in PyWeakProxy.Numbers.cs.</summary>
[PyType("weakref.ProxyType", Doc = "An object that acts as another does, without keeping it alive.", Flags = TypeFlags.NoInstantiation | TypeFlags.HasWeakReferences)]
internal unsafe partial class PyWeakProxy : WeakReferenceObject
{
    protected PyWeakProxy(PyType type, PyObject target, PyValue callback)
        : base(type, target, callback)
    {
    }

    /// <summary>Makes a proxy, or finds the one there is already.</summary>
    public static PyValue Make(PyThread thread, PyValue target, PyValue callback)
    {
        var referent = Referable(target);
        var table = WeakReferenceTable.Of(thread);
        if (callback.IsNone)
            callback = default;
        if (callback.IsMissing)
        {
            foreach (var known in table.Find(referent))
            {
                if (known is PyWeakProxy && !known.HasCallback)
                    return known;
            }
        }

        var made = Operators.IsCallable(target)
            ? new PyCallableWeakProxy(referent, callback)
            : new PyWeakProxy(TypeObject, referent, callback);
        table.Add(thread, referent, made);
        return made;
    }

    /// <summary>The object of a proxy, or the value itself where it is none; a ReferenceError where the object is gone.</summary>
    public static PyValue Unwrap(PyValue value) => value.Ref is PyWeakProxy proxy
        ? proxy.Target ?? throw Raise.ReferenceError("weakly-referenced object no longer exists")
        : value;

    [PySlot("tp_getattro")]
    private static PyValue GetAttribute(PyThread thread, PyValue self, PyStr name) =>
        Operators.TryGetAttribute(thread, Unwrap(self), name);

    [PySlot("tp_setattro")]
    private static void SetAttribute(PyThread thread, PyValue self, PyStr name, PyValue value)
    {
        if (value.IsMissing)
            Operators.DeleteAttribute(thread, Unwrap(self), name);
        else
            Operators.SetAttribute(thread, Unwrap(self), name, value);
    }

    [PySlot("tp_str")]
    private static PyValue Str(PyThread thread, PyValue self) => Operators.Str(thread, Unwrap(self));

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyValue self)
    {
        var address = ObjectIdentity.Address(thread, self);
        return PyStr.From(((PyWeakProxy)self.Ref!).Target is { } target
            ? $"<weakproxy at {address}; to '{target.Type.FullName}' at {ObjectIdentity.Address(thread, target)}>"
            : $"<weakproxy at {address}; dead>");
    }

    [PySlot("tp_hash")]
    private static long Hash(PyThread thread, PyValue self) => throw Operators.Unhashable(self);

    [PySlot("tp_richcompare")]
    private static PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op) =>
        Operators.TryCompare(thread, op, Unwrap(left), Unwrap(right));

    [PySlot("tp_iter")]
    private static PyValue Iterate(PyThread thread, PyValue self) => Operators.GetIterator(thread, Unwrap(self));

    [PySlot("tp_iternext")]
    private static PyValue Next(PyThread thread, PyValue self)
    {
        var target = Unwrap(self);
        return target.Type.Slots.TpIternext == null
            ? throw Raise.TypeError($"Weakref proxy referenced a non-iterator '{target.Type.Name}' object")
            : Operators.Next(thread, target);
    }

    [PySlot("mp_length")]
    private static long Length(PyThread thread, PyValue self) => Operators.Length(thread, Unwrap(self));

    [PySlot("mp_subscript")]
    private static PyValue GetItem(PyThread thread, PyValue self, PyValue key) => Operators.GetItem(thread, Unwrap(self), Unwrap(key));

    [PySlot("mp_ass_subscript")]
    private static void SetItem(PyThread thread, PyValue self, PyValue key, PyValue value)
    {
        if (value.IsMissing)
            Operators.DeleteItem(thread, Unwrap(self), Unwrap(key));
        else
            Operators.SetItem(thread, Unwrap(self), Unwrap(key), value);
    }

    [PySlot("sq_contains")]
    private static bool Contains(PyThread thread, PyValue self, PyValue item) => Operators.Contains(thread, Unwrap(self), Unwrap(item));

    [PySlot("nb_bool")]
    private static bool IsTrue(PyThread thread, PyValue self) => Operators.IsTrue(thread, Unwrap(self));
}

/// <summary>A proxy of what can be called.</summary>
[PyType("weakref.CallableProxyType", Base = typeof(PyWeakProxy), Doc = "A proxy of what can be called.", Flags = TypeFlags.NoInstantiation | TypeFlags.HasWeakReferences)]
internal sealed partial class PyCallableWeakProxy : PyWeakProxy
{
    public PyCallableWeakProxy(PyObject target, PyValue callback)
        : base(TypeObject, target, callback)
    {
    }

    [PySlot("tp_call")]
    private static PyValue Call(PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        thread.Invoke(Unwrap(self), arguments, keywordNames);
}
