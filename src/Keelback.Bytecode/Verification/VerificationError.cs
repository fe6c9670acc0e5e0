namespace Keelback.Bytecode;

/// <summary>The rules that code which the eval loop runs must keep.</summary>
public enum VerificationRule
{
    /// <summary>The code object's counts and tables agree with each other.</summary>
    Shape,

    /// <summary>Each code unit belongs to a whole instruction that portable code may hold.</summary>
    Instruction,

    /// <summary>Each oparg names something that is there.</summary>
    Operand,

    /// <summary>Each jump lands on an instruction.</summary>
    JumpTarget,

    /// <summary>No instruction takes more values than there are.</summary>
    StackUnderflow,

    /// <summary>The stack never holds more values than co_stacksize says.</summary>
    StackOverflow,

    /// <summary>The stack is equally deep on every way to an instruction.</summary>
    StackDepth,

    /// <summary>No way leads behind the last instruction.</summary>
    End,

    /// <summary>The exception table's ranges, handlers and depths fit the code.</summary>
    ExceptionTable,

    /// <summary>The location table can be read and covers the code.</summary>
    LocationTable,
}

/// <summary>A rule that a code object breaks.</summary>
/// <param name="Code">The code object's qualified name.</param>
/// <param name="Offset">The instruction's offset in bytes, or -1 where it is the code object as a whole.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Message">What is wrong.</param>
public sealed record VerificationError(string Code, int Offset, VerificationRule Rule, string Message)
{
    /// <summary>The error as a line of text: name, offset, rule, message.</summary>
    public override string ToString() =>
        Offset < 0 ? $"{Code}: {Rule}: {Message}" : $"{Code} at offset {Offset}: {Rule}: {Message}";
}
