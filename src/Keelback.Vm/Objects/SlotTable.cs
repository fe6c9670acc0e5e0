using System.Collections.Frozen;
using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>
/// Keeps slots and special methods in step: gives built-in types the methods of their slots, and fills the slots of
/// classes from the methods that they define or inherit.
/// </summary>
internal static unsafe partial class SlotTable
{
    private static readonly FrozenDictionary<string, SlotEntry[]> s_byDunder;
    private static readonly PyStr[] s_comparisons;

    // The table itself is a field of the generated part, so what derives from it must wait for all fields.
    static SlotTable()
    {
        s_byDunder = s_entries
            .SelectMany(entry => entry.Methods.Select(method => (method.Name.Value, Entry: entry)))
            .Where(pair => pair.Entry.Thunk != 0)
            .GroupBy(pair => pair.Value)
            .ToFrozenDictionary(group => group.Key, group => group.Select(pair => pair.Entry).ToArray());
        s_comparisons = [.. s_entries
            .Single(entry => entry.Slot == TypeSlot.TpRichcompare).Methods
            .OrderBy(method => method.Operator)
            .Select(method => method.Name)];
    }

    /// <summary>The special method of a comparison.</summary>
    public static PyStr ComparisonName(ComparisonOperator op) => s_comparisons[(int)op];

    /// <summary>Adds the special methods of a built-in type's own slots to its dict.</summary>
    public static void AddWrappers(TypeMembers members, TypeSlots own)
    {
        foreach (var entry in s_entries)
        {
            if (own[entry.Slot] == 0)
                continue;
            // Not the address in 'own', which was taken a second time and so need not be equal.
            var function = members.Type.Slots[entry.Slot];
            foreach (var method in entry.Methods)
            {
                if (method.IsVisible && !members.Contains(method.Name.Value))
                    members.AddAttribute(method.Name.Value, new PySlotWrapper(members.Type, method, function));
            }
        }
    }

    /// <summary>Fills the slots of a new class, which has its base's slots already.</summary>
    public static void UpdateAll(PyType type)
    {
        if (type.Bases.Count != 1)
        {
            foreach (var entry in s_entries)
            {
                if (entry.Thunk != 0)
                    Update(type, entry);
            }

            return;
        }

        // With one base only what the class itself defines can differ.
        var dict = type.Dict;
        for (var i = 0; i < dict.EntryEnd; i++)
        {
            if (dict.EntryAt(i).Key.Ref is PyStr name && s_byDunder.TryGetValue(name.Value, out var entries))
                Update(type, entries);
        }
    }

    /// <summary>Fills the slots of a class, and of those derived from it, after one of its attributes has changed.</summary>
    public static void Update(PyType type, PyStr name)
    {
        if (s_byDunder.TryGetValue(name.Value, out var entries))
            UpdateTree(type, entries);
    }

    private static void UpdateTree(PyType type, SlotEntry[] entries)
    {
        Update(type, entries);
        foreach (var subclass in type.LiveSubclasses())
            UpdateTree(subclass, entries);
    }

    private static void Update(PyType type, SlotEntry[] entries)
    {
        foreach (var entry in entries)
            Update(type, entry);
    }

    // A slot whose methods all come from one built-in type's slot is that type's function itself; else it is the thunk.
    private static void Update(PyType type, SlotEntry entry)
    {
        nint specific = 0;
        var isFound = false;
        foreach (var method in entry.Methods)
        {
            var found = type.Lookup(method.Name);
            if (found.IsMissing)
                continue;
            isFound = true;
            if (SpecificFunction(type, entry, method, found) is not { } function || (specific != 0 && specific != function))
            {
                type.Slots[entry.Slot] = IsRefused(entry, found) ? 0 : entry.Thunk;
                return;
            }

            specific = function;
        }

        // A slot whose methods no built-in type shows says nothing by their absence.
        var isTold = isFound || Array.Exists(entry.Methods, method => method.IsVisible);
        type.Slots[entry.Slot] = isTold ? specific : type.Base!.Slots[entry.Slot];
    }

    // Unhashable classes say __hash__ = None.
    private static bool IsRefused(SlotEntry entry, PyValue found) => entry.Slot == TypeSlot.TpHash && found.IsNone;

    // Null where the method must be called; 0 where it belongs to another slot of the same built-in type.
    private static nint? SpecificFunction(PyType type, SlotEntry entry, SlotWrapper method, PyValue found)
    {
        if (found.Ref is PySlotWrapper wrapper && ReferenceEquals(wrapper.Wrapper.Name, method.Name))
        {
            if (!type.IsSubtypeOf(wrapper.Owner))
                return null;
            if (wrapper.Wrapper.Slot == entry.Slot)
                return wrapper.Function;

            // Two slots share the method's name, as __len__ does: each keeps the owner's own function.
            return wrapper.Owner.Slots[entry.Slot];
        }

        if (found.Ref is PyMethodDescriptor descriptor && type.IsSubtypeOf(descriptor.Owner))
        {
            // A built-in type may have a method of its own in the wrapper's place, as list has __getitem__.
            return descriptor.Owner.Slots[entry.Slot] is not 0 and var function ? function : null;
        }

        if (entry.Slot == TypeSlot.TpNew && found.Ref is PyBuiltinFunction)
            return type.Base is { } @base ? (nint)@base.Slots.TpNew : null;
        return null;
    }
}
