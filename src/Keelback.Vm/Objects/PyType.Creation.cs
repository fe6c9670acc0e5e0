namespace Keelback.Vm;

/// <summary>Making a class: what <c>type(name, bases, namespace)</c> does.</summary>
/// <seealso href="https://docs.python.org/3/reference/datamodel.html#metaclasses"/>
public sealed partial class PyType
{
    /// <summary>The metaclass for these bases: the most derived of all; a TypeError where none is.</summary>
    internal static PyType MostDerivedMetaclass(PyType metatype, PyTuple bases)
    {
        var winner = metatype;
        foreach (var @base in bases.Items)
        {
            var candidate = @base.Type;
            if (winner.IsSubtypeOf(candidate))
                continue;
            if (!candidate.IsSubtypeOf(winner))
            {
                throw Raise.TypeError(
                    "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the "
                    + "metaclasses of all its bases");
            }

            winner = candidate;
        }

        return winner;
    }

    /// <summary>Makes a class of name, bases and the attributes of its body, which are copied.</summary>
    internal static PyType CreateHeap(PyThread thread, PyType metatype, PyStr name, PyTuple bases, PyDict body)
    {
        var baseTypes = CheckBases(thread, bases);
        var best = BestBase(baseTypes);
        var type = new PyType(metatype, name.Value, TypeFlags.Heap | InheritedFlags(best, baseTypes))
        {
            Base = best,
            Bases = bases.Count == 0 ? PyTuple.From(CoreTypes.Object) : bases,
            LayoutBase = best.SolidBase,
            OwnDict = new PyDict(),
            Mro = [],
        };
        var dict = type.OwnDict!;
        for (var i = 0; i < body.EntryEnd; i++)
        {
            ref var entry = ref body.EntryAt(i);
            if (entry.Key.Ref is PyStr key)
                dict.Set(PyStr.Intern(key), entry.Value);
            else if (!entry.Key.IsMissing)
                dict.Set(thread, entry.Key, entry.Value);
        }

        type.Mro = type.ComputeMro(thread, baseTypes);
        ClassBody.Prepare(thread, type, name, dict);
        type._version = VersionTags.Next();
        type.AddSlots(thread, baseTypes);
        if (dict.Find(Names.Doc) < 0)
            dict.Set(Names.Doc, PyValue.None);
        type.Slots.InheritFrom(best.Slots);
        SlotTable.UpdateAll(type);
        foreach (var @base in baseTypes)
            @base.AddSubclass(type);
        ClassBody.SetNames(thread, type);
        return type;
    }

    /// <summary>Gives a class other bases: assignment to <c>__bases__</c>.</summary>
    internal void ReplaceBases(PyThread thread, PyTuple bases)
    {
        if (!IsHeapType)
            throw Raise.TypeError($"cannot set '__bases__' attribute of immutable type '{Name}'");
        var baseTypes = CheckBases(thread, bases);
        foreach (var candidate in baseTypes)
        {
            if (candidate.IsSubtypeOf(this))
                throw Raise.TypeError("a __bases__ item causes an inheritance cycle");
        }

        var best = BestBase(baseTypes);
        if (!ReferenceEquals(best.SolidBase, SolidBase))
            throw Raise.TypeError($"__bases__ assignment: '{best.Name}' object layout differs from '{Base!.Name}'");
        var previous = Bases.Items.Select(value => (PyType)value.Ref!).ToList();
        Base = best;
        Bases = bases;
        RecomputeMro(thread);
        foreach (var @base in previous)
            @base.RemoveSubclass(this);
        foreach (var @base in baseTypes)
            @base.AddSubclass(this);
        Modified();
        SlotTable.UpdateAll(this);
    }

    private static List<PyType> CheckBases(PyThread thread, PyTuple bases)
    {
        if (bases.Count == 0)
            return [CoreTypes.Object];
        var types = new List<PyType>(bases.Count);
        foreach (var value in bases.Items)
        {
            if (value.Ref is not PyType type)
                throw Raise.TypeError("bases must be types");
            if ((type.Flags & TypeFlags.Final) != 0)
                throw Raise.TypeError($"type '{type.Name}' is not an acceptable base type");
            if (types.Contains(type))
                throw Raise.TypeError($"duplicate base class {type.Name}");
            types.Add(type);
        }

        return types;
    }

    // The base whose layout extends all others' is the one whose C# class the instances have.
    private static PyType BestBase(List<PyType> bases)
    {
        var best = bases[0];
        foreach (var candidate in bases)
        {
            if (ReferenceEquals(candidate.SolidBase, best.SolidBase) || best.SolidBase.IsSubtypeOf(candidate.SolidBase))
                continue;
            if (!candidate.SolidBase.IsSubtypeOf(best.SolidBase))
                throw Raise.TypeError("multiple bases have instance lay-out conflict");
            best = candidate;
        }

        return best;
    }

    private static TypeFlags InheritedFlags(PyType best, List<PyType> bases)
    {
        const TypeFlags FromAny = TypeFlags.Sequence | TypeFlags.Mapping | TypeFlags.HasWeakReferences;
        var flags = best.Flags & TypeFlags.MatchSelf;
        foreach (var @base in bases)
            flags |= @base.Flags & (FromAny | TypeFlags.HasDict);
        return flags;
    }

    private PyType[] ComputeMro(PyThread thread, List<PyType> bases)
    {
        var metatype = Type;
        if (ReferenceEquals(metatype, CoreTypes.Type) || metatype.Lookup(Names.Mro).Ref is PyMethodDescriptor)
            return MethodResolutionOrder.Compute(this, bases);

        // A metaclass may define mro() itself.
        Mro = MethodResolutionOrder.Compute(this, bases);
        var result = Operators.ToList(thread, thread.CallMethod(this, Names.Mro));
        return [.. result.AsSpan().ToArray().Select(value =>
            value.Ref as PyType ?? throw Raise.TypeError($"mro() returned a non-class ('{value.Type.Name}')"))];
    }

    private void RecomputeMro(PyThread thread)
    {
        Mro = ComputeMro(thread, [.. Bases.Items.Select(value => (PyType)value.Ref!)]);
        foreach (var subclass in LiveSubclasses())
            subclass.RecomputeMro(thread);
    }

    private void AddSlots(PyThread thread, List<PyType> bases)
    {
        var inherited = Base!.RootShape?.SlotCount ?? 0;
        var slots = Dict.TryGetValue(Names.Slots, out var declared) ? ClassBody.SlotNames(thread, this, declared) : null;
        if ((Flags & TypeFlags.HasDict) == 0 && slots?.Contains("__dict__") is not false && Dict.Find(Names.Dict) < 0)
            Dict.Set(Names.Dict, InstanceDict.CreateDescriptor(this));
        if (slots is null)
        {
            Flags |= TypeFlags.HasDict | TypeFlags.HasWeakReferences;
            RootShape = new Shape(this, inherited);
            return;
        }

        if (bases.Count(@base => (@base.RootShape?.SlotCount ?? 0) > 0) > 1 && slots.Count + inherited > 0)
        {
            var distinct = bases.Where(@base => @base.RootShape is { SlotCount: > 0 } && !Base.IsSubtypeOf(@base)).ToList();
            if (distinct.Count > 0)
                throw Raise.TypeError("multiple bases have instance lay-out conflict");
        }

        if (slots.Remove("__dict__"))
            Flags |= TypeFlags.HasDict;
        if (slots.Remove("__weakref__"))
            Flags |= TypeFlags.HasWeakReferences;
        slots.Sort(StringComparer.Ordinal);
        for (var i = 0; i < slots.Count; i++)
            Dict.Set(PyStr.Intern(slots[i]), new PyMemberDescriptor(this, slots[i], inherited + i));
        RootShape = new Shape(this, inherited + slots.Count);
    }
}
