using Keelback.Generators.Shared;
using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Slots;

/// <summary>slots.yaml and operators.yaml -> TypeSlots, wrappers and thunks between slots and special methods, Operators.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SlotGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = SlotPipeline.Files(context);
        var table = SlotPipeline.Table(context, files);
        var wanted = SpecFiles.Wants(context, "Slots");

        context.RegisterSourceOutput(files.Combine(wanted), static (output, pair) =>
            Report(output, pair.Right, pair.Left.Diagnostics));
        context.RegisterSourceOutput(table.Combine(wanted), static (output, pair) =>
        {
            Report(output, pair.Right, pair.Left.Diagnostics);
            if (pair.Right)
                Emit(output, pair.Left);
        });
    }

    private static void Emit(SourceProductionContext output, SlotTable table)
    {
        output.AddSource("TypeSlots.g.cs", TypeSlotsEmitter.Emit(table));
        output.AddSource("Dunders.g.cs", DundersEmitter.Emit(table));
        output.AddSource("SlotThunks.g.cs", SlotThunksEmitter.Emit(table));
        output.AddSource("SlotTable.g.cs", SlotTableEmitter.Emit(table));
        output.AddSource("Operators.Binary.g.cs", BinaryOperatorsEmitter.Emit(table));
    }

    private static void Report(SourceProductionContext output, bool wanted, EquatableArray<SpecDiagnostic> diagnostics)
    {
        if (!wanted)
            return;
        foreach (var diagnostic in diagnostics)
            output.ReportDiagnostic(diagnostic.ToDiagnostic());
    }
}
