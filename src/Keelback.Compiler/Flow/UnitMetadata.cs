using Keelback.Text;

namespace Keelback.Compiler.Flow;

/// <summary>
/// What code generation knows of a code unit beside its instructions. Code generation fills the tables and writes their
/// numbers as opargs; the back end adds folded constants, drops unused ones and lays out the local variables.
/// </summary>
internal sealed class UnitMetadata
{
    /// <summary>co_name.</summary>
    public required string Name { get; init; }

    /// <summary>co_qualname.</summary>
    public required string QualifiedName { get; set; }

    /// <summary>co_firstlineno.</summary>
    public required int FirstLineNumber { get; set; }

    /// <summary>What LOAD_CONST loads. The first entry is never dropped, as it may be the docstring.</summary>
    public OrderedTable<Constant> Constants { get; } = new(ConstantKeyComparer.Instance);

    /// <summary>co_names.</summary>
    public OrderedTable<string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>co_varnames: the parameters first.</summary>
    public OrderedTable<string> VarNames { get; } = new(StringComparer.Ordinal);

    /// <summary>co_cellvars, parameters that are cells included: the opargs of the *_DEREF family from 0.</summary>
    public OrderedTable<string> CellVars { get; } = new(StringComparer.Ordinal);

    /// <summary>co_freevars: their opargs in the *_DEREF family go on behind those of <see cref="CellVars"/>.</summary>
    public OrderedTable<string> FreeVars { get; } = new(StringComparer.Ordinal);

    /// <summary>The variables of inlined comprehensions that locals() does not show in a module or class.</summary>
    public HashSet<string> FastHidden { get; } = new(StringComparer.Ordinal);

    /// <summary>How many parameters may be given by position or by name; without the positional-only ones.</summary>
    public int ArgCount { get; init; }

    /// <summary>How many parameters are positional-only; co_argcount is the sum with <see cref="ArgCount"/>.</summary>
    public int PosOnlyArgCount { get; init; }

    /// <summary>co_kwonlyargcount.</summary>
    public int KwOnlyArgCount { get; init; }
}
