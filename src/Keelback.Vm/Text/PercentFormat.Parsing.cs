using System.Globalization;

namespace Keelback.Vm;

/// <summary>Reading a field of a % format, and taking its arguments.</summary>
internal sealed partial class PercentFormat
{
    private PercentField ReadField()
    {
        var field = new PercentField { Width = -1, Precision = -1 };
        if (Peek() == '(')
            field.Key = ReadKey();
        if (field.Key is { } key)
            _argument = ItemOf(key);
        ReadFlags(ref field);
        if (Peek() == '*')
        {
            _at++;
            var width = StarArgument(Conversions.ToSize);
            if (width < 0)
            {
                field.IsLeft = true;
                width = width == long.MinValue ? long.MaxValue : -width;
            }

            field.Width = (int)Math.Min(width, int.MaxValue);
            RequireMore();
        }
        else if (Peek() is >= '0' and <= '9')
        {
            field.Width = ReadNumber("width too big");
        }

        if (Peek() == '.')
            ReadPrecision(ref field);
        if (Peek() is 'h' or 'l' or 'L')
            _at++;
        RequireMore();
        field.Conversion = _format[_at++];
        return field;
    }

    private PyStr ReadKey()
    {
        if (_mapping.IsMissing)
            throw Raise.TypeError("format requires a mapping");
        var start = ++_at;
        var depth = 1;
        while (depth > 0)
        {
            if (_at >= _format.Length)
                throw Raise.ValueError("incomplete format key");
            var c = _format[_at++];
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }

        return _format.Substring(start, _at - 1 - start);
    }

    private void ReadFlags(ref PercentField field)
    {
        for (; ; _at++)
        {
            switch (Peek())
            {
                case '-':
                    field.IsLeft = true;
                    break;
                case '+':
                    field.HasPlus = true;
                    break;
                case ' ':
                    field.HasBlank = true;
                    break;
                case '#':
                    field.IsAlternate = true;
                    break;
                case '0':
                    field.IsZeroPadded = true;
                    break;
                default:
                    return;
            }
        }
    }

    private void ReadPrecision(ref PercentField field)
    {
        _at++;
        field.Precision = 0;
        if (Peek() == '*')
        {
            _at++;
            field.Precision = (int)Math.Max(0, StarArgument(static (thread, value) => Conversions.ToInt32(thread, value)));
            RequireMore();
        }
        else if (Peek() is >= '0' and <= '9')
        {
            field.Precision = ReadNumber("precision too big");
        }
    }

    private int ReadNumber(string tooBig)
    {
        var number = 0L;
        while (Peek() is >= '0' and <= '9')
        {
            number = (number * 10) + (_format[_at++] - '0');
            if (number > (tooBig[0] == 'p' ? int.MaxValue : long.MaxValue / 20))
                throw Raise.ValueError(tooBig);
        }

        return (int)Math.Min(number, int.MaxValue);
    }

    private long StarArgument(Func<PyThread, PyValue, long> convert)
    {
        var argument = NextArgument();
        return argument.IsSmallInt || argument.IsBool || argument.Ref is PyInt
            ? convert(_thread, argument)
            : throw Raise.TypeError("* wants int");
    }

    private int Peek() => _at < _format.Length ? _format[_at] : -1;

    private void RequireMore()
    {
        if (_at >= _format.Length)
            throw Raise.ValueError("incomplete format");
    }

    private PyValue ItemOf(PyStr key) =>
        Operators.GetItem(_thread, _mapping, _isBytes ? new PyBytes(Codecs.EncodeLatin1(key)) : (PyValue)key);

    // A field with a key has its argument already; others take the next of the tuple, or the one value that there is.
    private PyValue NextArgument()
    {
        if (!_argument.IsMissing)
            return _argument;
        if (_tuple is { } tuple)
        {
            if (_taken < tuple.Count)
                return tuple[_taken++];
        }
        else if (_taken == 0)
        {
            _taken = 1;
            return _values;
        }

        throw Raise.TypeError("not enough arguments for format string");
    }

    private PyException Unsupported(int conversion)
    {
        var shown = conversion is >= 32 and < 127 ? ((char)conversion).ToString() : "?";
        var code = conversion.ToString("x", CultureInfo.InvariantCulture);
        return Raise.ValueError($"unsupported format character '{shown}' (0x{code}) at index {_at - 1}");
    }
}
