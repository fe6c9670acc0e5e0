using Keelback.Generators.Shared;
using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Tokens;

/// <summary>
/// Turns tokens.yaml and operators.yaml into TokenKind, its facts and the lexer's matchers ("Tokens"), and into the
/// parser's precedence table ("OperatorPrecedence").
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class TokenGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var tokens = SpecFiles.OfKind(context, TokenParser.FileName, StepNames.TokenFiles)
            .Select((file, _) => TokenParser.Parse(file))
            .WithTrackingName(StepNames.TokenParse);
        var operators = SpecFiles.OfKind(context, OperatorParser.FileName, StepNames.OperatorFiles)
            .Select((file, _) => OperatorParser.Parse(file))
            .WithTrackingName(StepNames.OperatorParse);
        var table = tokens.Collect().Combine(operators.Collect())
            .Select((pair, _) => TokenTableBuilder.Build(pair.Left, pair.Right))
            .WithTrackingName(StepNames.TokenTable);

        var wantsTokens = SpecFiles.Wants(context, "Tokens");
        context.RegisterSourceOutput(tokens.Combine(wantsTokens), (output, pair) => Report(output, pair.Right, pair.Left.Diagnostics));
        context.RegisterSourceOutput(operators.Combine(wantsTokens), (output, pair) => Report(output, pair.Right, pair.Left.Diagnostics));
        context.RegisterSourceOutput(table.Combine(wantsTokens), (output, pair) =>
        {
            Report(output, pair.Right, pair.Left.Diagnostics);
            if (pair.Right)
                EmitTokens(output, pair.Left);
        });
        context.RegisterSourceOutput(table.Combine(SpecFiles.Wants(context, "OperatorPrecedence")), (output, pair) =>
        {
            if (pair.Right)
                output.AddSource("OperatorPrecedence.g.cs", OperatorPrecedenceEmitter.Emit(pair.Left));
        });
    }

    private static void EmitTokens(SourceProductionContext output, TokenTable table)
    {
        output.AddSource("TokenKind.g.cs", TokenKindEmitter.Emit(table));
        output.AddSource("TokenFacts.g.cs", TokenFactsEmitter.Emit(table));
        output.AddSource("OperatorMatcher.g.cs", OperatorMatcherEmitter.Emit(table));
        output.AddSource("KeywordMatcher.g.cs", KeywordMatcherEmitter.Emit(table));
    }

    // One project reports, so that a mistake shows once.
    private static void Report(SourceProductionContext output, bool wanted, EquatableArray<SpecDiagnostic> diagnostics)
    {
        if (!wanted)
            return;
        foreach (var diagnostic in diagnostics)
            output.ReportDiagnostic(diagnostic.ToDiagnostic());
    }
}
