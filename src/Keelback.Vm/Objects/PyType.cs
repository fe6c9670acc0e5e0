namespace Keelback.Vm;

/// <summary>
/// A Python type: names, bases, method resolution order, dict and slots. How classes are made from a class statement
/// is in PyType.Creation.cs, attribute lookup in PyType.Lookup.cs.
/// </summary>
public sealed unsafe partial class PyType : PyObject
{
    private InstanceAttributes _attributes;
    private uint _version;

    private PyType(PyType? metatype, string name, TypeFlags flags)
        : base(metatype!)
    {
        Name = name;
        QualifiedName = name;
        Flags = flags;
        Slots = new TypeSlots();
        Mro = [this];
        if (metatype is null)
            Type = this;
    }

    /// <summary>The name, without module and enclosing scopes.</summary>
    public string Name { get; internal set; }

    /// <summary>The name with the scopes that enclose the class statement.</summary>
    public string QualifiedName { get; internal set; }

    /// <summary>What is true of the type.</summary>
    public TypeFlags Flags { get; internal set; }

    /// <summary>The base whose layout instances share; null for object.</summary>
    [PyField]
    public partial PyType? Base { get; internal set; }

    /// <summary>The bases as written.</summary>
    internal PyTuple Bases
    {
        // A built-in type's are made when asked for: the type of tuples may itself still be in the making.
        get => WrittenBases ??= Base is null ? PyTuple.Empty : PyTuple.From(Base);
        set => WrittenBases = value;
    }

    /// <summary>The method resolution order, the type itself first.</summary>
    [PyField]
    internal partial PyType[] Mro { get; set; }

    [PyField]
    private partial PyTuple? WrittenBases { get; set; }

    /// <summary>What the C# side knows of a built-in type; null for classes made by Python code.</summary>
    internal TypeDefinition? Definition { get; private set; }

    /// <summary>The function pointers by which the interpreter acts on instances.</summary>
    internal TypeSlots Slots { get; private set; }

    /// <summary>
    /// The built-in type whose C# class instances have: itself for a built-in type. Only classes with the same solid
    /// base, or one that extends it, can share a subclass.
    /// </summary>
    [PyField]
    internal partial PyType? LayoutBase { get; private set; }

    /// <summary>The same, of a type that is finished.</summary>
    internal PyType SolidBase => LayoutBase!;

    /// <summary>Where the shapes of instances begin; null where instances have no attributes of their own.</summary>
    internal Shape? RootShape { get; private set; }

    /// <summary>Whether it was made by Python code.</summary>
    internal bool IsHeapType => (Flags & TypeFlags.Heap) != 0;

    /// <summary>A number that changes with every change of the type or of a base: what inline caches compare.</summary>
    internal uint Version => _version;

    internal override ref InstanceAttributes Attributes => ref _attributes;

    /// <summary>Whether this type is, or derives from, another. Never runs Python code.</summary>
    public bool IsSubtypeOf(PyType other)
    {
        if (ReferenceEquals(this, other))
            return true;
        foreach (var type in Mro)
        {
            if (ReferenceEquals(type, other))
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Makes a built-in type. Its dict is filled when somebody first looks into it.</summary>
    internal static PyType CreateStatic(TypeDefinition definition)
    {
        var type = new PyType(CoreTypes.Type, definition.Name, definition.Flags | TypeFlags.Immutable);
        type.InitializeStatic(definition, definition.Base ?? CoreTypes.Object);
        return type;
    }

    /// <summary>Makes <c>object</c> and <c>type</c>, of which each needs the other.</summary>
    internal static (PyType Object, PyType Type) CreateRoots(TypeDefinition objectDefinition, TypeDefinition typeDefinition)
    {
        var type = new PyType(null, typeDefinition.Name, typeDefinition.Flags | TypeFlags.Immutable);
        var @object = new PyType(type, objectDefinition.Name, objectDefinition.Flags | TypeFlags.Immutable);
        @object.InitializeStatic(objectDefinition, null);
        type.InitializeStatic(typeDefinition, @object);
        return (@object, type);
    }

    private void InitializeStatic(TypeDefinition definition, PyType? @base)
    {
        Definition = definition;
        Base = @base;
        LayoutBase = definition.SharesLayout ? @base!.SolidBase : this;
        QualifiedName = definition.QualifiedName;
        Mro = @base is null ? [this] : [this, .. @base.Mro];
        definition.FillSlots(Slots);
        if (@base is not null)
        {
            // Without a constructor of its own a type directly below object has none.
            var canInstantiate = @base.Base is not null && (Flags & TypeFlags.NoInstantiation) == 0;
            Slots.InheritFrom(@base.Slots, canInstantiate);
        }

        if (definition.OtherBases.Length > 0)
        {
            PyType[] bases = [@base!, .. definition.OtherBases];
            Mro = MethodResolutionOrder.Compute(this, bases);
            WrittenBases = PyTuple.From([.. bases.Select(candidate => (PyValue)candidate)]);
        }

        _version = VersionTags.Next();
    }
}
