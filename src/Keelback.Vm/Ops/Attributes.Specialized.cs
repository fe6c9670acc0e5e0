using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>Attributes found where the inline cache says.</summary>
internal static unsafe partial class Ops
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial bool CanLoadAttrInstanceValue(PyThread thread, PyValue owner, int oparg, InlineCache cache)
    {
        ref var attributes = ref Unsafe.As<PyInstance>(owner.Ref!).OwnAttributes;
        return ReferenceEquals(attributes.Shape, cache.Target) && !attributes.Values[cache.Index].IsMissing;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue LoadAttrInstanceValue(
        PyThread thread, PyValue owner, PyStr name, InlineCache cache, out PyValue selfOrNull)
    {
        selfOrNull = default;
        return Unsafe.As<PyInstance>(owner.Ref!).OwnAttributes.Values[cache.Index];
    }

    internal static partial bool CanLoadAttrModule(PyThread thread, PyValue owner, int oparg, InlineCache cache) =>
        Unsafe.As<PyModule>(owner.Ref!).Dict.KeysVersion == cache.Version;

    internal static partial PyValue LoadAttrModule(
        PyThread thread, PyValue owner, PyStr name, InlineCache cache, out PyValue selfOrNull)
    {
        selfOrNull = default;
        return Unsafe.As<PyModule>(owner.Ref!).Dict.EntryAt(cache.Index).Value;
    }

    internal static partial bool CanLoadAttrWithHint(PyThread thread, PyValue owner, int oparg, InlineCache cache) =>
        owner.Ref!.Attributes.Dict is { } dict && cache.Index < dict.EntryEnd
        && ReferenceEquals(dict.EntryAt(cache.Index).Key.Ref, cache.Target);

    internal static partial PyValue LoadAttrWithHint(
        PyThread thread, PyValue owner, PyStr name, InlineCache cache, out PyValue selfOrNull)
    {
        selfOrNull = default;
        return owner.Ref!.Attributes.Dict!.EntryAt(cache.Index).Value;
    }

    internal static partial bool CanLoadAttrSlot(PyThread thread, PyValue owner, int oparg, InlineCache cache) =>
        !owner.Ref!.Attributes.Slot(owner.Type, cache.Index).IsMissing;

    internal static partial PyValue LoadAttrSlot(
        PyThread thread, PyValue owner, PyStr name, InlineCache cache, out PyValue selfOrNull)
    {
        selfOrNull = default;
        return owner.Ref!.Attributes.Slot(owner.Type, cache.Index);
    }

    internal static partial bool CanLoadAttrClass(PyThread thread, PyValue owner, int oparg, InlineCache cache) =>
        Unsafe.As<PyType>(owner.Ref!).Version == cache.Version;

    internal static partial PyValue LoadAttrClass(
        PyThread thread, PyValue owner, PyStr name, InlineCache cache, out PyValue selfOrNull)
    {
        selfOrNull = default;
        return ((CachedValue)cache.Target!).Value;
    }

    internal static partial bool CanLoadAttrClassWithMetaclassCheck(
        PyThread thread, PyValue owner, int oparg, InlineCache cache) =>
        owner.Ref is PyType type && type.Version == cache.SecondVersion;

    internal static partial PyValue LoadAttrClassWithMetaclassCheck(
        PyThread thread, PyValue owner, PyStr name, InlineCache cache, out PyValue selfOrNull)
    {
        selfOrNull = default;
        return ((CachedValue)cache.Target!).Value;
    }

    internal static partial bool CanLoadAttrProperty(PyThread thread, PyValue owner, int oparg, InlineCache cache) =>
        Unsafe.As<PyFunction>(cache.Target!).Version == cache.SecondVersion;

    internal static partial PyValue LoadAttrProperty(
        PyThread thread, PyValue owner, PyStr name, InlineCache cache, out PyValue selfOrNull)
    {
        selfOrNull = default;
        return EnterFunction(thread, Unsafe.As<PyFunction>(cache.Target!), owner);
    }

    internal static partial bool CanLoadAttrGetattributeOverridden(
        PyThread thread, PyValue owner, int oparg, InlineCache cache) =>
        Unsafe.As<PyFunction>(cache.Target!).Version == cache.SecondVersion;

    internal static partial PyValue LoadAttrGetattributeOverridden(
        PyThread thread, PyValue owner, PyStr name, InlineCache cache, out PyValue selfOrNull)
    {
        selfOrNull = default;
        return EnterFunction(thread, Unsafe.As<PyFunction>(cache.Target!), owner, name);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial bool CanLoadAttrMethodWithValues(
        PyThread thread, PyValue owner, int oparg, InlineCache cache) =>
        ReferenceEquals(Unsafe.As<PyInstance>(owner.Ref!).OwnAttributes.Shape, cache.Next);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue LoadAttrMethodWithValues(
        PyThread thread, PyValue owner, PyStr name, InlineCache cache, out PyValue selfOrNull)
    {
        selfOrNull = owner;
        return Unsafe.As<PyObject>(cache.Target!);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial PyValue LoadAttrMethodNoDict(
        PyThread thread, PyValue owner, PyStr name, InlineCache cache, out PyValue selfOrNull)
    {
        selfOrNull = owner;
        return Unsafe.As<PyObject>(cache.Target!);
    }

    internal static partial bool CanLoadAttrMethodLazyDict(
        PyThread thread, PyValue owner, int oparg, InlineCache cache) => owner.Ref!.Attributes.IsEmpty;

    internal static partial PyValue LoadAttrMethodLazyDict(
        PyThread thread, PyValue owner, PyStr name, InlineCache cache, out PyValue selfOrNull)
    {
        selfOrNull = owner;
        return Unsafe.As<PyObject>(cache.Target!);
    }

    internal static partial bool CanLoadAttrNondescriptorWithValues(
        PyThread thread, PyValue owner, int oparg, InlineCache cache) =>
        ReferenceEquals(Unsafe.As<PyInstance>(owner.Ref!).OwnAttributes.Shape, cache.Next);

    internal static partial PyValue LoadAttrNondescriptorWithValues(
        PyThread thread, PyValue owner, PyStr name, InlineCache cache, out PyValue selfOrNull)
    {
        selfOrNull = default;
        return ((CachedValue)cache.Target!).Value;
    }

    internal static partial PyValue LoadAttrNondescriptorNoDict(
        PyThread thread, PyValue owner, PyStr name, InlineCache cache, out PyValue selfOrNull)
    {
        selfOrNull = default;
        return ((CachedValue)cache.Target!).Value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial bool CanStoreAttrInstanceValue(
        PyThread thread, PyValue value, PyValue owner, int oparg, InlineCache cache) =>
        ReferenceEquals(Unsafe.As<PyInstance>(owner.Ref!).OwnAttributes.Shape, cache.Target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static partial void StoreAttrInstanceValue(
        PyThread thread, PyValue value, PyValue owner, PyStr name, InlineCache cache)
    {
        ref var attributes = ref Unsafe.As<PyInstance>(owner.Ref!).OwnAttributes;
        if (cache.Next is null)
            EvalLoop.Store(ref attributes.Values[cache.Index], value);
        else
            attributes.Append(Unsafe.As<Shape>(cache.Next), value);
    }

    internal static partial void StoreAttrSlot(
        PyThread thread, PyValue value, PyValue owner, PyStr name, InlineCache cache) =>
        owner.Ref!.Attributes.Slot(owner.Type, cache.Index) = value;

    internal static partial bool CanStoreAttrWithHint(
        PyThread thread, PyValue value, PyValue owner, int oparg, InlineCache cache) =>
        owner.Ref!.Attributes.Dict is { } dict && cache.Index < dict.EntryEnd
        && ReferenceEquals(dict.EntryAt(cache.Index).Key.Ref, cache.Target);

    internal static partial void StoreAttrWithHint(
        PyThread thread, PyValue value, PyValue owner, PyStr name, InlineCache cache) =>
        owner.Ref!.Attributes.Dict!.EntryAt(cache.Index).Value = value;

    internal static partial bool CanLoadSuperAttrAttr(
        PyThread thread, PyValue super, PyValue @class, PyValue self, int oparg, InlineCache cache) =>
        ReferenceEquals(super.Ref, PySuper.TypeObject);

    internal static partial PyValue LoadSuperAttrAttr(
        PyThread thread, PyValue super, PyValue @class, PyValue self, PyStr name, int oparg, out PyValue selfOrNull) =>
        PySuper.LoadAttribute(thread, Unsafe.As<PyType>(@class.Ref!), self, name, false, out selfOrNull);

    internal static partial bool CanLoadSuperAttrMethod(
        PyThread thread, PyValue super, PyValue @class, PyValue self, int oparg, InlineCache cache) =>
        ReferenceEquals(super.Ref, PySuper.TypeObject);

    internal static partial PyValue LoadSuperAttrMethod(
        PyThread thread, PyValue super, PyValue @class, PyValue self, PyStr name, int oparg, out PyValue selfOrNull) =>
        PySuper.LoadAttribute(thread, Unsafe.As<PyType>(@class.Ref!), self, name, true, out selfOrNull);
}
