using System.Linq;
using Keelback.Generators.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Keelback.Generators.Fields;

/// <summary>[PyField] properties -> backing fields and traversal, one output per class.</summary>
[Generator]
public sealed class FieldGenerator : IIncrementalGenerator
{
    internal const string AttributeName = "Keelback.Vm.PyFieldAttribute";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var results = context.SyntaxProvider
            .ForAttributeWithMetadataName(AttributeName, static (node, _) => node is PropertyDeclarationSyntax, FieldReader.Read)
            .WithTrackingName(StepNames.FieldRead);

        var classes = results
            .Where(static result => result.Owner is not null)
            .Collect()
            .SelectMany(static (all, _) => all
                .GroupBy(result => result.Owner!)
                .Select(group => group.Key with { Fields = group.Select(result => result.Field!).ToEquatableArray() }))
            .WithTrackingName(StepNames.FieldClasses);

        context.RegisterSourceOutput(classes, static (output, model) => output.AddSource(model.HintName, FieldEmitter.Emit(model)));
        context.RegisterSourceOutput(
            results.Where(static result => result.Diagnostic is not null).Select(static (result, _) => result.Diagnostic!),
            static (output, diagnostic) => output.ReportDiagnostic(diagnostic.ToDiagnostic()));
    }
}
