using Keelback.Generators.Ast;

namespace Keelback.Generators.Tests.Ast;

/// <summary>Each mistake in a *.ast.yaml file is reported at its place, and its neighbours are generated all the same.</summary>
public sealed class AstDiagnosticTests
{
    private const string Sum = """
        expr: { kind: sum, suffix: Expr, located: true, doc: An expression. }
        Name:
          group: expr
          doc: A name.
          fields: { id: identifier }
        Dots: { group: expr, doc: Three dots. }

        """;

    private const string Context = """
        expr_context: { kind: enum, doc: A context., members: { Load: Read., Store: Written. } }

        """;

    [Fact]
    public void KB0201_unknown_field_type()
    {
        var run = Run(Sum + "Call: { group: expr, doc: A call., fields: { func: exprs, args: expr* } }");
        run.AssertReports("KB0201", 7, 52, "The field 'func' of 'Call' has the unknown type 'exprs'; did you mean 'expr'?");
        Assert.Contains("ImmutableArray<Expr> Args", run.Sources["Ast.Expr.g.cs"], StringComparison.Ordinal);
        Assert.Contains("class NameExpr", run.Sources["Ast.Expr.g.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void KB0202_duplicate_field() => Run(Sum + "Call: { group: expr, doc: A call., fields: { func: expr, func: expr } }")
        .AssertReports("KB0202", 7, 58, "'Call' has the field 'func' twice");

    [Fact]
    public void KB0202_duplicate_member() => Run(Sum + "mood: { kind: enum, doc: A mood., members: { Bad: Not good., Bad: Worse. } }")
        .AssertReports("KB0202", 7, 62, "'mood' has the field 'Bad' twice");

    [Fact]
    public void KB0203_unknown_group()
    {
        var run = Run(Sum + "Call: { group: exprs, doc: A call. }");
        run.AssertReports("KB0203", 7, 16, "'Call' belongs to 'exprs', which is not a sum; did you mean 'expr'?");
        Assert.Contains("class NameExpr", run.Sources["Ast.Expr.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expr**")]
    [InlineData("expr*?")]
    [InlineData("'[expr]'")]
    [InlineData("''")]
    [InlineData("expr list")]
    public void KB0204_bad_field_type(string type) =>
        Run(Sum + $"Call: {{ group: expr, doc: A call., fields: {{ func: {type} }} }}").AssertReports("KB0204", 7, 52, "the type of 'func' in 'Call'");

    [Fact]
    public void KB0205_unknown_context() =>
        Run(Sum + Context + "Call:\n  group: expr\n  doc: A call.\n  fields:\n    func: expr[Stor]")
            .AssertReports("KB0205", 12, 11, "The context 'Stor' of 'func' in 'Call' is neither a member of expr_context nor a field of that type; did you mean 'Store'?");

    [Fact]
    public void A_context_may_be_a_field() =>
        Run(Sum + Context + "Star:\n  group: expr\n  doc: A star.\n  fields:\n    value: expr[how]\n    how: expr_context").AssertClean();

    [Theory]
    [InlineData("{ type: identifier, csharp: CallExpr }", "is the name of its class")]
    [InlineData("{ type: identifier, csharp: Span }", "every node has already")]
    [InlineData("{ type: identifier, csharp: Other }", "another field is already")]
    public void KB0206_field_name_clash(string field, string reason) =>
        Run(Sum + $"Call:\n  group: expr\n  doc: A call.\n  fields:\n    other: int\n    func: {field}")
            .AssertReports("KB0206", 12, 5, reason);

    [Fact]
    public void KB0207_endless_node() => Run(Sum + "pair: { kind: product, doc: A pair., fields: { left: pair, right: expr } }")
        .AssertReports("KB0207", 7, 1, "Every 'pair' must hold another one (through 'pair')");

    [Fact]
    public void A_sum_with_a_leaf_is_not_endless() =>
        Run(Sum + "Pair: { group: expr, doc: A pair., fields: { left: expr, right: expr } }").AssertClean();

    [Fact]
    public void KB0208_unknown_kind() => Run(Sum + "pair: { kind: produkt, doc: A pair., fields: { left: expr } }")
        .AssertReports("KB0208", 7, 15, "'pair' has the kind 'produkt', which is none of sum, product and enum; did you mean 'product'?");

    [Fact]
    public void KB0209_empty_sum() => Run(Sum + "stmt: { kind: sum, doc: A statement. }")
        .AssertReports("KB0209", 7, 1, "No node belongs to the sum 'stmt'");

    [Fact]
    public void KB0210_class_name_clash() => Run(Sum + "nameExpr: { kind: product, csharp: NameExpr, doc: A pair. }")
        .AssertReports("KB0210", 7, 1, "'Name' and 'nameExpr' would both be the C# type 'NameExpr'");

    [Fact]
    public void Two_overlays_of_one_node_are_a_conflict()
    {
        const string Name = "Name: { group: expr, doc: A name., fields: { id: identifier } }";
        var run = new GeneratorHarness(new AstGenerator(), "Ast")
            .WithFile("spec/ast/test.ast.yaml", Sum)
            .WithFile("a/one.ast.yaml", Name, "v")
            .WithFile("a/two.ast.yaml", Name, "v")
            .Run();
        run.AssertReports("KB0008", 1, 1, "a/one.ast.yaml(1)");
    }

    [Fact]
    public void Keys_of_another_kind_are_unknown() =>
        Run(Sum + "Call: { group: expr, doc: A call., members: { A: b } }").AssertReports("KB0002", 7, 36, "'members'");

    private static GeneratorRun Run(string text) =>
        new GeneratorHarness(new AstGenerator(), "Ast").WithFile("spec/ast/test.ast.yaml", text).Run();
}
