using System.Collections.Immutable;
using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler;

/// <summary>What a compilation gives.</summary>
/// <param name="Code">The module's code; null after an error.</param>
/// <param name="Diagnostics">The warnings, in the order in which CPython gives them, and last the error.</param>
public sealed record CompilationResult(CodeObject? Code, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The error that stopped the compilation, if there is one.</summary>
    public Diagnostic? Error =>
        Diagnostics is [.., { Severity: DiagnosticSeverity.Error } last] ? last : null;
}
