using System.Globalization;
using System.Numerics;

namespace Keelback.Vm;

/// <summary>
/// The % operator of str and of bytes: one run through a format. Bytes are treated as the Latin-1 characters of the same
/// numbers and turned back at the end. Reading the fields is in PercentFormat.Parsing.cs.
/// </summary>
internal sealed partial class PercentFormat
{
    private readonly PyThread _thread;
    private readonly PyStr _format;
    private readonly PyValue _values;
    private readonly PyValue _mapping;
    private readonly PyTuple? _tuple;
    private readonly bool _isBytes;
    private readonly PyStrBuilder _result;
    private int _at;
    private int _taken;
    private PyValue _argument;

    private unsafe PercentFormat(PyThread thread, PyStr format, PyValue values, bool isBytes)
    {
        _thread = thread;
        _format = format;
        _values = values;
        _tuple = values.Ref as PyTuple;
        _isBytes = isBytes;
        _result = new PyStrBuilder(format.Length + 32);
        var isOneValue = values.Ref is PyTuple or PyStr || (isBytes && values.Ref is PyBytes or PyByteArray);
        if (!isOneValue && values.Type.Slots.MpSubscript != null)
            _mapping = values;
    }

    /// <summary>Formats values by a str.</summary>
    public static PyStr Format(PyThread thread, PyStr format, PyValue values)
    {
        var run = new PercentFormat(thread, format, values, isBytes: false);
        run.Run();
        return run._result.ToPyStr();
    }

    /// <summary>Formats values by bytes.</summary>
    public static byte[] Format(PyThread thread, ReadOnlySpan<byte> format, PyValue values)
    {
        var run = new PercentFormat(thread, Codecs.DecodeLatin1(format), values, isBytes: true);
        run.Run();
        return Codecs.EncodeLatin1(run._result.ToPyStr());
    }

    private void Run()
    {
        var percent = PyStr.FromCodePoint('%');
        while (_at < _format.Length)
        {
            var next = _format.IndexOf(percent, _at, _format.Length);
            var end = next < 0 ? _format.Length : next;
            _result.Append(_format, _at, end - _at);
            _at = end;
            if (next < 0)
                break;
            _at++;
            if (Peek() == '%')
            {
                _result.Append('%');
                _at++;
                continue;
            }

            _argument = default;
            RequireMore();
            Write(ReadField());
        }

        var isUsedUp = _tuple is { } tuple ? _taken >= tuple.Count : _taken > 0 || !_mapping.IsMissing;
        if (!isUsedUp)
            throw Raise.TypeError($"not all arguments converted during {(_isBytes ? "bytes" : "string")} formatting");
    }

    private void Write(PercentField field)
    {
        var argument = NextArgument();
        switch (field.Conversion)
        {
            case 's' when !_isBytes:
                WriteText(field, Operators.Str(_thread, argument));
                break;
            case 's' or 'b' when _isBytes:
                WriteText(field, BytesArgument(argument));
                break;
            case 'r':
                WriteText(field, _isBytes ? Operators.Ascii(_thread, argument) : Operators.Repr(_thread, argument));
                break;
            case 'a':
                WriteText(field, Operators.Ascii(_thread, argument));
                break;
            case 'c':
                field.Precision = -1;
                WriteText(field, PyStr.FromCodePoint(_isBytes ? ByteOf(argument) : CharacterOf(argument)));
                break;
            case 'd' or 'i' or 'u' or 'x' or 'X' or 'o':
                WriteInteger(field, argument);
                break;
            case 'e' or 'E' or 'f' or 'F' or 'g' or 'G':
                WriteFloat(field, argument);
                break;
            default:
                throw Unsupported(field.Conversion);
        }
    }

    private void WriteText(in PercentField field, PyStr text)
    {
        var length = field.Precision >= 0 ? Math.Min(field.Precision, text.Length) : text.Length;
        var padding = field.Width - length;
        if (!field.IsLeft)
            _result.Append(' ', padding);
        _result.Append(text, 0, length);
        if (field.IsLeft)
            _result.Append(' ', padding);
    }

    private void WriteNumber(in PercentField field, bool isNegative, string prefix, string digits)
    {
        var sign = isNegative ? "-" : field.HasPlus ? "+" : field.HasBlank ? " " : "";
        var padding = field.Width - sign.Length - prefix.Length - digits.Length;
        var isZeroPadded = field.IsZeroPadded && !field.IsLeft;
        if (!field.IsLeft && !isZeroPadded)
            _result.Append(' ', padding);
        _result.Append(sign);
        _result.Append(prefix);
        if (isZeroPadded)
            _result.Append('0', padding);
        _result.Append(digits);
        if (field.IsLeft)
            _result.Append(' ', padding);
    }

    private void WriteInteger(in PercentField field, PyValue argument)
    {
        var number = IntegerOf(field, argument);
        var isDecimal = field.Conversion is 'd' or 'i' or 'u';
        var magnitude = BigInteger.Abs(number);
        var digits = isDecimal ? Operators.Repr(_thread, PyValue.FromInt(magnitude)).Value : field.DigitsOf(magnitude);
        if (field.Precision > digits.Length)
        {
            if (field.Precision > PyStr.MaxLength)
                throw Raise.MemoryError();
            digits = digits.PadLeft(field.Precision, '0');
        }

        var prefix = field.IsAlternate && !isDecimal ? "0" + (char)field.Conversion : "";
        WriteNumber(field, number.Sign < 0, prefix, digits);
    }

    private BigInteger IntegerOf(in PercentField field, PyValue argument)
    {
        if (argument.IsSmallInt || argument.IsBool)
            return argument.Bits;
        if (argument.Ref is PyInt number)
            return number.Value;
        var isDecimal = field.Conversion is 'd' or 'i' or 'u';
        return ConvertToInteger(argument, isDecimal) is { } converted
            ? converted
            : throw Raise.TypeError(isDecimal
                ? $"%{(char)field.Conversion} format: a real number is required, not {argument.Type.Name}"
                : $"%{(char)field.Conversion} format: an integer is required, not {argument.Type.Name}");
    }

    private unsafe BigInteger? ConvertToInteger(PyValue argument, bool truncates)
    {
        var slots = argument.Type.Slots;
        if (truncates && slots.NbInt != null)
            return Operators.ToBigInteger(_thread, _thread.Checked(slots.NbInt(_thread, argument)));
        return slots.NbIndex != null ? Operators.ToBigInteger(_thread, argument) : null;
    }

    private void WriteFloat(in PercentField field, PyValue argument)
    {
        double number;
        try
        {
            number = Operators.ToDouble(_thread, argument);
        }
        catch (PyException exception) when (_isBytes && exception.Value.Type.IsSubtypeOf(ExceptionTypes.TypeError))
        {
            throw Raise.TypeError($"float argument required, not {argument.Type.Name}");
        }

        var precision = (field.Precision < 0 ? 6 : field.Precision).ToString(CultureInfo.InvariantCulture);
        var specification = $"{(field.IsAlternate ? "#" : "")}.{precision}{(char)field.Conversion}";
        var text = Operators.Format(_thread, PyValue.FromFloat(number), PyStr.From(specification)).Value;
        var isNegative = text[0] == '-';
        WriteNumber(field, isNegative, "", isNegative ? text[1..] : text);
    }

    private int CharacterOf(PyValue argument)
    {
        if (argument.Ref is PyStr text)
        {
            return text.Length == 1
                ? text[0]
                : throw Raise.TypeError($"%c requires an int or a unicode character, not a string of length {text.Length}");
        }

        if (!Operators.IsIndex(argument))
            throw Raise.TypeError($"%c requires an int or a unicode character, not {argument.Type.Name}");
        var number = Operators.ToBigInteger(_thread, argument);
        return number >= 0 && number <= 0x10FFFF ? (int)number : throw Raise.OverflowError("%c arg not in range(0x110000)");
    }

    private int ByteOf(PyValue argument)
    {
        const string Required = "%c requires an integer in range(256) or a single byte, not ";
        if (argument.Ref is PyBytes or PyByteArray)
        {
            var bytes = ByteConversion.SpanOf(_thread, argument);
            var kind = argument.Ref is PyBytes ? "bytes" : "bytearray";
            return bytes.Length == 1 ? bytes[0] : throw Raise.TypeError($"{Required}a {kind} object of length {bytes.Length}");
        }

        if (!Operators.IsIndex(argument))
            throw Raise.TypeError(Required + argument.Type.Name);
        var number = Operators.ToBigInteger(_thread, argument);
        return number >= 0 && number <= 255 ? (int)number : throw Raise.OverflowError("%c arg not in range(256)");
    }

    private PyStr BytesArgument(PyValue argument)
    {
        if (argument.Ref is PyBytes own && ReferenceEquals(own.Type, PyBytes.TypeObject))
            return Codecs.DecodeLatin1(own.AsSpan());
        if (_thread.TryCallSpecial(argument, ByteConversion.BytesName, [], out var converted))
        {
            return converted.Ref is PyBytes bytes
                ? Codecs.DecodeLatin1(bytes.AsSpan())
                : throw Raise.TypeError($"__bytes__ returned non-bytes (type {converted.Type.Name})");
        }

        if (!ByteConversion.HasBuffer(argument))
        {
            throw Raise.TypeError(
                $"%b requires a bytes-like object, or an object that implements __bytes__, not '{argument.Type.Name}'");
        }

        return Codecs.DecodeLatin1(ByteConversion.CopyOf(_thread, argument));
    }
}
