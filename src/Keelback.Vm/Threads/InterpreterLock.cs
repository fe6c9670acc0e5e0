namespace Keelback.Vm;

/// <summary>
/// The lock of one interpreter (its GIL): whoever runs Python code holds it. A thread that waits longer than the switch
/// interval asks the holder to let go between two instructions.
/// </summary>
internal sealed class InterpreterLock
{
    private readonly object _gate = new();
    private PyThread? _holder;
    private int _waiting;

    /// <summary>How long a thread waits before it asks the holder to let go; sys.setswitchinterval.</summary>
    public TimeSpan SwitchInterval { get; set; } = TimeSpan.FromMilliseconds(5);

    /// <summary>Waits until the thread may run Python code.</summary>
    public void Acquire(PyThread thread)
    {
        lock (_gate)
        {
            _waiting++;
            while (_holder is not null)
            {
                if (!Monitor.Wait(_gate, SwitchInterval))
                    _holder?.RequestBreak();
            }

            _waiting--;
            _holder = thread;
        }
    }

    /// <summary>Lets other threads run Python code.</summary>
    public void Release()
    {
        lock (_gate)
        {
            _holder = null;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Lets another thread run where one waits.</summary>
    public void YieldIfAsked(PyThread thread)
    {
        if (Volatile.Read(ref _waiting) == 0 || !ReferenceEquals(_holder, thread))
            return;
        Release();
        Thread.Yield();
        Acquire(thread);
    }
}
