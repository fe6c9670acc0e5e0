using Keelback.Text;

namespace Keelback.Lexer;

/// <summary>
/// A token: its kind and its place, in UTF-16 offsets and in CPython's coordinates (lines from 1, columns in bytes of
/// UTF-8 from 0, ends exclusive). Its text is the source between the offsets.
/// </summary>
public readonly struct Token
{
    internal Token(TokenKind kind, bool isAscii, int start, int end, int line, int column, int endLine, int endColumn)
    {
        Kind = kind;
        IsAscii = isAscii;
        Start = start;
        End = end;
        Line = line;
        Column = column;
        EndLine = endLine;
        EndColumn = endColumn;
    }

    /// <summary>What it is.</summary>
    public TokenKind Kind { get; }

    /// <summary>Whether its text is known to be ASCII only: a name that is needs no NFKC normalisation.</summary>
    public bool IsAscii { get; }

    /// <summary>The offset of its first character.</summary>
    public int Start { get; }

    /// <summary>The offset behind its last character.</summary>
    public int End { get; }

    /// <summary>The line on which it begins.</summary>
    public int Line { get; }

    /// <summary>The column at which it begins.</summary>
    public int Column { get; }

    /// <summary>The line on which it ends.</summary>
    public int EndLine { get; }

    /// <summary>The column behind its end.</summary>
    public int EndColumn { get; }

    /// <summary>The number of its characters.</summary>
    public int Length => End - Start;

    /// <summary>Its place in CPython's coordinates.</summary>
    public SourceSpan Span => new(Line, Column, EndLine, EndColumn);

    /// <summary>Its text.</summary>
    public ReadOnlySpan<char> GetText(SourceText source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Text.AsSpan(Start, End - Start);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} {Line},{Column}-{EndLine},{EndColumn}";
}
