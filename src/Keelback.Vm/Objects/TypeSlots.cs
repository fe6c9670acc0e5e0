namespace Keelback.Vm;

/// <summary>What the generated slots say together.</summary>
internal sealed unsafe partial class TypeSlots
{
    /// <summary>Whether instances can stand for a whole number.</summary>
    public bool HasIndex => NbIndex != null;

    /// <summary>The same slots, to be changed.</summary>
    public TypeSlots Clone() => (TypeSlots)MemberwiseClone();
}
