namespace Keelback.Lexer;

/// <summary>
/// Number literals. A scanner moves an offset over what fits and says where it stopped; the tokenize module (lossless
/// mode) checks less of what follows.
/// </summary>
public sealed partial class Lexer
{
    private Token ReadNumber()
    {
        var i = _tokenStart;
        if (At(i) == '0')
        {
            switch (At(i + 1))
            {
                case 'x' or 'X':
                    return ReadRadix(16, "hexadecimal");
                case 'o' or 'O':
                    return ReadRadix(8, "octal");
                case 'b' or 'B':
                    return ReadRadix(2, "binary");
            }

            return ReadAfterZero();
        }

        if (At(i) != '.' && !SkipDigits(ref i))
            return _failure;
        return ReadFraction(i);
    }

    private static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    private static bool IsRadixDigit(char c, int radix) =>
        radix == 16 ? char.IsAsciiHexDigit(c) : (uint)(c - '0') < (uint)radix;

    private Token ReadRadix(int radix, string name)
    {
        var i = _tokenStart + 2;
        do
        {
            if (At(i) == '_')
                i++;
            if (!IsRadixDigit(At(i), radix))
                return FailRadix(i, name);
            while (IsRadixDigit(At(i), radix))
                i++;
        }
        while (At(i) == '_');
        return IsDigit(At(i)) ? FailRadix(i, name) : EndNumber(i, name);
    }

    private Token FailRadix(int offset, string name) => IsDigit(At(offset))
        ? FailNumber($"invalid digit '{At(offset)}' in {name} literal", offset + 1)
        : FailNumber($"invalid {name} literal", offset);

    // Zeros, which may begin a float or an imaginary literal but no other decimal int.
    private Token ReadAfterZero()
    {
        var i = _tokenStart + 1;
        while (true)
        {
            if (At(i) == '_' && !IsDigit(At(++i)))
                return FailNumber("invalid decimal literal", i);
            if (At(i) != '0')
                break;
            i++;
        }

        var isNonzero = IsDigit(At(i));
        var zerosEnd = i;
        if (isNonzero && !SkipDigits(ref i))
            return _failure;
        if (isNonzero && !_lossless && At(i) is not ('.' or 'e' or 'E' or 'j' or 'J'))
            return FailLeadingZeros(zerosEnd, i);
        return ReadFraction(i);
    }

    // Digits with single underscores between them; false after an error.
    private bool SkipDigits(ref int offset)
    {
        while (true)
        {
            while (IsDigit(At(offset)))
                offset++;
            if (At(offset) != '_')
                return true;
            offset++;
            if (!IsDigit(At(offset)))
            {
                FailNumber("invalid decimal literal", offset);
                return false;
            }
        }
    }

    private Token ReadFraction(int offset)
    {
        if (At(offset) == '.')
        {
            offset++;
            if (IsDigit(At(offset)) && !SkipDigits(ref offset))
                return _failure;
        }

        if (At(offset) is 'e' or 'E')
        {
            var exponent = offset + 1;
            if (At(exponent) is '+' or '-')
            {
                exponent++;
                if (!IsDigit(At(exponent)))
                    return FailNumber("invalid decimal literal", exponent);
            }
            else if (!IsDigit(At(exponent)))
            {
                // "1else": the e belongs to what follows.
                return EndNumber(offset, "decimal");
            }

            offset = exponent;
            if (!SkipDigits(ref offset))
                return _failure;
        }

        return At(offset) is 'j' or 'J' ? EndNumber(offset + 1, "imaginary") : EndNumber(offset, "decimal");
    }

    // A keyword right behind a number is still allowed, with a warning; any other letter is an error.
    private Token EndNumber(int end, string name)
    {
        var c = At(end);
        if (c >= 128 || !IsNamePart(c) || _lossless)
            return Make(TokenKind.Number, end);
        if (!BeginsKeyword(end))
            return FailNumber($"invalid {name} literal", end);
        var token = Make(TokenKind.Number, end);
        Warn(LexerErrors.InvalidNumber, $"invalid {name} literal", end);
        return token;
    }

    private bool BeginsKeyword(int offset)
    {
        var rest = _text.AsSpan(offset);
        if (rest.Length >= 2 && rest[0] == 'i' && rest[1] is 'f' or 'n' or 's')
            return true;
        foreach (var keyword in (ReadOnlySpan<string>)["and", "else", "for", "or", "not"])
        {
            if (rest.StartsWith(keyword, StringComparison.Ordinal))
                return !IsNamePart(At(offset + keyword.Length));
        }

        return false;
    }

    private static bool IsNamePart(char c) => ClassOf(c) is Letter or PrefixLetter or Digit;

    private Token FailNumber(string message, int cursor)
    {
        _position = cursor;
        while (IsNamePart(At(_position)))
            _position++;
        Fail(LexerErrors.InvalidNumber, message, cursor);
        return _failure;
    }

    private Token FailLeadingZeros(int zerosEnd, int end)
    {
        _position = end;
        FailRange(
            LexerErrors.LeadingZeros,
            "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
            _tokenStart,
            zerosEnd);
        return _failure;
    }
}
