using System.Collections.Immutable;

namespace Keelback.Bytecode;

/// <summary>A range of instructions and the handler to which an exception in it goes. Offsets are in bytes.</summary>
/// <param name="Start">The first instruction's offset.</param>
/// <param name="End">The offset behind the last instruction.</param>
/// <param name="Target">The handler's offset.</param>
/// <param name="Depth">How many values of the stack the handler keeps.</param>
/// <param name="PushesLastInstruction">Whether the failing instruction's offset is pushed below the exception.</param>
public readonly record struct ExceptionEntry(int Start, int End, int Target, int Depth, bool PushesLastInstruction);

/// <summary>
/// Reads and writes co_exceptiontable: per entry the start, the length, the target and the depth with the flag, as
/// numbers of six bits a byte, highest first. The first byte of an entry has the top bit set, so that a search may
/// start anywhere.
/// </summary>
public static class ExceptionTable
{
    private const int EntryBit = 0x80;
    private const int MoreBit = 0x40;

    /// <summary>The entries of a code object's table.</summary>
    public static ImmutableArray<ExceptionEntry> Read(CodeObject code) => Read(code.ExceptionTable.AsSpan());

    /// <summary>The entries of a table.</summary>
    /// <exception cref="BytecodeFormatException">The bytes are no such table.</exception>
    public static ImmutableArray<ExceptionEntry> Read(ReadOnlySpan<byte> table)
    {
        var entries = ImmutableArray.CreateBuilder<ExceptionEntry>();
        for (var position = 0; position < table.Length;)
        {
            var start = ReadNumber(table, ref position) * 2;
            var length = ReadNumber(table, ref position) * 2;
            var target = ReadNumber(table, ref position) * 2;
            var depth = ReadNumber(table, ref position);
            entries.Add(new ExceptionEntry(start, start + length, target, depth >> 1, (depth & 1) != 0));
        }

        return entries.ToImmutable();
    }

    /// <summary>The entry whose range holds the instruction at an offset; null where none does.</summary>
    public static ExceptionEntry? Find(CodeObject code, int offset)
    {
        foreach (var entry in Read(code))
        {
            if (entry.Start <= offset && offset < entry.End)
                return entry;
        }

        return null;
    }

    /// <summary>Writes a table of the entries, which are in the order of the code.</summary>
    public static ImmutableArray<byte> Write(IEnumerable<ExceptionEntry> entries)
    {
        var table = ImmutableArray.CreateBuilder<byte>();
        foreach (var entry in entries)
        {
            WriteNumber(table, entry.Start / 2, EntryBit);
            WriteNumber(table, (entry.End - entry.Start) / 2, 0);
            WriteNumber(table, entry.Target / 2, 0);
            WriteNumber(table, (entry.Depth << 1) | (entry.PushesLastInstruction ? 1 : 0), 0);
        }

        return table.ToImmutable();
    }

    private static void WriteNumber(ImmutableArray<byte>.Builder table, int value, int entryBit)
    {
        for (var shift = 24; shift > 0; shift -= 6)
        {
            if (value < 1 << shift)
                continue;
            table.Add((byte)(((value >> shift) & 63) | MoreBit | entryBit));
            entryBit = 0;
        }

        table.Add((byte)((value & 63) | entryBit));
    }

    private static int ReadNumber(ReadOnlySpan<byte> table, ref int position)
    {
        var value = 0;
        while (position < table.Length)
        {
            var next = table[position++];
            if (value > int.MaxValue >> 8)
                throw new BytecodeFormatException("bad exception table: a number is too large");
            value = (value << 6) | (next & 63);
            if ((next & MoreBit) == 0)
                return value;
        }

        throw new BytecodeFormatException("bad exception table: it ends within an entry");
    }
}
