using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser;

/// <summary>
/// How errors are raised: the first one counts, and from then on no production matches. Then the search for the error
/// of a source that did not parse. The productions that look for known mistakes are in the files beside this one.
/// </summary>
internal sealed partial class Parser
{
    private void Raise(SyntaxErrorKind error, SourceSpan span, params ReadOnlySpan<string> arguments)
    {
        if (_failed)
            return;
        _failed = true;
        _error = error.At(WithinFirstLine(span), arguments);
    }

    /// <summary>An end on a later line is cut to the width of the first one, as CPython does.</summary>
    private SourceSpan WithinFirstLine(SourceSpan span)
    {
        if (span.EndLine <= span.Line || span.Line < 1 || span.Line > _source.LineCount)
            return span;
        var width = System.Text.Encoding.UTF8.GetByteCount(_source.GetLineText(span.Line));
        return span.EndColumn > width ? span with { EndColumn = width } : span;
    }

    /// <summary>An error at the last token that was read, however far that is.</summary>
    private void RaiseHere(SyntaxErrorKind error, params ReadOnlySpan<string> arguments) =>
        Raise(error, SpanOfToken(_fill - 1), arguments);

    private void RaiseAtNextToken(SyntaxErrorKind error, params ReadOnlySpan<string> arguments)
    {
        if (_mark == _fill && !_failed)
            Fill();
        Raise(error, SpanOfToken(_mark), arguments);
    }

    /// <summary>An error from a place to where the lexer has got.</summary>
    private void RaiseStartingFrom(SyntaxErrorKind error, SourceSpan start, params ReadOnlySpan<string> arguments)
    {
        ref readonly var last = ref _tokens[_fill - 1];
        var end = last.EndColumn + (_kinds[_fill - 1] == TokenKind.NewLine ? 1 : 0);
        Raise(error, new SourceSpan(start.Line, start.Column, last.EndLine, ColumnBefore(last.EndLine, end)), arguments);
    }

    /// <summary>
    /// The place of a token as errors show it. That of a line end has the line end in it; an indent, a dedent and the end
    /// have no place of their own, and what counts is where the lexer stands.
    /// </summary>
    private SourceSpan SpanOfToken(int index)
    {
        var span = _tokens[index].Span;
        return _tokens[index].Kind switch
        {
            TokenKind.NewLine => span with { EndColumn = span.EndColumn + 1 },
            TokenKind.Indent or TokenKind.Dedent or TokenKind.EndMarker =>
                new SourceSpan(span.EndLine, ColumnBefore(span.EndLine, span.EndColumn), span.EndLine, -2),
            _ => span,
        };
    }

    /// <summary>The column of the character before a column, so that its offset is the number of characters before it.</summary>
    private int ColumnBefore(int line, int column)
    {
        if (column <= 0)
            return -1;
        var offset = _source.GetOffset(line, column);
        if (_source.GetPosition(offset) != (line, column))
            return column - 1;
        offset -= offset > 1 && char.IsLowSurrogate(_source.Text[offset - 1]) ? 2 : 1;
        return _source.GetPosition(offset).Column;
    }

    private void RaiseTooComplex()
    {
        if (_failed)
            return;
        _failed = true;
        _error = SyntaxErrors.TooComplex.At(SourceSpan.None);
    }

    /// <summary>Checks the version that the options ask for; a newer construct is an error.</summary>
    private bool HasVersion(int minor, string what)
    {
        if (_options.FeatureVersion >= minor)
            return true;
        RaiseHere(SyntaxErrors.NeedsVersion, what, minor.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return false;
    }

    /// <summary>After a parse that gave no tree: the second pass, and what it did not find.</summary>
    private void FindError()
    {
        if (_options.AllowIncompleteInput && IsAtEnd())
        {
            _error = SyntaxErrors.IncompleteInput.At(SpanOfToken(_fill - 1));
            return;
        }

        var last = _fill - 1;
        if (_error is null)
        {
            _mark = 0;
            _depth = 0;
            _isSecondPass = true;
            _findsMistakes = true;
            ParseStart();
        }

        if (_error is null)
        {
            if (_kinds[last] is TokenKind.Indent or TokenKind.Dedent)
            {
                var kind = _kinds[last] == TokenKind.Indent ? SyntaxErrors.UnexpectedIndent : SyntaxErrors.UnexpectedUnindent;
                _error = kind.At(SpanOfToken(last));
                return;
            }

            var end = _tokens[last].EndLine;
            if (_source.Text.Length == 0)
                end = 0;
            _error = SyntaxErrors.InvalidSyntax.At(WithinFirstLine(
                _kinds[last] == TokenKind.EndMarker ? new SourceSpan(end, -1, end, -1) : SpanOfToken(last)));
        }

        if (!_tokenizerFailed && _error.ExceptionType is "SyntaxError" or "IndentationError")
            PreferTokenizerError();
    }

    /// <summary>An error that the lexer finds later on counts for more, for it is often the cause.</summary>
    private void PreferTokenizerError()
    {
        var line = _tokens[_fill - 1].Line;
        var strings = 0;
        for (var i = 0; i < _fill; i++)
            strings += StringNesting(_kinds[i]);
        Token token;
        do
        {
            token = _lexer.Next();
            strings += StringNesting(token.Kind);
        }
        while (token.Kind is not (TokenKind.ErrorToken or TokenKind.EndMarker));
        if (token.Kind != TokenKind.ErrorToken || _lexer.Error is not { ExceptionType: "SyntaxError" } error)
            return;
        if (error.Id != LexerErrors.UnclosedBracket)
        {
            // What is wrong in an f-string's expression counts for more than how the f-string goes on.
            if (strings <= 0 && !IsQuietTokenizerError(error))
                _error = error;
        }
        else if (line > error.Span.Line)
        {
            _error = error;
        }
    }

    private static int StringNesting(TokenKind kind) => kind switch
    {
        TokenKind.FStringStart or TokenKind.TStringStart => 1,
        TokenKind.FStringEnd or TokenKind.TStringEnd => -1,
        _ => 0,
    };

    /// <summary>Those that CPython's lexer only notes, and that an error of the parser hides.</summary>
    private static bool IsQuietTokenizerError(Diagnostic error) =>
        error.Id is LexerErrors.UnexpectedEnd or LexerErrors.InvalidContinuation;

    private bool IsAtEnd() =>
        _tokenizerFailed
            ? _error is { } error && (error.Id is LexerErrors.UnclosedBracket or LexerErrors.UnexpectedEnd
                || error.Message.StartsWith("unterminated triple-quoted", StringComparison.Ordinal))
            : _fill > 0 && _tokens[_fill - 1].Kind == TokenKind.EndMarker;
}
