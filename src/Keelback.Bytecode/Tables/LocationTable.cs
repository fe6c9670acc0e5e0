using System.Collections.Immutable;
using Keelback.Text;

namespace Keelback.Bytecode;

/// <summary>The place in the source of the instructions from one offset in the code, in bytes, up to another.</summary>
/// <param name="Start">The first byte's offset.</param>
/// <param name="End">The offset behind the last byte.</param>
/// <param name="Span">The place; what is not known is -1.</param>
public readonly record struct LocationEntry(int Start, int End, SourceSpan Span);

/// <summary>
/// Reads and writes co_linetable, which gives every code unit a place in the source (PEP 626, PEP 657). An entry is a
/// head byte (1, four bits of form, three of length less one) and what the form asks for; lines are told as the
/// difference from the line before.
/// </summary>
/// <seealso href="https://peps.python.org/pep-0657/"/>
public static class LocationTable
{
    private const int OneLineForm = 10;
    private const int NoColumnsForm = 13;
    private const int LongForm = 14;
    private const int NoLocationForm = 15;
    private const int UnitsPerEntry = 8;

    /// <summary>The entries of a code object's table, in the order of the code.</summary>
    public static ImmutableArray<LocationEntry> Read(CodeObject code) =>
        Read(code.LineTable.AsSpan(), code.FirstLineNumber);

    /// <summary>The entries of a table of code that begins at a line.</summary>
    /// <exception cref="BytecodeFormatException">The bytes are no such table.</exception>
    public static ImmutableArray<LocationEntry> Read(ReadOnlySpan<byte> table, int firstLine)
    {
        var entries = ImmutableArray.CreateBuilder<LocationEntry>();
        var (line, offset, position) = (firstLine, 0, 0);
        while (position < table.Length)
        {
            var head = table[position++];
            if ((head & 0x80) == 0)
                throw new BytecodeFormatException("bad location table: an entry must begin with a head byte");
            var span = ReadSpan(table, (head >> 3) & 15, ref position, ref line);
            var end = offset + ((head & 7) + 1) * 2;
            entries.Add(new LocationEntry(offset, end, span));
            offset = end;
        }

        return entries.ToImmutable();
    }

    /// <summary>The place of the instruction at an offset; <see cref="SourceSpan.None"/> behind the table's end.</summary>
    public static SourceSpan Find(CodeObject code, int offset)
    {
        foreach (var entry in Read(code))
        {
            if (offset < entry.End)
                return entry.Span;
        }

        return SourceSpan.None;
    }

    /// <summary>
    /// Writes a table as CPython's assembler does: neighbours with one place share entries, of at most eight units each.
    /// </summary>
    /// <param name="places">Each instruction's place and its length in code units, caches included.</param>
    /// <param name="firstLine">The code object's first line.</param>
    public static ImmutableArray<byte> Write(IEnumerable<(SourceSpan Place, int Units)> places, int firstLine)
    {
        var table = ImmutableArray.CreateBuilder<byte>();
        var line = firstLine;
        var (current, units) = (SourceSpan.None, 0);
        foreach (var (place, length) in places)
        {
            if (place != current)
            {
                WriteRun(table, current, units, ref line);
                (current, units) = (place, 0);
            }

            units += length;
        }

        WriteRun(table, current, units, ref line);
        return table.ToImmutable();
    }

    private static SourceSpan ReadSpan(ReadOnlySpan<byte> table, int form, ref int position, ref int line)
    {
        switch (form)
        {
            case NoLocationForm:
                return SourceSpan.None;
            case LongForm:
                line += ReadSigned(table, ref position);
                var endLine = line + ReadUnsigned(table, ref position);
                var start = ReadUnsigned(table, ref position) - 1;
                return new SourceSpan(line, start, endLine, ReadUnsigned(table, ref position) - 1);
            case NoColumnsForm:
                line += ReadSigned(table, ref position);
                return new SourceSpan(line, -1, line, -1);
            case >= OneLineForm:
                line += form - OneLineForm;
                var column = ReadByte(table, ref position);
                return new SourceSpan(line, column, line, ReadByte(table, ref position));
            default:
                var columns = ReadByte(table, ref position);
                var first = (form << 3) | (columns >> 4);
                return new SourceSpan(line, first, line, first + (columns & 15));
        }
    }

    private static void WriteRun(ImmutableArray<byte>.Builder table, SourceSpan place, int units, ref int line)
    {
        for (; units > 0; units -= UnitsPerEntry)
            WriteEntry(table, place, Math.Min(units, UnitsPerEntry), ref line);
    }

    private static void WriteEntry(ImmutableArray<byte>.Builder table, SourceSpan place, int units, ref int line)
    {
        if (place.Line == -1)
        {
            WriteHead(table, NoLocationForm, units);
            return;
        }

        var delta = place.Line - line;
        line = place.Line;
        if (place.Column < 0 || place.EndColumn < 0)
        {
            if (place.EndLine == place.Line || place.EndLine < 0)
            {
                WriteHead(table, NoColumnsForm, units);
                WriteSigned(table, delta);
                return;
            }
        }
        else if (place.EndLine == place.Line)
        {
            var width = place.EndColumn - place.Column;
            if (delta == 0 && place.Column < 80 && width is >= 0 and < 16)
            {
                WriteHead(table, place.Column >> 3, units);
                table.Add((byte)(((place.Column & 7) << 4) | width));
                return;
            }

            if (delta is >= 0 and < 3 && place.Column < 128 && place.EndColumn < 128)
            {
                WriteHead(table, OneLineForm + delta, units);
                table.Add((byte)place.Column);
                table.Add((byte)place.EndColumn);
                return;
            }
        }

        WriteHead(table, LongForm, units);
        WriteSigned(table, delta);
        WriteUnsigned(table, (uint)(place.EndLine - place.Line));
        WriteUnsigned(table, (uint)(place.Column + 1));
        WriteUnsigned(table, (uint)(place.EndColumn + 1));
    }

    private static void WriteHead(ImmutableArray<byte>.Builder table, int form, int units) =>
        table.Add((byte)(0x80 | (form << 3) | (units - 1)));

    private static void WriteSigned(ImmutableArray<byte>.Builder table, int value) =>
        WriteUnsigned(table, value < 0 ? ((uint)-(long)value << 1) | 1 : (uint)value << 1);

    private static void WriteUnsigned(ImmutableArray<byte>.Builder table, uint value)
    {
        for (; value >= 64; value >>= 6)
            table.Add((byte)(0x40 | (value & 63)));
        table.Add((byte)value);
    }

    private static int ReadSigned(ReadOnlySpan<byte> table, ref int position)
    {
        var value = (uint)ReadUnsigned(table, ref position);
        return (value & 1) == 0 ? (int)(value >> 1) : -(int)(value >> 1);
    }

    private static int ReadUnsigned(ReadOnlySpan<byte> table, ref int position)
    {
        var next = ReadByte(table, ref position);
        var value = next & 63;
        for (var shift = 6; (next & 0x40) != 0; shift += 6)
        {
            next = ReadByte(table, ref position);
            value |= shift < 32 ? (next & 63) << shift : 0;
        }

        return value;
    }

    private static int ReadByte(ReadOnlySpan<byte> table, ref int position) =>
        position < table.Length
            ? table[position++]
            : throw new BytecodeFormatException("bad location table: it ends within an entry");
}
