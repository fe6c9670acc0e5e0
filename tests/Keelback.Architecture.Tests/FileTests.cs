using Keelback.Testing;

namespace Keelback.Architecture.Tests;

/// <summary>Limits that every file written by hand keeps, without exceptions.</summary>
public class FileTests
{
    private const int SourceLimit = 600;
    private const int TestLimit = 800;

    private static readonly string[] s_folders = ["src", "generators", "tools", "samples", "benchmarks", "tests", "variants"];

    private static IEnumerable<string> Files(string pattern) => s_folders
        .Select(folder => Repository.PathOf(folder))
        .Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")
            && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}"));

    [Fact]
    public void No_source_file_is_too_long()
    {
        var tests = Repository.PathOf("tests");
        var tooLong = Files("*.cs")
            .Select(file => (file, lines: File.ReadLines(file).Count(), limit: file.StartsWith(tests) ? TestLimit : SourceLimit))
            .Where(entry => entry.lines > entry.limit)
            .Select(entry => $"{Path.GetRelativePath(Repository.Root, entry.file)}: {entry.lines} lines, {entry.limit} allowed");
        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_spec_file_is_too_long()
    {
        var tooLong = Directory.EnumerateFiles(Repository.PathOf("spec"), "*.yaml", SearchOption.AllDirectories)
            .Where(file => File.ReadLines(file).Count() > 500)
            .Select(file => Path.GetRelativePath(Repository.Root, file));
        Assert.Empty(tooLong);
    }

    [Fact]
    public void No_source_file_silences_a_warning()
    {
        var silencing = Files("*.cs")
            .Where(file => File.ReadLines(file).Any(line => line.TrimStart().StartsWith("#pragma warning", StringComparison.Ordinal)))
            .Select(file => Path.GetRelativePath(Repository.Root, file));
        Assert.Empty(silencing);
    }

    [Fact]
    public void No_generated_code_is_committed()
    {
        var generated = Files("*.g.cs").Select(file => Path.GetRelativePath(Repository.Root, file));
        Assert.Empty(generated);
    }
}
