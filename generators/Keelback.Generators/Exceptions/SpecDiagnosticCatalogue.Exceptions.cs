using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Shared;

/// <summary>KB0500 to KB0599: mistakes about exceptions and warning categories.</summary>
internal static partial class SpecDiagnosticCatalogue
{
    public const string UnknownExceptionBase = "KB0501";
    public const string CyclicExceptionBase = "KB0502";
    public const string ExceptionNameTaken = "KB0503";
    public const string UnknownAttributeType = "KB0504";
    public const string DuplicateErrno = "KB0505";
    public const string AttributesWithoutClass = "KB0506";
    public const string BadWarningFilter = "KB0507";
    public const string ExceptionClassTaken = "KB0508";

    private static readonly DiagnosticDescriptor[] Exceptions =
    [
        Error(UnknownExceptionBase, "Unknown base", "'{0}' derives from the unknown exception '{1}'{2}"),
        Error(CyclicExceptionBase, "Cyclic base", "'{0}' derives from itself: {1}"),
        Error(ExceptionNameTaken, "Exception name taken", "'{0}' has the alias '{1}', which is a name of '{2}' already"),
        Error(UnknownAttributeType, "Unknown attribute type", "The attribute '{0}' has the unknown type '{1}'{2}"),
        Error(DuplicateErrno, "Error number taken", "'{0}' claims {1} ({2}), which '{3}' has already"),
        Error(AttributesWithoutClass, "Attributes without a class", "'{0}' has attributes but no 'csharp' class to hold them"),
        Error(BadWarningFilter, "Bad warning filter", "'{0}' has the filter '{1}', which is not 'ACTION' or 'ACTION in MODULE' with a known action"),
        Error(ExceptionClassTaken, "Exception class taken", "'{0}' has the C# class '{1}', which is that of '{2}' already"),
    ];
}
