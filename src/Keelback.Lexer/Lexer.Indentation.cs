namespace Keelback.Lexer;

/// <summary>
/// Indentation: measured twice, with tabs to multiples of 8 and with tabs as 1, and refused where the two disagree about
/// which line is deeper.
/// </summary>
public sealed partial class Lexer
{
    private const int TabSize = 8;
    private const int MaxIndentation = 100;

    private readonly int[] _columns = new int[MaxIndentation];
    private readonly int[] _alternativeColumns = new int[MaxIndentation];
    private int _indentation;

    // Indents to give, or dedents where negative.
    private int _pendingIndents;
    private bool _atLineStart = true;

    // Reads a line's indentation and notes whether the line is blank; false after an error.
    private bool ReadIndentation()
    {
        _atLineStart = false;
        var text = _text;
        var column = 0;
        var alternative = 0;
        var continued = 0;
        var i = _position;
        for (; (uint)i < (uint)text.Length; i++)
        {
            var c = text[i];
            if (c == ' ')
            {
                column++;
                alternative++;
            }
            else if (c == '\t')
            {
                column = (column / TabSize + 1) * TabSize;
                alternative++;
            }
            else if (c == '\f')
            {
                column = alternative = 0;
            }
            else if (c == '\\')
            {
                // The first line of several joined ones says how deep they are.
                if (continued == 0)
                    continued = column;
                if (!ContinueLine(ref i))
                    return false;
                _bufferStart = i--;
            }
            else
            {
                break;
            }
        }

        _position = i;
        NoteBlankLine(i, ref column, ref alternative);
        if (_isBlankLine || _level > 0)
            return true;
        return continued == 0 ? Indent(column, alternative) : Indent(continued, continued);
    }

    private void NoteBlankLine(int offset, ref int column, ref int alternative)
    {
        var c = At(offset);
        var isLineEnd = c is '\n' or '\r' || (IsAtEnd(offset) && GivesFinalNewLine());
        if (c != '#' && !isLineEnd)
            return;
        if (_options.Interactive && column == 0 && isLineEnd)
            return;
        if (_options.Interactive && _line == 1)
            column = alternative = 0;
        else
            _isBlankLine = true;
    }

    private bool Indent(int column, int alternative)
    {
        if (column == _columns[_indentation])
            return alternative == _alternativeColumns[_indentation] || FailTabs();
        if (column > _columns[_indentation])
        {
            if (_indentation + 1 >= MaxIndentation)
                return FailTooDeep();
            if (alternative <= _alternativeColumns[_indentation])
                return FailTabs();
            _pendingIndents++;
            _columns[++_indentation] = column;
            _alternativeColumns[_indentation] = alternative;
            return true;
        }

        while (_indentation > 0 && column < _columns[_indentation])
        {
            _pendingIndents--;
            _indentation--;
        }

        if (column != _columns[_indentation])
            return FailDedent();
        return alternative == _alternativeColumns[_indentation] || FailTabs();
    }

    private Token GiveIndentation()
    {
        if (_pendingIndents < 0)
        {
            _pendingIndents++;
            return MakeEmpty(TokenKind.Dedent, _position);
        }

        _pendingIndents--;
        if (!_lossless)
            return MakeEmpty(TokenKind.Indent, _position);
        return new Token(TokenKind.Indent, true, _lineStart, _position, _line, 0, _line, Column(_position));
    }
}
