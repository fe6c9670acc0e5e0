using System.Text;

namespace Keelback.Text;

/// <summary>
/// A source file or string: its text, its name, and the map between UTF-16 offsets and CPython's coordinates (lines
/// from 1, columns in bytes of UTF-8 from 0). Lines end with \n, \r\n or \r.
/// </summary>
public sealed class SourceText
{
    // Made when a position is first asked for: a lexer keeps count of lines itself.
    private int[]? _lineStarts;

    /// <summary>A text under the name that errors and code objects show.</summary>
    public SourceText(string text, string fileName = "<unknown>")
    {
        Text = text;
        FileName = fileName;
    }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>The name that errors and code objects show.</summary>
    public string FileName { get; }

    private int[] LineStarts => _lineStarts ??= FindLineStarts(Text);

    /// <summary>The number of lines; a text that ends with a line end has an empty last line.</summary>
    public int LineCount => LineStarts.Length;

    /// <summary>The line, from 1, that holds the offset.</summary>
    public int GetLine(int offset)
    {
        var index = Array.BinarySearch(LineStarts, offset);
        return index >= 0 ? index + 1 : ~index;
    }

    /// <summary>The offset at which a line, from 1, begins.</summary>
    public int GetLineStart(int line) => LineStarts[line - 1];

    /// <summary>A line's text, from 1, without its end.</summary>
    public string GetLineText(int line)
    {
        var start = LineStarts[line - 1];
        var end = line < LineStarts.Length ? LineStarts[line] : Text.Length;
        return Text[start..end].TrimEnd('\r', '\n');
    }

    /// <summary>The line and the column in bytes of UTF-8 of an offset.</summary>
    public (int Line, int Column) GetPosition(int offset)
    {
        var line = GetLine(offset);
        var start = LineStarts[line - 1];
        return (line, Encoding.UTF8.GetByteCount(Text.AsSpan(start, offset - start)));
    }

    /// <summary>The offset of a line and a column in bytes of UTF-8; clipped to the line.</summary>
    public int GetOffset(int line, int column)
    {
        var offset = LineStarts[line - 1];
        var end = line < LineStarts.Length ? LineStarts[line] : Text.Length;
        foreach (var rune in Text.AsSpan(offset, end - offset).EnumerateRunes())
        {
            if (column <= 0)
                break;
            column -= rune.Utf8SequenceLength;
            offset += rune.Utf16SequenceLength;
        }

        return offset;
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        for (var i = text.AsSpan().IndexOfAny('\r', '\n'); i >= 0 && i < text.Length;)
        {
            i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 2 : 1;
            starts.Add(i);
            var next = text.AsSpan(i).IndexOfAny('\r', '\n');
            i = next < 0 ? text.Length : i + next;
        }

        return [.. starts];
    }
}
