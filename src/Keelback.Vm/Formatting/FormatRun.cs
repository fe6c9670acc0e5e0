using System.Globalization;

namespace Keelback.Vm;

/// <summary>
/// One call of str.format or str.format_map: fills the fields of a template with arguments. Fields without a name are
/// numbered as they come, over nested specifications too.
/// </summary>
internal ref struct FormatRun
{
    private readonly PyThread _thread;
    private readonly ReadOnlySpan<PyValue> _arguments;
    private readonly PyValue _mapping;
    private readonly bool _hasArguments;
    private int _automatic;
    private bool _isManual;

    /// <summary>A call with arguments by position and name.</summary>
    public FormatRun(PyThread thread, ReadOnlySpan<PyValue> arguments, PyDict? keywords)
    {
        _thread = thread;
        _arguments = arguments;
        _mapping = keywords;
        _hasArguments = true;
    }

    /// <summary>A call with a mapping alone.</summary>
    public FormatRun(PyThread thread, PyValue mapping)
    {
        _thread = thread;
        _mapping = mapping;
    }

    /// <summary>Fills a template.</summary>
    public PyStr Format(PyStr template) => Fill(template, 2);

    private PyStr Fill(PyStr text, int depth)
    {
        if (depth <= 0)
            throw Raise.ValueError("Max string recursion exceeded");
        var template = new FormatTemplate(text);
        var result = new PyStrBuilder(text.Length + 32);
        while (template.TryRead(out var piece))
        {
            result.Append(piece.Literal);
            if (!piece.HasField)
                continue;
            var value = Convert(FieldValue(piece.FieldName), piece.Conversion);
            var specification = piece.IsNested ? Fill(piece.Specification, depth - 1) : piece.Specification;
            result.Append(Operators.Format(_thread, value, specification));
        }

        return result.ToPyStr();
    }

    private readonly PyValue Convert(PyValue value, int conversion)
    {
        switch (conversion)
        {
            case 0:
                return value;
            case 'r':
                return Operators.Repr(_thread, value);
            case 's':
                return Operators.Str(_thread, value);
            case 'a':
                return Operators.Ascii(_thread, value);
            default:
                throw Raise.ValueError(conversion is > 32 and < 127
                    ? $"Unknown conversion specifier {(char)conversion}"
                    : "Unknown conversion specifier \\x" + conversion.ToString("x", CultureInfo.InvariantCulture));
        }
    }

    private PyValue FieldValue(PyStr name)
    {
        var (first, at) = FormatTemplate.SplitName(name);
        var value = Argument(first);
        while (FormatTemplate.TryReadPart(name, ref at, out var isAttribute, out var key))
        {
            value = isAttribute
                ? Operators.GetAttribute(_thread, value, (PyStr)key.Ref!)
                : Operators.GetItem(_thread, value, key);
        }

        return value;
    }

    private PyValue Argument(PyStr name)
    {
        var isNumber = FormatTemplate.TryGetIndex(name, out var index);
        if (!isNumber && name.Length > 0)
            return NamedArgument(name);
        if (_hasArguments)
            index = Number(isNumber, index);
        else
            throw Raise.ValueError("Format string contains positional fields");
        return index < _arguments.Length
            ? _arguments[(int)index]
            : throw Raise.IndexError($"Replacement index {index} out of range for positional args tuple");
    }

    private readonly PyValue NamedArgument(PyStr name)
    {
        if (!_hasArguments)
            return Operators.GetItem(_thread, _mapping, name);
        return _mapping.Ref is PyDict keywords && keywords.TryGetValue(name, out var value) ? value : throw Raise.KeyError([name]);
    }

    private long Number(bool isNumber, long index)
    {
        if (isNumber)
        {
            if (_automatic > 0)
            {
                throw Raise.ValueError(
                    "cannot switch from automatic field numbering to manual field specification");
            }

            _isManual = true;
            return index;
        }

        if (_isManual)
            throw Raise.ValueError("cannot switch from manual field specification to automatic field numbering");
        return _automatic++;
    }
}
