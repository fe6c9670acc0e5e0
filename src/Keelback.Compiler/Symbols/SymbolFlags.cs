namespace Keelback.Compiler.Symbols;

/// <summary>What a block does with a name. The numbers are those of CPython's symbol table.</summary>
[Flags]
public enum SymbolFlags
{
    /// <summary>Nothing yet.</summary>
    None = 0,

    /// <summary>Named by a global statement.</summary>
    Global = 1,

    /// <summary>Assigned in the block.</summary>
    Local = 2,

    /// <summary>A parameter of the block.</summary>
    Parameter = 4,

    /// <summary>Named by a nonlocal statement.</summary>
    Nonlocal = 8,

    /// <summary>Read in the block.</summary>
    Use = 16,

    /// <summary>Free in a method, and also bound by the class itself.</summary>
    FreeInClass = 64,

    /// <summary>Bound by an import.</summary>
    Import = 128,

    /// <summary>Has an annotation.</summary>
    Annotated = 256,

    /// <summary>The iteration variable of a comprehension.</summary>
    IterationVariable = 512,

    /// <summary>A type parameter (PEP 695).</summary>
    TypeParameter = 1024,

    /// <summary>A cell of a comprehension that is inlined into the block (PEP 709).</summary>
    ComprehensionCell = 2048,

    /// <summary>Every way of being bound in the block.</summary>
    Bound = Local | Parameter | Import | TypeParameter,
}

/// <summary>Where a name is found at run time. The numbers are CPython's.</summary>
public enum SymbolScope
{
    /// <summary>The name does not occur in the block.</summary>
    Unknown,

    /// <summary>In the block itself.</summary>
    Local,

    /// <summary>In the module, because a global statement says so.</summary>
    GlobalExplicit,

    /// <summary>In the module or the built-ins, because no enclosing function binds it.</summary>
    GlobalImplicit,

    /// <summary>In an enclosing function.</summary>
    Free,

    /// <summary>In the block itself, in a cell that an inner function shares.</summary>
    Cell,
}

/// <summary>What a block is made for. The numbers are those that the symtable module shows.</summary>
public enum BlockKind
{
    /// <summary>A function, a lambda, or a comprehension.</summary>
    Function,

    /// <summary>The body of a class.</summary>
    Class,

    /// <summary>The whole module, interactive statement or expression.</summary>
    Module,

    /// <summary>Annotations, which PEP 649 evaluates late.</summary>
    Annotation,

    /// <summary>The value of a type statement.</summary>
    TypeAlias,

    /// <summary>The type parameters of a generic function, class or alias.</summary>
    TypeParameters,

    /// <summary>The bound, the constraints or the default of a type parameter.</summary>
    TypeVariable,
}

/// <summary>Which comprehension a block is made for.</summary>
public enum ComprehensionKind
{
    /// <summary>None.</summary>
    None,

    /// <summary>A list comprehension.</summary>
    List,

    /// <summary>A dict comprehension.</summary>
    Dict,

    /// <summary>A set comprehension.</summary>
    Set,

    /// <summary>A generator expression.</summary>
    Generator,
}

/// <summary>What a block knows of one name.</summary>
/// <param name="Flags">How the block uses it.</param>
/// <param name="Scope">Where it is found.</param>
public readonly record struct Symbol(SymbolFlags Flags, SymbolScope Scope)
{
    /// <summary>Whether any of the flags is set.</summary>
    public bool Has(SymbolFlags flags) => (Flags & flags) != 0;
}
