namespace Keelback.Compiler.Flow;

/// <summary>A place in an <c>InstructionSequence</c> that jumps and exception handlers name before it is known.</summary>
internal readonly record struct Label(int Id);
