using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Text;

namespace Keelback.Compiler;

/// <summary>
/// The features that __future__ imports at the head of a module switch on, joined with those that the caller hands in.
/// </summary>
/// <param name="Annotations">Annotations stay text (PEP 563).</param>
/// <param name="BarryAsFlufl">The inequality operator of PEP 401.</param>
/// <param name="TopLevelAwait">await may stand in a module, as in an asynchronous prompt.</param>
/// <param name="LastImport">The last __future__ import; none has line -1.</param>
internal sealed record FutureFeatures(
    bool Annotations, bool BarryAsFlufl, bool TopLevelAwait, SourceSpan LastImport)
{
    /// <summary>Reads the imports; a feature that does not exist is an error.</summary>
    public static (FutureFeatures Features, Diagnostic? Error) Read(Mod tree, FutureFeatures inherited)
    {
        var body = tree switch
        {
            Module module => module.Body,
            Interactive interactive => interactive.Body,
            _ => ImmutableArray<Stmt>.Empty,
        };
        var features = inherited with { LastImport = SourceSpan.None };
        for (var i = Docstring.Of(body) is null ? 0 : 1; i < body.Length; i++)
        {
            if (body[i] is not ImportFromStmt { Module: "__future__", Level: null or 0 } import)
                break;
            foreach (var alias in import.Names)
            {
                switch (alias.Name)
                {
                    case "nested_scopes" or "generators" or "division" or "absolute_import" or "with_statement"
                        or "print_function" or "unicode_literals" or "generator_stop":
                        break;
                    case "barry_as_FLUFL":
                        features = features with { BarryAsFlufl = true };
                        break;
                    case "annotations":
                        features = features with { Annotations = true };
                        break;
                    case "braces":
                        return (features, SyntaxErrors.FutureBraces(alias.Span));
                    default:
                        return (features, SyntaxErrors.UnknownFuture(Shorten(alias.Name), alias.Span));
                }
            }

            features = features with { LastImport = import.Span };
        }

        return (features, null);
    }

    private static string Shorten(string name) => name.Length > 100 ? name[..100] : name;
}
