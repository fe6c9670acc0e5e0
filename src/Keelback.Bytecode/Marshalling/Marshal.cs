using System.Collections.Immutable;
using Keelback.Text;

namespace Keelback.Bytecode;

/// <summary>
/// Reads and writes constants and code objects in Python's marshal format, version 5, which .pyc files hold. What is
/// written equals what CPython writes for code that it has just compiled: the same sharing, the same flags.
/// </summary>
public static class Marshal
{
    /// <summary>The version of the format.</summary>
    public const int Version = 5;

    /// <summary>The value that the bytes begin with; what follows it is ignored.</summary>
    /// <exception cref="BytecodeFormatException">The bytes are no marshalled constant.</exception>
    public static Constant Read(ReadOnlySpan<byte> bytes) => new MarshalReader(bytes.ToArray()).Read();

    /// <summary>The bytes of a value.</summary>
    /// <exception cref="BytecodeFormatException">The value is nested too deep.</exception>
    public static ImmutableArray<byte> Write(Constant value) => MarshalWriter.Write(value);
}
