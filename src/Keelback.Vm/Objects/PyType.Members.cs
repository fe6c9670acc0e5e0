namespace Keelback.Vm;

/// <summary>What Python code sees of a type and may assign.</summary>
public sealed unsafe partial class PyType
{
    private static readonly PyStr s_builtins = PyStr.Intern("builtins");
    private static readonly PyStr s_annotationsCache = PyStr.Intern("__annotations_cache__");
    private static readonly PyStr s_annotateFunction = PyStr.Intern("__annotate_func__");

    /// <summary>The names of abstract methods, as a class made with ABCMeta has them; empty otherwise.</summary>
    internal PyValue AbstractMethods =>
        Dict.TryGetValue(Names.AbstractMethods, out var names) ? names : PyTuple.Empty;

    /// <summary>Adds the names of a class's attributes and of its bases' to a dict.</summary>
    internal static void CollectNames(PyThread thread, PyType type, PyDict names)
    {
        names.Merge(thread, type.Dict);
        foreach (var @base in type.Bases.Items)
        {
            if (@base.Ref is PyType baseType)
                CollectNames(thread, baseType, names);
        }
    }

    private static partial PyValue GetName(PyThread thread, PyType self) => PyStr.Intern(self.Name);

    private static partial void SetName(PyThread thread, PyType self, PyValue value)
    {
        CheckMutable(self, value, "__name__");
        self.Name = (value.Ref as PyStr ?? throw Raise.TypeError(
            $"can only assign string to {self.Name}.__name__, not '{value.Type.Name}'")).Value;
    }

    private static partial PyValue GetQualifiedName(PyThread thread, PyType self) => PyStr.Intern(self.QualifiedName);

    private static partial void SetQualifiedName(PyThread thread, PyType self, PyValue value)
    {
        CheckMutable(self, value, "__qualname__");
        self.QualifiedName = (value.Ref as PyStr ?? throw Raise.TypeError(
            $"can only assign string to {self.Name}.__qualname__, not '{value.Type.Name}'")).Value;
    }

    private static partial PyValue GetModule(PyThread thread, PyType self)
    {
        if (!self.IsHeapType)
            return self.Definition is { } definition ? PyStr.Intern(definition.Module) : s_builtins;
        return self.Dict.TryGetValue(Names.Module, out var module) ? module : throw NoAttribute(self, Names.Module);
    }

    private static partial void SetModule(PyThread thread, PyType self, PyValue value)
    {
        CheckMutable(self, value, "__module__");
        self.SetOwnAttribute(Names.Module, value);
    }

    private static partial PyValue GetBases(PyThread thread, PyType self) => self.Bases;

    private static partial void SetBases(PyThread thread, PyType self, PyValue value)
    {
        CheckMutable(self, value, "__bases__");
        if (value.Ref is not PyTuple bases)
            throw Raise.TypeError($"can only assign tuple to {self.Name}.__bases__, not {value.Type.Name}");
        if (bases.Count == 0)
            throw Raise.TypeError($"can only assign non-empty tuple to {self.Name}.__bases__, not ()");
        self.ReplaceBases(thread, bases);
    }

    private static partial PyValue GetMro(PyThread thread, PyType self) =>
        PyTuple.Own(Array.ConvertAll(self.Mro, type => (PyValue)type));

    private static partial PyValue GetBase(PyThread thread, PyType self) => self.Base.OrNone();

    private static partial PyValue GetDict(PyThread thread, PyType self) => new PyMappingProxy(self.Dict);

    private static partial PyValue GetDoc(PyThread thread, PyType self)
    {
        if (!self.IsHeapType)
            return self.Definition?.Doc is { } text ? PyStr.From(text) : PyValue.None;
        if (!self.Dict.TryGetValue(Names.Doc, out var doc))
            return PyValue.None;
        var get = doc.Type.Slots.TpDescrGet;
        return get == null ? doc : get(thread, doc, default, self);
    }

    private static partial void SetDoc(PyThread thread, PyType self, PyValue value)
    {
        CheckMutable(self, value, "__doc__");
        self.SetOwnAttribute(Names.Doc, value);
    }

    private static partial PyValue GetAbstractMethods(PyThread thread, PyType self) =>
        !ReferenceEquals(self, CoreTypes.Type) && self.Dict.TryGetValue(Names.AbstractMethods, out var names)
            ? names
            : throw NoAttribute(self, Names.AbstractMethods);

    private static partial void SetAbstractMethods(PyThread thread, PyType self, PyValue value)
    {
        var isAbstract = !value.IsMissing && Operators.IsTrue(thread, value);
        if (!self.SetOwnAttribute(Names.AbstractMethods, value))
            throw NoAttribute(self, Names.AbstractMethods);
        self.Flags = isAbstract ? self.Flags | TypeFlags.Abstract : self.Flags & ~TypeFlags.Abstract;
    }

    private static partial PyValue GetAnnotations(PyThread thread, PyType self)
    {
        if (!self.IsHeapType)
            throw NoAttribute(self, Names.Annotations);
        if (self.Dict.TryGetValue(Names.Annotations, out var annotations)
            || self.Dict.TryGetValue(s_annotationsCache, out annotations))
            return annotations;
        PyValue computed = AnnotationDicts.Compute(thread, GetAnnotate(thread, self), "__annotate__");
        self.SetOwnAttribute(s_annotationsCache, computed);
        return computed;
    }

    private static partial void SetAnnotations(PyThread thread, PyType self, PyValue value)
    {
        CheckMutable(self, PyValue.None, "__annotations__");
        if (value.IsMissing)
        {
            if (!self.SetOwnAttribute(Names.Annotations, default) & !self.SetOwnAttribute(s_annotationsCache, default))
                throw Raise.AttributeError("__annotations__");
        }
        else
        {
            self.SetOwnAttribute(self.Dict.Find(Names.Annotations) >= 0 ? Names.Annotations : s_annotationsCache, value);
        }

        self.SetOwnAttribute(s_annotateFunction, PyValue.None);
        self.SetOwnAttribute(Names.Annotate, default);
    }

    private static partial PyValue GetAnnotate(PyThread thread, PyType self)
    {
        if (!self.IsHeapType)
            throw NoAttribute(self, Names.Annotate);
        if (!self.Dict.TryGetValue(Names.Annotate, out var annotate) && !self.Dict.TryGetValue(s_annotateFunction, out annotate))
            return PyValue.None;
        var get = annotate.Type.Slots.TpDescrGet;
        return get == null ? annotate : get(thread, annotate, default, self);
    }

    private static partial void SetAnnotate(PyThread thread, PyType self, PyValue value)
    {
        CheckMutable(self, value, "__annotate__");
        if (!value.IsNone && !Operators.IsCallable(value))
            throw Raise.TypeError("__annotate__ must be callable or None");
        self.SetOwnAttribute(s_annotateFunction, value);
        self.SetOwnAttribute(Names.Annotate, default);
        if (!value.IsNone)
            self.SetOwnAttribute(s_annotationsCache, default);
    }

    private static partial PyValue GetTextSignature(PyThread thread, PyType self) =>
        self.Definition?.TextSignature is { } text ? PyStr.From(text) : PyValue.None;

    private static partial PyValue GetTypeParams(PyThread thread, PyType self) =>
        self.IsHeapType && self.Dict.TryGetValue(Names.TypeParams, out var parameters) ? parameters : PyTuple.Empty;

    private static partial void SetTypeParams(PyThread thread, PyType self, PyValue value)
    {
        CheckMutable(self, value, "__type_params__");
        self.SetOwnAttribute(Names.TypeParams, value);
    }

    // CPython's bits of tp_flags that library code looks at.
    private static partial long GetFlags(PyThread thread, PyType self)
    {
        var flags = 1L << 12;
        flags |= (self.Flags & TypeFlags.Heap) != 0 ? 1L << 9 : 0;
        flags |= (self.Flags & TypeFlags.Immutable) != 0 ? 1L << 8 : 0;
        flags |= (self.Flags & TypeFlags.Final) == 0 ? 1L << 10 : 0;
        flags |= (self.Flags & TypeFlags.Abstract) != 0 ? 1L << 20 : 0;
        flags |= (self.Flags & TypeFlags.Sequence) != 0 ? 1L << 5 : 0;
        flags |= (self.Flags & TypeFlags.Mapping) != 0 ? 1L << 6 : 0;
        return flags;
    }

    private static partial long GetBasicSize(PyThread thread, PyType self) => 16 + (8 * (self.RootShape?.SlotCount ?? 0));

    private static partial long GetItemSize(PyThread thread, PyType self) =>
        self.SolidBase.Definition is { IsVariableSized: true } ? 8 : 0;

    private static partial long GetDictOffset(PyThread thread, PyType self) => (self.Flags & TypeFlags.HasDict) != 0 ? -1 : 0;

    private static partial long GetWeakReferenceOffset(PyThread thread, PyType self) =>
        (self.Flags & TypeFlags.HasWeakReferences) != 0 ? -1 : 0;

    private static partial PyValue ComputeOwnMro(PyThread thread, PyType self) => new PyList(Array.ConvertAll(
        MethodResolutionOrder.Compute(self, [.. self.Bases.Items.Select(value => (PyType)value.Ref!)]),
        type => (PyValue)type));

    private static partial PyValue Subclasses(PyThread thread, PyType self) =>
        new PyList([.. self.LiveSubclasses().Select(type => (PyValue)type)]);

    private static partial PyValue Prepare(PyThread thread, PyType cls, ReadOnlySpan<PyValue> args, PyDict? kwargs) => new PyDict();

    private static partial bool InstanceCheck(PyThread thread, PyType self, PyValue instance) =>
        Operators.IsRealInstance(thread, instance, self);

    private static partial bool SubclassCheck(PyThread thread, PyType self, PyValue subclass) =>
        Operators.IsRealSubclass(thread, subclass, self);

    private static partial PyValue Dir(PyThread thread, PyType self)
    {
        var names = new PyDict();
        CollectNames(thread, self, names);
        return Operators.ToList(thread, names);
    }

    private static partial long SizeOf(PyThread thread, PyType self) => 1024;

    private static void CheckMutable(PyType self, PyValue value, string name)
    {
        if (!self.IsHeapType)
            throw Raise.TypeError($"cannot set '{name}' attribute of immutable type '{self.Name}'");
        if (value.IsMissing)
            throw Raise.TypeError($"cannot delete '{name}' attribute of type '{self.Name}'");
    }
}
