using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;
using Keelback.Bytecode;
using Keelback.Vm;

namespace Keelback.Modules.Marshal;

/// <summary>Writes values of any type. A lone code object goes the short way, through Bytecode's own writer.</summary>
internal sealed class ValueWriter
{
    private const int MaxDepth = 2000;
    private const byte ReferenceFlag = 0x80;

    private readonly PyThread _thread;
    private readonly bool _allowsCode;
    private readonly int _version;
    private readonly MemoryStream _target = new();
    private readonly Dictionary<PyObject, int> _references = new(ReferenceEqualityComparer.Instance);
    private int _depth;

    private ValueWriter(PyThread thread, int version, bool allowsCode)
    {
        _thread = thread;
        _version = version;
        _allowsCode = allowsCode;
    }

    /// <summary>The bytes that stand for a value.</summary>
    public static byte[] Write(PyThread thread, PyValue value, int version, bool allowsCode)
    {
        if (value.Ref is PyCode code && allowsCode)
            return [.. Bytecode.Marshal.Write(code.Portable)];
        var writer = new ValueWriter(thread, version, allowsCode);
        writer.Write(value);
        return writer._target.ToArray();
    }

    private void Write(PyValue value)
    {
        if (++_depth > MaxDepth || !System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Raise.ValueError("object too deeply nested to marshal");
        if (!WriteSimple(value))
            WriteObject(value);
        _depth--;
    }

    private bool WriteSimple(PyValue value)
    {
        if (value.IsMissing)
            Type('0');
        else if (value.IsNone)
            Type('N');
        else if (value.IsBool)
            Type(value.IsTrue ? 'T' : 'F');
        else if (ReferenceEquals(value.Ref, PyEllipsis.Instance))
            Type('.');
        else if (ReferenceEquals(value.Ref, ExceptionTypes.StopIteration))
            Type('S');
        else if (value.IsSmallInt && value.Bits is >= int.MinValue and <= int.MaxValue)
            Int('i', (int)value.Bits);
        else if (value.IsSmallInt)
            Long(value.Bits);
        else if (value.IsFloat)
            WriteFloat(value.DoubleBits);
        else
            return false;
        return true;
    }

    private void WriteFloat(double value)
    {
        if (_version > 1)
        {
            Type('g');
            Double(value);
            return;
        }

        Type('f');
        FloatText(value);
    }

    private void WriteObject(PyValue value)
    {
        var target = value.Ref!;
        byte flag = 0;
        if (_version >= 3)
        {
            if (_references.TryGetValue(target, out var index))
            {
                Int('r', index);
                return;
            }

            _references.Add(target, _references.Count);
            flag = ReferenceFlag;
        }

        switch (target)
        {
            case PyInt when ReferenceEquals(value.Type, IntType.TypeObject):
                Long(Operators.ToBigInteger(_thread, value), flag);
                break;
            case PyComplex number when ReferenceEquals(value.Type, PyComplex.TypeObject):
                WriteComplex(number.Value, flag);
                break;
            case PyStr text when ReferenceEquals(value.Type, PyStr.TypeObject):
                WriteText(text, flag);
                break;
            case PyTuple tuple when ReferenceEquals(value.Type, PyTuple.TypeObject):
                WriteTuple(tuple, flag);
                break;
            case PyList list when ReferenceEquals(value.Type, PyList.TypeObject):
                Int('[', list.Count, flag);
                Items(list.AsSpan().ToArray());
                break;
            case PyDict dict when ReferenceEquals(value.Type, PyDict.TypeObject):
                WriteDict(dict, flag);
                break;
            case PySet or PyFrozenSet:
                WriteSet(value, flag);
                break;
            case PySlice slice when _version >= 5:
                Type(':', flag);
                Items([slice.Start, slice.Stop, slice.Step]);
                break;
            case PyCode code:
                WriteCode(code.Portable, flag);
                break;
            default:
                if (!Operators.HasBuffer(value))
                    throw Raise.ValueError("unmarshallable object");
                var bytes = Operators.ToByteArray(_thread, value);
                Int('s', bytes.Length, flag);
                _target.Write(bytes);
                break;
        }
    }

    private void WriteComplex(Complex number, byte flag)
    {
        if (_version > 1)
        {
            Type('y', flag);
            Double(number.Real);
            Double(number.Imaginary);
            return;
        }

        Type('x', flag);
        FloatText(number.Real);
        FloatText(number.Imaginary);
    }

    private void WriteText(PyStr text, byte flag)
    {
        var isInterned = text.IsInterned && _version > 0;
        if (_version >= 4 && text.WideCodePoints is null && Ascii.IsValid(text.Value))
        {
            if (text.Length < 256)
            {
                Type(isInterned ? 'Z' : 'z', flag);
                _target.WriteByte((byte)text.Length);
            }
            else
            {
                Int(isInterned ? 'A' : 'a', text.Length, flag);
            }

            _target.Write(Encoding.ASCII.GetBytes(text.Value));
            return;
        }

        var bytes = Vm.Codecs.EncodeUtf8(_thread, text, "surrogatepass");
        Int(isInterned ? 't' : 'u', bytes.Length, flag);
        _target.Write(bytes);
    }

    private void WriteTuple(PyTuple tuple, byte flag)
    {
        if (_version >= 4 && tuple.Count < 256)
        {
            Type(')', flag);
            _target.WriteByte((byte)tuple.Count);
        }
        else
        {
            Int('(', tuple.Count, flag);
        }

        Items(tuple.Items);
    }

    private void WriteDict(PyDict dict, byte flag)
    {
        Type('{', flag);
        for (var i = 0; i < dict.EntryEnd; i++)
        {
            var entry = dict.EntryAt(i);
            if (entry.Key.IsMissing)
                continue;
            Write(entry.Key);
            Write(entry.Value);
        }

        Type('0');
    }

    // The order of a set says nothing, so its items go by their bytes: equal sets give equal bytes.
    private void WriteSet(PyValue set, byte flag)
    {
        var items = Operators.ToList(_thread, set).AsSpan().ToArray();
        var keys = Array.ConvertAll(items, item => Convert.ToHexString(Write(_thread, item, _version, _allowsCode)));
        Array.Sort(keys, items, StringComparer.Ordinal);
        Int(set.Ref is PyFrozenSet ? '>' : '<', items.Length, flag);
        Items(items);
    }

    private void WriteCode(CodeObject code, byte flag)
    {
        if (!_allowsCode)
            throw Raise.ValueError("marshalling code objects is disallowed");
        Type('c', flag);
        foreach (var number in (ReadOnlySpan<int>)[code.ArgCount, code.PosOnlyArgCount, code.KwOnlyArgCount, code.StackSize, (int)code.Flags])
            Int(number);
        Write(new PyBytes([.. code.Code]));
        Write(PyTuple.Own([.. code.Constants.Select(ConstantValues.ToValue)]));
        Write(CodeParts.Tuple(code.Names));
        Write(CodeParts.Tuple(code.LocalsPlusNames));
        Write(new PyBytes([.. code.LocalsPlusKinds]));
        Write(PyStr.From(code.FileName));
        Write(PyStr.From(code.Name));
        Write(PyStr.From(code.QualifiedName));
        Int(code.FirstLineNumber);
        Write(new PyBytes([.. code.LineTable]));
        Write(new PyBytes([.. code.ExceptionTable]));
    }

    private void Items(ReadOnlySpan<PyValue> items)
    {
        foreach (var item in items)
            Write(item);
    }

    private void Long(BigInteger value, byte flag = 0)
    {
        var digits = new List<ushort>();
        for (var rest = BigInteger.Abs(value); !rest.IsZero; rest >>= 15)
            digits.Add((ushort)(rest & 0x7FFF));
        Int('l', value.Sign < 0 ? -digits.Count : digits.Count, flag);
        Span<byte> two = stackalloc byte[2];
        foreach (var digit in digits)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(two, digit);
            _target.Write(two);
        }
    }

    private void Type(char type, byte flag = 0) => _target.WriteByte((byte)(type | flag));

    private void Int(char type, int value, byte flag = 0)
    {
        Type(type, flag);
        Int(value);
    }

    private void Int(int value)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(four, value);
        _target.Write(four);
    }

    private void Double(double value)
    {
        Span<byte> eight = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(eight, value);
        _target.Write(eight);
    }

    private void FloatText(double value)
    {
        var text = value.ToString("G17", CultureInfo.InvariantCulture);
        _target.WriteByte((byte)text.Length);
        _target.Write(Encoding.ASCII.GetBytes(text));
    }
}
