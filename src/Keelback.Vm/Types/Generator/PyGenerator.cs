using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>What a suspended activation is to Python.</summary>
internal enum GeneratorKind
{
    Generator,
    Coroutine,
    AsyncGenerator,
}

/// <summary>Where a generator stands.</summary>
internal enum GeneratorState
{
    Created,
    Suspended,
    Running,
    Finished,
}

/// <summary>
/// A generator, coroutine or asynchronous generator: a frame of its own that is resumed and suspended. How it is
/// resumed is here; the methods of each type stand beside.
/// </summary>
internal sealed partial class PyGenerator : PyObject
{
    private InstanceAttributes _attributes;

    public PyGenerator(PyType type, GeneratorKind kind, Frame frame)
        : base(type)
    {
        Kind = kind;
        Frame = frame;
        Function = frame.Function;
        Name = frame.Function.Name;
        QualifiedName = frame.Function.QualifiedName;
    }

    /// <summary>The generator, coroutine or asynchronous generator that a frame belongs to, by its code's flags.</summary>
    public static PyGenerator Create(Frame frame)
    {
        var flags = frame.Code.Flags;
        if ((flags & CodeFlags.Coroutine) != 0)
            return new PyGenerator(CoroutineType.TypeObject, GeneratorKind.Coroutine, frame);
        return (flags & CodeFlags.AsyncGenerator) != 0
            ? new PyGenerator(AsyncGeneratorType.TypeObject, GeneratorKind.AsyncGenerator, frame)
            : new PyGenerator(GeneratorType.TypeObject, GeneratorKind.Generator, frame);
    }

    public GeneratorKind Kind { get; }

    public GeneratorState State { get; private set; }

    /// <summary>Of an asynchronous generator: whether its first use was told to the hook.</summary>
    public bool HooksCalled { get; set; }

    /// <summary>Of an asynchronous generator: whether one of its awaitables is under way.</summary>
    public bool IsAwaited { get; set; }

    /// <summary>The frame; null once the generator has finished.</summary>
    public Frame? Frame { get; private set; }

    [PyField]
    public partial PyFunction Function { get; private set; }

    [PyField]
    public partial PyStr Name { get; set; }

    [PyField]
    public partial PyStr QualifiedName { get; set; }

    /// <summary>The exception that the generator handles while it is suspended.</summary>
    [PyField]
    public partial PyBaseException? Handled { get; private set; }

    /// <summary>The exception being handled where the generator was resumed.</summary>
    [PyField]
    public partial PyBaseException? HandledOutside { get; private set; }

    /// <summary>What a suspended yield from or await waits for; missing where it waits for none.</summary>
    public PyValue Delegate
    {
        get
        {
            if (State != GeneratorState.Suspended || Frame is not { } frame)
                return default;

            // YIELD_VALUE says so by its oparg; the iterator lies below the value that was yielded.
            var instruction = frame.Code.Instructions[frame.InstructionPointer - 1];
            return instruction is { Opcode: Opcode.YieldValue, Argument: 1 } ? frame.Stack[frame.StackPointer - 1] : default;
        }
    }

    internal override ref InstanceAttributes Attributes => ref _attributes;

    /// <summary>
    /// Makes the frame ready to go on with a value, as the present thread's next frame; null, with an exception
    /// pending, where it cannot be. The generator must not have finished.
    /// </summary>
    public Frame? Resume(PyThread thread, PyValue sent)
    {
        if (State == GeneratorState.Running)
        {
            thread.Raise(Raise.ValueError($"{Description} already executing"));
            return null;
        }

        if (!thread.EnterFrame())
            return null;
        var frame = Frame!;

        // What is sent is the yield's value; at the start, the POP_TOP behind RETURN_GENERATOR removes it.
        frame.Stack[frame.StackPointer++] = sent.IsMissing ? PyValue.None : sent;

        State = GeneratorState.Running;
        HandledOutside = thread.Handled;
        if (Handled is not null)
            thread.Handled = Handled;
        frame.Previous = thread.Frame;
        frame.ReturnTarget = -1;
        frame.Flags = FrameFlags.Generator;
        return frame;
    }

    /// <summary>Suspends the running frame.</summary>
    public void Suspend(PyThread thread)
    {
        State = GeneratorState.Suspended;
        Handled = ReferenceEquals(thread.Handled, HandledOutside) ? null : thread.Handled;
        thread.Handled = HandledOutside;
        HandledOutside = null;
    }

    /// <summary>Runs until the next yield: its value, or missing where the generator returned or raised.</summary>
    public PyValue Next(PyThread thread, PyValue sent, out PyValue returned)
    {
        returned = default;
        var frame = Resume(thread, sent);
        if (frame is null)
            return default;
        var result = thread.RunFrame(frame);
        if (State != GeneratorState.Finished || result.IsMissing)
            return result;
        returned = result;
        return default;
    }

    /// <summary>
    /// Goes on behind a yield from or await whose delegate has returned: the SEND that waits there is done, and its
    /// jump is taken.
    /// </summary>
    public PyValue FinishDelegation(PyThread thread, PyValue value, out PyValue returned)
    {
        var frame = Frame!;
        var instructions = frame.Code.Instructions;

        // From the YIELD_VALUE back to the SEND whose iterator it yields for; its argument is where the END_SEND stands.
        var send = frame.InstructionPointer - 1;
        while (instructions[send].Opcode is not (Opcode.Send or Opcode.SendGen))
            send--;
        frame.InstructionPointer = instructions[send].Argument;
        return Next(thread, value, out returned);
    }

    /// <summary>Raises an exception where the frame stands; what comes of it is as for <see cref="Next"/>.</summary>
    public PyValue Throw(PyThread thread, PyBaseException exception, out PyValue returned)
    {
        returned = default;
        var frame = Resume(thread, PyValue.None);
        if (frame is null)
            return default;
        frame.StackPointer--;
        frame.Flags |= FrameFlags.Entry;
        thread.Frame = frame;
        thread.SetPending(exception);
        if (!Unwinder.FindHandler(thread))
            return default;
        var result = EvalLoop.Run(thread, thread.Frame!);
        if (State != GeneratorState.Finished || result.IsMissing)
            return result;
        returned = result;
        return default;
    }

    /// <summary>The frame has returned.</summary>
    public void Finish(PyThread thread)
    {
        State = GeneratorState.Finished;
        thread.Handled = HandledOutside;
        ReleaseFrame();
    }

    /// <summary>The frame was left by an exception; StopIteration out of a generator becomes RuntimeError (PEP 479).</summary>
    public void Fail(PyThread thread)
    {
        State = GeneratorState.Finished;
        thread.Handled = HandledOutside;
        ReleaseFrame();
        var exception = thread.Pending!;
        var isStop = exception.Type.IsSubtypeOf(ExceptionTypes.StopIteration);
        if (isStop || (Kind == GeneratorKind.AsyncGenerator && exception.Type.IsSubtypeOf(ExceptionTypes.StopAsyncIteration)))
        {
            var error = Raise.RuntimeError($"{Description} raised {(isStop ? "StopIteration" : "StopAsyncIteration")}").Value;
            error.SetCause(exception);
            error.SetContext(exception);
            thread.RestorePending(error);
        }
    }

    /// <summary>Ends a generator that has not begun, or that is closed, without running it.</summary>
    public void Discard()
    {
        State = GeneratorState.Finished;
        ReleaseFrame();
    }

    /// <summary>What it is, for messages.</summary>
    public string Description => Kind switch
    {
        GeneratorKind.Coroutine => "coroutine",
        GeneratorKind.AsyncGenerator => "async generator",
        _ => "generator",
    };

    private void ReleaseFrame()
    {
        Handled = null;
        HandledOutside = null;
        Frame = null;
    }
}
