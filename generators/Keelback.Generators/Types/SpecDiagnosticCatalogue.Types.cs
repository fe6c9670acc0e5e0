using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Shared;

/// <summary>KB0701 to KB0799: built-in types declared in spec/types.</summary>
internal static partial class SpecDiagnosticCatalogue
{
    public const string UnknownTypeFlag = "KB0701";
    public const string UnknownTypeSlot = "KB0702";
    public const string UnknownBase = "KB0703";
    public const string CyclicBase = "KB0704";
    public const string TwoConstructors = "KB0705";
    public const string UnknownMethodKind = "KB0706";
    public const string DuplicateMember = "KB0707";
    public const string BadImplementationName = "KB0708";

    private static readonly DiagnosticDescriptor[] Types =
    [
        Error(UnknownTypeFlag, "Unknown type flag", "'{0}' has the flag '{1}', which is none{2}"),
        Error(UnknownTypeSlot, "Unknown type slot", "'{0}' fills '{1}', which is no slot of slots.yaml{2}"),
        Error(UnknownBase, "Unknown base type", "'{0}' has the base '{1}', which no file in spec/types declares{2}"),
        Error(CyclicBase, "Cyclic base type", "'{0}' is its own base, by way of {1}"),
        Error(TwoConstructors, "Two constructors", "'{0}' declares both '{1}' and the slot '{2}', which are the same thing"),
        Error(UnknownMethodKind, "Unknown method kind", "'{0}' has the kind '{1}', which is none{2}"),
        Error(DuplicateMember, "Duplicate member", "'{0}' declares the member '{1}' twice"),
        Error(BadImplementationName, "Bad implementation name", "'{0}' of '{1}' is no name of a C# method"),
    ];
}
