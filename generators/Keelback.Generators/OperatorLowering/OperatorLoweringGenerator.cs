using System.Linq;
using Keelback.Generators.Shared;
using Keelback.Generators.Tokens;
using Microsoft.CodeAnalysis;

namespace Keelback.Generators.OperatorLowering;

/// <summary>
/// Turns operators.yaml into the compiler's table from binary operators to instructions ("OperatorLowering"). Mistakes
/// in the file are reported where the tokens are generated.
/// </summary>
[Generator(LanguageNames.CSharp)]
internal sealed class OperatorLoweringGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var operators = SpecFiles.OfKind(context, OperatorParser.FileName, StepNames.LoweringFiles)
            .Select((file, _) => OperatorParser.Parse(file))
            .Collect()
            .Select((files, _) => OperatorLoweringModel.From(SpecEntries.Merge(files).Models))
            .WithTrackingName(StepNames.LoweringTable);
        context.RegisterSourceOutput(
            operators.Combine(SpecFiles.Wants(context, "OperatorLowering")),
            (output, pair) =>
            {
                if (pair.Right && pair.Left.Count > 0)
                    output.AddSource("OperatorLowering.g.cs", OperatorLoweringEmitter.Emit(pair.Left));
            });
    }
}
