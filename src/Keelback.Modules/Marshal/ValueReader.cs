using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Text;
using Keelback.Bytecode;
using Keelback.Vm;

namespace Keelback.Modules.Marshal;

/// <summary>Reads marshalled values of any type. A lone code object goes the short way, through Bytecode's own reader.</summary>
internal sealed class ValueReader(PyThread thread, byte[] bytes, bool allowsCode)
{
    private const int MaxDepth = 2000;
    private const int ReferenceFlag = 0x80;

    private readonly List<PyValue> _references = [];
    private int _depth;

    /// <summary>Where the next value begins.</summary>
    public int Position { get; private set; }

    /// <summary>Reads one value.</summary>
    public PyValue ReadWhole()
    {
        if (allowsCode && bytes.Length > 0 && (bytes[0] & ~ReferenceFlag) == 'c')
        {
            try
            {
                Position = bytes.Length;
                return ConstantValues.ToValue(Bytecode.Marshal.Read(bytes));
            }
            catch (BytecodeFormatException exception)
            {
                throw exception.IsEndOfData ? Raise.EOFError(exception.Message) : Raise.ValueError(exception.Message);
            }
        }

        return Read();
    }

    private PyValue Read()
    {
        var value = ReadOrNull();
        return value.IsMissing ? throw Raise.TypeError("NULL object in marshal data for object") : value;
    }

    private PyValue ReadOrNull()
    {
        if (Position >= bytes.Length)
            throw Raise.EOFError("EOF read where object expected");
        if (++_depth > MaxDepth || !System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw Raise.ValueError("recursion limit exceeded");
        var head = bytes[Position++];
        var index = -1;
        if ((head & ReferenceFlag) != 0)
        {
            index = _references.Count;
            _references.Add(default);
        }

        var value = ReadBody((char)(head & ~ReferenceFlag), index);
        if (index >= 0)
            _references[index] = value;
        _depth--;
        return value;
    }

    private PyValue ReadBody(char type, int index) => type switch
    {
        '0' => default,
        'N' => PyValue.None,
        '.' => PyEllipsis.Instance,
        'S' => ExceptionTypes.StopIteration,
        'F' => PyValue.False,
        'T' => PyValue.True,
        'i' => PyValue.FromInt(ReadInt()),
        'I' => PyValue.FromInt(BinaryPrimitives.ReadInt64LittleEndian(Take(8))),
        'l' => ReadLong(),
        'g' => PyValue.FromFloat(ReadDouble()),
        'f' => PyValue.FromFloat(ReadDoubleText()),
        'y' => new PyComplex(new Complex(ReadDouble(), ReadDouble())),
        'x' => new PyComplex(new Complex(ReadDoubleText(), ReadDoubleText())),
        's' => new PyBytes(Take(ReadSize("bytes object")).ToArray()),
        'u' => Vm.Codecs.DecodeUtf8(thread, Take(ReadSize("string")), "surrogatepass", true, out _),
        't' => PyStr.Intern(Vm.Codecs.DecodeUtf8(thread, Take(ReadSize("string")), "surrogatepass", true, out _)),
        'a' => Latin(ReadSize("string")),
        'A' => PyStr.Intern(Latin(ReadSize("string"))),
        'z' => Latin(Take(1)[0]),
        'Z' => PyStr.Intern(Latin(Take(1)[0])),
        '(' => ReadTuple(ReadSize("tuple"), index),
        ')' => ReadTuple(Take(1)[0], index),
        '[' => ReadList(ReadSize("list"), index),
        '{' => ReadDict(index),
        '<' => ReadSet(ReadSize("set"), index),
        '>' => ReadFrozenSet(ReadSize("set")),
        ':' => new PySlice(Read(), Read(), Read()),
        'c' => ReadCode(),
        'r' => ReadReference(),
        _ => throw Raise.ValueError("bad marshal data (unknown type code)"),
    };

    private PyValue ReadReference()
    {
        var index = ReadInt();
        return index >= 0 && index < _references.Count && !_references[index].IsMissing
            ? _references[index]
            : throw Raise.ValueError("bad marshal data (invalid reference)");
    }

    private PyValue[] ReadItems(int count, string container)
    {
        if (count > bytes.Length - Position)
            throw Raise.EOFError("EOF read where object expected");
        var items = new PyValue[count];
        for (var i = 0; i < count; i++)
        {
            items[i] = ReadOrNull();
            if (items[i].IsMissing)
                throw Raise.TypeError($"NULL object in marshal data for {container}");
        }

        return items;
    }

    private PyValue ReadTuple(int count, int index) => PyTuple.Own(ReadItems(count, "tuple"));

    private PyValue ReadList(int count, int index)
    {
        var list = new PyList();
        if (index >= 0)
            _references[index] = list;
        foreach (var item in ReadItems(count, "list"))
            list.Add(item);
        return list;
    }

    private PyValue ReadDict(int index)
    {
        var dict = new PyDict();
        if (index >= 0)
            _references[index] = dict;
        while (true)
        {
            var key = ReadOrNull();
            if (key.IsMissing)
                return dict;
            var value = ReadOrNull();
            if (value.IsMissing)
                return dict;
            dict.Set(thread, key, value);
        }
    }

    private PyValue ReadSet(int count, int index)
    {
        var set = new PySet();
        if (index >= 0)
            _references[index] = set;
        foreach (var item in ReadItems(count, "set"))
            set.Add(thread, item);
        return set;
    }

    private PyValue ReadFrozenSet(int count) =>
        thread.Call(PyFrozenSet.TypeObject, new PyList(ReadItems(count, "set")));

    private PyValue ReadCode()
    {
        if (!allowsCode)
            throw Raise.ValueError("unmarshalling code objects is disallowed");
        var numbers = new int[5];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = ReadInt();
        var code = new CodeObject
        {
            ArgCount = numbers[0],
            PosOnlyArgCount = numbers[1],
            KwOnlyArgCount = numbers[2],
            StackSize = numbers[3],
            Flags = (CodeFlags)numbers[4],
            Code = CodeParts.Bytes(Read(), "code"),
            Constants = CodeParts.Constants(thread, Read()),
            Names = CodeParts.Strings(thread, Read(), "names"),
            LocalsPlusNames = CodeParts.Strings(thread, Read(), "localsplusnames"),
            LocalsPlusKinds = CodeParts.Bytes(Read(), "localspluskinds"),
            FileName = Text(),
            Name = Text(),
            QualifiedName = Text(),
            FirstLineNumber = ReadInt(),
            LineTable = CodeParts.Bytes(Read(), "linetable"),
            ExceptionTable = CodeParts.Bytes(Read(), "exceptiontable"),
        };
        if (BytecodeVerifier.Verify(code) is [var error, ..])
            throw Raise.ValueError($"code: {error}");
        return new PyCode(code);
    }

    private string Text() => (Read().Ref as PyStr ?? throw Raise.ValueError("bad marshal data (a name is no string)")).Value;

    private PyValue ReadLong()
    {
        var length = ReadInt();
        var count = Math.Abs((long)length);
        if (count > bytes.Length)
            throw Raise.EOFError("marshal data too short");
        var value = BigInteger.Zero;
        var digits = Take((int)count * 2);
        for (var i = (int)count - 1; i >= 0; i--)
        {
            var digit = BinaryPrimitives.ReadUInt16LittleEndian(digits[(i * 2)..]);
            if (digit >= 1 << 15)
                throw Raise.ValueError("bad marshal data (digit out of range in long)");
            if (digit == 0 && i == count - 1)
                throw Raise.ValueError("bad marshal data (unnormalized long data)");
            value = (value << 15) | digit;
        }

        return PyValue.FromInt(length < 0 ? -value : value);
    }

    private double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    private double ReadDoubleText() =>
        double.Parse(Encoding.Latin1.GetString(Take(Take(1)[0])), NumberStyles.Float, CultureInfo.InvariantCulture);

    private PyStr Latin(int length) => Vm.Codecs.DecodeLatin1(Take(length));

    private int ReadSize(string what)
    {
        var size = ReadInt();
        return size >= 0 ? size : throw Raise.ValueError($"bad marshal data ({what} size out of range)");
    }

    private int ReadInt() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > bytes.Length - Position)
            throw Raise.EOFError("marshal data too short");
        Position += count;
        return bytes.AsSpan(Position - count, count);
    }
}
