using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;
using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Natives;

/// <summary>Collects the mistakes found in attributed C# source, and reads attributes' arguments.</summary>
internal sealed class AttributeBag
{
    private const string Namespace = "Keelback.Vm";

    private readonly List<SpecDiagnostic> _diagnostics = [];

    public EquatableArray<SpecDiagnostic> ToEquatableArray() => _diagnostics.ToEquatableArray();

    public void Report(string id, (string Path, SpecSpan Span) place, params string[] arguments) =>
        _diagnostics.Add(new(id, place.Path, place.Span, arguments.ToEquatableArray()));

    /// <summary>The attributes of a name on a symbol.</summary>
    public static IEnumerable<AttributeData> Find(ISymbol symbol, string name) =>
        symbol.GetAttributes().Where(attribute => attribute.AttributeClass is { } type
            && type.Name == name
            && type.ContainingNamespace.ToDisplayString() == Namespace);

    /// <summary>The text that is an attribute's first argument.</summary>
    public static string Text(AttributeData attribute) =>
        attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "";

    /// <summary>A named argument's text, or nothing.</summary>
    public static string Named(AttributeData attribute, string name) => Argument(attribute, name).Value as string ?? "";

    /// <summary>Whether a named argument says true.</summary>
    public static bool Flag(AttributeData attribute, string name) => Argument(attribute, name).Value is true;

    public static TypedConstant Argument(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(pair => pair.Key == name).Value;

    /// <summary>Checks that a class can be completed by a generated part, and reports where not.</summary>
    public bool CheckClass(INamedTypeSymbol type, SyntaxNode syntax)
    {
        var isPartial = syntax is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax declaration
            && declaration.Modifiers.Any(modifier => modifier.ValueText == "partial");
        if (isPartial && type.ContainingType is null && !type.IsGenericType)
            return true;
        var wanted = isPartial ? "a class of its own that is neither nested nor generic" : "partial";
        Report(SpecDiagnosticCatalogue.BadDeclaration, SourcePlace.Of(type), type.Name, wanted);
        return false;
    }

    public bool CheckStatic(IMethodSymbol method)
    {
        if (method.IsStatic && !method.IsGenericMethod)
            return true;
        Report(SpecDiagnosticCatalogue.BadDeclaration, SourcePlace.Of(method), method.Name, "static and not generic");
        return false;
    }
}
