namespace Keelback.Bytecode;

/// <summary>Bytes that should hold bytecode, one of its tables or a marshalled value do not.</summary>
public sealed class BytecodeFormatException : Exception
{
    /// <summary>An error with the text that Python's marshal would show.</summary>
    public BytecodeFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Whether the bytes end too early: Python's EOFError, where it is else a ValueError.</summary>
    public bool IsEndOfData { get; init; }
}
