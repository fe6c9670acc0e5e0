using Keelback.Ast;
using Keelback.Text;

namespace Keelback.Parser.Tests;

public sealed class TreeTests
{
    private static readonly Dictionary<string, int> s_characterNames = new() { ["SPACE"] = ' ' };

    public static TheoryData<string> Snippets => [.. Recorded.Snippets];

    internal static ParserOptions OptionsFor(string snippet) => new()
    {
        TypeComments = snippet == "typecomments",
        CharacterNames = name => s_characterNames.TryGetValue(name, out var point) ? point : null,
    };

    [Theory]
    [MemberData(nameof(Snippets))]
    public void Statements_have_the_trees_and_places_of_the_reference(string snippet)
    {
        var result = PythonParser.Parse(new SourceText(Recorded.Snippet(snippet)), OptionsFor(snippet));
        Assert.Null(result.Error);
        var module = (Module)result.Tree!;
        var options = new AstDumpOptions { IncludeAttributes = true };
        var dumps = module.Body.Concat<AstNode>(module.TypeIgnores).Select(node => AstDump.Dump(node, options)).ToArray();
        var expected = Recorded.Trees(snippet);
        for (var i = 0; i < Math.Min(expected.Length, dumps.Length); i++)
            Assert.Equal(expected[i], dumps[i]);
        Assert.Equal(expected.Length, dumps.Length);
    }

    [Fact]
    public void Modes_give_their_own_roots()
    {
        Assert.Equal("Expression(body=Name(id='x', ctx=Load()))", Dump("x\n", ParserMode.Eval));
        Assert.Equal("Interactive(body=[Expr(value=Name(id='x', ctx=Load()))])", Dump("x", ParserMode.Single));
        Assert.Equal(
            "Interactive(body=[If(test=Name(id='x', ctx=Load()), body=[Pass()])])", Dump("if x:\n pass\n", ParserMode.Single));
        Assert.Equal(
            "FunctionType(argtypes=[Name(id='a', ctx=Load()), Name(id='b', ctx=Load()), Name(id='c', ctx=Load())], "
            + "returns=Name(id='d', ctx=Load()))",
            Dump("(a, *b, **c) -> d", ParserMode.FuncType));
        Assert.Equal("FunctionType(returns=Name(id='d', ctx=Load()))", Dump("() -> d", ParserMode.FuncType));
        Assert.Equal("Module()", Dump("", ParserMode.Exec));
    }

    private static string Dump(string text, ParserMode mode)
    {
        var result = PythonParser.Parse(new SourceText(text), new ParserOptions { Mode = mode });
        Assert.Null(result.Error);
        return AstDump.Dump(result.Tree!);
    }
}
