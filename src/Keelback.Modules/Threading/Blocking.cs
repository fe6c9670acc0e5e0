using System.Diagnostics;
using Keelback.Vm;

namespace Keelback.Modules.Threading;

/// <summary>Waiting without keeping other threads from running, and so that an interrupt ends it.</summary>
internal static class Blocking
{
    private static readonly TimeSpan s_slice = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs what may take long while other threads run.</summary>
    public static T Run<T>(PyThread thread, Func<T> wait)
    {
        thread.Interpreter.Lock.Release();
        try
        {
            return wait();
        }
        finally
        {
            thread.Interpreter.Lock.Acquire(thread);
        }
    }

    /// <summary>
    /// Waits until a condition comes true or, where it is not negative, the time is over; false then. The condition is
    /// given how long it may wait.
    /// </summary>
    public static bool Wait(PyThread thread, TimeSpan timeout, Func<TimeSpan, bool> condition)
    {
        var start = Stopwatch.GetTimestamp();
        while (true)
        {
            var rest = timeout < TimeSpan.Zero ? s_slice : timeout - Stopwatch.GetElapsedTime(start);
            var slice = rest > s_slice ? s_slice : rest < TimeSpan.Zero ? TimeSpan.Zero : rest;
            if (Run(thread, () => condition(slice)))
                return true;
            if (timeout >= TimeSpan.Zero && Stopwatch.GetElapsedTime(start) >= timeout)
                return false;
            if (thread.BreakRequested && !thread.HandleBreak())
                thread.ThrowPending();
        }
    }

    /// <summary>The time that the arguments of acquire() mean; negative for no end.</summary>
    public static TimeSpan Timeout(PyThread thread, bool blocking, PyValue timeout)
    {
        var seconds = timeout.IsMissing || timeout.IsNone ? -1 : Operators.ToDouble(thread, timeout);
        if (!blocking && seconds != -1)
            throw Raise.ValueError("can't specify a timeout for a non-blocking call");
        if (seconds < 0 && seconds != -1)
            throw Raise.ValueError("timeout value must be a non-negative number");
        if (!blocking)
            return TimeSpan.Zero;
        if (seconds == -1)
            return TimeSpan.FromTicks(-1);
        if (!(seconds <= ThreadModule.TimeoutMax))
            throw Raise.OverflowError("timeout value is too large");
        return TimeSpan.FromSeconds(seconds);
    }
}
