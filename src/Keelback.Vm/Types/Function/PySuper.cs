namespace Keelback.Vm;

/// <summary>super: looks attributes up behind a class in the method resolution order of an instance or class.</summary>
internal partial class PySuper : PyObject
{
    private InstanceAttributes _attributes;

    private PySuper(PyType type)
        : base(type)
    {
    }

    [PyField]
    private partial PyType? ThisClass { get; set; }

    [PyField]
    private partial PyValue Self { get; set; }

    [PyField]
    private partial PyType? SelfClass { get; set; }

    internal override ref InstanceAttributes Attributes => ref _attributes;

    /// <summary>What super(type, self).name is, without making the super object; a method and its self apart where wanted.</summary>
    internal static PyValue LoadAttribute(
        PyThread thread, PyType type, PyValue self, PyStr name, bool isMethodCall, out PyValue selfOrNull)
    {
        selfOrNull = default;
        var selfClass = CheckInstance(thread, type, self);
        if (ReferenceEquals(name, Names.Class))
            return TypeObject;
        var found = FindBehind(type, selfClass, name);
        if (found.IsMissing)
            return thread.Raise(NoAttribute(name, self));
        if (isMethodCall && (found.Type.Flags & TypeFlags.MethodDescriptor) != 0 && !ReferenceEquals(self.Ref, selfClass))
        {
            selfOrNull = self;
            return found;
        }

        return BindFound(thread, found, self, selfClass);
    }

    private static partial PyValue NewRaw(
        PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) => new PySuper(cls);

    private static partial void Initialize(
        PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        if (keywordNames is { Count: > 0 })
            throw Raise.TypeError("super() takes no keyword arguments");
        if (arguments.Length > 2)
            throw Raise.TypeError($"super expected at most 2 arguments, got {arguments.Length}");
        var super = (PySuper)self.Ref!;
        PyValue instance;
        PyType type;
        if (arguments.Length == 0)
        {
            (type, instance) = FindInFrame(thread);
        }
        else
        {
            type = arguments[0].Ref as PyType
                ?? throw Raise.TypeError($"super() argument 1 must be a type, not {arguments[0].Type.Name}");
            instance = arguments.Length > 1 ? arguments[1] : default;
        }

        super.ThisClass = type;
        if (instance.IsMissing || instance.IsNone)
            return;
        super.SelfClass = CheckInstance(thread, type, instance);
        super.Self = instance;
    }

    private static partial PyValue Repr(PyThread thread, PyValue self)
    {
        var super = (PySuper)self.Ref!;
        var name = super.ThisClass?.Name ?? "NULL";
        return PyStr.From(super.SelfClass is { } selfClass
            ? $"<super: <class '{name}'>, <{selfClass.Name} object>>"
            : $"<super: <class '{name}'>, NULL>");
    }

    private static partial PyValue GetAttribute(PyThread thread, PyValue self, PyStr name)
    {
        var super = (PySuper)self.Ref!;
        if (super.SelfClass is { } selfClass && !ReferenceEquals(name, Names.Class))
        {
            var found = FindBehind(super.ThisClass!, selfClass, name);
            if (!found.IsMissing)
                return BindFound(thread, found, super.Self, selfClass);
        }

        return ObjectType.GetAttribute(thread, self, name);
    }

    private static partial PyValue Bind(PyThread thread, PyValue descriptor, PyValue instance, PyValue owner)
    {
        var super = (PySuper)descriptor.Ref!;
        if (instance.IsMissing || instance.IsNone || !super.Self.IsMissing)
            return descriptor;
        if (!ReferenceEquals(super.Type, TypeObject))
            return thread.Call(super.Type, super.ThisClass.OrNone(), instance);
        return new PySuper(TypeObject)
        {
            ThisClass = super.ThisClass,
            Self = instance,
            SelfClass = CheckInstance(thread, super.ThisClass!, instance),
        };
    }

    private static partial PyValue GetThisClass(PyThread thread, PySuper self) => self.ThisClass.OrNone();

    private static partial PyValue GetSelf(PyThread thread, PySuper self) => self.Self.OrNone();

    private static partial PyValue GetSelfClass(PyThread thread, PySuper self) => self.SelfClass.OrNone();

    private static PyValue FindBehind(PyType type, PyType selfClass, PyStr name)
    {
        var mro = selfClass.Mro;
        var start = Array.IndexOf(mro, type);
        for (var i = start + 1; i < mro.Length && start >= 0; i++)
        {
            if (mro[i].Dict.TryGetValue(name, out var value))
                return value;
        }

        return default;
    }

    private static unsafe PyValue BindFound(PyThread thread, PyValue found, PyValue self, PyType selfClass)
    {
        var get = found.Type.Slots.TpDescrGet;
        return get == null ? found : get(thread, found, ReferenceEquals(self.Ref, selfClass) ? default : self, selfClass);
    }

    // The class whose order is searched: that of the instance, or the class itself that stands for one.
    private static PyType CheckInstance(PyThread thread, PyType type, PyValue self)
    {
        if (self.Ref is PyType cls && cls.IsSubtypeOf(type))
            return cls;
        if (self.Type.IsSubtypeOf(type))
            return self.Type;
        if (Operators.TryGetAttribute(thread, self, Names.Class, out var claimed)
            && claimed.Ref is PyType pretended && pretended.IsSubtypeOf(type))
            return pretended;
        var what = self.Ref is PyType named ? $"type object '{named.Name}'" : $"instance of {self.Type.Name}";
        throw Raise.TypeError(
            $"super(type, obj): obj ({what}) is not an instance or subtype of type ('{type.Name}').");
    }

    private static (PyType Type, PyValue Self) FindInFrame(PyThread thread)
    {
        var frame = thread.Frame ?? throw Raise.RuntimeError("super(): no current frame");
        var portable = frame.Code.Code.Portable;
        if (portable.ArgCount == 0)
            throw Raise.RuntimeError("super(): no arguments");
        var first = frame.LocalPlaces[0];
        if (first.Ref is PyCell cell && (portable.LocalsPlusKinds[0] & 0x40) != 0)
            first = cell.Value;
        if (first.IsMissing)
            throw Raise.RuntimeError("super(): arg[0] deleted");
        var index = Array.IndexOf(frame.Code.LocalNames, Names.Class);
        if (index < 0)
            throw Raise.RuntimeError("super(): __class__ cell not found");
        if (frame.LocalPlaces[index].Ref is not PyCell { Value: { IsMissing: false } found })
            throw Raise.RuntimeError("super(): empty __class__ cell");
        return (found.Ref as PyType ?? throw Raise.RuntimeError(
            $"super(): __class__ is not a type ({found.Type.Name})"), first);
    }

    private static PyException NoAttribute(PyStr name, PyValue self) =>
        Raise.AttributeError($"'super' object has no attribute '{name.Value}'");
}
