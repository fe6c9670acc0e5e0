using System.CommandLine;

namespace Keelback.Spectool;

/// <summary>
/// The command line: writes the reference pages of the specification, or with --check says which of them are stale.
/// </summary>
internal static class Program
{
    public static int Main(string[] arguments) => CreateCommand().Parse(arguments).Invoke();

    private static RootCommand CreateCommand()
    {
        var root = new Option<DirectoryInfo?>("--root") { Description = "The repository; else the folder above that holds Toolkit.sln." };
        var variant = new Option<string?>("--variant") { Description = "A variant of the language, whose overlay is merged in." };
        var output = new Option<DirectoryInfo?>("--output") { Description = "Where the pages go; else docs/reference." };
        var check = new Option<bool>("--check") { Description = "Write nothing; fail where a page is missing or not what would be written." };
        var command = new RootCommand("Writes reference pages, as Markdown and as JSON, from Keelback's specification.") { root, variant, output, check };
        command.SetAction(result =>
        {
            var folder = result.GetValue(root)?.FullName ?? SpecificationFiles.FindRoot(Environment.CurrentDirectory);
            if (folder is null)
            {
                Console.Error.WriteLine("spectool: no folder above this one holds Toolkit.sln; name the repository with --root");
                return 2;
            }

            var target = result.GetValue(output)?.FullName ?? Path.Combine(folder, "docs", "reference");
            return Run(folder, result.GetValue(variant), target, result.GetValue(check), Console.Out, Console.Error);
        });
        return command;
    }

    /// <summary>Writes or checks the pages; the result is the process's: 0, 1 for stale pages, 2 for a bad specification.</summary>
    internal static int Run(string root, string? variant, string target, bool isCheck, TextWriter output, TextWriter errors)
    {
        var specification = Specification.Read(SpecificationFiles.Read(root, variant));
        foreach (var diagnostic in specification.Diagnostics)
            errors.WriteLine(diagnostic);
        if (specification.Diagnostics.Count > 0)
            return 2;

        var folder = new ReferenceFolder(target);
        var stale = folder.FindStale(ReferencePages.Of(specification));
        if (isCheck)
        {
            foreach (var file in stale)
                errors.WriteLine($"{file.Name} is stale: run spectool and commit what it writes");
            return stale.Count == 0 ? 0 : 1;
        }

        folder.Write(stale);
        foreach (var file in stale)
            output.WriteLine(file.Name);
        return 0;
    }
}
