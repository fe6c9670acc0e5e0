using Keelback.Text;

namespace Keelback.Compiler.Symbols;

/// <summary>
/// One namespace of a program: its names in the order in which they first occur, and the blocks within it. The builder
/// fills it, the scope analysis settles each name's scope, and the code generator overrides scopes for as long as an
/// inlined comprehension lasts.
/// </summary>
public sealed class SymbolBlock
{
    internal SymbolBlock(int id, string name, BlockKind kind, SourceSpan span)
    {
        Id = id;
        Name = name;
        Kind = kind;
        Span = span;
    }

    /// <summary>A number that no other block of the table has.</summary>
    public int Id { get; }

    /// <summary>The function's or class's name, or the kind of scope.</summary>
    public string Name { get; }

    /// <summary>What the block is made for.</summary>
    public BlockKind Kind { get; }

    /// <summary>Where the block stands in the source.</summary>
    public SourceSpan Span { get; }

    /// <summary>The names of the block, in the order in which they occur.</summary>
    public IReadOnlyDictionary<string, Symbol> Symbols => Table;

    /// <summary>The parameters, in the order of co_varnames.</summary>
    public IReadOnlyList<string> Parameters => ParameterNames;

    /// <summary>The blocks directly within this one.</summary>
    public IReadOnlyList<SymbolBlock> Children => ChildBlocks;

    /// <summary>Whether the block lies in a function.</summary>
    public bool IsNested { get; internal set; }

    /// <summary>Whether the block yields.</summary>
    public bool IsGenerator { get; internal set; }

    /// <summary>Whether the block awaits or is defined as async.</summary>
    public bool IsCoroutine { get; internal set; }

    /// <summary>Whether the block is a function that stands directly in a class.</summary>
    public bool IsMethod { get; internal set; }

    /// <summary>Which comprehension the block is made for.</summary>
    public ComprehensionKind Comprehension { get; internal set; }

    internal OrderedDictionary<string, Symbol> Table { get; } = new(StringComparer.Ordinal);

    internal List<string> ParameterNames { get; } = [];

    internal List<SymbolBlock> ChildBlocks { get; } = [];

    /// <summary>What global, nonlocal and walrus in a comprehension declared, for the place of a late error.</summary>
    internal List<(string Name, SourceSpan Span)> Directives { get; } = [];

    /// <summary>The only names that a generic class's type parameter block mangles; null mangles all.</summary>
    internal HashSet<string>? MangledNames { get; set; }

    /// <summary>The words for an error in a type variable block: "a TypeVar bound" and the like.</summary>
    internal string ScopeInfo { get; set; } = "";

    internal SymbolBlock? AnnotationBlock { get; set; }

    internal bool HasVarArgs { get; set; }

    internal bool HasVarKeywords { get; set; }

    internal bool HasDocstring { get; set; }

    internal bool UsesAnnotations { get; set; }

    internal bool NeedsClassClosure { get; set; }

    internal bool NeedsClassDict { get; set; }

    internal bool IsInlined { get; set; }

    internal bool CanSeeClassScope { get; set; }

    internal bool HasConditionalAnnotations { get; set; }

    internal bool InIterationTarget { get; set; }

    internal int IterationExpressionDepth { get; set; }

    internal bool InConditionalBlock { get; set; }

    internal bool InUnevaluatedAnnotation { get; set; }

    /// <summary>Whether the block runs as a function does: with fast locals and cells.</summary>
    internal bool IsFunctionLike => Kind is not (BlockKind.Class or BlockKind.Module);

    internal Symbol Find(string name) => Table.GetValueOrDefault(name);

    internal SymbolScope ScopeOf(string name) => Find(name).Scope;

    internal void AddFlags(string name, SymbolFlags flags)
    {
        var symbol = Find(name);
        Table[name] = symbol with { Flags = symbol.Flags | flags };
    }
}
