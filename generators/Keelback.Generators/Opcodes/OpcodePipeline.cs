using System.Linq;
using Keelback.Generators.Shared;
using Keelback.Generators.Tokens;
using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Opcodes;

/// <summary>
/// The steps from spec files to an <see cref="OpcodeSet"/>, shared by the generators that work from it. A project that
/// uses them lists opcodes/*.op.yaml, operands.yaml, operators.yaml and tokens.yaml.
/// </summary>
internal sealed class OpcodePipeline
{
    private OpcodePipeline(IncrementalGeneratorInitializationContext context)
    {
        Files = SpecFiles.OfKind(context, "op.yaml", StepNames.OpcodeFiles)
            .Select((file, _) => OpcodeParser.Parse(file))
            .WithTrackingName(StepNames.OpcodeParse);
        OperandFiles = SpecFiles.OfKind(context, OperandParser.FileName, StepNames.OperandFiles)
            .Select((file, _) => OperandParser.Parse(file))
            .WithTrackingName(StepNames.OperandParse);
        var tokens = SpecFiles.OfKind(context, TokenParser.FileName, StepNames.TokenFiles)
            .Select((file, _) => TokenParser.Parse(file));
        var operators = SpecFiles.OfKind(context, OperatorParser.FileName, StepNames.OperatorFiles)
            .Select((file, _) => OperatorParser.Parse(file));
        var table = tokens.Collect().Combine(operators.Collect())
            .Select((pair, _) => (
                Table: TokenTableBuilder.Build(pair.Left, pair.Right),
                HasOverlay: pair.Right.Any(file => file.File.IsOverlay)))
            .WithTrackingName(StepNames.OpcodeOperators);
        Build = Files.Collect().Combine(OperandFiles.Collect()).Combine(table)
            .Select((all, _) => OpcodeSetBuilder.Build(all.Left.Left, all.Left.Right, all.Right.Table, all.Right.HasOverlay))
            .WithTrackingName(StepNames.OpcodeBuild);
        Set = Build.Select((build, _) => build.Set).WithTrackingName(StepNames.OpcodeSet);
    }

    /// <summary>Each *.op.yaml file by itself, with its entries' places.</summary>
    public IncrementalValuesProvider<OpcodeFile> Files { get; }

    public IncrementalValuesProvider<FileResult<OperandModel>> OperandFiles { get; }

    public IncrementalValueProvider<OpcodeBuild> Build { get; }

    /// <summary>The merged set, without the diagnostics: it stays the same where entries only move.</summary>
    public IncrementalValueProvider<OpcodeSet> Set { get; }

    public static OpcodePipeline Create(IncrementalGeneratorInitializationContext context) => new(context);
}
