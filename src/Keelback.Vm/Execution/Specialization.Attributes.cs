using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>Specialisation of attributes: where an attribute was found, and what must hold for it to be there again.</summary>
internal static unsafe partial class Specialization
{
    internal static partial void LoadAttr(
        PyThread thread, ref Instruction instruction, InlineCache cache, PyValue owner, int oparg, PyStr name)
    {
        var form = owner.Ref switch
        {
            PyModule module when module.GetType() == typeof(PyModule) => ForModule(cache, module, name),
            PyType type => ForClass(cache, type, name, (oparg & 1) != 0),
            _ => ForInstance(cache, owner, name, (oparg & 1) != 0),
        };
        if (form is { } chosen)
            Apply(ref instruction, chosen);
        else
            Fail(ref instruction, cache);
    }

    internal static partial void StoreAttr(
        PyThread thread,
        ref Instruction instruction,
        InlineCache cache,
        PyValue value,
        PyValue owner,
        int oparg,
        PyStr name)
    {
        if (ForStore(cache, owner, name) is { } chosen)
            Apply(ref instruction, chosen);
        else
            Fail(ref instruction, cache);
    }

    internal static partial void LoadSuperAttr(
        PyThread thread,
        ref Instruction instruction,
        InlineCache cache,
        PyValue super,
        PyValue @class,
        PyValue self,
        int oparg,
        PyStr name)
    {
        if (!ReferenceEquals(super.Ref, PySuper.TypeObject) || @class.Ref is not PyType)
            Fail(ref instruction, cache);
        else
            Apply(ref instruction, (oparg & 1) != 0 ? Opcode.LoadSuperAttrMethod : Opcode.LoadSuperAttrAttr);
    }

    private static Opcode? ForModule(InlineCache cache, PyModule module, PyStr name)
    {
        if (!PyModule.HasPlainLookup(module, name))
            return null;
        cache.Index = module.Dict.Find(name);
        if (cache.Index < 0)
            return null;
        cache.Version = module.Dict.AssignKeysVersion();
        return Opcode.LoadAttrModule;
    }

    private static Opcode? ForClass(InlineCache cache, PyType type, PyStr name, bool isMethodCall)
    {
        if (type.Type.Slots.TpGetattro != CoreTypes.Type.Slots.TpGetattro || !type.Type.Lookup(name).IsMissing)
            return null;
        var found = type.Lookup(name);
        if (found.IsMissing || (found.Type.Slots.TpDescrGet != null && found.Ref is not PyFunction))
            return null;
        cache.Target = new CachedValue(found);
        if (ReferenceEquals(type.Type, CoreTypes.Type))
        {
            cache.Version = type.Version;
            return Opcode.LoadAttrClass;
        }

        cache.Version = type.Type.Version;
        cache.SecondVersion = type.Version;
        return Opcode.LoadAttrClassWithMetaclassCheck;
    }

    private static Opcode? ForInstance(InlineCache cache, PyValue owner, PyStr name, bool isMethodCall)
    {
        var type = owner.Type;
        cache.Version = type.Version;
        if (type.Slots.TpGetattro != ObjectType.GenericGetAttribute)
            return isMethodCall ? null : ForOverride(cache, type);

        var found = type.Lookup(name);
        var isMethod = !found.IsMissing && (found.Type.Flags & TypeFlags.MethodDescriptor) != 0;
        if (!found.IsMissing && !isMethod && found.Type.Slots.TpDescrSet != null)
            return ForDataDescriptor(cache, owner, found, isMethodCall);

        if (!owner.Ref!.HasAttributes)
            return ForClassAttribute(cache, found, isMethod, isMethodCall, Opcode.LoadAttrMethodNoDict, Opcode.LoadAttrNondescriptorNoDict);
        ref var attributes = ref owner.Ref.Attributes;
        if (attributes.Shape is { } shape)
        {
            if (owner.Ref is not PyInstance)
                return null;
            var index = shape.IndexOf(name);
            if (index >= 0)
            {
                cache.Target = shape;
                cache.Index = index;
                return Opcode.LoadAttrInstanceValue;
            }

            cache.Next = shape;
            return ForClassAttribute(
                cache, found, isMethod, isMethodCall, Opcode.LoadAttrMethodWithValues, Opcode.LoadAttrNondescriptorWithValues);
        }

        if (attributes.Dict is { } dict)
        {
            cache.Index = dict.Find(name);
            if (cache.Index < 0 || found.IsMissing is false && found.Type.Slots.TpDescrGet != null && !isMethod)
                return null;
            cache.Target = dict.EntryAt(cache.Index).Key.Ref;
            return Opcode.LoadAttrWithHint;
        }

        return isMethod && isMethodCall && attributes.IsEmpty
            ? ForClassAttribute(cache, found, true, true, Opcode.LoadAttrMethodLazyDict, Opcode.LoadAttrMethodLazyDict)
            : null;
    }

    private static Opcode? ForClassAttribute(
        InlineCache cache, PyValue found, bool isMethod, bool isMethodCall, Opcode method, Opcode plain)
    {
        if (found.IsMissing)
            return null;
        if (isMethod)
        {
            cache.Target = found.Ref;
            return isMethodCall ? method : null;
        }

        if (isMethodCall || found.Type.Slots.TpDescrGet != null)
            return null;
        cache.Target = new CachedValue(found);
        return plain;
    }

    private static Opcode? ForDataDescriptor(InlineCache cache, PyValue owner, PyValue found, bool isMethodCall)
    {
        switch (found.Ref)
        {
            case PyMemberDescriptor { Index: >= 0 } member when owner.Ref!.HasAttributes:
                cache.Index = member.Index;
                return Opcode.LoadAttrSlot;
            case PyProperty { Getter.Ref: PyFunction getter } property
                when !isMethodCall && property.GetType() == typeof(PyProperty)
                && getter.Code.Executable is { HasSimpleParameters: true, ArgumentCount: 1 }:
                cache.Target = getter;
                cache.SecondVersion = getter.AssignVersion();
                return Opcode.LoadAttrProperty;
            default:
                return null;
        }
    }

    private static Opcode? ForOverride(InlineCache cache, PyType type)
    {
        if (type.Lookup(Names.GetAttribute).Ref is not PyFunction function
            || !type.Lookup(Names.GetAttr).IsMissing
            || function.Code.Executable is not { HasSimpleParameters: true, ArgumentCount: 2 })
            return null;
        cache.Target = function;
        cache.SecondVersion = function.AssignVersion();
        return Opcode.LoadAttrGetattributeOverridden;
    }

    private static Opcode? ForStore(InlineCache cache, PyValue owner, PyStr name)
    {
        var type = owner.Type;
        if (type.Slots.TpSetattro != CoreTypes.Object.Slots.TpSetattro || owner.Ref is not PyInstance instance)
            return null;
        cache.Version = type.Version;
        cache.Next = null;
        var found = type.Lookup(name);
        ref var attributes = ref instance.OwnAttributes;
        if (!found.IsMissing && found.Type.Slots.TpDescrSet != null)
        {
            if (found.Ref is not PyMemberDescriptor { Index: >= 0 } member)
                return null;
            cache.Index = member.Index;
            return Opcode.StoreAttrSlot;
        }

        if ((type.Flags & TypeFlags.HasDict) == 0)
            return null;
        if (attributes.Shape is { } shape)
        {
            cache.Target = shape;
            cache.Index = shape.IndexOf(name);
            if (cache.Index >= 0)
                return attributes.Values[cache.Index].IsMissing ? null : Opcode.StoreAttrInstanceValue;
            cache.Next = shape.With(name);
            return cache.Next is null ? null : Opcode.StoreAttrInstanceValue;
        }

        if (attributes.Dict is not { } dict || (cache.Index = dict.Find(name)) < 0)
            return null;
        cache.Target = dict.EntryAt(cache.Index).Key.Ref;
        return Opcode.StoreAttrWithHint;
    }
}
