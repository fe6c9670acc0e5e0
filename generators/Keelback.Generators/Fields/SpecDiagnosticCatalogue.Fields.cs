using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Shared;

/// <summary>KB0650 to KB0659: references between objects.</summary>
internal static partial class SpecDiagnosticCatalogue
{
    public const string PlainReferenceField = "KB0650";
    public const string BadField = "KB0651";

    private static readonly DiagnosticDescriptor[] Fields =
    [
        Error(PlainReferenceField, "Reference field is not declared", "'{0}' refers to Python objects, but nothing traverses it; make it a [PyField] partial property"),
        Error(BadField, "Badly declared field", "'{0}' cannot be a [PyField]: {1}"),
    ];
}
