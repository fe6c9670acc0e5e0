using Keelback.Generators.Shared;

namespace Keelback.Spectool;

/// <summary>Finds and reads the spec files of a repository, with a variant's overlay if one is named.</summary>
internal static class SpecificationFiles
{
    /// <summary>The nearest folder, from here upwards, that holds the solution; null where there is none.</summary>
    public static string? FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Toolkit.sln")))
                return folder.FullName;
        }

        return null;
    }

    /// <summary>All YAML files below spec/, by paths relative to the repository, so that what is written has no machine's paths.</summary>
    public static IReadOnlyList<SpecFile> Read(string root, string? variant)
    {
        var files = ReadFolder(root, Path.Combine(root, "spec"), "");
        return variant is null ? files : [.. files, .. ReadFolder(root, Path.Combine(root, "variants", variant, "spec"), variant)];
    }

    private static List<SpecFile> ReadFolder(string root, string folder, string variant) =>
    [
        .. Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(path => new SpecFile(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path), variant))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];
}
