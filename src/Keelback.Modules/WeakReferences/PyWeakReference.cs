using Keelback.Bytecode;
using Keelback.Vm;

namespace Keelback.Modules.WeakReferences;

/// <summary>A reference that does not keep its object alive.</summary>
[PyType("weakref.ReferenceType", Doc = "A reference that does not keep its object alive.")]
internal partial class PyWeakReference : WeakReferenceObject
{
    private long? _hash;

    protected PyWeakReference(PyType type, PyObject target, PyValue callback)
        : base(type, target, callback)
    {
    }

    /// <summary>Makes a plain reference, or finds the one there is already.</summary>
    public static PyValue Make(PyThread thread, PyType type, PyValue target, PyValue callback)
    {
        var referent = Referable(target);
        var table = WeakReferenceTable.Of(thread);
        if (callback.IsNone)
            callback = default;
        var isExact = ReferenceEquals(type, TypeObject);
        if (isExact && callback.IsMissing)
        {
            foreach (var known in table.Find(referent))
            {
                if (ReferenceEquals(known.Type, TypeObject) && !known.HasCallback)
                    return known;
            }
        }

        var made = isExact ? new PyWeakReference(type, referent, callback) : new PyWeakReferenceSubclass(type, referent, callback);
        table.Add(thread, referent, made);
        return made;
    }

    [PySlot("tp_new")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var count = arguments.Length - (keywordNames?.Count ?? 0);
        if (count is < 1 or > 2)
            throw Raise.TypeError($"__new__ expected at {(count < 1 ? "least 1 argument" : "most 2 arguments")}, got {count}");
        return Make(thread, cls, arguments[0], count > 1 ? arguments[1] : default);
    }

    [PySlot("tp_init")]
    private static void Initialize(PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        if (keywordNames is { Count: > 0 })
            throw Raise.TypeError("ReferenceType() takes no keyword arguments");
    }

    [PySlot("tp_call")]
    private static PyValue Call(PyThread thread, PyWeakReference self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        arguments.Length == 0
            ? self.Target.OrNone()
            : throw Raise.TypeError($"ReferenceType() takes no arguments ({arguments.Length} given)");

    [PyGetter("__callback__", Doc = "What is called when the object goes.")]
    private static PyValue GetCallback(PyThread thread, PyWeakReference self) => self.Callback.OrNone();

    [PyMethod("__class_getitem__($type, key, /)", ClassMethod = true, Doc = "See PEP 585.")]
    private static PyValue ClassGetItem(PyThread thread, PyType cls, PyValue key) => new PyGenericAlias(cls, key);

    [PySlot("tp_hash")]
    private static long Hash(PyThread thread, PyWeakReference self)
    {
        if (self._hash is { } known)
            return known;
        var target = self.Target ?? throw Raise.TypeError("weak object has gone away");
        var hash = Operators.Hash(thread, target);
        self._hash = hash;
        return hash;
    }

    [PySlot("tp_richcompare")]
    private static PyValue Compare(PyThread thread, PyValue left, PyValue right, ComparisonOperator op)
    {
        if (op is not (ComparisonOperator.Eq or ComparisonOperator.Ne)
            || left.Ref is not PyWeakReference first || right.Ref is not PyWeakReference second)
            return PyNotImplemented.Instance;
        if (first.Target is not { } one || second.Target is not { } other)
            return PyValue.FromBool(left.Is(right) == (op == ComparisonOperator.Eq));
        return Operators.TryCompare(thread, op, one, other);
    }

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyWeakReference self)
    {
        var address = ObjectIdentity.Address(thread, self);
        if (self.Target is not { } target)
            return PyStr.From($"<weakref at {address}; dead>");
        var name = Operators.TryGetAttribute(thread, target, Names.Name, out var given) && given.Ref is PyStr text
            ? $" ({text.Value})"
            : "";
        return PyStr.From($"<weakref at {address}; to '{target.Type.FullName}' at {ObjectIdentity.Address(thread, target)}{name}>");
    }
}

/// <summary>An instance of a Python subclass of ref.</summary>
internal sealed class PyWeakReferenceSubclass(PyType type, PyObject target, PyValue callback) : PyWeakReference(type, target, callback)
{
    private InstanceAttributes _attributes;

    internal override ref InstanceAttributes Attributes => ref _attributes;
}
