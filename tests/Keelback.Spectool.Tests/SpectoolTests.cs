using System.Text.Json;
using Keelback.Testing;

namespace Keelback.Spectool.Tests;

/// <summary>The tool on a copy of the repository's specification: what it writes, and when --check fails.</summary>
public sealed class SpectoolTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("spectool").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _errors = new();

    public SpectoolTests()
    {
        var source = Repository.PathOf("spec");
        foreach (var file in Directory.EnumerateFiles(source, "*.yaml", SearchOption.AllDirectories))
            Write("spec/" + Path.GetRelativePath(source, file), File.ReadAllText(file));
    }

    public static TheoryData<string> Subjects => ["tokens", "ast", "opcodes", "slots", "exceptions"];

    private string Target => Path.Combine(_root, "docs", "reference");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Pages_are_written_once_and_then_fresh()
    {
        Assert.Equal(0, Run());
        Assert.Equal(2 * Subjects.Count, Lines(_output).Length);
        Assert.Equal(0, Run(isCheck: true));
        Assert.Equal(0, Run());
        Assert.Equal(2 * Subjects.Count, Lines(_output).Length);
        Assert.Empty(_errors.ToString());
    }

    [Fact]
    public void Check_fails_where_a_page_is_missing_or_changed_and_writes_nothing()
    {
        Run();
        File.Delete(Path.Combine(Target, "ast.md"));
        File.AppendAllText(Path.Combine(Target, "slots.json"), "\n");
        Assert.Equal(1, Run(isCheck: true));
        Assert.Equal(
            ["ast.md is stale: run spectool and commit what it writes", "slots.json is stale: run spectool and commit what it writes"],
            Lines(_errors));
        Assert.False(File.Exists(Path.Combine(Target, "ast.md")));
    }

    [Fact]
    public void Check_fails_after_an_edit_of_the_specification()
    {
        Run();
        Edit("spec/ast/expr.ast.yaml", "doc: A lambda.", "doc: A function without a name.");
        Assert.Equal(1, Run(isCheck: true));
        Assert.Equal(["ast.md", "ast.json"], Lines(_errors).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public void Line_ends_of_a_checkout_do_not_count()
    {
        Run();
        var page = Path.Combine(Target, "tokens.md");
        File.WriteAllText(page, File.ReadAllText(page).ReplaceLineEndings("\r\n"));
        Assert.Equal(0, Run(isCheck: true));
    }

    [Fact]
    public void A_mistake_in_the_specification_is_reported_at_its_place()
    {
        Edit("spec/ast/mod.ast.yaml", "type_ignores: type_ignore*", "type_ignores: type_ignor*");
        Assert.Equal(2, Run());
        Assert.StartsWith("spec/ast/mod.ast.yaml(", Assert.Single(Lines(_errors)), StringComparison.Ordinal);
        Assert.Contains("error KB0201: ", _errors.ToString(), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Target));
    }

    [Fact]
    public void An_overlay_is_in_the_pages_of_its_variant()
    {
        Write("variants/v/spec/unless.ast.yaml", "Unless: { group: stmt, doc: The other way round., fields: { test: expr } }\n");
        Assert.Equal(0, Run("v"));
        Assert.Contains("`UnlessStmt`", Read("ast.md"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Subjects))]
    public void Pages_are_tables_whose_rows_are_whole(string subject)
    {
        Run();
        var columns = 0;
        foreach (var line in Read(subject + ".md").Split('\n'))
        {
            var bars = line.Replace("\\|", "", StringComparison.Ordinal).Count(character => character == '|');
            if (!line.StartsWith('|'))
                columns = 0;
            else if (columns == 0)
                columns = bars;
            else
                Assert.True(columns == bars, line);
        }
    }

    [Fact]
    public void Json_has_what_the_specification_says()
    {
        Run();
        var plus = Single("tokens.json", "tokens", "PLUS");
        Assert.Equal(("+", 14), (plus.GetProperty("text").GetString(), plus.GetProperty("number").GetInt32()));
        Assert.Equal("__iadd__", Single("tokens.json", "operators", "Add").GetProperty("inplace").GetProperty("dunder").GetString());
        var call = Single("ast.json", "nodes", "Call");
        Assert.Equal(
            ["expr func", "expr* args", "keyword* keywords"],
            call.GetProperty("fields").EnumerateArray().Select(field => $"{field.GetProperty("type")} {field.GetProperty("name")}"));
        var binary = Single("opcodes.json", "opcodes", "BINARY_OP");
        Assert.Equal((44, "left, right -- result"), (binary.GetProperty("code").GetInt32(), binary.GetProperty("stack").GetString()));
        var slot = Single("slots.json", "slots", "nb_add");
        Assert.Equal(
            ["__add__", "__radd__"],
            slot.GetProperty("dunders").EnumerateArray().Select(dunder => dunder.GetProperty("name").GetString()));
        var missing = Single("exceptions.json", "exceptions", "FileNotFoundError");
        Assert.Equal(("OSError", 2), (missing.GetProperty("bases")[0].GetString(), missing.GetProperty("errno").GetProperty("ENOENT").GetInt32()));
    }

    private int Run(string? variant = null, bool isCheck = false) => Program.Run(_root, variant, Target, isCheck, _output, _errors);

    private void Write(string path, string text)
    {
        var full = Path.Combine(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    private void Edit(string path, string old, string replacement)
    {
        var text = File.ReadAllText(Path.Combine(_root, path));
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(path, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    private string Read(string name) => File.ReadAllText(Path.Combine(Target, name));

    private JsonElement Single(string file, string list, string name) => JsonDocument.Parse(Read(file)).RootElement
        .GetProperty(list).EnumerateArray().Single(item => item.GetProperty("name").GetString() == name);

    private static string[] Lines(StringWriter writer) =>
        writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
