using System.Buffers.Binary;
using System.Collections.Immutable;
using Keelback.Text;

namespace Keelback.Bytecode;

/// <summary>How a .pyc file says whether it still fits its source (PEP 552).</summary>
public enum PycValidation
{
    /// <summary>By the source's modification time and size.</summary>
    Timestamp,

    /// <summary>By a hash of the source, which nobody checks.</summary>
    UncheckedHash,

    /// <summary>By a hash of the source, checked at each import.</summary>
    CheckedHash,
}

/// <summary>
/// A .pyc file: a head of sixteen bytes, then a marshalled code object.
/// </summary>
/// <param name="Code">The module's code.</param>
/// <param name="Validation">What the head says of the source.</param>
/// <seealso href="https://peps.python.org/pep-0552/"/>
public sealed record PycFile(CodeObject Code, PycValidation Validation)
{
    private const int HeadLength = 16;

    /// <summary>The source's modification time in seconds since 1970, of which 32 bits are kept.</summary>
    public uint SourceTime { get; init; }

    /// <summary>The source's length in bytes, of which 32 bits are kept.</summary>
    public uint SourceSize { get; init; }

    /// <summary>The source's hash, as <see cref="HashSource"/> works it out.</summary>
    public ulong SourceHash { get; init; }

    /// <summary>The number that marks files of this language's bytecode.</summary>
    public static int MagicNumber => OpcodeMetadata.MagicNumber;

    private static uint MagicWord => (uint)OpcodeMetadata.MagicNumber | (uint)'\r' << 16 | (uint)'\n' << 24;

    /// <summary>Whether the bytes begin with the magic number of this language.</summary>
    public static bool HasMagicNumber(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 4 && BinaryPrimitives.ReadUInt32LittleEndian(bytes) == MagicWord;

    /// <summary>Reads a file's bytes.</summary>
    /// <exception cref="BytecodeFormatException">They are no .pyc file of this language.</exception>
    public static PycFile Read(ReadOnlySpan<byte> bytes)
    {
        if (!HasMagicNumber(bytes))
            throw new BytecodeFormatException("bad magic number in .pyc file");
        if (bytes.Length < HeadLength)
            throw new BytecodeFormatException("reached EOF while reading the head of a .pyc file") { IsEndOfData = true };
        var flags = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        if ((flags & ~3u) != 0)
            throw new BytecodeFormatException($"invalid flags {flags:x} in .pyc file");
        if (Marshal.Read(bytes[HeadLength..]) is not CodeObject code)
            throw new BytecodeFormatException("a .pyc file holds no code object");
        if ((flags & 1) == 0)
        {
            return new PycFile(code, PycValidation.Timestamp)
            {
                SourceTime = BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]),
                SourceSize = BinaryPrimitives.ReadUInt32LittleEndian(bytes[12..]),
            };
        }

        var validation = (flags & 2) != 0 ? PycValidation.CheckedHash : PycValidation.UncheckedHash;
        return new PycFile(code, validation) { SourceHash = BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]) };
    }

    /// <summary>The file's bytes.</summary>
    public ImmutableArray<byte> Write()
    {
        var head = new byte[HeadLength];
        BinaryPrimitives.WriteUInt32LittleEndian(head, MagicWord);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(4), Validation switch
        {
            PycValidation.Timestamp => 0u,
            PycValidation.UncheckedHash => 1u,
            _ => 3u,
        });
        if (Validation == PycValidation.Timestamp)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(8), SourceTime);
            BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(12), SourceSize);
        }
        else
        {
            BinaryPrimitives.WriteUInt64LittleEndian(head.AsSpan(8), SourceHash);
        }

        return [.. head, .. Marshal.Write(Code)];
    }

    /// <summary>The hash of a source that a file validated by hash holds.</summary>
    public static ulong HashSource(ReadOnlySpan<byte> source) => SipHash13.Compute(source, MagicWord);
}
