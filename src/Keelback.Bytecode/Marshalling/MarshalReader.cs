using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using Keelback.Text;

namespace Keelback.Bytecode;

/// <summary>Reads one marshalled value. Its messages are CPython's.</summary>
internal sealed class MarshalReader(byte[] bytes)
{
    private const int DigitBits = 15;

    private readonly List<Constant?> _references = [];
    private int _position;
    private int _depth;

    public Constant Read() => ReadValue() ?? throw new BytecodeFormatException("NULL object in marshal data for object");

    // Null stands for the type code of the same name.
    private Constant? ReadValue()
    {
        if (_position >= bytes.Length)
            throw new BytecodeFormatException("EOF read where object expected") { IsEndOfData = true };
        if (++_depth > MarshalType.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new BytecodeFormatException("recursion limit exceeded");
        var head = bytes[_position++];
        var type = (byte)(head & ~MarshalType.ReferenceFlag);
        var index = -1;
        if ((head & MarshalType.ReferenceFlag) != 0)
        {
            index = _references.Count;
            _references.Add(null);
        }

        var value = ReadBody(type);
        if (index >= 0)
            _references[index] = value;
        _depth--;
        return value;
    }

    private Constant? ReadBody(byte type) => type switch
    {
        MarshalType.Null => null,
        MarshalType.None => Constant.None.Value,
        MarshalType.Ellipsis => Constant.Ellipsis.Value,
        MarshalType.False => Constant.Bool.False,
        MarshalType.True => Constant.Bool.True,
        MarshalType.Int => new Constant.Int(ReadInt()),
        MarshalType.Int64 => new Constant.Int(BinaryPrimitives.ReadInt64LittleEndian(Take(8))),
        MarshalType.Long => new Constant.Int(ReadLong()),
        MarshalType.Float => new Constant.Float(ReadDouble()),
        MarshalType.FloatText => new Constant.Float(ReadDoubleText()),
        MarshalType.Complex => new Constant.Complex(ReadDouble(), ReadDouble()),
        MarshalType.ComplexText => new Constant.Complex(ReadDoubleText(), ReadDoubleText()),
        MarshalType.Bytes => new Constant.Bytes([.. Take(ReadSize("bytes object"))]),
        MarshalType.Unicode or MarshalType.InternedUnicode => WideText.Decode(Take(ReadSize("string"))),
        MarshalType.Ascii or MarshalType.InternedAscii => Latin(ReadSize("string")),
        MarshalType.ShortAscii or MarshalType.ShortInternedAscii => Latin(Take(1)[0]),
        MarshalType.Tuple => new Constant.Tuple(ReadItems(ReadSize("tuple"), "tuple")),
        MarshalType.SmallTuple => new Constant.Tuple(ReadItems(Take(1)[0], "tuple")),
        MarshalType.FrozenSet => new Constant.FrozenSet(ReadItems(ReadSize("set"), "set")),
        MarshalType.Slice => new Constant.Slice(Read(), Read(), Read()),
        MarshalType.Code => ReadCode(),
        MarshalType.Reference => ReadReference(),
        _ => throw new BytecodeFormatException("bad marshal data (unknown type code)"),
    };

    private Constant ReadReference()
    {
        var index = ReadInt();
        return index >= 0 && index < _references.Count && _references[index] is { } value
            ? value
            : throw new BytecodeFormatException("bad marshal data (invalid reference)");
    }

    private CodeObject ReadCode()
    {
        var (argCount, posOnly, kwOnly) = (ReadInt(), ReadInt(), ReadInt());
        var (stackSize, flags) = (ReadInt(), (CodeFlags)ReadInt());
        var code = Expect<Constant.Bytes>("code").Value;
        var constants = Expect<Constant.Tuple>("consts").Items;
        var (names, variables) = (Strings("names"), Strings("localsplusnames"));
        var kinds = Expect<Constant.Bytes>("localspluskinds").Value;
        var (file, name, qualifiedName) = (Text("filename"), Text("name"), Text("qualname"));
        var firstLine = ReadInt();
        var lineTable = Expect<Constant.Bytes>("linetable").Value;
        var handlers = Expect<Constant.Bytes>("exceptiontable").Value;
        if (argCount < posOnly || posOnly < 0 || kwOnly < 0 || stackSize < 0 || firstLine < 0)
            throw new BytecodeFormatException("code: a count is negative or out of order");
        if (kinds.Length != variables.Length)
            throw new BytecodeFormatException("code: localsplusnames and localspluskinds differ in length");
        if (code.Length % 2 != 0)
            throw new BytecodeFormatException("code: co_code is malformed");
        return new CodeObject
        {
            ArgCount = argCount,
            PosOnlyArgCount = posOnly,
            KwOnlyArgCount = kwOnly,
            StackSize = stackSize,
            Flags = flags,
            Code = code,
            Constants = constants,
            Names = names,
            LocalsPlusNames = variables,
            LocalsPlusKinds = kinds,
            FileName = file,
            Name = name,
            QualifiedName = qualifiedName,
            FirstLineNumber = firstLine,
            LineTable = lineTable,
            ExceptionTable = handlers,
        };
    }

    private T Expect<T>(string what)
        where T : Constant => Read() as T ?? throw new BytecodeFormatException($"bad marshal data (a code object's {what} has the wrong type)");

    private string Text(string what) => Expect<Constant.Str>(what).Value;

    private ImmutableArray<string> Strings(string what) =>
        [.. Expect<Constant.Tuple>(what).Items.Select(item => item is Constant.Str text
            ? text.Value
            : throw new BytecodeFormatException("name tuples must contain only strings"))];

    private ImmutableArray<Constant> ReadItems(int count, string container)
    {
        // A value takes at least a byte, so a count above that is a lie that must not cost memory.
        if (count > bytes.Length - _position)
            throw new BytecodeFormatException("EOF read where object expected") { IsEndOfData = true };
        var items = ImmutableArray.CreateBuilder<Constant>(count);
        for (var i = 0; i < count; i++)
            items.Add(ReadValue() ?? throw new BytecodeFormatException($"NULL object in marshal data for {container}"));
        return items.MoveToImmutable();
    }

    private BigInteger ReadLong()
    {
        var length = ReadInt();
        if (length is int.MinValue)
            throw new BytecodeFormatException("bad marshal data (long size out of range)");
        var count = Math.Abs(length);
        var digits = Take(checked(count > bytes.Length ? bytes.Length + 1 : count * 2));
        var packed = new byte[count * 2 + 1];
        var (bits, held, next) = (0u, 0, 0);
        for (var i = 0; i < count; i++)
        {
            var digit = BinaryPrimitives.ReadUInt16LittleEndian(digits[(i * 2)..]);
            if (digit >= 1 << DigitBits)
                throw new BytecodeFormatException("bad marshal data (digit out of range in long)");
            if (digit == 0 && i == count - 1)
                throw new BytecodeFormatException("bad marshal data (unnormalized long data)");
            bits |= (uint)digit << held;
            for (held += DigitBits; held >= 8; held -= 8, bits >>= 8)
                packed[next++] = (byte)bits;
        }

        packed[next] = (byte)bits;
        var value = new BigInteger(packed, isUnsigned: true);
        return length < 0 ? -value : value;
    }

    private double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    private double ReadDoubleText()
    {
        var text = Encoding.Latin1.GetString(Take(Take(1)[0]));
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new BytecodeFormatException($"could not convert string to float: {ConstantRepr.Repr(text)}");
    }

    private Constant.Str Latin(int length) => new(Encoding.Latin1.GetString(Take(length)));

    private int ReadSize(string what)
    {
        var size = ReadInt();
        return size >= 0 ? size : throw new BytecodeFormatException($"bad marshal data ({what} size out of range)");
    }

    private int ReadInt() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > bytes.Length - _position)
            throw new BytecodeFormatException("marshal data too short") { IsEndOfData = true };
        _position += count;
        return bytes.AsSpan(_position - count, count);
    }
}
