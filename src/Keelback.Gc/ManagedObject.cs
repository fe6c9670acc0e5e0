namespace Keelback.Gc;

/// <summary>
/// An object whose logical lifetime Keelback.Gc can follow: it carries the lifetime word and can show every reference
/// it holds. The .NET collector still owns its memory.
/// </summary>
public abstract class ManagedObject
{
    // The lifetime word: the low bits count references from other objects, the high ones are flags of the collector.
    private uint _lifetime;

    /// <summary>The flags and the count of references from other objects.</summary>
    internal ref uint Lifetime => ref _lifetime;

    /// <summary>Shows each object that this one holds to the visitor. Overrides are generated from declared fields.</summary>
    protected internal virtual void Traverse(ReferenceVisitor visitor)
    {
    }
}
