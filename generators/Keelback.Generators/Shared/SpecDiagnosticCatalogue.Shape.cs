using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Shared;

/// <summary>KB0001 to KB0099: mistakes of shape, which any kind of spec can have.</summary>
internal static partial class SpecDiagnosticCatalogue
{
    public const string YamlSyntax = "KB0001";
    public const string UnknownKey = "KB0002";
    public const string MissingKey = "KB0003";
    public const string DuplicateName = "KB0004";
    public const string DuplicateNumber = "KB0005";
    public const string WrongKindOfValue = "KB0006";
    public const string BadDoc = "KB0007";
    public const string OverlayConflict = "KB0008";
    public const string OverlayRemovesNothing = "KB0009";

    private static readonly DiagnosticDescriptor[] Shape =
    [
        Error(YamlSyntax, "YAML cannot be read", "The file is not valid YAML: {0}"),
        Error(UnknownKey, "Unknown key", "'{0}' has an unknown key '{1}'{2}"),
        Error(MissingKey, "Missing key", "'{0}' has no '{1}'"),
        Error(DuplicateName, "Duplicate name", "'{0}' is defined twice; the other definition is at {1}"),
        Error(DuplicateNumber, "Duplicate number", "'{0}' has the number {1}, which '{2}' has already"),
        Error(WrongKindOfValue, "Wrong kind of value", "'{0}' of '{1}' must be {2}"),
        Error(BadDoc, "Badly formed doc", "The doc of '{0}' must be one sentence of at most 100 characters, with a capital first and a full stop last"),
        Error(OverlayConflict, "Overlays conflict", "'{0}' is changed by two overlay files; the other is {1}"),
        Error(OverlayRemovesNothing, "Overlay removes nothing", "The overlay removes '{0}', which the base does not define{1}"),
    ];
}
