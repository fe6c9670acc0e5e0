using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Shared;

/// <summary>KB0601 to KB0649: signatures of native functions, and the C# methods that carry them.</summary>
internal static partial class SpecDiagnosticCatalogue
{
    public const string BadSignature = "KB0601";
    public const string UnknownAnnotation = "KB0602";
    public const string BadDefault = "KB0603";
    public const string BadParameterOrder = "KB0604";
    public const string ParameterMismatch = "KB0605";
    public const string UnsupportedType = "KB0606";
    public const string BadDeclaration = "KB0607";
    public const string UnknownSlotAttribute = "KB0608";
    public const string DuplicateNative = "KB0609";
    public const string SetterWithoutGetter = "KB0610";

    private static readonly DiagnosticDescriptor[] Signatures =
    [
        Error(BadSignature, "Bad signature text", "The signature cannot be read: expected {0}"),
        Error(UnknownAnnotation, "Unknown kind of parameter", "'{0}' is no kind of parameter or result{1}"),
        Error(BadDefault, "Default does not fit", "The default '{0}' of '{1}' cannot be written for a parameter of kind '{2}'"),
        Error(BadParameterOrder, "Parameters out of order", "The signature's parameters are not in order: {0}"),
        Error(ParameterMismatch, "Parameters differ from the signature", "The parameters of '{0}' differ from its signature: {1}"),
        Error(
            UnsupportedType,
            "Type has no conversion",
            "No conversion between Python values and '{0}' is known, so '{1}' cannot have that type"),
        Error(BadDeclaration, "Native declaration is incomplete", "'{0}' must be {1}"),
        Error(UnknownSlotAttribute, "Unknown slot", "'{0}' is no type slot{1}"),
        Error(DuplicateNative, "Duplicate native", "'{0}' declares '{1}' twice"),
        Error(SetterWithoutGetter, "Setter without getter", "'{0}' has a [PySetter(\"{1}\")] but no [PyGetter(\"{1}\")]{2}"),
    ];
}
