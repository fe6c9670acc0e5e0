using Keelback.Text;

namespace Keelback.Compiler.Symbols;

/// <summary>
/// The second pass over a symbol table: settles for each name of each block whether it is local, global, free or a
/// cell. A block tells its children which names enclosing functions bind; the children tell it which of them they
/// leave free. Comprehensions that are not generators are merged into the block around them here (PEP 709).
/// </summary>
internal sealed partial class ScopeAnalyzer
{
    private Diagnostic? _error;

    /// <summary>Settles the whole table; the error says why it cannot be.</summary>
    public static Diagnostic? Analyze(SymbolTable table)
    {
        var analyzer = new ScopeAnalyzer();
        analyzer.AnalyzeBlock(table.Top, bound: null, free: [], new Visible(), classBlock: null);
        return analyzer._error;
    }

    private void AnalyzeBlock(
        SymbolBlock block, HashSet<string>? bound, HashSet<string> free, Visible visible, SymbolBlock? classBlock)
    {
        if (_error is null && !System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
            _error = SyntaxErrors.RecursionTooDeep(block.Span);
        if (_error is not null)
            return;

        var isClass = block.Kind == BlockKind.Class;
        var names = new NameSets(bound, free, visible);
        var newBound = new HashSet<string>(StringComparer.Ordinal);
        var newGlobals = new HashSet<string>(StringComparer.Ordinal);

        // A class's own names are invisible in its methods, so what they see is fixed before the class is analysed.
        if (isClass)
        {
            newGlobals.UnionWith(visible.Globals);
            newBound.UnionWith(bound ?? []);
        }

        foreach (var (name, symbol) in block.Table)
        {
            AnalyzeName(block, name, symbol.Flags, names, classBlock);
            if (_error is not null)
                return;
        }

        if (isClass)
        {
            newBound.UnionWith(["__class__", "__classdict__", "__conditional_annotations__"]);
        }
        else
        {
            if (block.IsFunctionLike)
                newBound.UnionWith(names.Locals);
            newBound.UnionWith(bound ?? []);
            newGlobals.UnionWith(visible.Globals);
        }

        var newFree = new HashSet<string>(StringComparer.Ordinal);
        var inlinedCells = new HashSet<string>(StringComparer.Ordinal);
        AnalyzeChildren(block, names, newBound, newGlobals, newFree, inlinedCells, classBlock);
        if (_error is not null)
            return;

        if (block.IsFunctionLike)
            TurnSharedLocalsIntoCells(names.Scopes, newFree, inlinedCells);
        else if (isClass)
            DropClassFree(block, newFree);
        UpdateSymbols(block, names, newFree, inlinedCells);
        free.UnionWith(newFree);
    }

    private void AnalyzeChildren(
        SymbolBlock block, NameSets names, HashSet<string> bound, HashSet<string> globals, HashSet<string> free,
        HashSet<string> inlinedCells, SymbolBlock? classBlock)
    {
        foreach (var child in block.ChildBlocks)
        {
            SymbolBlock? childClass = null;
            if (child.CanSeeClassScope)
                childClass = block.Kind == BlockKind.Class ? block : classBlock;

            var inline = child.Comprehension != ComprehensionKind.None && !child.IsGenerator && !block.CanSeeClassScope;
            var childFree = new HashSet<string>(free, StringComparer.Ordinal);
            AnalyzeBlock(
                child,
                new HashSet<string>(bound, StringComparer.Ordinal),
                childFree,
                new Visible(globals, names.Visible.TypeParameters),
                childClass);
            if (_error is not null)
                return;

            if (inline)
            {
                Inline(block, child, names.Scopes, childFree, inlinedCells);
                child.IsInlined = true;
            }

            free.UnionWith(childFree);
        }

        for (var i = block.ChildBlocks.Count - 1; i >= 0; i--)
        {
            var child = block.ChildBlocks[i];
            if (!child.IsInlined)
                continue;
            block.ChildBlocks.RemoveAt(i);
            block.ChildBlocks.InsertRange(i, child.ChildBlocks);
        }
    }

    private void AnalyzeName(
        SymbolBlock block, string name, SymbolFlags flags, NameSets names, SymbolBlock? classBlock)
    {
        if ((flags & SymbolFlags.Global) != 0)
        {
            if ((flags & SymbolFlags.Nonlocal) != 0)
                Fail(SyntaxErrors.NonlocalAndGlobal(name, DirectiveOf(block, name)));
            names.Scopes[name] = SymbolScope.GlobalExplicit;
            names.Visible.Globals.Add(name);
            names.Bound?.Remove(name);
        }
        else if ((flags & SymbolFlags.Nonlocal) != 0)
        {
            AnalyzeNonlocal(block, name, names);
        }
        else if ((flags & SymbolFlags.Bound) != 0)
        {
            names.Scopes[name] = SymbolScope.Local;
            names.Locals.Add(name);
            names.Visible.Globals.Remove(name);
            if ((flags & SymbolFlags.TypeParameter) != 0)
                names.Visible.TypeParameters.Add(name);
            else
                names.Visible.TypeParameters.Remove(name);
        }
        else
        {
            names.Scopes[name] = ScopeOfUse(name, names, classBlock);
        }
    }

    private void AnalyzeNonlocal(SymbolBlock block, string name, NameSets names)
    {
        if (names.Bound is null)
            Fail(SyntaxErrors.NonlocalAtModuleLevel(DirectiveOf(block, name)));
        else if (!names.Bound.Contains(name))
            Fail(SyntaxErrors.NoBindingForNonlocal(name, DirectiveOf(block, name)));
        else if (names.Visible.TypeParameters.Contains(name))
            Fail(SyntaxErrors.NonlocalTypeParameter(name, DirectiveOf(block, name)));
        names.Scopes[name] = SymbolScope.Free;
        names.Free.Add(name);
    }

    /// <summary>
    /// A scope that sees the class around it looks up the class's own names there at run time, so an enclosing
    /// function's variable of the same name must not shadow them.
    /// </summary>
    private static SymbolScope ScopeOfUse(string name, NameSets names, SymbolBlock? classBlock)
    {
        if (classBlock is not null)
        {
            var inClass = classBlock.Find(name);
            if (inClass.Has(SymbolFlags.Global))
                return SymbolScope.GlobalExplicit;
            if (inClass.Has(SymbolFlags.Bound) && !inClass.Has(SymbolFlags.Nonlocal))
                return SymbolScope.GlobalImplicit;
        }

        if (names.Bound is null || !names.Bound.Contains(name))
            return SymbolScope.GlobalImplicit;
        names.Free.Add(name);
        return SymbolScope.Free;
    }

    private static void TurnSharedLocalsIntoCells(
        OrderedDictionary<string, SymbolScope> scopes, HashSet<string> free, HashSet<string> inlinedCells)
    {
        for (var i = 0; i < scopes.Count; i++)
        {
            var (name, scope) = scopes.GetAt(i);
            if (scope != SymbolScope.Local || (!free.Contains(name) && !inlinedCells.Contains(name)))
                continue;
            scopes.SetAt(i, SymbolScope.Cell);
            free.Remove(name);
        }
    }

    private static void DropClassFree(SymbolBlock block, HashSet<string> free)
    {
        block.NeedsClassClosure |= free.Remove("__class__");
        block.NeedsClassDict |= free.Remove("__classdict__");
        block.HasConditionalAnnotations |= free.Remove("__conditional_annotations__");
    }

    private static void UpdateSymbols(
        SymbolBlock block, NameSets names, HashSet<string> free, HashSet<string> inlinedCells)
    {
        for (var i = 0; i < block.Table.Count; i++)
        {
            var (name, symbol) = block.Table.GetAt(i);
            var flags = inlinedCells.Contains(name) ? symbol.Flags | SymbolFlags.ComprehensionCell : symbol.Flags;
            block.Table.SetAt(i, new Symbol(flags, names.Scopes.GetValueOrDefault(name)));
        }

        var seesClass = block.Kind == BlockKind.Class || block.CanSeeClassScope;
        foreach (var name in free)
        {
            if (block.Table.ContainsKey(name))
            {
                if (seesClass)
                    block.AddFlags(name, SymbolFlags.FreeInClass);
            }
            else if (names.Bound is null || names.Bound.Contains(name))
            {
                block.Table[name] = new Symbol(SymbolFlags.None, SymbolScope.Free);
            }
        }
    }

    private static SourceSpan DirectiveOf(SymbolBlock block, string name)
    {
        foreach (var (directive, span) in block.Directives)
        {
            if (directive == name)
                return span;
        }

        return block.Span;
    }

    private void Fail(Diagnostic error) => _error ??= error;

    /// <summary>What the blocks around one declare global, and which of their names are type parameters.</summary>
    private sealed class Visible
    {
        public Visible()
            : this([], [])
        {
        }

        public Visible(HashSet<string> globals, HashSet<string> typeParameters)
        {
            Globals = new HashSet<string>(globals, StringComparer.Ordinal);
            TypeParameters = new HashSet<string>(typeParameters, StringComparer.Ordinal);
        }

        public HashSet<string> Globals { get; }

        public HashSet<string> TypeParameters { get; }
    }

    /// <summary>The sets with which the names of one block are judged.</summary>
    private sealed class NameSets(HashSet<string>? bound, HashSet<string> free, Visible visible)
    {
        /// <summary>Bound by enclosing functions; null in a module.</summary>
        public HashSet<string>? Bound { get; } = bound;

        public HashSet<string> Free { get; } = free;

        public Visible Visible { get; } = visible;

        public HashSet<string> Locals { get; } = new(StringComparer.Ordinal);

        public OrderedDictionary<string, SymbolScope> Scopes { get; } = new(StringComparer.Ordinal);
    }
}
