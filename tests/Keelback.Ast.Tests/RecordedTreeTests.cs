namespace Keelback.Ast.Tests;

/// <summary>Dumps and unparsed texts of the reference's own trees are the reference's.</summary>
public class RecordedTreeTests
{
    public static TheoryData<int> Indexes => RecordedTrees.Indexes;

    [Theory]
    [MemberData(nameof(Indexes))]
    public void Unparses_as_the_reference(int index)
    {
        var recorded = RecordedTrees.All[index];
        Assert.Equal(recorded.Texts["unparse"], AstUnparser.Unparse(recorded.Tree));
    }

    [Theory]
    [MemberData(nameof(Indexes))]
    public void Dumps_as_the_reference(int index)
    {
        var recorded = RecordedTrees.All[index];
        Equal("dump", new AstDumpOptions());
        Equal("dump_positional", new AstDumpOptions { AnnotateFields = false });
        Equal("dump_attributes", new AstDumpOptions { IncludeAttributes = true, ShowEmpty = true });
        Equal("dump_indented", new AstDumpOptions { Indent = "  " });
        Equal("dump_positional_indented", new AstDumpOptions { AnnotateFields = false, Indent = "\t", ShowEmpty = true });

        void Equal(string name, AstDumpOptions options) =>
            Assert.Equal(recorded.Texts[name], AstDump.Dump(recorded.Tree, options));
    }

    [Fact]
    public void Every_class_of_node_occurs()
    {
        var found = new HashSet<NodeKind>();
        foreach (var recorded in RecordedTrees.All)
            new KindCollector(found).Walk(recorded.Tree);
        Assert.Empty(Enum.GetValues<NodeKind>().Except(found));
    }

    [Theory]
    [MemberData(nameof(Indexes))]
    public void Trees_of_the_reference_are_valid(int index) =>
        Assert.Empty(AstValidator.Validate(RecordedTrees.All[index].Tree));

    private sealed class KindCollector(HashSet<NodeKind> found) : AstWalker
    {
        protected override bool Enter(AstNode node)
        {
            found.Add(node.NodeKind);
            return true;
        }
    }
}
