using System.Collections.Concurrent;

namespace Keelback.Vm;

/// <summary>What other threads ask of running Python code: Ctrl-C, signals, calls, cancellation, the lock.</summary>
public sealed partial class Interpreter
{
    private readonly ConcurrentQueue<Action<PyThread>> _pendingCalls = new();

    /// <summary>Asks the main thread to run an action between two instructions; it may throw PyException. Any thread may call this.</summary>
    internal void AddPendingCall(Action<PyThread> call)
    {
        _pendingCalls.Enqueue(call);
        MainThread.RequestBreak();
    }

    /// <summary>Answers what was asked of a thread; false with an exception pending.</summary>
    internal bool HandleRequests(PyThread thread)
    {
        Lock.YieldIfAsked(thread);
        if (!ReferenceEquals(thread, MainThread))
            return true;
        while (_pendingCalls.TryDequeue(out var call))
        {
            try
            {
                call(thread);
            }
            catch (PyException exception)
            {
                thread.SetPending(exception.Value);
                if (!_pendingCalls.IsEmpty)
                    thread.RequestBreak();
                return false;
            }
        }

        return true;
    }

    /// <summary>The lock that a thread holds while it runs Python code.</summary>
    internal InterpreterLock Lock { get; } = new();
}
