using Keelback.Generators.Signatures;
using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Natives;

/// <summary>The names of C# types as generated code writes them, and their conversions.</summary>
internal static class CSharpTypeNames
{
    private static readonly SymbolDisplayFormat s_short = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat s_full = new(
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Included,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The name as declared: what Keelback.Vm and the language define goes without its namespace.</summary>
    public static string Of(ITypeSymbol type)
    {
        var name = type.ToDisplayString(s_short);
        var isKnown = type.SpecialType != SpecialType.None
            || type.TypeKind == TypeKind.Error
            || type.ContainingNamespace?.ToDisplayString() is "Keelback.Vm" or "System" or "System.Numerics" or "Keelback.Bytecode";
        return isKnown ? name : type.ToDisplayString(s_full);
    }

    /// <summary>The conversion of a parameter or result; null where there is none.</summary>
    public static Converter? ConverterOf(ITypeSymbol type) => Converter.OfCSharpType(Of(type), IsPyObject(type));

    // A class that another generator completes has no base yet when this one looks; its name must do.
    private static bool IsPyObject(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == "PyObject" || (current.TypeKind == TypeKind.Error && current.Name.StartsWith("Py")))
                return true;
        }

        return type.TypeKind == TypeKind.Class && type.Name.StartsWith("Py");
    }
}
