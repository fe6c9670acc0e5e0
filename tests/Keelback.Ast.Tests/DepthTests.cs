using Keelback.Text;

namespace Keelback.Ast.Tests;

/// <summary>Trees deeper than the stack end in an exception that can be caught, or in no exception at all.</summary>
public class DepthTests
{
    private const int Depth = 100_000;
    private static readonly SourceSpan s_span = new(1, 0, 1, 1);

    [Fact]
    public void Long_sums_are_unparsed() =>
        Assert.Equal("a" + string.Concat(Enumerable.Repeat(" + a", Depth)), AstUnparser.Unparse(LeftSum()));

    [Fact]
    public void Deep_trees_are_compared_walked_and_searched()
    {
        var tree = Negations();
        Assert.True(tree.StructurallyEquals(Negations()));
        Assert.Equal(Depth + 1, new Counter().Count(tree));
        Assert.IsType<NameExpr>(tree.FindNodeAt(1, 0));
        Assert.Same(tree, new AstParents(tree).GetAncestors(tree.FindNodeAt(1, 0)!).Last());
        Assert.Empty(AstValidator.Validate(tree));
    }

    [Fact]
    public void What_recurses_ends_in_an_exception()
    {
        var tree = Negations();
        Assert.Throws<InsufficientExecutionStackException>(() => AstUnparser.Unparse(tree));
        Assert.Throws<InsufficientExecutionStackException>(() => AstDump.Dump(tree));
        Assert.Throws<InsufficientExecutionStackException>(() => AstJson.Write(tree));
        Assert.Throws<InsufficientExecutionStackException>(() => new Unchanged().Visit(tree));
    }

    private static Expr LeftSum()
    {
        Expr tree = new NameExpr("a", ExprContext.Load, s_span);
        var right = tree;
        for (var i = 0; i < Depth; i++)
            tree = new BinOpExpr(tree, Operator.Add, right, s_span);
        return tree;
    }

    private static Expr Negations()
    {
        Expr tree = new NameExpr("a", ExprContext.Load, s_span);
        for (var i = 0; i < Depth; i++)
            tree = new UnaryOpExpr(UnaryOperator.USub, tree, s_span);
        return tree;
    }

    private sealed class Unchanged : AstRewriter;

    private sealed class Counter : AstWalker
    {
        private int _entered;
        private int _left;

        public int Count(AstNode root)
        {
            Walk(root);
            Assert.Equal(_entered, _left);
            return _entered;
        }

        protected override bool Enter(AstNode node)
        {
            _entered++;
            return true;
        }

        protected override void Leave(AstNode node) => _left++;
    }
}
