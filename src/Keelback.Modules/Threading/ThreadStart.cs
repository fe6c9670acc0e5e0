using Keelback.Vm;

namespace Keelback.Modules.Threading;

/// <summary>Starts threads of Python code on threads of .NET.</summary>
internal static class ThreadStart
{
    private const int DefaultStackSize = 16 * 1024 * 1024;

    /// <summary>Starts a thread that calls a function; returns once it has a number.</summary>
    public static void Run(PyThread starter, PyValue function, PyValue[] arguments, PyDict? keywords, PyThreadHandle handle)
    {
        var interpreter = starter.Interpreter;
        if (interpreter.IsFinalizing)
            throw Raise.PythonFinalizationError("can't create new thread at interpreter shutdown");
        var state = ThreadModule.State(starter);
        var size = state.StackSize > 0 ? (int)Math.Min(state.StackSize, int.MaxValue) : DefaultStackSize;
        handle.IsStarted = true;
        var thread = new Thread(() => Body(new PyThread(interpreter), function, arguments, keywords, handle), size)
        {
            IsBackground = true,
        };
        handle.ThreadIdentity = thread.ManagedThreadId;
        state.CountStarted();
        thread.Start();
    }

    private static void Body(PyThread thread, PyValue function, PyValue[] arguments, PyDict? keywords, PyThreadHandle handle)
    {
        var interpreter = thread.Interpreter;
        interpreter.Lock.Acquire(thread);
        var before = thread.Enter();
        try
        {
            Call(thread, function, arguments, keywords);
        }
        catch (PyException exception)
        {
            if (!exception.Value.Type.IsSubtypeOf(ExceptionTypes.SystemExit))
                interpreter.ReportUnraisable(thread, exception.Value, function, "Exception ignored in thread started by");
        }
        finally
        {
            PyThread.Leave(before);
            var state = ThreadModule.State(thread);
            state.CountEnded();
            state.Remove(handle);
            interpreter.Lock.Release();
            handle.Finish();
        }
    }

    private static void Call(PyThread thread, PyValue function, PyValue[] arguments, PyDict? keywords)
    {
        if (keywords is not { Count: > 0 })
        {
            thread.Call(function, arguments);
            return;
        }

        var names = new List<PyValue>();
        var values = new List<PyValue>(arguments);
        for (var i = 0; i < keywords.EntryEnd; i++)
        {
            ref var entry = ref keywords.EntryAt(i);
            if (entry.Key.IsMissing)
                continue;
            names.Add(entry.Key);
            values.Add(entry.Value);
        }

        thread.Call(function, values.ToArray(), PyTuple.Own([.. names]));
    }
}

/// <summary>What an interpreter knows of its threads.</summary>
internal sealed class ThreadStates
{
    private readonly HashSet<PyThreadHandle> _joined = [];
    private int _running;

    public long MainIdentity { get; set; }

    public long StackSize { get; set; }

    public long Running => Volatile.Read(ref _running);

    public void CountStarted() => Interlocked.Increment(ref _running);

    public void CountEnded() => Interlocked.Decrement(ref _running);

    public void Add(PyThreadHandle handle)
    {
        lock (_joined)
            _joined.Add(handle);
    }

    public void Remove(PyThreadHandle handle)
    {
        lock (_joined)
            _joined.Remove(handle);
    }

    /// <summary>One of the threads that are waited for at the end, but not the caller's own.</summary>
    public PyThreadHandle? TakeAny(long except)
    {
        lock (_joined)
        {
            foreach (var handle in _joined)
            {
                if (handle.ThreadIdentity == except)
                    continue;
                _joined.Remove(handle);
                return handle;
            }
        }

        return null;
    }
}
