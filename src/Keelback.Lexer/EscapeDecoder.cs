using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Keelback.Text;

namespace Keelback.Lexer;

/// <summary>
/// Reads the escapes of one literal. Errors give positions as CPython's codec does, which sees each character beyond
/// ASCII as an escape of ten characters.
/// </summary>
internal ref struct EscapeDecoder(string source, TextSpan span, bool isFString, CharacterNameLookup? names)
{
    private static readonly SearchValues<char> s_stops = SearchValues.Create("\\\r");

    private readonly ReadOnlySpan<char> _text = source.AsSpan(span.Start, span.Length);
    private int _position;
    private InvalidEscape? _invalid;
    private string? _error;

    public LiteralResult DecodeText()
    {
        var result = new CodePointBuilder(_text.Length);
        while (_position < _text.Length)
        {
            var plain = _text[_position..].IndexOfAny(s_stops);
            if (plain < 0)
                plain = _text.Length - _position;
            result.Append(_text.Slice(_position, plain));
            _position += plain;
            if (_position == _text.Length)
                break;
            if (_text[_position] == '\r')
            {
                SkipLineEnd();
                result.Append('\n');
                continue;
            }

            ReadTextEscape(result);
            if (_error is not null)
                return new LiteralResult(null, _error, LexerErrors.BadEscape, _invalid);
        }

        return new LiteralResult(result.ToConstant(), InvalidEscape: _invalid);
    }

    public LiteralResult DecodeBytes()
    {
        var result = ImmutableArray.CreateBuilder<byte>(_text.Length);
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (c == '\r')
            {
                SkipLineEnd();
                result.Add((byte)'\n');
            }
            else if (c != '\\')
            {
                result.Add((byte)c);
                _position++;
            }
            else if (!ReadByteEscape(result))
            {
                return new LiteralResult(null, _error, LexerErrors.BadEscape, _invalid);
            }
        }

        return new LiteralResult(new Constant.Bytes(result.ToImmutable()), InvalidEscape: _invalid);
    }

    private void SkipLineEnd() =>
        _position += _text[_position] == '\r' && _position + 1 < _text.Length && _text[_position + 1] == '\n' ? 2 : 1;

    // The escapes that str and bytes share: one character, or nothing for a line end. Null for any other.
    private bool TrySimpleEscape(char c, out int value)
    {
        value = c switch
        {
            '\\' or '\'' or '"' => c,
            'a' => 7,
            'b' => 8,
            'f' => 12,
            'n' => 10,
            'r' => 13,
            't' => 9,
            'v' => 11,
            '\n' or '\r' => -1,
            _ => -2,
        };
        if (value == -2)
            return false;
        _position++;
        if (value == -1)
            SkipLineEnd();
        else
            _position++;
        return true;
    }

    private void ReadTextEscape(CodePointBuilder result)
    {
        var start = _position;
        if (start + 1 == _text.Length)
        {
            // Only the text of an f-string can end so, before a brace that the backslash does not escape.
            result.Append('\\');
            _position++;
            return;
        }

        var c = _text[start + 1];
        if (TrySimpleEscape(c, out var simple))
        {
            if (simple >= 0)
                result.Append(simple);
            return;
        }

        switch (c)
        {
            case >= '0' and <= '7':
                result.Append(ReadOctal());
                break;
            case 'x':
                ReadHexEscape(result, 2, "truncated \\xXX escape");
                break;
            case 'u':
                ReadHexEscape(result, 4, "truncated \\uXXXX escape");
                break;
            case 'U':
                ReadHexEscape(result, 8, "truncated \\UXXXXXXXX escape");
                break;
            case 'N':
                ReadNamedEscape(result);
                break;
            default:
                NoteInvalid(c);
                result.Append('\\');
                _position++;
                break;
        }
    }

    private bool ReadByteEscape(ImmutableArray<byte>.Builder result)
    {
        var start = _position;
        var c = start + 1 < _text.Length ? _text[start + 1] : '\0';
        if (TrySimpleEscape(c, out var simple))
        {
            if (simple >= 0)
                result.Add((byte)simple);
        }
        else if (c is >= '0' and <= '7')
        {
            result.Add((byte)ReadOctal());
        }
        else if (c == 'x')
        {
            if (start + 3 >= _text.Length || !byte.TryParse(
                _text.Slice(start + 2, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                _error = $"(value error) invalid \\x escape at position {CodecPosition(start)}";
                return false;
            }

            result.Add(value);
            _position = start + 4;
        }
        else
        {
            NoteInvalid(c);
            result.Add((byte)'\\');
            _position++;
        }

        return true;
    }

    private int ReadOctal()
    {
        var start = _position++;
        var value = 0;
        for (var digits = 0; digits < 3 && _position < _text.Length && _text[_position] is >= '0' and <= '7'; digits++)
            value = (value * 8) + (_text[_position++] - '0');
        if (value > 0xFF && _invalid is null)
        {
            var digits = _text[(start + 1).._position].ToString();
            _invalid = new InvalidEscape(span.Start + start, digits, StringLiteral.InvalidOctalMessage(digits));
        }

        return value;
    }

    private void ReadHexEscape(CodePointBuilder result, int count, string message)
    {
        var start = _position;
        var end = start + 2;
        var value = 0L;
        while (end < _text.Length && end < start + 2 + count && char.IsAsciiHexDigit(_text[end]))
            value = (value * 16) + Convert.ToInt32(_text.Slice(end++, 1).ToString(), 16);
        if (end < start + 2 + count)
        {
            Fail(start, end, message);
            return;
        }

        if (value > 0x10FFFF)
        {
            Fail(start, end, "illegal Unicode character");
            return;
        }

        result.Append((int)value);
        _position = end;
    }

    private void ReadNamedEscape(CodePointBuilder result)
    {
        var start = _position;
        var end = start + 2;
        if (end < _text.Length && _text[end] == '{')
        {
            var close = _text[end..].IndexOf('}');
            if (close < 0)
            {
                end = _text.Length;
            }
            else if (close == 1)
            {
                end++;
            }
            else
            {
                var name = _text.Slice(end + 1, close - 1).ToString();
                end += close + 1;
                if (names?.Invoke(name) is { } codePoint)
                {
                    result.Append(codePoint);
                    _position = end;
                    return;
                }

                Fail(start, end, "unknown Unicode character name");
                return;
            }
        }

        Fail(start, end, "malformed \\N character escape");
    }

    // The lexer has warned already of a brace in the text of an f-string.
    private void NoteInvalid(char c)
    {
        if (_invalid is not null || c >= 0x80 || c == '\0' || (isFString && c is '{' or '}'))
            return;
        var text = c.ToString();
        _invalid = new InvalidEscape(span.Start + _position, text, StringLiteral.InvalidEscapeMessage(text));
    }

    private void Fail(int start, int end, string reason)
    {
        var first = CodecPosition(start);
        var last = CodecPosition(end) - 1;
        _error = $"(unicode error) 'unicodeescape' codec can't decode bytes in position {first}-{last}: {reason}";
    }

    private readonly int CodecPosition(int offset)
    {
        var position = 0;
        for (var i = 0; i < offset; i++)
        {
            var c = _text[i];
            if (c == '\r' && i + 1 < _text.Length && _text[i + 1] == '\n')
                continue;
            if (c >= 0x80)
                position += char.IsLowSurrogate(c) ? 0 : 10;
            else if (c == '\\' && i + 1 < _text.Length && _text[i + 1] >= 0x80)
                position += 6;
            else
                position++;
            if (c == '\\' && i + 1 < offset && _text[i + 1] == '\\')
            {
                position++;
                i++;
            }
        }

        return position;
    }
}
