namespace Keelback.Lexer;

/// <summary>How to read a source.</summary>
public sealed record LexerOptions
{
    /// <summary>The 3.14 language, without trivia.</summary>
    public static LexerOptions Default { get; } = new();

    /// <summary>
    /// Gives comments, blank line ends, spaces and continuations as tokens too, so that the texts of all tokens, one
    /// after the other, are the source.
    /// </summary>
    public bool Lossless { get; init; }

    /// <summary>
    /// Goes on after an error: what is wrong becomes an <see cref="TokenKind.ErrorToken"/> and the next token follows.
    /// Else the lexer gives that same token for ever.
    /// </summary>
    public bool Tolerant { get; init; }

    /// <summary>Gives <see cref="TokenKind.TypeComment"/> and <see cref="TokenKind.TypeIgnore"/>.</summary>
    public bool TypeComments { get; init; }

    /// <summary>
    /// Ends the last line where the source does not, as compile() does for "exec"; false for "eval" and "single".
    /// </summary>
    public bool AddFinalNewLine { get; init; } = true;

    /// <summary>An empty line ends a statement, as at a prompt.</summary>
    public bool Interactive { get; init; }
}
