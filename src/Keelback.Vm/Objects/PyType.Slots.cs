using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>How types are made, called and shown, and how their own attributes are looked up and assigned.</summary>
public sealed unsafe partial class PyType
{
    /// <summary>The name with its module, which built-in ones go without: what messages and reprs show.</summary>
    internal string FullName
    {
        get
        {
            var module = IsHeapType
                ? (Dict.TryGetValue(Names.Module, out var found) && found.Ref is PyStr text ? text.Value : null)
                : Definition?.Module;
            return module is null or "builtins" ? QualifiedName : $"{module}.{QualifiedName}";
        }
    }

    private static partial PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var keywordCount = keywordNames?.Count ?? 0;
        var positional = arguments[..(arguments.Length - keywordCount)];
        if (positional.Length == 1 && keywordCount == 0 && ReferenceEquals(cls, CoreTypes.Type))
            return positional[0].Type;
        if (positional.Length != 3)
            throw Raise.TypeError(ReferenceEquals(cls, CoreTypes.Type)
                ? "type() takes 1 or 3 arguments"
                : $"type.__new__() takes exactly 3 arguments ({positional.Length} given)");
        if (positional[0].Ref is not PyStr name)
            throw Raise.TypeError($"type.__new__() argument 1 must be str, not {positional[0].Type.Name}");
        if (positional[1].Ref is not PyTuple bases)
            throw Raise.TypeError($"type.__new__() argument 2 must be tuple, not {positional[1].Type.Name}");
        if (positional[2].Ref is not PyDict body)
            throw Raise.TypeError($"type.__new__() argument 3 must be dict, not {positional[2].Type.Name}");
        foreach (var @base in bases.Items)
        {
            if (@base.Ref is not PyType && !@base.Type.Lookup(Names.MroEntries).IsMissing)
                throw Raise.TypeError("type() doesn't support MRO entry resolution; use types.new_class()");
        }

        var metatype = MostDerivedMetaclass(cls, bases);
        if (!ReferenceEquals(metatype, cls) && metatype.Slots.TpNew != CoreTypes.Type.Slots.TpNew)
            return metatype.Slots.TpNew(thread, metatype, arguments, keywordNames);

        var type = CreateHeap(thread, metatype, name, bases, body);
        ClassBody.InitSubclass(thread, type, arguments[positional.Length..], keywordNames);
        return type;
    }

    private static partial void Initialize(
        PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var positional = arguments.Length - (keywordNames?.Count ?? 0);
        if (positional is not (1 or 3))
            throw Raise.TypeError("type.__init__() takes 1 or 3 arguments");
        if (positional == 1 && keywordNames is { Count: > 0 })
            throw Raise.TypeError("type.__init__() takes no keyword arguments");
    }

    private static partial PyValue Repr(PyThread thread, PyValue self) =>
        PyStr.From($"<class '{((PyType)self.Ref!).FullName}'>");

    private static partial PyValue Call(
        PyThread thread, PyValue callee, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        var type = (PyType)callee.Ref!;
        if (ReferenceEquals(type, CoreTypes.Type) && keywordNames is null && arguments.Length == 1)
            return arguments[0].Type;
        if (type.Slots.TpNew == null || (type.Flags & TypeFlags.NoInstantiation) != 0)
            return thread.Raise(Raise.TypeError($"cannot create '{type.FullName}' instances"));
        var instance = type.Slots.TpNew(thread, type, arguments, keywordNames);
        if (instance.IsMissing || !instance.Type.IsSubtypeOf(type))
            return instance;
        var initialize = instance.Type.Slots.TpInit;
        if (initialize != null)
            initialize(thread, instance, arguments, keywordNames);
        return instance;
    }

    private static partial PyValue GetTypeAttribute(PyThread thread, PyValue self, PyStr name)
    {
        var type = (PyType)self.Ref!;
        var meta = type.Type.Lookup(name);
        var metaSlots = meta.IsMissing ? null : meta.Type.Slots;
        if (metaSlots is not null && metaSlots.TpDescrGet != null && metaSlots.TpDescrSet != null)
            return metaSlots.TpDescrGet(thread, meta, self, type.Type);

        var found = type.Lookup(name);
        if (!found.IsMissing)
        {
            var get = found.Type.Slots.TpDescrGet;
            return get == null ? found : get(thread, found, default, self);
        }

        if (metaSlots is null)
            return thread.Raise(NoAttribute(type, name));
        return metaSlots.TpDescrGet != null ? metaSlots.TpDescrGet(thread, meta, self, type.Type) : meta;
    }

    private static partial void SetTypeAttribute(PyThread thread, PyValue self, PyStr name, PyValue value)
    {
        var type = (PyType)self.Ref!;
        if (!type.IsHeapType)
            throw Raise.TypeError($"cannot set '{name.Value}' attribute of immutable type '{type.Name}'");
        var meta = type.Type.Lookup(name);
        if (!meta.IsMissing && meta.Type.Slots.TpDescrSet != null)
        {
            meta.Type.Slots.TpDescrSet(thread, meta, self, value);
            return;
        }

        if (!type.SetOwnAttribute(name, value))
            throw NoAttribute(type, name);
    }

    private static partial PyValue Or(PyThread thread, PyValue left, PyValue right) => UnionTypes.Or(thread, left, right);

    private static PyException NoAttribute(PyType type, PyStr name) =>
        Raise.AttributeError($"type object '{type.Name}' has no attribute '{name.Value}'", type, name);
}
