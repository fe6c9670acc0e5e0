using Keelback.Generators.Shared;
using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Exceptions;

/// <summary>exceptions.yaml and warnings.yaml -> type objects, C# classes, the factories of Raise, warning filters.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ExceptionGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var exceptions = SpecFiles.OfKind(context, ExceptionParser.FileName, StepNames.ExceptionFiles)
            .Select((file, _) => ExceptionParser.Parse(file))
            .WithTrackingName(StepNames.ExceptionParse);
        var warnings = SpecFiles.OfKind(context, ExceptionParser.WarningsFileName, StepNames.WarningFiles)
            .Select((file, _) => ExceptionParser.ParseWarnings(file))
            .WithTrackingName(StepNames.WarningParse);
        var tree = exceptions.Collect().Combine(warnings.Collect())
            .Select((pair, _) => ExceptionTreeBuilder.Build([.. pair.Left, .. pair.Right]))
            .WithTrackingName(StepNames.ExceptionTree);

        var wanted = SpecFiles.Wants(context, "Exceptions");
        context.RegisterSourceOutput(exceptions.Combine(wanted), static (output, pair) => Report(output, pair.Right, pair.Left.Diagnostics));
        context.RegisterSourceOutput(warnings.Combine(wanted), static (output, pair) => Report(output, pair.Right, pair.Left.Diagnostics));
        context.RegisterSourceOutput(tree.Combine(wanted), static (output, pair) =>
        {
            Report(output, pair.Right, pair.Left.Diagnostics);
            if (pair.Right)
                Emit(output, pair.Left);
        });
    }

    private static void Emit(SourceProductionContext output, ExceptionTree tree)
    {
        output.AddSource("ExceptionTypes.g.cs", ExceptionTypesEmitter.Emit(tree));
        output.AddSource("Raise.g.cs", RaiseEmitter.Emit(tree));
        output.AddSource("WarningCategories.g.cs", WarningCategoriesEmitter.Emit(tree));
        foreach (var exception in tree.Exceptions)
        {
            if (exception.CSharp.Length > 0)
                output.AddSource($"Exception.{exception.Name}.g.cs", ExceptionClassEmitter.Emit(tree, exception));
        }
    }

    private static void Report(SourceProductionContext output, bool wanted, EquatableArray<SpecDiagnostic> diagnostics)
    {
        if (!wanted)
            return;
        foreach (var diagnostic in diagnostics)
            output.ReportDiagnostic(diagnostic.ToDiagnostic());
    }
}
