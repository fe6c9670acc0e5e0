using Keelback.Vm;

namespace Keelback.Modules.Threading;

/// <summary>A thread that has been, or will be, started: to be waited for.</summary>
[PyType("_thread._ThreadHandle", Doc = "A thread that can be waited for.", Flags = TypeFlags.HasWeakReferences)]
internal sealed partial class PyThreadHandle : PyObject
{
    private readonly ManualResetEventSlim _done = new();

    public PyThreadHandle()
        : base(TypeObject)
    {
    }

    /// <summary>The thread's number; 0 before it starts.</summary>
    public long ThreadIdentity { get; set; }

    /// <summary>Whether it has been started.</summary>
    public bool IsStarted { get; set; }

    /// <summary>Says that the thread has ended.</summary>
    public void Finish() => _done.Set();

    /// <summary>Waits for the end.</summary>
    public bool Wait(PyThread thread, TimeSpan timeout) => _done.IsSet || Blocking.Wait(thread, timeout, _done.Wait);

    [PyNew("_ThreadHandle()")]
    private static PyValue New(PyThread thread, PyType cls) => new PyThreadHandle();

    [PyGetter("ident", Doc = "The thread's number.")]
    private static PyValue GetIdentity(PyThread thread, PyThreadHandle self) => PyValue.FromInt(self.ThreadIdentity);

    [PyMethod("join($self, timeout=None, /)", Doc = "Wait until the thread has ended.")]
    private static void Join(PyThread thread, PyThreadHandle self, PyValue timeout)
    {
        if (!self.IsStarted)
            throw Raise.RuntimeError("thread not started");
        if (self.ThreadIdentity == ThreadModule.Identity() && !self._done.IsSet)
            throw Raise.RuntimeError("Cannot join current thread");
        var seconds = timeout.IsNone ? -1 : Operators.ToDouble(thread, timeout);
        self.Wait(thread, seconds < 0 ? TimeSpan.FromTicks(-1) : TimeSpan.FromSeconds(Math.Min(seconds, ThreadModule.TimeoutMax)));
    }

    [PyMethod("is_done($self, /)", Doc = "Tell whether the thread has ended.")]
    private static bool IsDone(PyThread thread, PyThreadHandle self) => self._done.IsSet;

    [PyMethod("_set_done($self, /)", Doc = "Say that the thread has ended.")]
    private static void SetDone(PyThread thread, PyThreadHandle self)
    {
        if (!self.IsStarted)
            throw Raise.RuntimeError("thread not started");
        self.Finish();
    }
}
