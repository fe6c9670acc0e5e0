namespace Keelback.Lexer;

/// <summary>Comments: passed over, given as trivia, or, where they are asked for, read as type comments.</summary>
public sealed partial class Lexer
{
    // False where the comment is no token.
    private bool ReadComment(out Token token)
    {
        var rest = _text.AsSpan(_tokenStart);
        var length = rest.IndexOfAny('\n', '\r');
        var end = length < 0 ? _text.Length : _tokenStart + length;
        if (_options.TypeComments && TypeCommentText(_tokenStart, end) is { } from)
        {
            token = MakeTypeComment(from, end);
            return true;
        }

        if (_lossless)
        {
            _commentEndsBlankLine = _isBlankLine;
            var isAscii = _isAscii;
            token = Make(TokenKind.Comment, end);
            if (!isAscii)
                token = new Token(token.Kind, false, token.Start, end, token.Line, token.Column, token.EndLine, token.EndColumn);
            return true;
        }

        _position = end;
        token = default;

        // The line end right behind it must still know that the line is blank.
        var lineEnd = LineEndLength(end);
        if (lineEnd > 0)
            return ReadLineEnd(end, lineEnd, out token);
        return GivesFinalNewLine() && ReadLineEnd(end, 0, out token);
    }

    // Where the text of a type comment begins: "# type: ", with any number of blanks for each of the two spaces.
    private int? TypeCommentText(int start, int end)
    {
        var i = SkipCommentBlanks(start + 1, end);
        if (!_text.AsSpan(i, end - i).StartsWith("type:", StringComparison.Ordinal))
            return null;
        return SkipCommentBlanks(i + 5, end);
    }

    private int SkipCommentBlanks(int offset, int end)
    {
        while (offset < end && _text[offset] is ' ' or '\t')
            offset++;
        return offset;
    }

    private Token MakeTypeComment(int from, int end)
    {
        const string Ignore = "ignore";
        var text = _text.AsSpan(from, end - from);
        var isIgnore = text.StartsWith(Ignore, StringComparison.Ordinal)
            && (text.Length == Ignore.Length || !(text[Ignore.Length] >= 128 || char.IsAsciiLetterOrDigit(text[Ignore.Length])));
        _tokenStart = isIgnore ? from + Ignore.Length : from;
        var token = Make(isIgnore ? TokenKind.TypeIgnore : TokenKind.TypeComment, end);
        if (isIgnore && _isBlankLine)
        {
            // Alone on its line, it takes the line end along.
            var lineEnd = LineEndLength(end);
            _gaveFinalNewLine |= lineEnd == 0;
            _position = end + lineEnd;
            StartLine(_position);
            _atLineStart = true;
        }

        return token;
    }
}
