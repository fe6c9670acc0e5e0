using System.Text.Json;
using Keelback.Compiler.Symbols;

namespace Keelback.Compiler.Tests.Symbols;

/// <summary>The symbol tables of the programs, as CPython's symtable module shows them (record/record_symbols.py).</summary>
public sealed class SymbolTableTests
{
    private const int ScopeShift = 12;

    private static readonly string[] s_kinds =
        ["function", "class", "module", "annotation", "type alias", "type parameters", "type variable"];

    public static TheoryData<string> Recorded =>
        [.. File.ReadLines(SourcePrograms.PathOf("Symbols", "data", "symbols.jsonl"))];

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Blocks_and_symbols_are_the_reference_s(string line)
    {
        using var document = JsonDocument.Parse(line);
        var program = document.RootElement.GetProperty("program").GetString()!;

        var (table, error) = PythonCompiler.BuildSymbolTable(SourcePrograms.ParseProgram(program));

        Assert.Null(error);
        AssertSame(document.RootElement.GetProperty("top"), table.Top, program);
    }

    private static void AssertSame(JsonElement expected, SymbolBlock actual, string path)
    {
        path += "/" + actual.Name;
        Assert.Equal(expected.GetProperty("name").GetString(), actual.Name);
        Assert.Equal(expected.GetProperty("type").GetString(), s_kinds[(int)actual.Kind]);
        Assert.Equal(expected.GetProperty("line").GetInt32(), actual.Span.Line);
        Assert.Equal(expected.GetProperty("nested").GetBoolean(), actual.IsNested);
        Assert.Equal(
            expected.GetProperty("symbols").EnumerateObject().Select(symbol => $"{path}: {symbol.Name} {symbol.Value}").Order(),
            actual.Symbols.Select(symbol => $"{path}: {symbol.Key} {Number(symbol.Value)}").Order());
        var children = expected.GetProperty("children").EnumerateArray().ToList();
        Assert.Equal(children.Select(child => child.GetProperty("name").GetString()), actual.Children.Select(child => child.Name));
        foreach (var (child, block) in children.Zip(actual.Children))
            AssertSame(child, block, path);
    }

    private static int Number(Symbol symbol) => (int)symbol.Flags | ((int)symbol.Scope << ScopeShift);
}
