using System.Linq;
using Keelback.Generators.Shared;
using Keelback.Generators.Tokens;
using Microsoft.CodeAnalysis;

namespace Keelback.Generators.Ast;

/// <summary>
/// Turns spec/ast/*.ast.yaml, and the operators of operators.yaml, into the node classes, visitors, rewriter, enums and
/// metadata of Keelback.Ast: one file per group of nodes, and one for each table over all of them.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class AstGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var parsed = SpecFiles.OfKind(context, "ast.yaml", StepNames.AstFiles)
            .Select((file, _) => AstSpecParser.Parse(file))
            .WithTrackingName(StepNames.AstParse);
        var tokens = SpecFiles.OfKind(context, TokenParser.FileName, StepNames.TokenFiles)
            .Select((file, _) => TokenParser.Parse(file));
        var operators = SpecFiles.OfKind(context, OperatorParser.FileName, StepNames.OperatorFiles)
            .Select((file, _) => OperatorParser.Parse(file));
        var spellings = tokens.Collect().Combine(operators.Collect())
            .Select((pair, _) => AstOperatorReader.Read(TokenTableBuilder.Build(pair.Left, pair.Right)))
            .WithTrackingName(StepNames.AstOperators);
        var resolution = parsed.Collect().Combine(spellings)
            .Select((pair, _) => AstModelBuilder.Build(pair.Left, pair.Right))
            .WithTrackingName(StepNames.AstResolve);
        var wants = SpecFiles.Wants(context, "Ast");
        var model = resolution.Combine(wants)
            .Select((pair, _) => pair.Right ? pair.Left.Model : new AstModel([], [], []))
            .WithTrackingName(StepNames.AstModel);
        var groups = model.SelectMany((whole, _) => whole.Groups).WithTrackingName(StepNames.AstGroups);

        context.RegisterSourceOutput(parsed.Combine(wants), (output, pair) => Report(output, pair.Right, pair.Left.Diagnostics));
        context.RegisterSourceOutput(
            resolution.Combine(wants), (output, pair) => Report(output, pair.Right, pair.Left.Diagnostics));
        context.RegisterSourceOutput(groups, (output, group) =>
            output.AddSource($"Ast.{group.FileName}.g.cs", NodeEmitter.Emit(group)));
        context.RegisterSourceOutput(model, (output, whole) => EmitTables(output, whole));
    }

    private static void EmitTables(SourceProductionContext output, AstModel model)
    {
        if (model.Groups.Count == 0)
            return;
        output.AddSource("AstEnums.g.cs", AstEnumEmitter.Emit(model));
        output.AddSource("OperatorSpelling.g.cs", OperatorSpellingEmitter.Emit(model));
        output.AddSource("AstVisitor.g.cs", AstVisitorEmitter.Emit(model));
        output.AddSource("AstRewriter.g.cs", AstRewriterEmitter.Emit(model));
        output.AddSource("AstFactory.g.cs", AstFactoryEmitter.Emit(model));
        output.AddSource("AstMetadata.g.cs", AstMetadataEmitter.Emit(model));
    }

    private static void Report(SourceProductionContext output, bool wants, EquatableArray<SpecDiagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics.Where(_ => wants))
            output.ReportDiagnostic(diagnostic.ToDiagnostic());
    }
}
