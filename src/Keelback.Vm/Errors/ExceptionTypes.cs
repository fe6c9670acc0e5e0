namespace Keelback.Vm;

/// <summary>How the type objects of exceptions are made.</summary>
internal static unsafe partial class ExceptionTypes
{
    // An exception without a C# class of its own: it differs from its base in nothing but name and place.
    private static PyType Create(string name, string doc, PyType @base, PyType[]? otherBases = null) => PyType.CreateStatic(new TypeDefinition
    {
        Name = name,
        Doc = doc,
        Base = @base,
        OtherBases = otherBases ?? [],
        SharesLayout = true,
        Flags = TypeFlags.HasDict | TypeFlags.HasWeakReferences,
        FillSlots = &FillNothing,
        Populate = &PopulateNothing,
    });

    private static PyType Create(
        string name,
        string doc,
        PyType @base,
        delegate*<TypeSlots, void> fillSlots,
        delegate*<TypeMembers, void> populate) => PyType.CreateStatic(new TypeDefinition
    {
        Name = name,
        Doc = doc,
        Base = @base,
        Flags = TypeFlags.HasDict | TypeFlags.HasWeakReferences,
        FillSlots = fillSlots,
        Populate = populate,
    });

    /// <summary>A built-in exception by name, or null.</summary>
    public static PyType? Find(string name) => Array.Find(BuiltinNames, entry => entry.Name == name).Type;

    private static void FillNothing(TypeSlots slots)
    {
    }

    private static void PopulateNothing(TypeMembers members)
    {
    }
}
