namespace Keelback.Lexer;

/// <summary>What reads a token outside the text of f-strings: the dispatch on its first character.</summary>
public sealed partial class Lexer
{
    // What a character of ASCII can begin, and whether it can stand in a name.
    private const byte Other = 0;
    private const byte Letter = 1;
    private const byte PrefixLetter = 2;
    private const byte Digit = 3;
    private const byte Quote = 4;
    private const byte LineEnd = 5;
    private const byte Blank = 6;

    private bool _isBlankLine;
    private bool _commentEndsBlankLine;

    // Going on after an error, the logical line still has to end.
    private bool _owesLineEnd;

    private static ReadOnlySpan<byte> Classes =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 5, 0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        6, 0, 4, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 0, 0,
        0, 1, 2, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 2, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 1,
        0, 1, 2, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 2, 2, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0,
    ];

    private static byte ClassOf(char c) => c < 128 ? Classes[c] : Letter;

    private Token ReadToken()
    {
        while (true)
        {
            _isBlankLine = false;
            if (_atLineStart && !ReadIndentation())
                return _failure;
            if (_pendingIndents != 0)
                return GiveIndentation();

            if (!SkipBlanks())
                return _failure;
            if (_tokenStart >= _text.Length)
            {
                if (GivesFinalNewLine())
                {
                    if (ReadLineEnd(_tokenStart, 0, out var implied))
                        return implied;
                    continue;
                }

                return ReadEnd();
            }

            var c = _text[_tokenStart];
            switch (ClassOf(c))
            {
                case Letter:
                    return ReadName(_tokenStart);
                case PrefixLetter:
                    return ReadNameOrString();
                case Digit:
                    return ReadNumber();
                case Quote:
                    return ReadString(_tokenStart);
                case LineEnd:
                    if (ReadLineEnd(_tokenStart, LineEndLength(_tokenStart), out var newLine))
                        return newLine;
                    continue;
                default:
                    if (c != '#')
                        return c == '.' && At(_tokenStart + 1) is >= '0' and <= '9' ? ReadNumber() : ReadOperator(c);
                    if (ReadComment(out var comment))
                        return comment;
                    continue;
            }
        }
    }

    // Moves over spaces and continuations to the next token; false after an error.
    private bool SkipBlanks()
    {
        var text = _text;
        var i = _position;
        while (true)
        {
            while ((uint)i < (uint)text.Length && text[i] is ' ' or '\t' or '\f')
                i++;
            _tokenStart = i;
            if (At(i) != '\\')
            {
                _position = i;
                return true;
            }

            if (!ContinueLine(ref i))
                return false;
        }
    }

    // Moves from a backslash over the line end that it hides; false after an error.
    private bool ContinueLine(ref int offset)
    {
        var length = LineEndLength(offset + 1);
        if (length == 0 && !(IsAtEnd(offset + 1) && _options.AddFinalNewLine))
        {
            FailAfterContinuation(offset + 1);
            return false;
        }

        offset += 1 + length;
        if (IsAtEnd(offset))
        {
            FailAtEndOfContinuation(offset, length == 0);
            return false;
        }

        ContinueOnLine(offset);
        return true;
    }

    // The line end of a logical line is a token; any other is one in lossless mode only.
    private bool ReadLineEnd(int offset, int length, out Token token)
    {
        var ignored = _isBlankLine || _level > 0;
        _atLineStart = true;
        if (length == 0)
            _gaveFinalNewLine = true;
        if (!ignored && !_commentEndsBlankLine)
        {
            _owesLineEnd = false;
            token = MakeLineEnd(TokenKind.NewLine, offset, length);
            return true;
        }

        _commentEndsBlankLine = false;
        token = _lossless ? MakeLineEnd(TokenKind.Nl, offset, length) : default;
        if (_lossless)
            return true;
        _position = offset + length;
        StartLine(_position);
        return false;
    }

    private Token MakeLineEnd(TokenKind kind, int offset, int length)
    {
        // Without trivia, a comment before the line end belongs to it.
        var column = Column(_tokenStart);
        var endColumn = Column(offset) + (_lossless ? Math.Max(1, length) : 0);
        var token = new Token(kind, true, _tokenStart, offset + length, _line, column, _line, endColumn);
        _position = offset + length;
        StartLine(_position);
        return token;
    }

    // compile() adds a line end to an empty source too, the tokenize module does not.
    private bool GivesFinalNewLine() => _options.AddFinalNewLine && !_gaveFinalNewLine
        && (_text.Length == 0 ? !_lossless : _text[^1] is not ('\n' or '\r'));

    private Token ReadEnd()
    {
        if (_level > 0)
            return FailUnclosed();
        if (!_owesLineEnd)
            return MakeEmpty(TokenKind.EndMarker, _tokenStart);
        _owesLineEnd = false;
        _atLineStart = true;
        return MakeEmpty(TokenKind.NewLine, _tokenStart);
    }

    private Token ReadOperator(char c)
    {
        var isInExpression = _fstringCount > 0 && _fstrings[_fstringCount - 1].ExpressionDepth >= 0;
        if (c == ':' && isInExpression && BeginsFormatSpec())
            return Make(TokenKind.Colon, _tokenStart + 1);

        var kind = OperatorMatcher.Match(_text, _tokenStart, out var length);
        switch (kind)
        {
            case TokenKind.LeftPar or TokenKind.LeftBracket or TokenKind.LeftBrace:
                return OpenBracket(c) ? Make(kind, _tokenStart + 1) : _failure;
            case TokenKind.RightPar or TokenKind.RightBracket or TokenKind.RightBrace:
                return CloseBracket(c) ? Make(kind, _tokenStart + 1) : _failure;
            case TokenKind.Less when At(_tokenStart + 1) == '>':
                // The other spelling of != (PEP 401); which of the two is right is the parser's business.
                return Make(TokenKind.NotEqual, _tokenStart + 2);
            case TokenKind.ErrorToken when c >= 0x20 && c != 0x7f:
                return Make(TokenKind.Op, _tokenStart + 1);
            case TokenKind.ErrorToken:
                return FailNonPrintable(c, _tokenStart + 1);
            default:
                return Make(kind, _tokenStart + length);
        }
    }
}
