namespace Keelback.Vm;

/// <summary>What the C# side knows of a built-in type: the facts from which its Python type object is made.</summary>
internal sealed unsafe class TypeDefinition
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The name with enclosing scopes; built-in types have none.</summary>
    public string QualifiedName => Name;

    /// <summary>The module it says to be from.</summary>
    public string Module { get; init; } = "builtins";

    /// <summary>The base; null for object.</summary>
    public PyType? Base { get; init; }

    /// <summary>Further bases, which add nothing to the layout.</summary>
    public PyType[] OtherBases { get; init; } = [];

    /// <summary>Whether instances are of the base's C# class, so that a class can derive from several such types.</summary>
    public bool SharesLayout { get; init; }

    /// <summary>What is true of it.</summary>
    public TypeFlags Flags { get; init; }

    /// <summary>The docstring; null for none.</summary>
    public string? Doc { get; init; }

    /// <summary>The constructor's signature as <c>__text_signature__</c> shows it.</summary>
    public string? TextSignature { get; init; }

    /// <summary>Whether <c>hash()</c> refuses instances: the type's dict then says <c>__hash__ = None</c>.</summary>
    public bool IsUnhashable { get; init; }

    /// <summary>Whether instances differ in size, as ints and tuples do in CPython: subclasses then can have no __slots__.</summary>
    public bool IsVariableSized { get; init; }

    /// <summary>Fills the type's slots.</summary>
    public required delegate*<TypeSlots, void> FillSlots { get; init; }

    /// <summary>Adds methods and attributes to the type's dict when it is first looked into.</summary>
    public required delegate*<TypeMembers, void> Populate { get; init; }
}
