namespace Keelback.Vm;

/// <summary>What the generated slots say together.</summary>
internal sealed unsafe partial class TypeSlots
{
    /// <summary>Whether instances can stand for a whole number.</summary>
    public bool HasIndex => NbIndex != null;

    /// <summary>Whether instances can be called.</summary>
    public bool IsCallable => TpCall != null;

    /// <summary>Whether instances are iterators.</summary>
    public bool IsIterator => TpIternext != null;

    /// <summary>Whether instances, as attributes of a class, have a say when an instance's attribute is stored.</summary>
    public bool IsDataDescriptor => TpDescrSet != null;

    /// <summary>The same slots, to be changed.</summary>
    public TypeSlots Clone() => (TypeSlots)MemberwiseClone();
}
