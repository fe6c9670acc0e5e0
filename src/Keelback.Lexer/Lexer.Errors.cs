using System.Collections.Immutable;
using Keelback.Text;

namespace Keelback.Lexer;

/// <summary>
/// Errors and warnings. A cursor is where CPython's tokenizer would stand when it reports: its offset is the number of
/// characters before it, so the reported column is that of the last one of them.
/// </summary>
public sealed partial class Lexer
{
    private const string SyntaxError = nameof(SyntaxError);
    private const string IndentationError = nameof(IndentationError);

    private ImmutableArray<Diagnostic>.Builder? _warnings;

    /// <summary>The warnings about what has been read, in order.</summary>
    public IReadOnlyList<Diagnostic> Warnings => _warnings is null ? [] : _warnings;

    private bool Fail(string id, string message, int cursor) => Fail(id, message, cursor, _line, _lineStart);

    private bool Fail(string id, string message, int cursor, int line, int lineStart)
    {
        var last = cursor - 1;
        if (last > lineStart && char.IsLowSurrogate(_text[last]) && char.IsHighSurrogate(_text[last - 1]))
            last--;
        var column = last < lineStart ? -1 : ColumnAfter(lineStart, last);
        return Fail(id, SyntaxError, message, new SourceSpan(line, column, line, column), cursor);
    }

    private bool FailRange(string id, string message, int start, int last)
    {
        var span = new SourceSpan(_line, ColumnAfter(_lineStart, start), _line, ColumnAfter(_lineStart, last));
        return Fail(id, SyntaxError, message, span, last + 1);
    }

    // Always false, for callers that pass it on. Going on after it, the lexer is at least behind the cursor.
    private bool Fail(string id, string type, string message, SourceSpan span, int cursor)
    {
        Error = new Diagnostic(id, DiagnosticSeverity.Error, type, message, span);
        _position = Math.Min(_text.Length, Math.Max(_position, Math.Max(cursor, _tokenStart)));
        var line = Math.Min(Math.Max(span.Line, 1), _line);
        var column = Math.Max(0, span.Column);
        var end = line == _line ? Math.Max(column, Column(_position)) : Column(_position);
        _failure = new Token(TokenKind.ErrorToken, _isAscii, _tokenStart, _position, line, column, _line, end);
        _failed = !_options.Tolerant;
        _owesLineEnd = _options.Tolerant;
        return false;
    }

    private void Warn(string id, string message, int offset)
    {
        var column = ColumnAfter(_lineStart, offset);
        _warnings ??= ImmutableArray.CreateBuilder<Diagnostic>();
        _warnings.Add(new Diagnostic(
            id, DiagnosticSeverity.Warning, "SyntaxWarning", message, new SourceSpan(_line, column, _line, column)));
    }

    private void RefuseNullBytes() => Fail(
        LexerErrors.NullByte, SyntaxError, "source code string cannot contain null bytes", SourceSpan.None, 0);

    private Token FailNonPrintable(int codePoint, int cursor)
    {
        Fail(LexerErrors.InvalidCharacter, $"invalid non-printable character U+{codePoint:X4}", cursor);
        return _failure;
    }

    private bool FailPrefixes(char first, char second, int quote)
    {
        _position = quote;
        return FailRange(
            LexerErrors.IncompatiblePrefixes, $"'{first}' and '{second}' prefixes are incompatible", _tokenStart, quote);
    }

    // CPython counts from the start of its buffer, which is that of the first of several joined lines.
    private void FailAfterContinuation(int offset)
    {
        _tokenStart = offset - 1;
        var counted = IsAtEnd(offset) ? offset - 1 : offset;
        var end = LineEndFrom(offset);
        var column = Math.Min(
            counted - _bufferStart + ExtraBytes(_text.AsSpan(_bufferStart, counted - _bufferStart)),
            ColumnAfter(_lineStart, end) + 1);
        Fail(
            LexerErrors.InvalidContinuation,
            SyntaxError,
            "unexpected character after line continuation character",
            new SourceSpan(_line, column, _line, -1),
            offset);
    }

    private int LineEndFrom(int offset)
    {
        var length = _text.AsSpan(offset).IndexOfAny('\n', '\r');
        return length < 0 ? _text.Length : offset + length;
    }

    private void FailAtEndOfContinuation(int end, bool lineEndIsImplied)
    {
        _tokenStart = end;
        if (_level > 0)
        {
            FailUnclosed();
            return;
        }

        // Behind the line end, which counts as one character however it is written.
        var before = end;
        while (before > _lineStart && _text[before - 1] is '\n' or '\r')
            before--;
        var column = ColumnAfter(_lineStart, before);
        _gaveFinalNewLine |= lineEndIsImplied;
        Fail(
            LexerErrors.UnexpectedEnd,
            SyntaxError,
            "unexpected EOF while parsing",
            new SourceSpan(_line, column, _line, -2),
            end);
    }

    private Token FailUnclosed()
    {
        var open = _brackets[_level - 1];
        Fail(
            LexerErrors.UnclosedBracket,
            SyntaxError,
            $"'{open.Character}' was never closed",
            new SourceSpan(open.Line, open.Column, open.Line, -1),
            _text.Length);
        if (_options.Tolerant)
        {
            _level = 0;
            _fstringCount = 0;
            _inFStringText = false;
        }

        return _failure;
    }

    private Token FailString(int offset, int line, int column, bool isTriple, char quote, bool hasEscapedQuote)
    {
        // A text that ends with a line end has no line behind it.
        var detected = IsAtEnd(offset) && _lineStart == offset && _line > line ? _line - 1 : _line;
        var size = isTriple ? 3 : 1;
        var message = $"unterminated string literal (detected at line {detected})";
        var id = LexerErrors.UnterminatedString;
        if (_fstringCount > 0 && _fstrings[_fstringCount - 1] is var top && top.Quote == quote && top.QuoteSize == size)
        {
            id = LexerErrors.ExpectingBrace;
            message = $"{FStringPrefix}-string: expecting '}}'";
        }
        else if (isTriple)
        {
            message = $"unterminated triple-quoted string literal (detected at line {detected})";
        }
        else if (hasEscapedQuote)
        {
            message += "; perhaps you escaped the end quote?";
        }

        Fail(id, SyntaxError, message, new SourceSpan(line, column, line, column), offset);
        return _failure;
    }

    private Token FailLineEndInFString(ref FString top, int offset) =>
        top.IsInSpec ? FailLineEndInFormatSpec(ref top, offset) : FailFString(ref top, offset);

    private Token FailLineEndInFormatSpec(ref FString top, int offset)
    {
        var message = $"{FStringPrefix}-string: newlines are not allowed in format specifiers for single quoted {FStringPrefix}-strings";
        var column = ColumnAfter(_lineStart, offset);
        CloseFString(top);
        Fail(LexerErrors.LineEndInFormatSpec, SyntaxError, message, new SourceSpan(_line, column, _line, column), offset);
        return _failure;
    }

    private Token FailFString(ref FString top, int offset)
    {
        // The line end that CPython adds to the source ends a format spec too.
        if (IsAtEnd(offset) && top.QuoteSize == 1 && top.IsInSpec && GivesFinalNewLine())
            return FailLineEndInFormatSpec(ref top, offset);
        var detected = IsAtEnd(offset) && _lineStart == offset && _line > top.StartLine ? _line - 1 : _line;
        var triple = top.QuoteSize == 3 ? "triple-quoted " : "";
        var message = $"unterminated {triple}{FStringPrefix}-string literal (detected at line {detected})";
        var column = ColumnAfter(top.StartLineStart, top.Start);
        var span = new SourceSpan(top.StartLine, column, top.StartLine, column);
        CloseFString(top);
        Fail(LexerErrors.UnterminatedString, SyntaxError, message, span, offset);
        return _failure;
    }

    // For going on after an error in an f-string: it ends here, with the brackets in it.
    private void CloseFString(in FString top)
    {
        _level = top.Level;
        _fstringCount--;
        _inFStringText = _fstringCount > 0 && _fstrings[_fstringCount - 1].IsInText;
    }

    private bool FailTabs() => FailIndentation(
        "TabError", LexerErrors.InconsistentTabs, "inconsistent use of tabs and spaces in indentation", 0, -1);

    private bool FailTooDeep() => FailIndentation(
        IndentationError, LexerErrors.TooManyIndents, "too many levels of indentation", 0, -1);

    private bool FailDedent()
    {
        // Going on after it, the line belongs to the nearest outer block.
        return FailIndentation(
            IndentationError,
            LexerErrors.InconsistentDedent,
            "unindent does not match any outer indentation level",
            ColumnAfter(_lineStart, LineEndFrom(_lineStart)),
            -2);
    }

    private bool FailIndentation(string type, string id, string message, int column, int endColumn)
    {
        _tokenStart = _position;
        return Fail(id, type, message, new SourceSpan(_line, column, _line, endColumn), _position);
    }
}
