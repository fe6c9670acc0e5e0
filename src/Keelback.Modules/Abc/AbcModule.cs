using System.Runtime.CompilerServices;
using Keelback.Vm;

namespace Keelback.Modules.Abc;

/// <summary>The _abc module: what abc.ABCMeta does for registered and remembered subclasses.</summary>
/// <seealso href="https://peps.python.org/pep-3119/"/>
[PyModule("_abc", Doc = "The machinery of abstract base classes.")]
internal static partial class AbcModule
{
    private static readonly PyStr s_impl = PyStr.Intern("_abc_impl");
    private static readonly PyStr s_flags = PyStr.Intern("__abc_tpflags__");
    private static readonly PyStr s_subclassHook = PyStr.Intern("__subclasshook__");
    private static readonly PyStr s_subclasses = PyStr.Intern("__subclasses__");
    private static readonly PyStr s_subclassCheck = PyStr.Intern("__subclasscheck__");
    private static readonly PyStr s_isAbstract = PyStr.Intern("__isabstractmethod__");

    [PyFunction("get_cache_token()", Doc = "Return a number that changes with every registration of a class.")]
    private static long GetCacheToken(PyThread thread) => Counter(thread).Value;

    [PyFunction("_abc_init(self, /)", Doc = "Prepare a class for registrations and find its abstract methods.")]
    private static void Init(PyThread thread, PyType self)
    {
        ComputeAbstractMethods(thread, self);
        self.SetOwnAttribute(s_impl, new PyAbcData(Counter(thread).Value));
        const long Sequence = 1 << 5;
        const long Mapping = 1 << 6;
        if (!self.Dict.TryGetValue(s_flags, out var flags) || !flags.IsSmallInt)
            return;
        if ((flags.Bits & (Sequence | Mapping)) == (Sequence | Mapping))
            throw Raise.TypeError("__abc_tpflags__ cannot be both Py_TPFLAGS_SEQUENCE and Py_TPFLAGS_MAPPING");
        self.Flags |= (flags.Bits & Sequence) != 0 ? TypeFlags.Sequence : TypeFlags.None;
        self.Flags |= (flags.Bits & Mapping) != 0 ? TypeFlags.Mapping : TypeFlags.None;
        self.SetOwnAttribute(s_flags, default);
    }

    [PyFunction("_abc_register(self, subclass, /)", Doc = "Register a class as a virtual subclass.")]
    private static PyValue Register(PyThread thread, PyType self, PyValue subclass)
    {
        if (subclass.Ref is not PyType type)
            throw Raise.TypeError("Can only register classes");
        if (Operators.IsSubclass(thread, subclass, self))
            return subclass;
        if (Operators.IsSubclass(thread, self, subclass))
            throw Raise.RuntimeError("Refusing to create an inheritance cycle");
        DataOf(self).Registry.AddOrUpdate(type, type);
        Counter(thread).Value++;
        const TypeFlags Patterns = TypeFlags.Sequence | TypeFlags.Mapping;
        if ((self.Flags & Patterns) != 0)
            SetPatternFlags(type, self.Flags & Patterns, Patterns);
        return subclass;
    }

    [PyFunction("_abc_instancecheck(self, instance, /)", Doc = "Tell whether an object is an instance of the class or of a virtual subclass.")]
    private static bool InstanceCheck(PyThread thread, PyType self, PyValue instance)
    {
        var data = DataOf(self);
        var type = instance.Type;
        var claimed = instance.Ref is Tag ? type : Operators.GetAttribute(thread, instance, Names.Class);
        if (claimed.Ref is not PyType subclass)
            return Operators.IsTrue(thread, thread.CallMethod(self, s_subclassCheck, claimed));
        if (data.Cache.TryGetValue(subclass, out _))
            return true;
        if (ReferenceEquals(subclass, type))
        {
            if (data.NegativeVersion == Counter(thread).Value && data.NegativeCache.TryGetValue(subclass, out _))
                return false;
            return Operators.IsTrue(thread, thread.CallMethod(self, s_subclassCheck, claimed));
        }

        return Operators.IsTrue(thread, thread.CallMethod(self, s_subclassCheck, claimed))
            || Operators.IsTrue(thread, thread.CallMethod(self, s_subclassCheck, type));
    }

    [PyFunction("_abc_subclasscheck(self, subclass, /)", Doc = "Tell whether a class is a subclass or a virtual one.")]
    private static bool SubclassCheck(PyThread thread, PyType self, PyValue subclass)
    {
        if (subclass.Ref is not PyType type)
            throw Raise.TypeError("issubclass() arg 1 must be a class");
        var data = DataOf(self);
        if (data.Cache.TryGetValue(type, out _))
            return true;
        var counter = Counter(thread).Value;
        if (data.NegativeVersion < counter)
        {
            data.NegativeCache.Clear();
            data.NegativeVersion = counter;
        }
        else if (data.NegativeCache.TryGetValue(type, out _))
        {
            return false;
        }

        var result = ComputeSubclass(thread, self, type, data);
        (result ? data.Cache : data.NegativeCache).AddOrUpdate(type, type);
        return result;
    }

    [PyFunction("_get_dump(self, /)", Doc = "Return the registry, both caches and the version of the negative one, for tests.")]
    private static PyValue GetDump(PyThread thread, PyType self)
    {
        var data = DataOf(self);
        return PyTuple.From(
            ToSet(thread, data.Registry), ToSet(thread, data.Cache), ToSet(thread, data.NegativeCache), PyValue.FromInt(data.NegativeVersion));
    }

    [PyFunction("_reset_registry(self, /)", Doc = "Forget the registered classes, for tests.")]
    private static void ResetRegistry(PyType self) => DataOf(self).Registry.Clear();

    [PyFunction("_reset_caches(self, /)", Doc = "Forget what checks have found, for tests.")]
    private static void ResetCaches(PyType self)
    {
        DataOf(self).Cache.Clear();
        DataOf(self).NegativeCache.Clear();
    }

    private static bool ComputeSubclass(PyThread thread, PyType self, PyType subclass, PyAbcData data)
    {
        var answer = thread.CallAttribute(self, s_subclassHook, subclass);
        if (answer.IsBool)
            return answer.IsTrue;
        if (!Operators.IsNotImplemented(answer))
            throw Raise.AssertionError("__subclasshook__ must return either False, True, or NotImplemented");
        if (subclass.Mro.AsSpan().Contains(self))
            return true;
        foreach (var (registered, _) in data.Registry.ToArray())
        {
            if (Operators.IsSubclass(thread, subclass, registered))
                return true;
        }

        if (thread.CallAttribute(self, s_subclasses).Ref is not PyList derived)
            throw Raise.TypeError("__subclasses__() must return a list");
        foreach (var candidate in derived.AsSpan().ToArray())
        {
            if (Operators.IsSubclass(thread, subclass, candidate))
                return true;
        }

        return false;
    }

    private static void ComputeAbstractMethods(PyThread thread, PyType self)
    {
        var names = new PySet();
        var dict = self.Dict;
        for (var i = 0; i < dict.EntryEnd; i++)
        {
            var (key, value) = (dict.EntryAt(i).Key, dict.EntryAt(i).Value);
            if (!key.IsMissing && IsAbstract(thread, value))
                names.Add(thread, key);
        }

        foreach (var @base in self.Bases.Items)
        {
            var inherited = Operators.FindAttribute(thread, @base, Names.AbstractMethods);
            if (inherited.IsMissing)
                continue;
            foreach (var name in Operators.Iterate(thread, inherited))
            {
                if (Operators.TryGetAttribute(thread, self, Operators.AttributeName(name), out var value) && IsAbstract(thread, value))
                    names.Add(thread, name);
            }
        }

        var frozen = thread.Call(PyFrozenSet.TypeObject, names);
        Operators.SetAttribute(thread, self, Names.AbstractMethods, frozen);
    }

    private static bool IsAbstract(PyThread thread, PyValue value)
    {
        // Functions and the like are asked most; only what can have the attribute at all is.
        if (value.Ref is Tag or PyStr or PyNone)
            return false;
        var flag = Operators.FindAttribute(thread, value, s_isAbstract);
        return !flag.IsMissing && Operators.IsTrue(thread, flag);
    }

    private static void SetPatternFlags(PyType type, TypeFlags flags, TypeFlags mask)
    {
        if (!type.IsHeapType || (type.Flags & mask) == flags)
            return;
        type.Flags = (type.Flags & ~mask) | flags;
        foreach (var subclass in type.LiveSubclasses())
            SetPatternFlags(subclass, flags, mask);
    }

    private static PyValue ToSet(PyThread thread, ConditionalWeakTable<PyType, object> types)
    {
        var set = new PySet();
        foreach (var (type, _) in types)
            set.Add(thread, type);
        return set;
    }

    private static PyAbcData DataOf(PyType self) =>
        self.Dict.TryGetValue(s_impl, out var impl) && impl.Ref is PyAbcData data
            ? data
            : throw Raise.TypeError("_abc_impl is set to a wrong type");

    private static RegistrationCounter Counter(PyThread thread) => thread.Interpreter.GetState<RegistrationCounter>();

    private sealed class RegistrationCounter
    {
        public long Value { get; set; }
    }
}

/// <summary>What an abstract base class remembers of its virtual subclasses; it keeps none of them alive.</summary>
[PyType("_abc._abc_data", Doc = "Internal state held by ABC machinery.")]
internal sealed partial class PyAbcData : PyObject
{
    public PyAbcData(long version)
        : base(TypeObject)
    {
        NegativeVersion = version;
    }

    /// <summary>Registered classes.</summary>
    public ConditionalWeakTable<PyType, object> Registry { get; } = [];

    /// <summary>Classes that a check found to be subclasses.</summary>
    public ConditionalWeakTable<PyType, object> Cache { get; } = [];

    /// <summary>Classes that a check found not to be.</summary>
    public ConditionalWeakTable<PyType, object> NegativeCache { get; } = [];

    /// <summary>The number of registrations at which the negative cache holds.</summary>
    public long NegativeVersion { get; set; }

    [PyNew("_abc_data()")]
    private static PyValue New(PyThread thread, PyType cls) => new PyAbcData(0);
}
