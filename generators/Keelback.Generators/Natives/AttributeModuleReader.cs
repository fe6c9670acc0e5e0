using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;
using Keelback.Generators.Signatures;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Keelback.Generators.Natives;

/// <summary>Reads a class with [PyModule].</summary>
internal static class AttributeModuleReader
{
    public static NativeResult<NativeModuleModel> Read(GeneratorAttributeSyntaxContext context)
    {
        var bag = new AttributeBag();
        var type = (INamedTypeSymbol)context.TargetSymbol;
        if (!bag.CheckClass(type, context.TargetNode))
            return new(null, bag.ToEquatableArray());

        var attribute = context.Attributes[0];
        var names = new HashSet<string>();
        var functions = new List<NativeFunctionModel>();
        var constants = new List<NativeConstantModel>();
        foreach (var member in type.GetMembers())
        {
            foreach (var function in AttributeBag.Find(member, "PyFunctionAttribute"))
            {
                if (new AttributeFunctionReader(bag, (IMethodSymbol)member, function, NativeKind.Function).Read() is { } model
                    && IsNew(model.PythonName, function))
                {
                    functions.Add(model);
                }
            }

            foreach (var constant in AttributeBag.Find(member, "PyConstantAttribute"))
            {
                if (Constant(bag, member, AttributeBag.Text(constant)) is { } model && IsNew(model.PythonName, constant))
                    constants.Add(model);
            }
        }

        var module = new NativeModuleModel(
            AttributeBag.Text(attribute),
            type.ContainingNamespace.ToDisplayString(),
            type.Name,
            AttributeBag.Named(attribute, "Doc"),
            Initialize(type),
            functions.ToEquatableArray(),
            constants.ToEquatableArray());
        return new(module, bag.ToEquatableArray());

        bool IsNew(string name, AttributeData place)
        {
            if (names.Add(name))
                return true;
            bag.Report(
                SpecDiagnosticCatalogue.DuplicateNative, SourcePlace.OfText(place, 0, name.Length), type.Name, name);
            return false;
        }
    }

    private static NativeConstantModel? Constant(AttributeBag bag, ISymbol member, string name)
    {
        var type = member switch
        {
            IFieldSymbol { IsStatic: true } field => field.Type,
            IPropertySymbol { IsStatic: true } property => property.Type,
            _ => null,
        };
        if (type is null)
        {
            bag.Report(SpecDiagnosticCatalogue.BadDeclaration, SourcePlace.Of(member), member.Name, "static");
            return null;
        }

        if (CSharpTypeNames.ConverterOf(type) is { Kind: not ConverterKind.Void } converter)
            return new(name, ConversionExpressions.ToPython(converter, member.Name));
        bag.Report(SpecDiagnosticCatalogue.UnsupportedType, SourcePlace.Of(member), CSharpTypeNames.Of(type), member.Name);
        return null;
    }

    // The hook may be written as a partial method, whose other half is then generated, or as any method.
    private static InitializeHook Initialize(INamedTypeSymbol type)
    {
        var declarations = type.GetMembers("Initialize").OfType<IMethodSymbol>()
            .SelectMany(method => method.DeclaringSyntaxReferences);
        foreach (var declaration in declarations)
        {
            if (declaration.GetSyntax() is MethodDeclarationSyntax method)
            {
                return method.Modifiers.Any(modifier => modifier.ValueText == "partial")
                    ? InitializeHook.PartialMethod
                    : InitializeHook.Method;
            }
        }

        return InitializeHook.None;
    }
}
