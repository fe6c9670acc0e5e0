using System.Collections.Immutable;
using Keelback.Ast;

namespace Keelback.Compiler.Symbols;

/// <summary>What the four comprehensions have in common.</summary>
/// <param name="Kind">Which of them it is.</param>
/// <param name="BlockName">The name of its block in the symbol table.</param>
/// <param name="Generators">The for clauses.</param>
/// <param name="Element">What is collected; a dict's key.</param>
/// <param name="Value">A dict's value.</param>
internal sealed record ComprehensionParts(
    ComprehensionKind Kind, string BlockName, ImmutableArray<Comprehension> Generators, Expr Element, Expr? Value)
{
    public static ComprehensionParts Of(Expr expression) => expression switch
    {
        ListCompExpr list => new(ComprehensionKind.List, "listcomp", list.Generators, list.Elt, null),
        SetCompExpr set => new(ComprehensionKind.Set, "setcomp", set.Generators, set.Elt, null),
        DictCompExpr dict => new(ComprehensionKind.Dict, "dictcomp", dict.Generators, dict.Key, dict.Value),
        GeneratorExpExpr generator =>
            new(ComprehensionKind.Generator, "genexpr", generator.Generators, generator.Elt, null),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
