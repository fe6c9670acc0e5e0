using Keelback.Ast;
using Keelback.Text;

namespace Keelback.Compiler.Symbols;

/// <summary>
/// The first pass: walks the tree, opens a block for every scope and notes what each block does with each name. The
/// order in which names and blocks are met is part of the result, since it numbers the variables of the code object.
/// The first error is kept and stops the walk.
/// </summary>
internal sealed partial class SymbolTableBuilder
{
    private readonly SymbolTable _table = new();
    private readonly List<SymbolBlock> _stack = [];
    private readonly FutureFeatures _future;
    private SymbolBlock _current;
    private string? _className;
    private Diagnostic? _error;
    private int _nextId;

    private SymbolTableBuilder(FutureFeatures future)
    {
        _future = future;
        _current = _table.Top;
    }

    private bool AllowsTopLevelAwait => _future.TopLevelAwait && _current.Kind == BlockKind.Module;

    private bool IsAsyncFunction => _current.Kind == BlockKind.Function && _current.IsCoroutine;

    /// <summary>Builds and settles the table of a program.</summary>
    public static (SymbolTable Table, Diagnostic? Error) Build(Mod tree, FutureFeatures future)
    {
        var builder = new SymbolTableBuilder(future);
        builder.VisitMod(tree);
        return (builder._table, builder._error ?? ScopeAnalyzer.Analyze(builder._table));
    }

    private void VisitMod(Mod tree)
    {
        var top = new SymbolBlock(_nextId++, "top", BlockKind.Module, new SourceSpan(0, 0, 0, 0));
        _table.Top = top;
        _table.Add(tree, BlockRole.Body, top);
        _stack.Add(top);
        _current = top;
        switch (tree)
        {
            case Module module:
                top.HasDocstring = Docstring.Of(module.Body) is not null;
                VisitAll(module.Body);
                break;
            case Interactive interactive:
                VisitAll(interactive.Body);
                break;
            case Expression expression:
                Visit(expression.Body);
                break;
            default:
                Fail(SyntaxErrors.InvalidTree("this compiler does not handle FunctionTypes", SourceSpan.None));
                break;
        }
    }

    private SymbolBlock NewBlock(string name, BlockKind kind, AstNode node, BlockRole role, SourceSpan span)
    {
        var block = new SymbolBlock(_nextId++, name, kind, span)
        {
            IsNested = _current.IsNested || _current.IsFunctionLike,
            IsMethod = _current.Kind == BlockKind.Class && kind == BlockKind.Function,
        };
        _table.Add(node, role, block);
        return block;
    }

    private void Enter(string name, BlockKind kind, AstNode node, BlockRole role, SourceSpan span)
    {
        Enter(NewBlock(name, kind, node, role, span));
        if (kind is BlockKind.Annotation or BlockKind.TypeVariable or BlockKind.TypeAlias)
        {
            // Such a block is a function of one parameter, the format in which it is to answer.
            Define(".format", SymbolFlags.Parameter, span);
            Define(".format", SymbolFlags.Use, span);
        }
    }

    private void Enter(SymbolBlock block)
    {
        // Annotations that stay text have no part in the analysis.
        if (!_future.Annotations || block.Kind != BlockKind.Annotation)
            _current.ChildBlocks.Add(block);
        EnterAgain(block);
    }

    private void EnterAgain(SymbolBlock block)
    {
        _stack.Add(block);
        block.IterationExpressionDepth = _current.IterationExpressionDepth;
        if (_current.MangledNames is not null && block.Kind != BlockKind.Class)
            block.MangledNames = _current.MangledNames;
        _current = block;
    }

    private void Leave()
    {
        _stack.RemoveAt(_stack.Count - 1);
        _current = _stack[^1];
    }

    private SymbolFlags Lookup(SymbolBlock block, string name) =>
        block.Find(NameMangling.Mangle(_className, block, name)).Flags;

    private void Define(string name, SymbolFlags flags, SourceSpan span) =>
        Define(name, flags, span, flags == SymbolFlags.Use ? ExprContext.Load : ExprContext.Store);

    private void Define(string name, SymbolFlags flags, SourceSpan span, ExprContext context)
    {
        const SymbolFlags written = SymbolFlags.Parameter | SymbolFlags.Local | SymbolFlags.Import;
        if ((flags & written) != 0)
            CheckName(name, span, context);
        if ((flags & SymbolFlags.TypeParameter) != 0)
            _current.MangledNames?.Add(name);
        Define(_current, name, flags, span);
    }

    private void Define(SymbolBlock block, string name, SymbolFlags flags, SourceSpan span)
    {
        var mangled = NameMangling.Mangle(_className, _current, name);
        var known = block.Find(mangled).Flags;
        if ((flags & known & SymbolFlags.Parameter) != 0)
            Fail(SyntaxErrors.DuplicateArgument(name, span));
        if ((flags & known & SymbolFlags.TypeParameter) != 0)
            Fail(SyntaxErrors.DuplicateTypeParameter(name, span));

        var all = known | flags;
        if (block.InIterationTarget)
        {
            if ((all & (SymbolFlags.Global | SymbolFlags.Nonlocal)) != 0)
                Fail(SyntaxErrors.IterationRebindsWalrus(name, span));
            all |= SymbolFlags.IterationVariable;
        }

        block.Table[mangled] = new Symbol(all, SymbolScope.Unknown);
        if ((flags & SymbolFlags.Parameter) != 0)
            block.ParameterNames.Add(mangled);
        else if ((flags & SymbolFlags.Global) != 0)
            _table.Top.AddFlags(mangled, flags);
    }

    private void CheckName(string name, SourceSpan span, ExprContext context)
    {
        if (name != "__debug__")
            return;
        if (context == ExprContext.Store)
            Fail(SyntaxErrors.AssignToDebug(span));
        else if (context == ExprContext.Del)
            Fail(SyntaxErrors.DeleteDebug(span));
    }

    private void RecordDirective(string name, SourceSpan span) =>
        _current.Directives.Add((NameMangling.Mangle(_className, _current, name), span));

    private bool CanGoOn(SourceSpan span)
    {
        if (_error is null && !System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
            Fail(SyntaxErrors.RecursionTooDeep(span));
        return _error is null;
    }

    private void Fail(Diagnostic error) => _error ??= error;

    /// <summary>Where a variant's generated nodes are walked; without an answer their children are visited.</summary>
    partial void VisitVariantNode(AstNode node, ref bool visited);
}
