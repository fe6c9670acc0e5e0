using Keelback.Text;

namespace Keelback.Ast.Tests;

/// <summary>Nodes by place, parents and scopes, on a recorded tree.</summary>
public class NavigationTests
{
    // The source begins: @decorator / @other(1) / def f(a, b: int, /, c: str = '', *args: tuple, ...
    private static readonly RecordedTree s_functions =
        RecordedTrees.All.Single(recorded => recorded.Source.StartsWith("@decorator\n@other(1)", StringComparison.Ordinal));

    private static readonly RecordedTree s_comprehensions =
        RecordedTrees.All.Single(recorded => recorded.Source.StartsWith("[x for x in y if x", StringComparison.Ordinal));

    [Theory]
    [InlineData(1, 3, "Name(id='decorator', ctx=Load())")]
    [InlineData(2, 7, "Constant(value=1)")]
    [InlineData(3, 6, "arg(arg='a')")]
    [InlineData(3, 12, "Name(id='int', ctx=Load())")]
    public void The_innermost_node_at_a_place(int line, int column, string dump) =>
        Assert.Equal(dump, AstDump.Dump(s_functions.Tree.FindNodeAt(line, column)!));

    [Fact]
    public void A_place_outside_all_nodes_has_none()
    {
        Assert.Null(s_functions.Tree.FindNodeAt(4000, 0));
        Assert.IsType<FunctionDefStmt>(s_functions.Tree.FindNodeAt(3, 0));
    }

    [Fact]
    public void Parents_lead_to_the_root()
    {
        var parents = new AstParents(s_functions.Tree);
        var annotation = s_functions.Tree.FindNodeAt(3, 12)!;
        Assert.Equal(
            [NodeKind.Arg, NodeKind.Arguments, NodeKind.FunctionDefStmt, NodeKind.Module],
            parents.GetAncestors(annotation).Select(node => node.NodeKind));
        Assert.Null(parents.GetParent(s_functions.Tree));
    }

    [Fact]
    public void Decorators_and_parameters_are_in_the_scope_around()
    {
        var parents = new AstParents(s_functions.Tree);
        var function = (FunctionDefStmt)((Module)s_functions.Tree).Body[0];
        Assert.Same(s_functions.Tree, parents.GetEnclosingScope(function.DecoratorList[0]));
        Assert.Same(s_functions.Tree, parents.GetEnclosingScope(function.Args.Defaults[0]));
        Assert.Same(s_functions.Tree, parents.GetEnclosingScope(function));
        Assert.Same(function, parents.GetEnclosingScope(function.Body[0]));
    }

    [Fact]
    public void The_first_iterable_is_outside_the_comprehension()
    {
        var parents = new AstParents(s_comprehensions.Tree);
        var list = (ListCompExpr)((ExprStmt)((Module)s_comprehensions.Tree).Body[0]).Value;
        Assert.Same(s_comprehensions.Tree, parents.GetEnclosingScope(list.Generators[0].Iter));
        Assert.Same(list, parents.GetEnclosingScope(list.Generators[0].Target));
        Assert.Same(list, parents.GetEnclosingScope(list.Generators[1].Iter));
        Assert.Same(list, parents.GetEnclosingScope(list.Elt));
    }
}
