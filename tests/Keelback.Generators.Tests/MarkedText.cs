namespace Keelback.Generators.Tests;

/// <summary>A specimen in which the character '¦' marks the place where a diagnostic is expected to begin.</summary>
internal readonly record struct MarkedText(string Text, int Line, int Column)
{
    private const char Mark = '¦';

    /// <summary>Takes the mark out and counts its line and column from 1.</summary>
    public static MarkedText Parse(string marked)
    {
        var at = marked.IndexOf(Mark, StringComparison.Ordinal);
        var before = marked[..at];
        var line = before.Count(c => c == '\n') + 1;
        return new(before + marked[(at + 1)..], line, at - before.LastIndexOf('\n'));
    }
}
