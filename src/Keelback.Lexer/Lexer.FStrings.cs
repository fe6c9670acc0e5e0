using System.Buffers;

namespace Keelback.Lexer;

/// <summary>
/// f- and t-strings: a stack of the open ones, each either in its text or in an expression. In an expression tokens are
/// read as elsewhere, until the brace closes or a colon begins the format spec.
/// </summary>
public sealed partial class Lexer
{
    private const int MaxFStrings = 150;
    private const int MaxExpressionDepth = 3;

    private static readonly SearchValues<char> s_singleStops = SearchValues.Create("'{}\\\n\r");
    private static readonly SearchValues<char> s_doubleStops = SearchValues.Create("\"{}\\\n\r");

    private FString[] _fstrings = [];
    private int _fstringCount;
    private bool _inFStringText;

    private char FStringPrefix => _fstrings[_fstringCount - 1].IsTemplate ? 't' : 'f';

    private Token BeginFString(Prefixes prefixes, int quoteAt)
    {
        var quote = _text[quoteAt];
        var size = At(quoteAt + 1) == quote && At(quoteAt + 2) == quote ? 3 : 1;
        var isTemplate = (prefixes & Prefixes.Template) != 0;
        if (_fstringCount + 1 >= MaxFStrings)
        {
            Fail(LexerErrors.TooManyFStrings, "too many nested f-strings or t-strings", quoteAt + size);
            return _failure;
        }

        if (_fstringCount == _fstrings.Length)
            Array.Resize(ref _fstrings, Math.Max(4, _fstrings.Length * 2));
        _fstrings[_fstringCount++] = new FString
        {
            Quote = quote,
            QuoteSize = size,
            IsRaw = (prefixes & Prefixes.Raw) != 0,
            IsTemplate = isTemplate,
            Start = _tokenStart,
            StartLine = _line,
            StartLineStart = _lineStart,
            IsInText = true,
            ExpressionDepth = -1,
            Level = _level,
        };
        _inFStringText = true;
        return Make(isTemplate ? TokenKind.TStringStart : TokenKind.FStringStart, quoteAt + size);
    }

    private Token ReadFStringText()
    {
        ref var top = ref _fstrings[_fstringCount - 1];
        var i = _tokenStart = _position;
        if (At(i) == '{' && At(i + 1) != '{')
            return BeginExpression(ref top, i) ? ReadToken() : _failure;
        if (ClosesFString(top, i))
            return EndFString(top, i);

        var line = _line;
        var column = Column(i);
        var isNamedEscape = false;
        while (true)
        {
            var found = _text.AsSpan(i).IndexOfAny(top.Quote == '"' ? s_doubleStops : s_singleStops);
            i = found < 0 ? _text.Length : i + found;
            if (IsAtEnd(i))
                return FailFString(ref top, i);
            switch (_text[i])
            {
                case '{':
                    return EndTextAtOpenBrace(ref top, i, line, column);
                case '}':
                    if (isNamedEscape)
                        return MakeText(top, i + 1, i + 1, line, column);
                    return EndTextAtCloseBrace(ref top, i, line, column);
                case '\\':
                    SkipTextEscape(top, ref i, ref isNamedEscape);
                    break;
                case '\n' or '\r':
                    if (top.QuoteSize == 1)
                        return FailLineEndInFString(ref top, i);
                    i += LineEndLength(i);
                    ContinueOnLine(i);
                    break;
                default:
                    if (ClosesFString(top, i))
                        return MakeText(top, i, i, line, column);
                    i++;
                    break;
            }
        }
    }

    private bool ClosesFString(in FString top, int offset) => At(offset) == top.Quote
        && (top.QuoteSize == 1 || (At(offset + 1) == top.Quote && At(offset + 2) == top.Quote));

    private Token EndFString(in FString top, int offset)
    {
        var token = Make(top.IsTemplate ? TokenKind.TStringEnd : TokenKind.FStringEnd, offset + top.QuoteSize);
        _fstringCount--;
        _inFStringText = _fstringCount > 0 && _fstrings[_fstringCount - 1].IsInText;
        return token;
    }

    private bool BeginExpression(ref FString top, int brace)
    {
        if (top.ExpressionDepth + 1 >= MaxExpressionDepth)
        {
            _position = brace + 1;
            return Fail(LexerErrors.ExpressionTooDeep, $"{FStringPrefix}-string: expressions nested too deeply", brace);
        }

        top.ExpressionDepth++;
        top.IsInText = _inFStringText = false;
        return true;
    }

    // A doubled brace gives a text that ends with one; the next token begins behind the other.
    private Token EndTextAtOpenBrace(ref FString top, int offset, int line, int column)
    {
        if (At(offset + 1) == '{' && !top.IsInSpec)
            return MakeText(top, offset + 1, offset + 2, line, column);
        if (!BeginExpression(ref top, offset))
            return _failure;
        top.InFormatSpec = false;
        return MakeText(top, offset, offset, line, column);
    }

    private Token EndTextAtCloseBrace(ref FString top, int offset, int line, int column)
    {
        if (At(offset + 1) == '}' && !top.IsInSpec && top.BracketDepth == 0)
            return MakeText(top, offset + 1, offset + 2, line, column);
        top.IsInText = _inFStringText = false;
        top.InFormatSpec = false;
        return MakeText(top, offset, offset, line, column);
    }

    private Token MakeText(in FString top, int end, int next, int line, int column)
    {
        var kind = top.IsTemplate ? TokenKind.TStringMiddle : TokenKind.FStringMiddle;
        var token = MakeFrom(kind, end, line, column);
        _position = next;
        return token;
    }

    // A backslash before a brace escapes nothing, which deserves a warning; \N{ begins the name of a character.
    private void SkipTextEscape(in FString top, ref int offset, ref bool isNamedEscape)
    {
        var escaped = At(offset + 1);
        if (escaped is '{' or '}')
        {
            if (!top.IsRaw)
                Warn(LexerErrors.InvalidEscape, StringLiteral.InvalidEscapeMessage(escaped.ToString()), offset);
            offset++;
            return;
        }

        SkipEscape(ref offset);
        if (escaped == 'N' && !top.IsRaw && At(offset) == '{')
        {
            isNamedEscape = true;
            offset++;
        }
    }

    // A colon at the depth of the expression itself ends it, whatever follows the colon.
    private bool BeginsFormatSpec()
    {
        ref var top = ref _fstrings[_fstringCount - 1];
        if (top.BracketDepth - 1 != top.ExpressionDepth)
            return false;
        top.IsInText = _inFStringText = true;
        top.InFormatSpec = true;
        return true;
    }

    private bool CloseFStringBracket(char c)
    {
        ref var top = ref _fstrings[_fstringCount - 1];
        if (--top.BracketDepth < 0)
        {
            top.BracketDepth = 0;
            return Fail(LexerErrors.UnmatchedBracket, $"{FStringPrefix}-string: unmatched '{c}'", _tokenStart + 1);
        }

        if (c == '}' && top.BracketDepth == top.ExpressionDepth)
        {
            top.ExpressionDepth--;
            top.IsInText = _inFStringText = true;
            top.InFormatSpec = false;
        }

        return true;
    }

    private struct FString
    {
        public char Quote;
        public int QuoteSize;
        public bool IsRaw;
        public bool IsTemplate;
        public int Start;
        public int StartLine;
        public int StartLineStart;

        // False while tokens of an expression are read.
        public bool IsInText;
        public bool InFormatSpec;

        // How many brackets of any kind are open in this string, and the depth of the innermost expression, from 0.
        public int BracketDepth;
        public int ExpressionDepth;

        // The number of brackets that were open before it.
        public int Level;

        public readonly bool IsInSpec => InFormatSpec && ExpressionDepth >= 0;
    }
}
