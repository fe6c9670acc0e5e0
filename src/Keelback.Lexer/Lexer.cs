using System.Text;
using Keelback.Text;

namespace Keelback.Lexer;

/// <summary>
/// Source text to tokens, in one pass and without allocation per token. This part holds the state and what makes
/// tokens; each other part reads one kind of thing. Positions are offsets; lines and columns are kept beside them as the
/// reading goes on. Where CPython's tokenizer has a rule of its own, its behaviour is followed, error places included.
/// </summary>
public sealed partial class Lexer
{
    private readonly SourceText _source;
    private readonly string _text;
    private readonly LexerOptions _options;
    private readonly bool _isAscii;
    private readonly bool _lossless;

    private int _position;
    private int _tokenStart;

    // The line that _position is on, and how many bytes of UTF-8 its text has more than characters, up to _measured.
    private int _line = 1;
    private int _lineStart;
    private int _previousLineStart;
    private int _bufferStart;
    private int _measured;
    private int _extraBytes;

    // Set once the line end that the source lacks has been given.
    private bool _gaveFinalNewLine;
    private bool _failed;
    private Token _failure;

    /// <summary>A lexer at the start of a source.</summary>
    public Lexer(SourceText source, LexerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        _text = source.Text;
        _options = options ?? LexerOptions.Default;
        _lossless = _options.Lossless;
        _isAscii = Ascii.IsValid(_text);
        if (!_options.Tolerant && _text.Contains('\0', StringComparison.Ordinal))
            RefuseNullBytes();
    }

    /// <summary>What is read.</summary>
    public SourceText Source => _source;

    /// <summary>
    /// The error of the last <see cref="TokenKind.ErrorToken"/>; null while there was none. In its span, as in
    /// SyntaxError, a column is where the offset less one is; CPython's end offsets 0 and -1, for an end that it
    /// leaves open, are -1 and -2.
    /// </summary>
    public Diagnostic? Error { get; private set; }

    /// <summary>The next token; <see cref="TokenKind.EndMarker"/> again and again at the end.</summary>
    public Token Next()
    {
        if (_failed)
            return _failure;
        return _lossless ? NextPiece() : Read();
    }

    private Token Read() => _inFStringText ? ReadFStringText() : ReadToken();

    private char At(int offset) => (uint)offset < (uint)_text.Length ? _text[offset] : '\0';

    private bool IsAtEnd(int offset) => offset >= _text.Length;

    // The length of the line end at an offset: 0 where there is none.
    private int LineEndLength(int offset) => At(offset) switch
    {
        '\n' => 1,
        '\r' => At(offset + 1) == '\n' ? 2 : 1,
        _ => 0,
    };

    // A new line whose text CPython's tokenizer reads into an empty buffer.
    private void StartLine(int offset)
    {
        ContinueOnLine(offset);
        _bufferStart = offset;
    }

    // A new line within a token, or joined to the one before.
    private void ContinueOnLine(int offset)
    {
        _line++;
        _previousLineStart = _lineStart;
        _lineStart = offset;
        _measured = offset;
        _extraBytes = 0;
    }

    // The column of an offset on the current line that is not before the last one asked for.
    private int Column(int offset)
    {
        if (!_isAscii)
        {
            if (offset < _measured)
                return ColumnAfter(_lineStart, offset);
            _extraBytes += ExtraBytes(_text.AsSpan(_measured, offset - _measured));
            _measured = offset;
        }

        return offset - _lineStart + _extraBytes;
    }

    private int ColumnAfter(int lineStart, int offset)
    {
        if (_isAscii)
            return offset - lineStart;
        return lineStart == _lineStart && offset >= _measured
            ? Column(offset)
            : offset - lineStart + ExtraBytes(_text.AsSpan(lineStart, offset - lineStart));
    }

    // How many bytes of UTF-8 there are beyond one for each UTF-16 unit; a surrogate pair makes two of four.
    private static int ExtraBytes(ReadOnlySpan<char> text)
    {
        var extra = 0;
        foreach (var c in text)
        {
            if (c >= 0x80)
                extra += c < 0x800 || char.IsSurrogate(c) ? 1 : 2;
        }

        return extra;
    }

    // A token on the current line, from _tokenStart to an offset, which becomes the position.
    private Token Make(TokenKind kind, int end)
    {
        var column = Column(_tokenStart);
        _position = end;
        return new Token(kind, true, _tokenStart, end, _line, column, _line, Column(end));
    }

    // A token that began on an earlier line, or on this one.
    private Token MakeFrom(TokenKind kind, int end, int startLine, int startColumn)
    {
        _position = end;
        return new Token(kind, _isAscii, _tokenStart, end, startLine, startColumn, _line, Column(end));
    }

    private Token MakeEmpty(TokenKind kind, int offset)
    {
        var (line, column) = EmptyTokenPlace(offset);
        return new Token(kind, true, offset, offset, line, column, line, column);
    }

    // At the end CPython's tokenizer is still on the last line that it read, behind its line end; the tokenize module
    // moves these tokens to the line after it.
    private (int Line, int Column) EmptyTokenPlace(int offset)
    {
        if (!IsAtEnd(offset) || _lineStart != offset)
            return (_line, Column(offset));
        if (_lossless || _line == 1)
            return (_line, 0);
        var end = _lineStart;
        while (end > _previousLineStart && _text[end - 1] is '\n' or '\r')
            end--;
        return (_line - 1, ColumnAfter(_previousLineStart, end) + 1);
    }
}
