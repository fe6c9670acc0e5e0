namespace Keelback.Text;

/// <summary>
/// A range of a source text in CPython's coordinates: lines from 1, columns from 0 in bytes of UTF-8, the end
/// exclusive. These are the lineno, col_offset, end_lineno and end_col_offset of an AST node, and what a code object's
/// location table stores; a synthetic node may hold any numbers.
/// </summary>
public readonly record struct SourceSpan(int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>No place: what code without a line has (all members -1).</summary>
    public static SourceSpan None => new(-1, -1, -1, -1);

    /// <summary>From the start of this span to the end of another.</summary>
    public SourceSpan To(SourceSpan last) => new(Line, Column, last.EndLine, last.EndColumn);
}
