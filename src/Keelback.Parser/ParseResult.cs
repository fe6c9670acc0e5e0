using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>What a parse gives.</summary>
/// <param name="Tree">The tree; null where there is an error.</param>
/// <param name="Diagnostics">
/// Warnings in the order of the source, then the error if there is one. A column is in bytes of UTF-8 from 0, so that
/// CPython's offset is one more than the characters before it; -1 stands for the offset 0, -2 for the offset -1.
/// </param>
public sealed record ParseResult(Mod? Tree, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The error, if there is one.</summary>
    public Diagnostic? Error => Diagnostics.FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
