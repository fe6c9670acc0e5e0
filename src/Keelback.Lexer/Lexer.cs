using Keelback.Text;

namespace Keelback.Lexer;

/// <summary>
/// Source text to tokens, one pass.
/// </summary>
public sealed partial class Lexer
{
    private readonly SourceText _source;
    private readonly LexerOptions _options;

    /// <summary>A lexer at the start of a source.</summary>
    public Lexer(SourceText source, LexerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        _options = options ?? LexerOptions.Default;
    }

    /// <summary>The error of the last <see cref="TokenKind.ErrorToken"/>; null while there was none.</summary>
    public Diagnostic? Error { get; private set; }

    /// <summary>The warnings so far.</summary>
    public IReadOnlyList<Diagnostic> Warnings => [];

    /// <summary>The number of brackets that are open.</summary>
    public int Depth => 0;

    /// <summary>The next token; <see cref="TokenKind.EndMarker"/> again and again at the end.</summary>
    public Token Next() => new(_options.Lossless ? TokenKind.EndMarker : TokenKind.EndMarker, true, _source.Text.Length, 0, 0, 0, 0, 0);
}
