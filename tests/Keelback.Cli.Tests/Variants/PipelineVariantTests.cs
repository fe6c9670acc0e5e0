using System.Diagnostics;
using Keelback.Testing;

namespace Keelback.Cli.Tests.Variants;

/// <summary>The variant 'pipeline', an overlay alone, builds and runs a program written in its language.</summary>
public sealed class PipelineVariantTests
{
    private static readonly string s_folder = Repository.PathOf("variants", "pipeline");

    [Fact]
    public async Task The_variant_builds_and_runs_its_program()
    {
        await BuildAsync();
        var program = Repository.PathOf("artifacts", "variants", "pipeline", "bin", "Keelback.Cli", "Release", "net10.0", "keelback");

        using var process = Process.Start(new ProcessStartInfo(program, [Path.Combine(s_folder, "program.py")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        var expected = await File.ReadAllTextAsync(Path.Combine(s_folder, "program.expected.txt"));
        if (TextDifference.Between(expected, output + await error) is { } difference)
            Assert.Fail(difference);
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public void The_operator_is_one_entry_and_one_method()
    {
        var entry = File.ReadLines(Path.Combine(s_folder, "spec", "operators.yaml")).Count(IsEntry);
        var instruction = File.ReadLines(Path.Combine(s_folder, "spec", "opcodes", "pipeline.op.yaml")).Count(IsEntry);
        var sources = Directory.GetFiles(s_folder, "*.cs", SearchOption.AllDirectories);
        var methods = sources.SelectMany(File.ReadLines).Count(line => line.Contains(" partial PyValue ", StringComparison.Ordinal));

        Assert.Equal((1, 1, 1, 1), (entry, instruction, sources.Length, methods));
    }

    private static bool IsEntry(string line) => line.Length > 0 && char.IsAsciiLetterUpper(line[0]);

    private static async Task BuildAsync()
    {
        var start = new ProcessStartInfo(
            "dotnet", ["build", Repository.PathOf("src", "Keelback.Cli"), "-c", "Release", "-p:Variant=pipeline", "-v", "quiet", "--nologo"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // The test host's own settings must not reach the build.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"The variant does not build:\n{output}\n{await error}");
    }
}
