namespace Keelback.Vm;

/// <summary>What is unusual about a frame, so that returning from it needs more than popping it.</summary>
[Flags]
internal enum FrameFlags : byte
{
    None = 0,

    /// <summary>Native code waits for the result: the eval loop returns.</summary>
    Entry = 1,

    /// <summary>It runs __init__: the caller gets the instance.</summary>
    Constructor = 2,

    /// <summary>It belongs to a generator or coroutine and outlives its activation.</summary>
    Generator = 4,
}

/// <summary>
/// An activation of a code object: its places for locals and eval stack, a part of the thread's stack (or an array of
/// its own, for a generator), and where it stands. Frames are used again; what Python code sees is a PyFrame.
/// </summary>
internal sealed class Frame
{
    public Frame? Previous;
    public ExecutableCode Code = null!;
    public PyFunction Function = null!;
    public PyDict Globals = null!;
    public PyDict Builtins = null!;

    /// <summary>The namespace of a module or class body, or missing in a function, whose locals are places.</summary>
    public PyValue Locals;

    /// <summary>The array that holds the frame's places.</summary>
    public PyValue[] Stack = [];

    /// <summary>The index of the first place.</summary>
    public int Base;

    /// <summary>Index of the first free place, as of the last time that the frame called another.</summary>
    public int StackPointer;

    /// <summary>Index of the instruction after the one being run.</summary>
    public int InstructionPointer;

    /// <summary>Where the caller goes on when this frame returns; -1: just behind its call.</summary>
    public int ReturnTarget;

    public FrameFlags Flags;

    /// <summary>The generator that owns the frame.</summary>
    public PyGenerator? Generator;

    /// <summary>What a constructor's frame makes.</summary>
    public PyValue Instance;

    /// <summary>The frame as Python code sees it, once it asked.</summary>
    public PyFrame? Object;

    /// <summary>The locals, cells and free variables.</summary>
    public Span<PyValue> LocalPlaces => Stack.AsSpan(Base, Code.LocalCount);

    /// <summary>The index behind the last place that the frame may use.</summary>
    public int Limit => Base + Code.FrameSize;

    /// <summary>The line that the frame is at, or 0.</summary>
    public int LineNumber => LineNumbers.At(Code, InstructionPointer - 1);
}
