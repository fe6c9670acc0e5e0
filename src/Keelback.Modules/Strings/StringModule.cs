using Keelback.Vm;

namespace Keelback.Modules.Strings;

/// <summary>The _string module: how str.format() takes its texts apart, for string.Formatter.</summary>
[PyModule("_string", Doc = "string helper module")]
internal static partial class StringModule
{
    [PyFunction("formatter_parser(string, /)", Doc = "Parse a format string into tuples of literal text, field name, format specification and conversion.")]
    private static PyValue FormatterParser(PyThread thread, PyStr @string) =>
        Operators.GetIterator(thread, new PyList([.. new MarkupParser(@string).Parse()]));

    [PyFunction("formatter_field_name_split(string, /)", Doc = "Split a field name into its first part and an iterator over attribute and item accesses.")]
    private static PyValue SplitFieldName(PyThread thread, PyStr @string)
    {
        var end = 0;
        while (end < @string.Length && @string[end] is not ('.' or '['))
            end++;
        var first = Part(@string, 0, end);
        var rest = new List<PyValue>();
        var position = end;
        while (position < @string.Length)
            rest.Add(NextAccess(@string, ref position));
        return PyTuple.From(first, Operators.GetIterator(thread, new PyList([.. rest])));
    }

    private static PyValue NextAccess(PyStr text, ref int position)
    {
        var opening = text[position++];
        var start = position;
        if (opening == '.')
        {
            while (position < text.Length && text[position] is not ('.' or '['))
                position++;
            return position == start
                ? throw Raise.ValueError("Empty attribute in format string")
                : PyTuple.From(PyValue.True, Slice(text, start, position));
        }

        if (opening != '[')
            throw Raise.ValueError("Only '.' or '[' may follow ']' in format field specifier");
        while (position < text.Length && text[position] != ']')
            position++;
        if (position >= text.Length)
            throw Raise.ValueError("Missing ']' in format string");
        if (position == start)
            throw Raise.ValueError("Empty attribute in format string");
        return PyTuple.From(PyValue.False, Part(text, start, position++));
    }

    // A part of digits is an int.
    private static PyValue Part(PyStr text, int start, int end)
    {
        if (start == end)
            return PyStr.Empty;
        var number = 0L;
        for (var i = start; i < end; i++)
        {
            if (text[i] is < '0' or > '9')
                return Slice(text, start, end);
            if (number > (long.MaxValue - 9) / 10)
                throw Raise.ValueError("Too many decimal digits in format string");
            number = (number * 10) + text[i] - '0';
        }

        return PyValue.FromInt(number);
    }

    internal static PyStr Slice(PyStr text, int start, int end)
    {
        if (text.WideCodePoints is { } wide)
            return PyStr.FromCodePoints(wide.AsSpan(start, end - start));
        return PyStr.FromUnits(text.Value[start..end]);
    }
}

/// <summary>Takes a format string apart.</summary>
internal sealed class MarkupParser(PyStr text)
{
    private int _position;

    /// <summary>One tuple for each replacement field, with the literal text before it.</summary>
    public List<PyValue> Parse()
    {
        var parts = new List<PyValue>();
        while (_position < text.Length)
        {
            var start = _position;
            var hasBrace = false;
            var c = 0;
            while (_position < text.Length)
            {
                c = text[_position++];
                if (c is not ('{' or '}'))
                    continue;
                hasBrace = true;
                break;
            }

            if (!hasBrace)
            {
                parts.Add(Literal(start, _position));
                break;
            }

            if (_position >= text.Length)
                throw Raise.ValueError(c == '{' ? "Single '{' encountered in format string" : "Single '}' encountered in format string");
            if (text[_position] == c)
            {
                parts.Add(Literal(start, _position));
                _position++;
                continue;
            }

            if (c == '}')
                throw Raise.ValueError("Single '}' encountered in format string");
            parts.Add(Field(StringModule.Slice(text, start, _position - 1)));
        }

        return parts;
    }

    private PyTuple Literal(int start, int end) =>
        PyTuple.From(StringModule.Slice(text, start, end), PyValue.None, PyValue.None, PyValue.None);

    private PyTuple Field(PyStr literal)
    {
        var start = _position;
        var c = 0;
        var isBracketed = false;
        while (_position < text.Length)
        {
            c = text[_position++];
            if (c == '{')
                throw Raise.ValueError("unexpected '{' in field name");
            if (c == '[')
                isBracketed = true;
            else if (c == ']')
                isBracketed = false;
            else if (!isBracketed && c is '}' or ':' or '!')
                break;
        }

        var name = StringModule.Slice(text, start, _position - (c is '}' or ':' or '!' ? 1 : 0));
        if (c is not ('}' or ':' or '!'))
            throw Raise.ValueError("expected '}' before end of string");
        var conversion = PyValue.None;
        if (c == '!')
        {
            if (_position >= text.Length)
                throw Raise.ValueError("end of string while looking for conversion specifier");
            conversion = PyStr.FromCodePoint(text[_position++]);
            if (_position < text.Length)
            {
                c = text[_position++];
                if (c == '}')
                    return PyTuple.From(literal, name, PyStr.Empty, conversion);
                if (c != ':')
                    throw Raise.ValueError("expected ':' after conversion specifier");
            }
        }

        return PyTuple.From(literal, name, c == ':' ? Specification() : PyStr.Empty, conversion);
    }

    // The specification reaches to the brace that closes the field; it may have fields itself.
    private PyStr Specification()
    {
        var start = _position;
        for (var depth = 1; _position < text.Length; _position++)
        {
            if (text[_position] == '{')
                depth++;
            else if (text[_position] == '}' && --depth == 0)
                return StringModule.Slice(text, start, _position++);
        }

        throw Raise.ValueError("unmatched '{' in format spec");
    }
}
