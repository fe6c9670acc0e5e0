using Keelback.Ast;
using Keelback.Compiler.Flow;
using Keelback.Compiler.Symbols;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <summary>What kind of code a unit is; finer than <see cref="BlockKind"/>.</summary>
internal enum UnitKind
{
    Module,
    Class,
    Function,
    AsyncFunction,
    Lambda,
    Comprehension,
    Annotations,
}

/// <summary>What a frame block stands for, and so what leaving it early takes.</summary>
internal enum FrameBlockKind
{
    WhileLoop,
    ForLoop,
    AsyncForLoop,
    TryExcept,
    FinallyTry,
    FinallyEnd,
    With,
    AsyncWith,
    HandlerCleanup,
    PopValue,
    ExceptionHandler,
    ExceptionGroupHandler,
    AsyncComprehension,
    StopIteration,
}

/// <summary>A loop, try or with statement that is being compiled.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Span">The statement's place.</param>
/// <param name="Start">Where continue goes.</param>
/// <param name="Exit">Where break goes.</param>
/// <param name="FinalBody">The statements of finally, compiled again at each way out.</param>
/// <param name="Name">The name that an except clause binds.</param>
internal sealed record FrameBlock(
    FrameBlockKind Kind, SourceSpan Span, Label? Start = null, Label? Exit = null,
    System.Collections.Immutable.ImmutableArray<Stmt> FinalBody = default, string? Name = null)
{
    public bool IsLoop => Kind is FrameBlockKind.WhileLoop or FrameBlockKind.ForLoop or FrameBlockKind.AsyncForLoop;
}

/// <summary>One code object in the making: its instructions, its tables, and where in the source text it is.</summary>
internal sealed class CompilationUnit(UnitKind kind, SymbolBlock block, string? className, UnitMetadata metadata)
{
    public UnitKind Kind { get; } = kind;

    public SymbolBlock Block { get; } = block;

    /// <summary>The class whose private names are mangled here.</summary>
    public string? ClassName { get; } = className;

    public UnitMetadata Metadata { get; } = metadata;

    public InstructionSequence Instructions { get; set; } = new();

    public List<FrameBlock> FrameBlocks { get; } = [];

    /// <summary>How many inlined comprehensions are open.</summary>
    public int InlinedComprehensions { get; set; }

    /// <summary>How many statements around may not run, which an annotation must record.</summary>
    public int ConditionalBlocks { get; set; }

    /// <summary>In a class: the names of what its methods assign on self.</summary>
    public SortedSet<string> StaticAttributes { get; } = new(CodePointComparer.Instance);

    /// <summary>The annotated names of a module or class, each with its number among the conditional ones, or -1.</summary>
    public List<(AnnAssignStmt Statement, int ConditionalIndex)> DeferredAnnotations { get; } = [];

    public int NextConditionalAnnotation { get; set; }

    /// <summary>Names of an inlined comprehension that are fast locals for now, though the unit is no function.</summary>
    public HashSet<string> FastForNow { get; } = new(StringComparer.Ordinal);

    public bool IsInClassBody => Block.Kind == BlockKind.Class && InlinedComprehensions == 0;
}
