namespace Keelback.Spectool;

/// <summary>The folder of written pages, compared with what they should be.</summary>
internal sealed class ReferenceFolder(string path)
{
    /// <summary>The files that are missing or have another text; line ends of a checkout do not count.</summary>
    public IReadOnlyList<ReferenceFile> FindStale(IReadOnlyList<ReferenceFile> files) => [.. files.Where(file =>
    {
        var existing = Path.Combine(path, file.Name);
        return !File.Exists(existing) || File.ReadAllText(existing).ReplaceLineEndings("\n") != file.Text;
    })];

    public void Write(IReadOnlyList<ReferenceFile> files)
    {
        Directory.CreateDirectory(path);
        foreach (var file in files)
            File.WriteAllText(Path.Combine(path, file.Name), file.Text);
    }
}
