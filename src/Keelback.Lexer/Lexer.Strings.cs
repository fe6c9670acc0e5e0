using System.Buffers;
using System.Text;

namespace Keelback.Lexer;

/// <summary>String and bytes literals: found here, decoded by <see cref="StringLiteral"/>.</summary>
public sealed partial class Lexer
{
    private static readonly SearchValues<char> s_singleQuoteStops = SearchValues.Create("'\\\n\r");
    private static readonly SearchValues<char> s_doubleQuoteStops = SearchValues.Create("\"\\\n\r");

    // From the quote on; the prefix before it belongs to the token.
    private Token ReadString(int quoteAt)
    {
        var quote = _text[quoteAt];
        var isTriple = At(quoteAt + 1) == quote && At(quoteAt + 2) == quote;
        if (isTriple)
            return ReadTripleString(quote, quoteAt + 3);
        var i = quoteAt + 1;
        var line = _line;
        var column = Column(_tokenStart);
        var hasEscapedQuote = false;
        while (true)
        {
            var found = _text.AsSpan(i).IndexOfAny(quote == '"' ? s_doubleQuoteStops : s_singleQuoteStops);
            i = found < 0 ? _text.Length : i + found;
            var c = At(i);
            if (c == quote)
                return MakeString(i + 1, line, column);
            if (c != '\\')
                return FailString(i, line, column, isTriple: false, quote, hasEscapedQuote);
            hasEscapedQuote |= At(i + 1) == quote;
            SkipEscape(ref i);
        }
    }

    private Token ReadTripleString(char quote, int from)
    {
        var i = from;
        var line = _line;
        var column = Column(_tokenStart);
        while (true)
        {
            var found = _text.AsSpan(i).IndexOfAny(quote == '"' ? s_doubleQuoteStops : s_singleQuoteStops);
            i = found < 0 ? _text.Length : i + found;
            if (IsAtEnd(i))
                return FailString(i, line, column, isTriple: true, quote, hasEscapedQuote: false);
            var c = _text[i];
            if (c == quote)
            {
                if (At(i + 1) == quote && At(i + 2) == quote)
                    return MakeString(i + 3, line, column);
                i++;
            }
            else if (c == '\\')
            {
                SkipEscape(ref i);
            }
            else
            {
                i += LineEndLength(i);
                ContinueOnLine(i);
            }
        }
    }

    // Over a backslash and the character that it escapes, which may be a line end.
    private void SkipEscape(ref int offset)
    {
        var length = LineEndLength(offset + 1);
        if (length > 0)
        {
            offset += 1 + length;
            ContinueOnLine(offset);
            return;
        }

        offset = Math.Min(offset + 2, _text.Length);
    }

    private Token MakeString(int end, int line, int column)
    {
        var isAscii = _isAscii || Ascii.IsValid(_text.AsSpan(_tokenStart, end - _tokenStart));
        _position = end;
        return new Token(TokenKind.String, isAscii, _tokenStart, end, line, column, _line, Column(end));
    }
}
