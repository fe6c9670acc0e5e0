using System.Linq;
using Keelback.Generators.Shared;
using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Opcodes;

/// <summary>
/// Turns spec/opcodes/*.op.yaml and operands.yaml into the Opcode enum, the enums of opargs and the metadata tables of
/// Keelback.Bytecode ("Opcodes").
/// </summary>
[Generator(LanguageNames.CSharp)]
internal sealed class OpcodeGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var pipeline = OpcodePipeline.Create(context);
        var wants = SpecFiles.Wants(context, "Opcodes");

        context.RegisterSourceOutput(pipeline.Files.Combine(wants), (output, pair) =>
            Report(output, pair.Right, pair.Left.Result.Diagnostics));
        context.RegisterSourceOutput(pipeline.OperandFiles.Combine(wants), (output, pair) =>
            Report(output, pair.Right, pair.Left.Diagnostics));
        context.RegisterSourceOutput(pipeline.Build.Combine(wants), (output, pair) =>
            Report(output, pair.Right, pair.Left.Diagnostics));
        context.RegisterSourceOutput(pipeline.Set.Combine(wants), (output, pair) =>
        {
            if (pair.Right)
                Emit(output, pair.Left);
        });
    }

    private static void Emit(SourceProductionContext output, OpcodeSet set)
    {
        output.AddSource("Opcode.g.cs", OpcodeEnumEmitter.Emit(set));
        output.AddSource("Operands.g.cs", OperandEmitter.Emit(set));
        output.AddSource("OpcodeMetadata.Table.g.cs", OpcodeTableEmitter.Emit(set));
        output.AddSource("OpcodeMetadata.Stack.g.cs", StackEffectEmitter.Emit(set));
    }

    private static void Report(SourceProductionContext output, bool wanted, EquatableArray<SpecDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics.Where(_ => wanted))
            output.ReportDiagnostic(diagnostic.ToDiagnostic());
    }
}
