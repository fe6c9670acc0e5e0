using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Keelback.Generators.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Keelback.Generators.Fields;

/// <summary>Turns an attributed property into a model without symbols.</summary>
internal static class FieldReader
{
    private static readonly SymbolDisplayFormat s_typeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static FieldResult Read(GeneratorAttributeSyntaxContext context, CancellationToken token)
    {
        var property = (IPropertySymbol)context.TargetSymbol;
        var syntax = (PropertyDeclarationSyntax)context.TargetNode;
        var owner = property.ContainingType;
        if (!FieldTypes.IsObject(owner))
            return Wrong(syntax, property, $"its class '{owner.Name}' does not derive from PyObject");
        if (!syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
            return Wrong(syntax, property, "it is not partial");
        if (property.IsStatic)
            return Wrong(syntax, property, "it is static");
        if (FieldTypes.KindOf(property.Type) is not { } kind)
            return Wrong(syntax, property, $"a {property.Type.ToDisplayString()} holds no reference that can be followed");

        var field = new FieldModel(
            string.Join(" ", syntax.Modifiers.Select(modifier => modifier.Text)),
            property.Type.ToDisplayString(s_typeFormat),
            property.Name,
            kind,
            property.GetMethod is not null,
            Setter(property, syntax));
        return new FieldResult(Class(owner, token), field, null);
    }

    private static FieldClassModel Class(INamedTypeSymbol owner, CancellationToken token)
    {
        var declarations = new Stack<string>();
        for (var type = owner; type is not null; type = type.ContainingType)
            declarations.Push(Declaration(type));
        token.ThrowIfCancellationRequested();
        var space = owner.ContainingNamespace.ToDisplayString();
        var name = owner.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat)
            .Replace(space + ".", "").Replace('<', '{').Replace('>', '}');
        return new FieldClassModel(space, $"Fields.{name}.g.cs", declarations.ToEquatableArray(), Traverse(owner), default);
    }

    private static string Declaration(INamedTypeSymbol type)
    {
        var keyword = type switch
        {
            { IsRecord: true } => "record",
            { TypeKind: TypeKind.Struct } => "struct",
            { TypeKind: TypeKind.Interface } => "interface",
            _ => "class",
        };
        var parameters = type.TypeParameters.Length == 0
            ? ""
            : $"<{string.Join(", ", type.TypeParameters.Select(parameter => parameter.Name))}>";
        return $"partial {keyword} {type.Name}{parameters}";
    }

    // An override repeats the accessibility it sees: 'internal' is not seen from an assembly without internal access.
    private static string Traverse(INamedTypeSymbol owner)
    {
        if (FieldTraversal.FindOverride(owner) is not null)
            return "";
        for (var type = owner.BaseType; type is not null; type = type.BaseType)
        {
            if (FieldTraversal.FindOverride(type) is not { } inherited)
                continue;
            var assembly = inherited.ContainingAssembly;
            var visible = SymbolEqualityComparer.Default.Equals(assembly, owner.ContainingAssembly)
                || assembly.GivesAccessTo(owner.ContainingAssembly);
            return visible ? "protected internal" : "protected";
        }

        return "protected internal";
    }

    private static string Setter(IPropertySymbol property, PropertyDeclarationSyntax syntax)
    {
        if (property.SetMethod is null)
            return "";
        var accessor = syntax.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.Keyword.Text is "set" or "init");
        var modifiers = accessor is null ? "" : string.Concat(accessor.Modifiers.Select(modifier => modifier.Text + " "));
        return modifiers + (property.SetMethod.IsInitOnly ? "init" : "set");
    }

    private static FieldResult Wrong(PropertyDeclarationSyntax syntax, IPropertySymbol property, string why)
    {
        var line = syntax.Identifier.GetLocation().GetLineSpan();
        var span = syntax.Identifier.Span;
        var place = new SpecSpan(
            span.Start,
            span.Length,
            line.StartLinePosition.Line,
            line.StartLinePosition.Character,
            line.EndLinePosition.Line,
            line.EndLinePosition.Character);
        var arguments = new[] { property.Name, why }.ToEquatableArray();
        return new FieldResult(null, null, new SpecDiagnostic(SpecDiagnosticCatalogue.BadField, line.Path, place, arguments));
    }
}
