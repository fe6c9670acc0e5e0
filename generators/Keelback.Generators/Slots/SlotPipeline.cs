using Keelback.Generators.Shared;
using Keelback.Generators.Tokens;
using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Slots;

/// <summary>Reads slots.yaml, operators.yaml and tokens.yaml into the table of slots, for every generator that needs it.</summary>
internal static class SlotPipeline
{
    public static IncrementalValuesProvider<FileResult<SlotModel>> Files(IncrementalGeneratorInitializationContext context) =>
        SpecFiles.OfKind(context, SlotParser.FileName, StepNames.SlotFiles)
            .Select((file, _) => SlotParser.Parse(file))
            .WithTrackingName(StepNames.SlotParse);

    public static IncrementalValueProvider<SlotTable> Table(
        IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<FileResult<SlotModel>> files)
    {
        var tokens = SpecFiles.OfKind(context, TokenParser.FileName, StepNames.TokenFiles)
            .Select((file, _) => TokenParser.Parse(file));
        var operators = SpecFiles.OfKind(context, OperatorParser.FileName, StepNames.OperatorFiles)
            .Select((file, _) => OperatorParser.Parse(file));
        return files.Collect().Combine(operators.Collect()).Combine(tokens.Collect())
            .Select((parts, _) => SlotTableBuilder.Build(
                parts.Left.Left, parts.Left.Right, TokenTableBuilder.Build(parts.Right, parts.Left.Right)))
            .WithTrackingName(StepNames.SlotTable);
    }

    /// <summary>The table alone, for generators of other kinds, which report nothing about it.</summary>
    public static IncrementalValueProvider<SlotTable> Table(IncrementalGeneratorInitializationContext context) =>
        Table(context, Files(context));
}
