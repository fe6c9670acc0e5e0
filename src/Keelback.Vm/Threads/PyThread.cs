using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Keelback.Vm;

/// <summary>
/// A thread of Python code: its frames, the stack on which their values lie, and the exception on its way. Calls from
/// C# code into Python are in PyThread.Calls.cs.
/// </summary>
public sealed partial class PyThread
{
    // In values, of 16 bytes. The first chunk holds the usual thousand frames; memory is touched only as it is used.
    private const int ChunkSize = 64 * 1024;

    [ThreadStatic]
    private static PyThread? s_current;

    private Frame[] _pool = [];
    private int _pooled;
    private volatile int _breaker;
    private readonly PyValue[] _firstChunk = new PyValue[ChunkSize];
    private PyValue[]? _spareChunk;

    internal PyThread(Interpreter interpreter)
    {
        Interpreter = interpreter;
    }

    /// <summary>The interpreter that owns the thread.</summary>
    public Interpreter Interpreter { get; }

    /// <summary>The thread that runs Python code on this .NET thread; only for callbacks that cannot be handed one.</summary>
    internal static PyThread Current => s_current ?? throw new InvalidOperationException("No Python code runs on this thread.");

    /// <summary>The frame being run; null outside of Python code.</summary>
    internal Frame? Frame { get; set; }

    /// <summary>The frame that an op has made and that the eval loop is to enter.</summary>
    internal Frame? Entering { get; set; }

    /// <summary>The exception on its way, or null.</summary>
    internal PyBaseException? Pending { get; private set; }

    /// <summary>The exception being handled: what sys.exception() tells; null for none.</summary>
    internal PyBaseException? Handled { get; set; }

    /// <summary>How many frames and native calls are under way.</summary>
    internal int Depth { get; set; }

    /// <summary>Whether the pending exception is raised on, so that the present frame is in its traceback already.</summary>
    internal bool IsReraising { get; set; }

    /// <summary>How many repr() calls are under way on containers, for those that contain themselves.</summary>
    internal HashSet<PyObject> ReprInProgress { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether an exception is on its way.</summary>
    internal bool HasError => Pending is not null;

    /// <summary>Whether the eval loop should look for signals, other threads and limits.</summary>
    internal bool BreakRequested
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _breaker != 0;
    }

    /// <summary>Makes this the thread that runs on the present .NET thread, and gives back the one before.</summary>
    internal PyThread? Enter()
    {
        var before = s_current;
        s_current = this;
        return before;
    }

    /// <summary>Ends what <see cref="Enter"/> began.</summary>
    internal static void Leave(PyThread? before) => s_current = before;

    /// <summary>Asks the eval loop to look for requests soon. May be called by any thread.</summary>
    internal void RequestBreak() => _breaker = 1;

    /// <summary>Answers requests: false, with an exception pending, where one is to be raised.</summary>
    internal bool HandleBreak()
    {
        _breaker = 0;
        return Interpreter.HandleRequests(this);
    }

    /// <summary>Sets the exception on its way, chained to the one being handled; gives a missing value to return.</summary>
    internal PyValue Raise(PyException exception)
    {
        SetPending(exception.Value);
        return default;
    }

    /// <summary>Sets the exception on its way, chained to the one being handled.</summary>
    internal void SetPending(PyBaseException exception)
    {
        if (Handled is { } handled && !ReferenceEquals(handled, exception) && exception.Context is null)
            exception.SetContext(handled);
        Pending = exception;
    }

    /// <summary>Takes the exception on its way, for C# code that handles it.</summary>
    internal PyBaseException TakePending()
    {
        var exception = Pending ?? throw new System.Diagnostics.UnreachableException("A value is missing and no exception is pending.");
        Pending = null;
        return exception;
    }

    /// <summary>Puts back what <see cref="TakePending"/> took, as it was.</summary>
    internal void RestorePending(PyBaseException exception) => Pending = exception;

    /// <summary>Drops the exception on its way.</summary>
    internal void ClearPending() => Pending = null;

    /// <summary>A result as it is or, where it is missing, the pending exception thrown.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal PyValue Checked(PyValue result)
    {
        if (result.IsMissing)
            ThrowPending();
        return result;
    }

    /// <summary>Throws the exception on its way to C# code.</summary>
    [DoesNotReturn]
    internal void ThrowPending() => throw new PyException(TakePending());

    /// <summary>Throws where an exception is pending: after a call whose missing result may mean an end.</summary>
    internal void ThrowIfPending()
    {
        if (Pending is not null)
            ThrowPending();
    }

    /// <summary>A frame for a code object, whose places begin at an index of an array.</summary>
    internal Frame PushFrame(PyFunction function, ExecutableCode code, PyValue[] stack, int @base)
    {
        if (_pooled == _pool.Length)
            GrowPool();
        var frame = _pool[_pooled++];
        var caller = Frame;
        if (!ReferenceEquals(frame.Previous, caller))
            frame.Previous = caller;
        if (!ReferenceEquals(frame.Function, function) || !ReferenceEquals(frame.Code, code))
        {
            frame.Function = function;
            frame.Code = code;
            frame.Globals = function.Globals;
            frame.Builtins = function.Builtins;
        }

        if (!ReferenceEquals(frame.Stack, stack))
            frame.Stack = stack;
        frame.Base = @base;
        frame.StackPointer = @base + code.LocalCount;
        frame.InstructionPointer = 0;
        frame.ReturnTarget = -1;
        frame.Flags = FrameFlags.None;
        return frame;
    }

    /// <summary>Gives a frame back once it has returned.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void PopFrame(Frame frame)
    {
        Depth--;
        if (frame.Object is not null || frame.Flags != FrameFlags.None || frame.Base == 0)
            ResetFrame(frame);
        else
            _pooled--;
    }

    /// <summary>
    /// Finds so many free places behind everything that frames use: an array and an index in it.
    /// </summary>
    internal int ReserveStack(int size, out PyValue[] stack)
    {
        var below = Frame;
        while (below is { Generator: not null })
            below = below.Previous;
        stack = below?.Stack ?? _firstChunk;
        var top = below?.Limit ?? 0;
        if (top + size <= stack.Length)
            return top;
        stack = _spareChunk is { } spare && spare.Length >= size ? spare : new PyValue[Math.Max(4 * ChunkSize, size)];
        _spareChunk = null;
        return 0;
    }

    private void ResetFrame(Frame frame)
    {
        if (frame.Object is not null)
        {
            frame.Object.Detach(frame);
            frame.Object = null;
        }

        if ((frame.Flags & FrameFlags.Generator) == 0)
        {
            _pooled--;
            if (frame.Base == 0 && !ReferenceEquals(frame.Stack, _firstChunk))
                _spareChunk = frame.Stack;
        }

        if (!frame.Instance.IsMissing)
            frame.Instance = default;
        if (!frame.Locals.IsMissing)
            frame.Locals = default;
    }

    private void GrowPool()
    {
        var before = _pool.Length;
        Array.Resize(ref _pool, Math.Max(32, before * 2));
        for (var i = before; i < _pool.Length; i++)
            _pool[i] = new Frame();
    }
}
