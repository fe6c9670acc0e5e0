namespace Keelback.Lexer;

/// <summary>
/// The lossless mode: what lies between two tokens is given as pieces before the second of them. That is only white
/// space, continuations of lines, and the second of two doubled braces.
/// </summary>
public sealed partial class Lexer
{
    private Token _waiting;
    private bool _hasWaiting;
    private int _covered;
    private int _coveredLine = 1;
    private int _coveredColumn;

    private Token NextPiece()
    {
        if (!_hasWaiting)
        {
            _waiting = Read();
            _hasWaiting = true;
        }

        if (_covered < _waiting.Start)
            return NextGap(_waiting.Start);
        _hasWaiting = false;
        Cover(_waiting.End, _waiting.EndLine, _waiting.EndColumn);
        if (_waiting.Kind is TokenKind.NewLine or TokenKind.Nl)
            Cover(_waiting.End, _waiting.Line + 1, 0);
        return _waiting;
    }

    private Token NextGap(int limit)
    {
        var start = _covered;
        var line = _coveredLine;
        var column = _coveredColumn;
        switch (_text[start])
        {
            case '\\':
                var end = start + 1 + LineEndLength(start + 1);
                Cover(end, line + 1, 0);
                return new Token(TokenKind.LineContinuation, true, start, end, line, column, line, column + end - start);
            case '{' or '}':
                Cover(start + 1, line, column + 1);
                return new Token(TokenKind.BraceEscape, true, start, start + 1, line, column, line, column + 1);
            default:
                var next = _text.AsSpan(start, limit - start).IndexOf('\\');
                var stop = next < 0 ? limit : start + next;
                Cover(stop, line, column + stop - start);
                return new Token(TokenKind.Whitespace, true, start, stop, line, column, line, column + stop - start);
        }
    }

    private void Cover(int end, int line, int column)
    {
        _covered = end;
        _coveredLine = line;
        _coveredColumn = column;
    }
}
