namespace Keelback.Lexer;

/// <summary>An opening bracket whose closing one has not come yet.</summary>
/// <param name="Character">The bracket.</param>
/// <param name="Offset">Its offset.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column in bytes of UTF-8, from 0.</param>
public readonly record struct OpenBracket(char Character, int Offset, int Line, int Column);

/// <summary>Brackets: the stack of open ones, across which lines join.</summary>
public sealed partial class Lexer
{
    private const int MaxLevel = 200;

    private readonly OpenBracket[] _brackets = new OpenBracket[MaxLevel];
    private int _level;

    /// <summary>The number of brackets that are open.</summary>
    public int Depth => _level;

    /// <summary>The innermost bracket that is open; null where none is.</summary>
    public OpenBracket? InnermostBracket => _level > 0 ? _brackets[_level - 1] : null;

    private bool OpenBracket(char c)
    {
        if (_level >= MaxLevel)
            return Fail(LexerErrors.TooManyBrackets, "too many nested parentheses", _tokenStart + 1);
        _brackets[_level++] = new OpenBracket(c, _tokenStart, _line, Column(_tokenStart));
        if (_fstringCount > 0)
            _fstrings[_fstringCount - 1].BracketDepth++;
        return true;
    }

    private bool CloseBracket(char c)
    {
        if (_fstringCount > 0 && _fstrings[_fstringCount - 1].BracketDepth == 0 && c == '}')
            return Fail(LexerErrors.SingleBrace, $"{FStringPrefix}-string: single '}}' is not allowed", _tokenStart + 1);
        if (_level == 0 && !_lossless)
            return Fail(LexerErrors.UnmatchedBracket, $"unmatched '{c}'", _tokenStart + 1);
        if (_level > 0)
        {
            var open = _brackets[--_level];
            if (!_lossless && !Matches(open.Character, c))
                return FailMismatch(open, c);
        }

        return _fstringCount == 0 || CloseFStringBracket(c);
    }

    private static bool Matches(char open, char close) => open switch
    {
        '(' => close == ')',
        '[' => close == ']',
        _ => close == '}',
    };

    private bool FailMismatch(OpenBracket open, char c)
    {
        // Going on after the error, the opening bracket stays open for a closing one that fits.
        _level++;
        if (_fstringCount > 0 && open.Character == '{')
        {
            ref var top = ref _fstrings[_fstringCount - 1];
            if (top.BracketDepth - 1 == top.ExpressionDepth)
                return Fail(LexerErrors.UnmatchedBracket, $"{FStringPrefix}-string: unmatched '{c}'", _tokenStart + 1);
        }

        var place = open.Line == _line ? "" : $" on line {open.Line}";
        return Fail(
            LexerErrors.MismatchedBracket,
            $"closing parenthesis '{c}' does not match opening parenthesis '{open.Character}'{place}",
            _tokenStart + 1);
    }
}
