namespace Keelback.Vm;

/// <summary>One step through the template of str.format: literal text and, where one follows, a replacement field.</summary>
internal readonly record struct FormatPiece(PyStr Literal, bool HasField, PyStr FieldName, int Conversion, PyStr Specification, bool IsNested);

/// <summary>
/// Takes the templates of str.format apart, and the names of fields. What is done with the pieces is in FormatRun;
/// string.Formatter sees them too, by way of the module _string.
/// </summary>
internal sealed class FormatTemplate(PyStr text)
{
    private int _at;

    /// <summary>The next piece; false at the end.</summary>
    public bool TryRead(out FormatPiece piece)
    {
        piece = default;
        if (_at >= text.Length)
            return false;
        var start = _at;
        var mark = -1;
        while (_at < text.Length && mark < 0)
        {
            var c = text[_at++];
            if (c is '{' or '}')
                mark = c;
        }

        var isAtEnd = _at >= text.Length;
        var isDoubled = mark >= 0 && !isAtEnd && text[_at] == mark;
        if (mark == '}' && !isDoubled)
            throw Raise.ValueError("Single '}' encountered in format string");
        if (mark == '{' && isAtEnd)
            throw Raise.ValueError("Single '{' encountered in format string");
        var end = mark < 0 || isDoubled ? _at : _at - 1;
        var literal = text.Substring(start, end - start);
        if (isDoubled)
            _at++;
        piece = mark < 0 || isDoubled
            ? new FormatPiece(literal, false, PyStr.Empty, 0, PyStr.Empty, false)
            : ReadField(literal);
        return true;
    }

    /// <summary>The first part of a field's name, which stands for an argument, and the place where its parts begin.</summary>
    public static (PyStr First, int End) SplitName(PyStr name)
    {
        var end = 0;
        while (end < name.Length && name[end] is not ('.' or '['))
            end++;
        return (name.Substring(0, end), end);
    }

    /// <summary>The next part of a field's name: an attribute, or an item, whose key is a number where it can be; false at the end.</summary>
    public static bool TryReadPart(PyStr name, ref int at, out bool isAttribute, out PyValue key)
    {
        isAttribute = false;
        key = default;
        if (at >= name.Length)
            return false;
        var kind = name[at++];
        var start = at;
        PyStr part;
        switch (kind)
        {
            case '.':
                while (at < name.Length && name[at] is not ('.' or '['))
                    at++;
                part = name.Substring(start, at - start);
                isAttribute = true;
                key = part;
                break;
            case '[':
                while (at < name.Length && name[at] != ']')
                    at++;
                if (at == name.Length)
                    throw Raise.ValueError("Missing ']' in format string");
                part = name.Substring(start, at - start);
                at++;
                key = TryGetIndex(part, out var index) ? PyValue.FromInt(index) : part;
                break;
            default:
                throw Raise.ValueError("Only '.' or '[' may follow ']' in format field specifier");
        }

        return part.Length > 0 ? true : throw Raise.ValueError("Empty attribute in format string");
    }

    /// <summary>Reads a text of digits alone as a number.</summary>
    public static bool TryGetIndex(PyStr text, out long index)
    {
        index = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var digit = UnicodeClass.DecimalValue(text[i]);
            if (digit < 0)
                return false;
            if (index > (long.MaxValue - digit) / 10)
                throw Raise.ValueError("Too many decimal digits in format string");
            index = (index * 10) + digit;
        }

        return text.Length > 0;
    }

    private FormatPiece ReadField(PyStr literal)
    {
        var start = _at;
        var end = ReadName();
        var name = text.Substring(start, _at - start - (end < 0 ? 0 : 1));
        if (end == '}')
            return new FormatPiece(literal, true, name, 0, PyStr.Empty, false);
        if (end < 0)
            throw Raise.ValueError("expected '}' before end of string");

        var conversion = 0;
        if (end == '!')
        {
            if (_at >= text.Length)
                throw Raise.ValueError("end of string while looking for conversion specifier");
            conversion = text[_at++];
            if (_at < text.Length)
            {
                var next = text[_at++];
                if (next == '}')
                    return new FormatPiece(literal, true, name, conversion, PyStr.Empty, false);
                if (next != ':')
                    throw Raise.ValueError("expected ':' after conversion specifier");
            }
        }

        return ReadSpecification(literal, name, conversion);
    }

    // Gives the character that ends the name, or -1 where the text ends first.
    private int ReadName()
    {
        while (_at < text.Length)
        {
            var c = text[_at++];
            if (c == '{')
                throw Raise.ValueError("unexpected '{' in field name");
            if (c is '}' or ':' or '!')
                return c;
            if (c != '[')
                continue;
            while (_at < text.Length && text[_at] != ']')
                _at++;
        }

        return -1;
    }

    private FormatPiece ReadSpecification(PyStr literal, PyStr name, int conversion)
    {
        var start = _at;
        var depth = 1;
        var isNested = false;
        while (_at < text.Length)
        {
            var c = text[_at++];
            if (c == '{')
            {
                isNested = true;
                depth++;
            }
            else if (c == '}' && --depth == 0)
            {
                return new FormatPiece(literal, true, name, conversion, text.Substring(start, _at - 1 - start), isNested);
            }
        }

        throw Raise.ValueError("unmatched '{' in format spec");
    }
}
