using System.Linq;
using Keelback.Generators.Natives;
using Keelback.Generators.Shared;
using Keelback.Generators.Slots;
using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Types;

/// <summary>Turns spec/types/*.type.yaml into the generated parts of the built-in types' C# classes.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class TypeGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var wanted = SpecFiles.Wants(context, "Types");
        var parsed = SpecFiles.OfKind(context, "type.yaml", StepNames.TypeFiles)
            .Select((file, _) => SpecEntries.Parse<TypeSpec>(file, TypeReader.Read))
            .WithTrackingName(StepNames.TypeParse);
        var merged = parsed.Collect().Select((files, _) => SpecEntries.Merge(files));
        var links = merged.Select((spec, _) => TypeLinker.Links(spec)).WithTrackingName(StepNames.TypeBases);
        var slots = SlotPipeline.Table(context)
            .Select((table, _) => SlotNames.Of(table))
            .WithTrackingName(StepNames.TypeSlotNames);

        var linked = merged.SelectMany((spec, _) => spec.Models)
            .Combine(links)
            .Combine(slots)
            .Select((parts, _) => TypeLinker.Link(parts.Left.Left, parts.Left.Right, parts.Right))
            .WithTrackingName(StepNames.TypeModels);
        var diagnostics = parsed.SelectMany((file, _) => file.Diagnostics).Collect()
            .Combine(merged.Select((spec, _) => spec.Diagnostics))
            .Combine(linked.SelectMany((type, _) => type.Diagnostics).Collect())
            .Select((parts, _) => parts.Left.Left.Concat(parts.Left.Right).Concat(parts.Right).ToEquatableArray())
            .WithTrackingName(StepNames.TypeDiagnostics);

        context.RegisterSourceOutput(diagnostics.Combine(wanted), static (output, pair) =>
        {
            foreach (var diagnostic in pair.Right ? pair.Left : EquatableArray<SpecDiagnostic>.Empty)
                output.ReportDiagnostic(diagnostic.ToDiagnostic());
        });
        context.RegisterSourceOutput(links.Combine(wanted), static (output, pair) =>
        {
            if (pair.Right)
                output.AddSource("BuiltinTypes.g.cs", TypeListEmitter.Emit(pair.Left));
        });
        context.RegisterSourceOutput(linked.Select((type, _) => type.Model!).Combine(wanted), static (output, pair) =>
        {
            if (pair.Right)
                output.AddSource($"Type.{pair.Left.PythonName}.g.cs", TypeEmitter.Emit(pair.Left));
        });
    }
}
