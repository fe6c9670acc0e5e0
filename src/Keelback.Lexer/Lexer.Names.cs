using System.Text;

namespace Keelback.Lexer;

/// <summary>Names and keywords, and the prefixes of strings, which look like names until the quote comes.</summary>
public sealed partial class Lexer
{
    private Token ReadName(int from)
    {
        var text = _text;
        var i = from;
        while ((uint)i < (uint)text.Length)
        {
            var c = text[i];
            if (c >= 128)
                return ReadNonAsciiName(i);
            if (Classes[c] is not (Letter or PrefixLetter or Digit))
                break;
            i++;
        }

        return Make(KeywordMatcher.Match(text.AsSpan(_tokenStart, i - _tokenStart)), i);
    }

    // From the first character beyond ASCII on. The tokenize module takes every such character for a part of a name.
    private Token ReadNonAsciiName(int from)
    {
        var i = from;
        while (!IsAtEnd(i))
        {
            var c = _text[i];
            if (c < 128)
            {
                if (ClassOf(c) is not (Letter or PrefixLetter or Digit))
                    break;
                i++;
                continue;
            }

            var status = Rune.DecodeFromUtf16(_text.AsSpan(i), out var rune, out var length);
            var isPart = status == System.Buffers.OperationStatus.Done
                && (i == _tokenStart ? Identifiers.IsStart(rune) : Identifiers.IsContinue(rune));
            if (!isPart && !_lossless)
                return ReadForeignCharacter(i, rune, length);
            i += length;
        }

        var column = Column(_tokenStart);
        _position = i;
        return new Token(TokenKind.Name, false, _tokenStart, i, _line, column, _line, Column(i));
    }

    // A variant of the language may have operators beyond ASCII; anything else here is an error.
    private Token ReadForeignCharacter(int offset, Rune rune, int length)
    {
        var kind = OperatorMatcher.Match(_text, offset, out var operatorLength);
        if (kind != TokenKind.ErrorToken)
        {
            return offset == _tokenStart
                ? Make(kind, offset + operatorLength)
                : Make(KeywordMatcher.Match(_text.AsSpan(_tokenStart, offset - _tokenStart)), offset);
        }

        var number = length == 1 ? _text[offset] : rune.Value;
        if (!Identifiers.IsPrintable(number))
            return FailNonPrintable(number, offset + length);
        Fail(
            LexerErrors.InvalidCharacter,
            $"invalid character '{_text.AsSpan(offset, length)}' (U+{number:X4})",
            offset + length);
        return _failure;
    }

    // The letters b, r, u, f and t, each at most once and in any order, are a prefix if a quote follows them.
    private Token ReadNameOrString()
    {
        var seen = Prefixes.None;
        for (var i = _tokenStart; ; i++)
        {
            var letter = At(i) switch
            {
                'b' or 'B' => Prefixes.Bytes,
                'r' or 'R' => Prefixes.Raw,
                'u' or 'U' => Prefixes.Unicode,
                'f' or 'F' => Prefixes.Format,
                't' or 'T' => Prefixes.Template,
                _ => Prefixes.None,
            };
            if (letter != Prefixes.None && (seen & letter) == 0)
            {
                seen |= letter;
                continue;
            }

            if (At(i) is not ('"' or '\''))
                return ReadName(i);
            if (!CheckPrefixes(seen, i))
                return _failure;
            return (seen & (Prefixes.Format | Prefixes.Template)) != 0 ? BeginFString(seen, i) : ReadString(i);
        }
    }

    private bool CheckPrefixes(Prefixes seen, int quote)
    {
        const Prefixes Formatted = Prefixes.Format | Prefixes.Template;
        if ((seen & Prefixes.Unicode) != 0)
        {
            if ((seen & Prefixes.Bytes) != 0)
                return FailPrefixes('u', 'b', quote);
            if ((seen & Prefixes.Raw) != 0)
                return FailPrefixes('u', 'r', quote);
            if ((seen & Formatted) != 0)
                return FailPrefixes('u', (seen & Prefixes.Format) != 0 ? 'f' : 't', quote);
        }

        if ((seen & Prefixes.Bytes) != 0 && (seen & Formatted) != 0)
            return FailPrefixes('b', (seen & Prefixes.Format) != 0 ? 'f' : 't', quote);
        return (seen & Formatted) != Formatted || FailPrefixes('f', 't', quote);
    }

    [Flags]
    private enum Prefixes
    {
        None = 0,
        Bytes = 1,
        Raw = 2,
        Unicode = 4,
        Format = 8,
        Template = 16,
    }
}
