using System.Linq;
using Keelback.Generators.Shared;
using Keelback.Generators.Slots;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Keelback.Generators.Natives;

/// <summary>Completes the C# classes that declare modules and types with attributes, and lists an assembly's modules.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class NativeGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var wanted = SpecFiles.Wants(context, "Natives");
        RegisterModules(context, wanted);
        RegisterTypes(context, wanted);
    }

    private static void RegisterModules(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<bool> wanted)
    {
        var read = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "Keelback.Vm.PyModuleAttribute",
                static (node, _) => node is ClassDeclarationSyntax,
                static (syntax, _) => AttributeModuleReader.Read(syntax))
            .WithTrackingName(StepNames.NativeModules);
        var models = read.Select((result, _) => result.Model).Where(model => model is not null).Select((model, _) => model!)
            .WithTrackingName(StepNames.NativeModuleModels);
        var diagnostics = read.SelectMany((result, _) => result.Diagnostics).WithTrackingName(StepNames.NativeModuleDiagnostics);

        context.RegisterSourceOutput(diagnostics.Combine(wanted), static (output, pair) => Report(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(models.Combine(wanted), static (output, pair) =>
        {
            if (pair.Right)
                output.AddSource($"Module.{pair.Left.PythonName}.g.cs", ModuleEmitter.Emit(pair.Left));
        });

        var @namespace = context.AnalyzerConfigOptionsProvider.Select((options, _) =>
            options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var name) && name.Length > 0 ? name : "Keelback.Vm");
        var entries = models.Select((model, _) => new ModuleEntry(model.PythonName, model.Namespace, model.CSharpName)).Collect();
        context.RegisterSourceOutput(entries.Combine(@namespace).Combine(wanted), static (output, parts) =>
        {
            if (parts.Right)
                output.AddSource("NativeModules.g.cs", ModuleEmitter.EmitList(parts.Left.Left, parts.Left.Right));
        });
    }

    private static void RegisterTypes(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<bool> wanted)
    {
        var slots = SlotPipeline.Table(context).Select((table, _) => SlotNames.Of(table)).WithTrackingName(StepNames.NativeSlotNames);
        var read = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                "Keelback.Vm.PyTypeAttribute",
                static (node, _) => node is ClassDeclarationSyntax,
                static (syntax, _) => AttributeTypeReader.Read(syntax))
            .WithTrackingName(StepNames.NativeTypes);
        var linked = read.Select((result, _) => result.Model).Where(model => model is not null)
            .Combine(slots)
            .Select((pair, _) => AttributeTypeReader.Link(pair.Left!, pair.Right))
            .WithTrackingName(StepNames.NativeTypeModels);
        var diagnostics = read.SelectMany((result, _) => result.Diagnostics).Collect()
            .Combine(linked.SelectMany((result, _) => result.Diagnostics).Collect())
            .SelectMany((pair, _) => pair.Left.Concat(pair.Right).ToEquatableArray())
            .WithTrackingName(StepNames.NativeTypeDiagnostics);

        context.RegisterSourceOutput(diagnostics.Combine(wanted), static (output, pair) => Report(output, pair.Left, pair.Right));
        context.RegisterSourceOutput(linked.Select((result, _) => result.Model!).Combine(wanted), static (output, pair) =>
        {
            var name = pair.Left.Module == "builtins" ? pair.Left.PythonName : $"{pair.Left.Module}.{pair.Left.PythonName}";
            if (pair.Right)
                output.AddSource($"Type.{name}.g.cs", TypeEmitter.Emit(pair.Left));
        });
    }

    private static void Report(SourceProductionContext output, SpecDiagnostic diagnostic, bool wanted)
    {
        if (wanted)
            output.ReportDiagnostic(diagnostic.ToDiagnostic());
    }
}
