using System.Collections.Immutable;
using System.Text.Json;
using Keelback.Text;

namespace Keelback.Ast.Tests;

/// <summary>Equality, update, visiting and rewriting of nodes.</summary>
public class AstNodeTests
{
    private static readonly SourceSpan s_span = new(1, 0, 1, 1);

    public static TheoryData<int> Indexes => RecordedTrees.Indexes;

    [Theory]
    [MemberData(nameof(Indexes))]
    public void A_tree_equals_its_copy_and_no_other(int index)
    {
        var tree = RecordedTrees.All[index].Tree;
        var copy = new Copier().Visit(tree)!;
        Assert.NotSame(tree, copy);
        Assert.True(tree.StructurallyEquals(copy, compareSpans: true));
        Assert.True(copy.StructurallyEquals(tree));
        for (var other = 0; other < RecordedTrees.All.Count; other++)
            Assert.Equal(other == index, tree.StructurallyEquals(RecordedTrees.All[other].Tree));
    }

    [Theory]
    [MemberData(nameof(Indexes))]
    public void A_rewriter_that_changes_nothing_gives_the_same_tree(int index)
    {
        var tree = RecordedTrees.All[index].Tree;
        Assert.Same(tree, new Unchanged().Visit(tree));
    }

    [Theory]
    [MemberData(nameof(Indexes))]
    public void The_factory_makes_every_node_from_its_fields(int index) => new Rebuilder().Walk(RecordedTrees.All[index].Tree);

    [Fact]
    public void Equality_sees_every_difference()
    {
        var sum = new BinOpExpr(Name("a"), Operator.Add, Name("b"), s_span);
        Assert.False(sum.StructurallyEquals(null));
        Assert.False(sum.StructurallyEquals(sum.Update(sum.Left, Operator.Sub, sum.Right)));
        Assert.False(sum.StructurallyEquals(sum.Update(sum.Right, Operator.Add, sum.Left)));
        Assert.True(sum.StructurallyEquals(sum.WithSpan(new SourceSpan(2, 0, 2, 1))));
        Assert.False(sum.StructurallyEquals(sum.WithSpan(new SourceSpan(2, 0, 2, 1)), compareSpans: true));
        var holes = new DictExpr([null, Name("a")], [Name("b"), Name("c")], s_span);
        Assert.False(holes.StructurallyEquals(new DictExpr([Name("a"), null], holes.Values, s_span)));
        Assert.False(new ReturnStmt(null, s_span).StructurallyEquals(new ReturnStmt(Name("a"), s_span)));
    }

    [Fact]
    public void Update_with_the_same_fields_is_the_node_itself()
    {
        var call = new CallExpr(Name("f"), [Name("a")], default, s_span);
        Assert.Same(call, call.Update(call.Func, call.Args, call.Keywords));
        Assert.Same(call, call.WithSpan(s_span));
        Assert.Empty(call.Keywords);
        var changed = call.Update(call.Func, [], call.Keywords);
        Assert.Empty(changed.Args);
        Assert.Equal(s_span, changed.Span);
    }

    [Fact]
    public void A_rewriter_shares_what_it_leaves()
    {
        var kept = new ExprStmt(Name("kept"), s_span);
        var tree = new Module([kept, new ExprStmt(Name("old"), s_span), new PassStmt(s_span)], []);
        var result = (Module)new Renamer().Visit(tree)!;
        Assert.Equal(2, result.Body.Length);
        Assert.Same(kept, result.Body[0]);
        Assert.Equal("new", ((NameExpr)((ExprStmt)result.Body[1]).Value).Id);
        Assert.Equal("old", ((NameExpr)((ExprStmt)tree.Body[1]).Value).Id);
    }

    [Fact]
    public void A_rewriter_cannot_take_away_what_is_needed() =>
        Assert.Throws<InvalidOperationException>(() => new Eraser().Visit(new ExprStmt(Name("a"), s_span)));

    [Fact]
    public void The_factory_refuses_wrong_values()
    {
        Assert.Throws<ArgumentException>(() => AstFactory.Create(NodeKind.NameExpr, ["a"], s_span));
        Assert.Throws<ArgumentException>(() => AstFactory.Create(NodeKind.NameExpr, [1, ExprContext.Load], s_span));
        Assert.Throws<ArgumentException>(() => AstFactory.Create(NodeKind.NameExpr, [null, ExprContext.Load], s_span));
        Assert.Throws<ArgumentException>(() => AstFactory.Create(NodeKind.TupleExpr, ["ab", ExprContext.Load], s_span));
        Assert.Throws<ArgumentException>(() => AstFactory.Create(NodeKind.TupleExpr, [new object?[] { null }, ExprContext.Load], s_span));
    }

    [Fact]
    public void Visitors_call_the_method_of_the_class()
    {
        Assert.Equal("NameExpr a", new Namer().Visit(Name("a")));
        Assert.Equal("PassStmt", new Namer().Visit(new PassStmt(s_span)));
    }

    [Theory]
    [MemberData(nameof(Indexes))]
    public void Json_is_well_formed(int index)
    {
        using var document = JsonDocument.Parse(AstJson.Write(RecordedTrees.All[index].Tree), new JsonDocumentOptions { MaxDepth = 500 });
        Assert.Equal(RecordedTrees.All[index].Tree.Info.Name, document.RootElement.GetProperty("_type").GetString());
    }

    [Fact]
    public void Json_of_a_tree()
    {
        var tree = new Module([new ExprStmt(new BinOpExpr(Name("a"), Operator.Add, new ConstantExpr(new Constant.Str("\ud800"), null, s_span), s_span), s_span)], []);
        const string Place = "\"lineno\":1,\"col_offset\":0,\"end_lineno\":1,\"end_col_offset\":1}";
        Assert.Equal(
            "{\"_type\":\"Module\",\"body\":[{\"_type\":\"Expr\",\"value\":{\"_type\":\"BinOp\","
            + "\"left\":{\"_type\":\"Name\",\"id\":\"a\",\"ctx\":\"Load\"," + Place + ",\"op\":\"Add\","
            + "\"right\":{\"_type\":\"Constant\",\"value\":{\"type\":\"str\",\"code_points\":[55296]},\"kind\":null," + Place + ","
            + Place + "," + Place + "],\"type_ignores\":[]}",
            AstJson.Write(tree));
    }

    private static NameExpr Name(string id) => new(id, ExprContext.Load, s_span);

    private sealed class Unchanged : AstRewriter;

    private sealed class Copier : AstRewriter
    {
        public override AstNode? Visit(AstNode node)
        {
            var changed = base.Visit(node)!;
            var fields = changed.Info.Fields.Select((_, i) => changed.GetField(i)).ToList();
            return AstFactory.Create(changed.NodeKind, fields, changed.Span);
        }
    }

    private sealed class Rebuilder : AstWalker
    {
        protected override bool Enter(AstNode node)
        {
            var fields = node.Info.Fields.Select((_, i) => node.GetField(i)).ToList();
            Assert.True(node.StructurallyEquals(AstFactory.Create(node.NodeKind, fields, node.Span), compareSpans: true));
            Assert.Throws<ArgumentOutOfRangeException>(() => node.GetField(fields.Count));
            return true;
        }
    }

    private sealed class Renamer : AstRewriter
    {
        public override AstNode? VisitNameExpr(NameExpr node) =>
            node.Id == "old" ? node.Update("new", node.Ctx) : node;

        public override AstNode? VisitPassStmt(PassStmt node) => null;
    }

    private sealed class Eraser : AstRewriter
    {
        public override AstNode? VisitNameExpr(NameExpr node) => null;
    }

    private sealed class Namer : AstVisitor<string>
    {
        public override string VisitNameExpr(NameExpr node) => $"NameExpr {node.Id}";

        protected override string DefaultVisit(AstNode node) => node.NodeKind.ToString();
    }
}
