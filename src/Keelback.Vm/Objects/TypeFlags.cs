namespace Keelback.Vm;

/// <summary>What is true of a type and its instances; the meanings are those of CPython's Py_TPFLAGS.</summary>
[Flags]
public enum TypeFlags
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>Made by a class statement or by calling type: it can change.</summary>
    Heap = 1 << 0,

    /// <summary>No class can have it as a base.</summary>
    Final = 1 << 1,

    /// <summary>Its attributes cannot be assigned.</summary>
    Immutable = 1 << 2,

    /// <summary>Its instances match sequence patterns.</summary>
    Sequence = 1 << 3,

    /// <summary>Its instances match mapping patterns.</summary>
    Mapping = 1 << 4,

    /// <summary>It has abstract methods and so cannot be instantiated.</summary>
    Abstract = 1 << 5,

    /// <summary>Its instances have a dict, or attributes that a shape describes.</summary>
    HasDict = 1 << 6,

    /// <summary>Its instances can be weakly referenced.</summary>
    HasWeakReferences = 1 << 7,

    /// <summary>A method of it binds without a bound method object in between (LOAD_ATTR with a call).</summary>
    MethodDescriptor = 1 << 8,

    /// <summary>It cannot be called to make instances.</summary>
    NoInstantiation = 1 << 9,

    /// <summary>A single positional class pattern takes the subject itself, as for int and str.</summary>
    MatchSelf = 1 << 10,
}
