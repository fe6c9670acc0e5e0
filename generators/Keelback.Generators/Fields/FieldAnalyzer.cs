using System.Collections.Immutable;
using System.Linq;
using Keelback.Generators.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Keelback.Generators.Fields;

/// <summary>
/// KB0650: in a class of Python objects, a plain field or auto-property that holds Python objects is an error, because
/// neither traversal nor counting would see it. A class that writes its own Traverse may name the field there instead.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FieldAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
        [SpecDiagnosticCatalogue.Find(SpecDiagnosticCatalogue.PlainReferenceField)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!FieldTypes.IsObject(type))
            return;
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
            Analyze(context, field);
    }

    private static void Analyze(SymbolAnalysisContext context, IFieldSymbol field)
    {
        if (field.IsStatic || !FieldTypes.HoldsReferences(field.Type))
            return;
        var member = field.AssociatedSymbol ?? field;
        if (member is IPropertySymbol property && IsDeclared(property))
            return;
        if (IsTraversedByHand(field.ContainingType, member.Name, context.CancellationToken))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            SpecDiagnosticCatalogue.Find(SpecDiagnosticCatalogue.PlainReferenceField),
            member.Locations[0],
            member.Name));
    }

    private static bool IsDeclared(IPropertySymbol property) =>
        new[] { property, property.PartialDefinitionPart, property.PartialImplementationPart }
            .Any(part => part?.GetAttributes().Any(attribute =>
                attribute.AttributeClass?.ToDisplayString() == FieldGenerator.AttributeName) == true);

    private static bool IsTraversedByHand(INamedTypeSymbol type, string name, System.Threading.CancellationToken token) =>
        FieldTraversal.FindOverride(type) is { } method
        && method.DeclaringSyntaxReferences
            .Select(reference => reference.GetSyntax(token))
            .SelectMany(node => node.DescendantNodes())
            .Any(node => node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name);
}
