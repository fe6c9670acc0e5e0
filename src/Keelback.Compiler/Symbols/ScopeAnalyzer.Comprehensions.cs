namespace Keelback.Compiler.Symbols;

/// <content>Merging a comprehension's names into the block that it is inlined into.</content>
internal sealed partial class ScopeAnalyzer
{
    private static void Inline(
        SymbolBlock block, SymbolBlock comprehension, OrderedDictionary<string, SymbolScope> scopes,
        HashSet<string> comprehensionFree, HashSet<string> inlinedCells)
    {
        var removed = new List<string>();
        foreach (var (name, symbol) in comprehension.Table)
        {
            if (symbol.Has(SymbolFlags.Parameter))
                continue;

            var scope = symbol.Scope;
            if (scope == SymbolScope.Cell || symbol.Has(SymbolFlags.ComprehensionCell))
                inlinedCells.Add(name);

            // The comprehension is now part of the class body, which does not see the class's implicit cells; a function
            // in the comprehension still does.
            if (scope == SymbolScope.Free && block.Kind == BlockKind.Class && IsImplicitClassCell(name))
            {
                scope = SymbolScope.GlobalImplicit;
                if (!IsFreeInAnyChild(comprehension, name))
                    comprehensionFree.Remove(name);
                removed.Add(name);
            }

            if (!block.Table.TryGetValue(name, out var existing))
            {
                block.Table[name] = new Symbol(symbol.Flags, SymbolScope.Unknown);
                scopes[name] = scope;
                continue;
            }

            if (scope == SymbolScope.Free && block.Kind != BlockKind.Class)
                block.AddFlags(name, symbol.Flags & SymbolFlags.Use);
            if (existing.Has(SymbolFlags.Bound)
                && block.Kind != BlockKind.Class
                && !IsFreeInAnyChild(comprehension, name))
            {
                // What was free in the comprehension is now simply the function's local.
                comprehensionFree.Remove(name);
            }
        }

        foreach (var name in removed)
            comprehension.Table.Remove(name);
    }

    private static bool IsImplicitClassCell(string name) =>
        name is "__class__" or "__classdict__" or "__conditional_annotations__";

    private static bool IsFreeInAnyChild(SymbolBlock block, string name)
    {
        foreach (var child in block.ChildBlocks)
        {
            if (child.ScopeOf(name) == SymbolScope.Free)
                return true;
        }

        return false;
    }
}
