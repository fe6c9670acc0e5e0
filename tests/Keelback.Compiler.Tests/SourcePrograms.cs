using Keelback.Ast;
using Keelback.Parser;
using Keelback.Testing;
using Keelback.Text;

namespace Keelback.Compiler.Tests;

/// <summary>The programs and recorded answers beside the tests, and the way from a source to a tree.</summary>
internal static class SourcePrograms
{
    /// <summary>The names of the programs, for theories.</summary>
    public static TheoryData<string> Names =>
        [.. Directory.GetFiles(PathOf("Programs", "sources"), "*.py").Select(path => Path.GetFileNameWithoutExtension(path)!).Order()];

    /// <summary>A path below this test project.</summary>
    public static string PathOf(params string[] parts) =>
        Repository.PathOf(["tests", "Keelback.Compiler.Tests", .. parts]);

    /// <summary>The tree of a program.</summary>
    public static Mod ParseProgram(string name) => Parse(File.ReadAllText(PathOf("Programs", "sources", name + ".py")), name + ".py");

    /// <summary>The tree of a text that has no syntax errors.</summary>
    public static Mod Parse(string source, string fileName = "snippet", ParserMode mode = ParserMode.Exec)
    {
        var result = PythonParser.Parse(new SourceText(source, fileName), new ParserOptions { Mode = mode });
        Assert.True(result.Error is null, $"{fileName}: {result.Error?.Message} at {result.Error?.Span}");
        return result.Tree!;
    }
}
