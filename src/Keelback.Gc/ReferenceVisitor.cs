namespace Keelback.Gc;

/// <summary>Receives the references that an object holds.</summary>
public abstract class ReferenceVisitor
{
    /// <summary>Takes one reference; null is ignored.</summary>
    public void Visit(ManagedObject? target)
    {
        if (target is not null)
            VisitReference(target);
    }

    /// <summary>Takes one reference that is not null.</summary>
    protected abstract void VisitReference(ManagedObject target);
}
