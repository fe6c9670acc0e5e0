using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Shared;

/// <summary>
/// Every id the generators can report. The entries of one kind of spec stand in that kind's folder, in its own part
/// of this class; each id has a page in docs/reference/diagnostics.
/// </summary>
internal static partial class SpecDiagnosticCatalogue
{
    private static readonly Lazy<Dictionary<string, DiagnosticDescriptor>> s_all =
        new(() => Groups().SelectMany(group => group).ToDictionary(descriptor => descriptor.Id));

    public static IReadOnlyCollection<DiagnosticDescriptor> All => s_all.Value.Values;

    public static DiagnosticDescriptor Find(string id) => s_all.Value[id];

    private static IEnumerable<DiagnosticDescriptor[]> Groups()
    {
        yield return Shape;
        yield return Tokens;
        yield return Ast;
        yield return Opcodes;
        yield return Fields;
        yield return Slots;
        yield return Exceptions;
        yield return Signatures;
        yield return Types;
    }

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(
        id,
        title,
        message,
        "Keelback.Spec",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: $"docs/reference/diagnostics/{id}.md");
}
