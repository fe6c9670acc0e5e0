namespace Keelback.Bytecode;

/// <summary>Bytes that should hold bytecode, one of its tables or a marshalled value do not.</summary>
public sealed class BytecodeFormatException : Exception
{
    /// <summary>An error with the text that Python's marshal would show.</summary>
    public BytecodeFormatException(string message)
        : base(message)
    {
    }

    /// <summary>An error that another one caused.</summary>
    public BytecodeFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
