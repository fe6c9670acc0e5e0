using Keelback.Generators.Ast;
using Keelback.Testing;

namespace Keelback.Generators.Tests.Ast;

/// <summary>What the tree's generator makes of the real specs and of overlays.</summary>
public sealed class AstGeneratorTests
{
    [Fact]
    public void RealSpecs()
    {
        var run = Real().Run();
        run.AssertClean();
        foreach (var (name, text) in run.Sources)
            Snapshot.Match(text, name);
    }

    [Fact]
    public void Steps_are_cached() => Real().AssertIncremental();

    [Fact]
    public void Nothing_is_written_for_a_project_that_asks_for_nothing() =>
        Assert.Empty(new GeneratorHarness(new AstGenerator(), "").WithSpecs("ast", ".ast.yaml").Run().Sources);

    [Fact]
    public void An_overlay_operator_is_a_member_with_its_spelling()
    {
        const string Pipe = """
            Pipe:
              kind: binary
              token: PIPE
              text: "|>"
              precedence: 45
              associativity: left
              oparg: { name: NB_PIPE, value: 27 }
              doc: The value piped into a function.
            """;
        var run = Real().WithFile("variants/piped/spec/operators.yaml", Pipe, "piped").Run();
        run.AssertClean();
        Assert.Contains("    Pipe,", run.Sources["AstEnums.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Operator.Pipe => \"|>\",", run.Sources["OperatorSpelling.g.cs"], StringComparison.Ordinal);
        Assert.Contains("LoosestBinary = 45;", run.Sources["OperatorSpelling.g.cs"], StringComparison.Ordinal);
        Assert.Contains("new(\"Pipe\", \"operator\", AstTypeRole.Member", run.Sources["AstMetadata.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlay_node_is_one_entry()
    {
        const string Unless = """
            Unless:
              group: stmt
              doc: An if statement the other way round.
              fields:
                test: expr
                body: stmt+
            """;
        var run = Real().WithFile("variants/v/spec/unless.ast.yaml", Unless, "v").Run();
        run.AssertClean();
        Assert.Contains("public sealed partial class UnlessStmt : Stmt", run.Sources["Ast.Stmt.g.cs"], StringComparison.Ordinal);
        Assert.Contains("VisitUnlessStmt", run.Sources["AstVisitor.g.cs"], StringComparison.Ordinal);
        Assert.Contains("VisitUnlessStmt", run.Sources["AstRewriter.g.cs"], StringComparison.Ordinal);
        Assert.Contains("NodeKind.UnlessStmt => new UnlessStmt(", run.Sources["AstFactory.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlay_removes_a_node()
    {
        var run = Real().WithFile("variants/v/spec/less.ast.yaml", "Lambda: ~\n", "v").Run();
        run.AssertClean();
        Assert.DoesNotContain("LambdaExpr", run.AllSources, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sum_of_one_node_has_no_class_of_its_own()
    {
        var run = Real().Run();
        Assert.Contains("public sealed partial class ExceptHandler : AstNode", run.Sources["Ast.ExceptHandler.g.cs"], StringComparison.Ordinal);
        Assert.Contains("ImmutableArray<ExceptHandler> Handlers", run.Sources["Ast.Stmt.g.cs"], StringComparison.Ordinal);
    }

    private static GeneratorHarness Real() => new GeneratorHarness(new AstGenerator(), "Ast")
        .WithSpecs("ast", ".ast.yaml")
        .WithSpec("tokens.yaml")
        .WithSpec("operators.yaml");
}
