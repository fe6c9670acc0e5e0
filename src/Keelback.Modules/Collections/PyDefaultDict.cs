using Keelback.Bytecode;
using Keelback.Vm;

namespace Keelback.Modules.Collections;

/// <summary>A dict that makes values for missing keys.</summary>
[PyType("collections.defaultdict", Base = typeof(PyDict), Flags = TypeFlags.Mapping | TypeFlags.HasWeakReferences, Doc = "A dict whose default factory makes the value of a missing key.")]
internal sealed partial class PyDefaultDict : PyDict
{
    private InstanceAttributes _attributes;

    private PyDefaultDict(PyType type)
        : base(type)
    {
        Factory = PyValue.None;
    }

    internal override ref InstanceAttributes Attributes => ref _attributes;

    [PyField]
    private partial PyValue Factory { get; set; }

    [PySlot("tp_new")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        new PyDefaultDict(cls);

    [PySlot("tp_init")]
    private static unsafe void Initialize(PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var dict = (PyDefaultDict)self.Ref!;
        var positional = arguments.Length - (keywordNames?.Count ?? 0);
        var factory = positional > 0 ? arguments[0] : PyValue.None;
        if (!factory.IsNone && !Operators.IsCallable(factory))
            throw Raise.TypeError("first argument must be callable or None");
        dict.Factory = factory;
        PyDict.TypeObject.Slots.TpInit(thread, self, positional > 0 ? arguments[1..] : arguments, keywordNames);
    }

    [PyMethod("__missing__($self, key, /)", Doc = "Make the value of a missing key, or raise KeyError without a factory.")]
    private static PyValue Missing(PyThread thread, PyDefaultDict self, PyValue key)
    {
        if (self.Factory.IsNone)
            throw Raise.KeyError(key);
        var value = thread.Call(self.Factory);
        Operators.SetItem(thread, self, key, value);
        return value;
    }

    [PyMethod("copy($self, /)", Doc = "Return a shallow copy.")]
    [PyMethod("__copy__($self, /)", Doc = "Return a shallow copy.")]
    private static PyValue Copy(PyThread thread, PyDefaultDict self) => thread.Call(self.Type, self.Factory, self);

    [PyMethod("__reduce__($self, /)", Doc = "Return state information for pickling.")]
    private static PyValue Reduce(PyThread thread, PyDefaultDict self) => PyTuple.From(
        self.Type,
        self.Factory.IsNone ? PyTuple.Empty : PyTuple.From(self.Factory),
        PyValue.None,
        PyValue.None,
        Operators.GetIterator(thread, thread.CallAttribute(self, PyStr.Intern("items"))));

    [PySlot("tp_repr")]
    private static unsafe PyValue Repr(PyThread thread, PyDefaultDict self)
    {
        var items = thread.Checked(PyDict.TypeObject.Slots.TpRepr(thread, self));
        string factory;
        if (self.Factory.Ref is { } made && !thread.ReprInProgress.Add(made))
        {
            factory = "...";
        }
        else
        {
            try
            {
                factory = Operators.Repr(thread, self.Factory).Value;
            }
            finally
            {
                if (self.Factory.Ref is { } shown)
                    thread.ReprInProgress.Remove(shown);
            }
        }

        return PyStr.From($"{self.Type.Name}({factory}, {((PyStr)items.Ref!).Value})");
    }

    [PySlot("nb_or")]
    private static PyValue Or(PyThread thread, PyValue left, PyValue right)
    {
        var self = left.Ref as PyDefaultDict ?? (PyDefaultDict)right.Ref!;
        if (left.Ref is not PyDict || right.Ref is not PyDict)
            return PyNotImplemented.Instance;
        var result = thread.Call(self.Type, self.Factory, left);
        ((PyDict)result.Ref!).Merge(thread, right);
        return result;
    }

    [PyMethod("__class_getitem__($type, object, /)", ClassMethod = true, Doc = "See PEP 585")]
    private static PyValue ClassGetItem(PyThread thread, PyType type, PyValue @object) => new PyGenericAlias(type, @object);

    [PyGetter("default_factory", Doc = "Factory for default value called by __missing__().", Member = true)]
    private static PyValue GetFactory(PyThread thread, PyDefaultDict self) => self.Factory;

    [PySetter("default_factory")]
    private static void SetFactory(PyThread thread, PyDefaultDict self, PyValue value) => self.Factory = value.OrNone();
}
