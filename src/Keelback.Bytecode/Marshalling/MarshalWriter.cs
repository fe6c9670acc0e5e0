using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using Keelback.Text;

namespace Keelback.Bytecode;

/// <summary>
/// Writes a value as CPython's marshal does. That one numbers an object for later references if it has more than one
/// reference at that moment, so a reader's numbers depend on what CPython shares: equal constants of one compilation
/// are one object; interned strings, small ints, empty and one-character values are shared with the whole interpreter
/// and always numbered. A first pass counts how often each object occurs.
/// </summary>
internal sealed class MarshalWriter
{
    private const int DigitBits = 15;
    private const int ShortLength = 256;

    private readonly Dictionary<SharedKey, int> _occurrences;
    private readonly Dictionary<SharedKey, int> _numbers = [];
    private readonly List<byte> _bytes = [];
    private readonly bool _isCounting;
    private int _nextNumber;
    private int _depth;
    private string? _ownName;

    private MarshalWriter(Dictionary<SharedKey, int> occurrences, bool isCounting) =>
        (_occurrences, _isCounting) = (occurrences, isCounting);

    // One object of CPython's: equal strings are two where only one of them is interned.
    private readonly record struct SharedKey(Constant Value, bool IsInterned);

    public static ImmutableArray<byte> Write(Constant value)
    {
        var counter = new MarshalWriter([], isCounting: true);
        counter.WriteValue(value, Sharing.Always);
        var writer = new MarshalWriter(counter._occurrences, isCounting: false);
        writer.WriteValue(value, Sharing.Always);
        return [.. writer._bytes];
    }

    private enum Sharing
    {
        /// <summary>Numbered if it occurs again, or is one of the interpreter's own.</summary>
        IfRepeated,

        /// <summary>Numbered; also where it occurs once.</summary>
        Always,

        /// <summary>Each occurrence is an object of its own with more than one reference, as the getter of co_code makes.</summary>
        FreshButNumbered,

        /// <summary>Each occurrence is an object of its own.</summary>
        Fresh,
    }

    private void WriteValue(Constant value, Sharing sharing, bool isInterned = false)
    {
        if (++_depth > MarshalType.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new BytecodeFormatException("object too deeply nested to marshal");
        WriteSingletonOrObject(value, sharing, isInterned);
        _depth--;
    }

    private void WriteSingletonOrObject(Constant value, Sharing sharing, bool isInterned)
    {
        var singleton = value switch
        {
            Constant.None => MarshalType.None,
            Constant.Ellipsis => MarshalType.Ellipsis,
            Constant.Bool flag => flag.Value ? MarshalType.True : MarshalType.False,
            _ => (byte)0,
        };
        if (singleton != 0)
        {
            _bytes.Add(singleton);
            return;
        }

        isInterned |= value is Constant.Str text && InternedStrings.IsInternedConstant(text);
        var isImmortal = (isInterned && value is Constant.Str) || IsImmortal(value);
        var isFresh = sharing is Sharing.Fresh or Sharing.FreshButNumbered && value is not Constant.Bytes { Value.Length: 0 };
        if (isFresh || value is CodeObject or Constant.FrozenSet)
        {
            var isNumbered = sharing is Sharing.FreshButNumbered or Sharing.Always;
            _nextNumber += isNumbered ? 1 : 0;
            WriteBody(value, isNumbered ? MarshalType.ReferenceFlag : (byte)0, isInterned);
            return;
        }

        WriteShared(new SharedKey(value, isInterned), isImmortal || sharing == Sharing.Always);
    }

    private void WriteShared(SharedKey key, bool isAlwaysNumbered)
    {
        var count = _occurrences.GetValueOrDefault(key);
        if (_isCounting)
        {
            _occurrences[key] = count + 1;
            if (count == 0)
                WriteBody(key.Value, 0, key.IsInterned);
            return;
        }

        if (_numbers.TryGetValue(key, out var number))
        {
            _bytes.Add(MarshalType.Reference);
            WriteInt(number);
            return;
        }

        var flag = isAlwaysNumbered || count > 1 ? MarshalType.ReferenceFlag : (byte)0;
        if (flag != 0)
            _numbers.Add(key, _nextNumber++);
        WriteBody(key.Value, flag, key.IsInterned);
    }

    private static bool IsImmortal(Constant value) => value switch
    {
        Constant.Int number => number.Value >= -5 && number.Value <= 256,
        Constant.Bytes bytes => bytes.Value.Length <= 1,
        Constant.Tuple tuple => tuple.Items.Length == 0,
        _ => false,
    };

    private void WriteBody(Constant value, byte flag, bool isInterned)
    {
        switch (value)
        {
            case Constant.Int number:
                WriteNumber(number.Value, flag);
                break;
            case Constant.Float number:
                _bytes.Add((byte)(MarshalType.Float | flag));
                WriteDouble(number.Value);
                break;
            case Constant.Complex number:
                _bytes.Add((byte)(MarshalType.Complex | flag));
                WriteDouble(number.Real);
                WriteDouble(number.Imaginary);
                break;
            case Constant.Str text:
                WriteString(text, flag, isInterned);
                break;
            case Constant.Bytes bytes:
                _bytes.Add((byte)(MarshalType.Bytes | flag));
                WriteInt(bytes.Value.Length);
                _bytes.AddRange(bytes.Value);
                break;
            case Constant.Tuple tuple:
                WriteTuple(tuple, flag, isInterned);
                break;
            case Constant.FrozenSet set:
                WriteSet(set, flag);
                break;
            case Constant.Slice slice:
                _bytes.Add((byte)(MarshalType.Slice | flag));
                WriteValue(slice.Start, Sharing.IfRepeated);
                WriteValue(slice.Stop, Sharing.IfRepeated);
                WriteValue(slice.Step, Sharing.IfRepeated);
                break;
            case CodeObject code:
                WriteCode(code, flag);
                break;
            default:
                throw new BytecodeFormatException("unmarshallable object");
        }
    }

    private void WriteCode(CodeObject code, byte flag)
    {
        _bytes.Add((byte)(MarshalType.Code | flag));
        foreach (var number in (ReadOnlySpan<int>)[code.ArgCount, code.PosOnlyArgCount, code.KwOnlyArgCount, code.StackSize, (int)code.Flags])
            WriteInt(number);
        WriteValue(new Constant.Bytes(code.Code), Sharing.FreshButNumbered);
        WriteConstants(code);
        WriteNames(code.Names, Sharing.IfRepeated);
        WriteNames(code.LocalsPlusNames, IsAnnotationFunction(code) ? Sharing.Fresh : Sharing.IfRepeated);
        WriteValue(new Constant.Bytes(code.LocalsPlusKinds), Sharing.Fresh);
        WriteValue(new Constant.Str(code.FileName), Sharing.IfRepeated, isInterned: true);
        WriteValue(new Constant.Str(code.Name), Sharing.IfRepeated, isInterned: true);
        WriteValue(new Constant.Str(code.QualifiedName), Sharing.IfRepeated, isInterned: true);
        WriteInt(code.FirstLineNumber);
        WriteValue(new Constant.Bytes(code.LineTable), Sharing.IfRepeated);
        WriteValue(new Constant.Bytes(code.ExceptionTable), Sharing.IfRepeated);
    }

    // A class body's __qualname__ is the very string that its code object is named by, and so interned.
    private void WriteConstants(CodeObject code)
    {
        _ownName = code.Flags.HasFlag(CodeFlags.Optimized) ? null : code.QualifiedName;
        WriteValue(new Constant.Tuple(code.Constants), Sharing.IfRepeated);
        _ownName = null;
    }

    // All names are interned, also those that a constant of the same text would not be; a tuple of other names is the
    // same object as an equal constant.
    private void WriteNames(ImmutableArray<string> names, Sharing sharing)
    {
        var items = names.Select(name => new Constant.Str(name)).ToList();
        var isUnlikeConstant = !items.All(InternedStrings.IsInternedConstant);
        WriteValue(new Constant.Tuple([.. items]), sharing, isUnlikeConstant);
    }

    // The compiler renames the parameter of __annotate__ when the code object is made, in a tuple of its own.
    private static bool IsAnnotationFunction(CodeObject code) =>
        code is { Name: "__annotate__", PosOnlyArgCount: 1, LocalsPlusNames: ["format", ..] };

    private void WriteTuple(Constant.Tuple tuple, byte flag, bool areItemsInterned)
    {
        var ownName = _ownName;
        _ownName = null;
        if (tuple.Items.Length < ShortLength)
        {
            _bytes.Add((byte)(MarshalType.SmallTuple | flag));
            _bytes.Add((byte)tuple.Items.Length);
        }
        else
        {
            _bytes.Add((byte)(MarshalType.Tuple | flag));
            WriteInt(tuple.Items.Length);
        }

        foreach (var item in tuple.Items)
            WriteValue(item, Sharing.IfRepeated, item is Constant.Str text && (areItemsInterned || text.Value == ownName));
    }

    // In the order of what each item alone would be written as, so that the bytes do not depend on hashes.
    private void WriteSet(Constant.FrozenSet set, byte flag)
    {
        _bytes.Add((byte)(MarshalType.FrozenSet | flag));
        WriteInt(set.Items.Length);
        var ordered = set.Items.Select(item => (Item: item, Key: Write(item))).ToList();
        ordered.Sort((left, right) => left.Key.AsSpan().SequenceCompareTo(right.Key.AsSpan()));
        foreach (var (item, _) in ordered)
            WriteValue(item, Sharing.Always);
    }

    private void WriteString(Constant.Str text, byte flag, bool isInterned)
    {
        if (!text.CodePoints.IsDefaultOrEmpty || !Ascii.IsValid(text.Value))
        {
            _bytes.Add((byte)((isInterned ? MarshalType.InternedUnicode : MarshalType.Unicode) | flag));
            var encoded = WideText.Encode(text);
            WriteInt(encoded.Length);
            _bytes.AddRange(encoded);
            return;
        }

        if (text.Value.Length < ShortLength)
        {
            _bytes.Add((byte)((isInterned ? MarshalType.ShortInternedAscii : MarshalType.ShortAscii) | flag));
            _bytes.Add((byte)text.Value.Length);
        }
        else
        {
            _bytes.Add((byte)((isInterned ? MarshalType.InternedAscii : MarshalType.Ascii) | flag));
            WriteInt(text.Value.Length);
        }

        _bytes.AddRange(Encoding.ASCII.GetBytes(text.Value));
    }

    private void WriteNumber(BigInteger value, byte flag)
    {
        if (value >= int.MinValue && value <= int.MaxValue)
        {
            _bytes.Add((byte)(MarshalType.Int | flag));
            WriteInt((int)value);
            return;
        }

        _bytes.Add((byte)(MarshalType.Long | flag));
        var magnitude = BigInteger.Abs(value).ToByteArray(isUnsigned: true);
        var digits = new List<ushort>(magnitude.Length / 2 + 1);
        var (bits, held) = (0u, 0);
        foreach (var part in magnitude)
        {
            bits |= (uint)part << held;
            held += 8;
            if (held < DigitBits)
                continue;
            digits.Add((ushort)(bits & 0x7FFF));
            (bits, held) = (bits >> DigitBits, held - DigitBits);
        }

        if (bits != 0)
            digits.Add((ushort)bits);
        WriteInt(value.Sign * digits.Count);
        foreach (var digit in digits)
            _bytes.AddRange([(byte)digit, (byte)(digit >> 8)]);
    }

    private void WriteDouble(double value)
    {
        Span<byte> buffer = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(buffer, value);
        _bytes.AddRange(buffer);
    }

    private void WriteInt(int value)
    {
        Span<byte> buffer = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(buffer, value);
        _bytes.AddRange(buffer);
    }
}
