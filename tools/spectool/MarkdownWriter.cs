using System.Text;

namespace Keelback.Spectool;

/// <summary>Writes a reference page: headings, paragraphs and tables whose cells cannot break the table.</summary>
internal sealed class MarkdownWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>Starts a page; it says where it comes from, so that nobody edits it.</summary>
    public MarkdownWriter(string title, string source, string introduction)
    {
        Line($"# {title}");
        Paragraph($"<!-- Written by tools/spectool from {source}; edit that, not this. -->");
        Paragraph(introduction);
    }

    public MarkdownWriter Heading(string text) => Paragraph($"## {text}");

    public MarkdownWriter Paragraph(string text)
    {
        _text.Append('\n');
        return Line(text);
    }

    public MarkdownWriter Table(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        _text.Append('\n');
        Row(header);
        Row([.. header.Select(_ => "---")]);
        foreach (var row in rows)
            Row([.. row.Select(Cell)]);
        return this;
    }

    /// <summary>Text as code, or nothing where there is none.</summary>
    public static string Code(string? text) => string.IsNullOrEmpty(text) ? "" : text.Contains('`', StringComparison.Ordinal) ? $"`` {text} ``" : $"`{text}`";

    public override string ToString() => _text.ToString();

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    private void Row(IReadOnlyList<string> cells) =>
        Line("|" + string.Concat(cells.Select(cell => cell.Length == 0 ? " |" : $" {cell} |")));

    private MarkdownWriter Line(string text)
    {
        _text.Append(text).Append('\n');
        return this;
    }
}
