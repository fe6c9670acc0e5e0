using Keelback.Vm;

namespace Keelback.Modules.Threading;

/// <summary>A lock that any thread may release.</summary>
[PyType("_thread.lock", Doc = "A lock: one thread at a time has it, and any thread may release it.", Flags = TypeFlags.Final | TypeFlags.HasWeakReferences)]
internal sealed partial class PyLock : PyObject
{
    private readonly object _gate = new();
    private bool _isLocked;

    public PyLock()
        : base(TypeObject)
    {
    }

    [PyNew("lock()")]
    private static PyValue New(PyThread thread, PyType cls) => new PyLock();

    [PyMethod("acquire($self, /, blocking=True, timeout=-1)", Doc = "Take the lock and return True; False where it is not free in time.")]
    [PyMethod("acquire_lock($self, /, blocking=True, timeout=-1)", Doc = "The old name of acquire.")]
    private static bool Acquire(PyThread thread, PyLock self, bool blocking, PyValue timeout)
    {
        var wait = Blocking.Timeout(thread, blocking, timeout);
        if (self.TryAcquire(TimeSpan.Zero))
            return true;
        return blocking && Blocking.Wait(thread, wait, self.TryAcquire);
    }

    [PyMethod("release($self, /)", Doc = "Give the lock back.")]
    [PyMethod("release_lock($self, /)", Doc = "The old name of release.")]
    private static void Release(PyThread thread, PyLock self)
    {
        lock (self._gate)
        {
            if (!self._isLocked)
                throw Raise.RuntimeError("release unlocked lock");
            self._isLocked = false;
            Monitor.Pulse(self._gate);
        }
    }

    [PyMethod("locked($self, /)", Doc = "Tell whether somebody has the lock.")]
    [PyMethod("locked_lock($self, /)", Doc = "The old name of locked.")]
    private static bool Locked(PyThread thread, PyLock self) => self._isLocked;

    [PyMethod("__enter__($self, /)", Doc = "Take the lock.")]
    private static bool Enter(PyThread thread, PyLock self) => Acquire(thread, self, true, default);

    [PyMethod("__exit__($self, /, *exc_info)", Doc = "Give the lock back.")]
    private static void Exit(PyThread thread, PyLock self, ReadOnlySpan<PyValue> excInfo) => Release(thread, self);

    [PyMethod("_at_fork_reinit($self, /)", Doc = "Make the lock free after a fork.")]
    private static void Reset(PyThread thread, PyLock self) => self._isLocked = false;

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyLock self) => PyStr.From(
        $"<{(self._isLocked ? "locked" : "unlocked")} {self.Type.FullName} object at {ObjectIdentity.Address(thread, self)}>");

    private bool TryAcquire(TimeSpan timeout)
    {
        lock (_gate)
        {
            if (_isLocked && timeout > TimeSpan.Zero)
                Monitor.Wait(_gate, timeout);
            if (_isLocked)
                return false;
            _isLocked = true;
            return true;
        }
    }
}
