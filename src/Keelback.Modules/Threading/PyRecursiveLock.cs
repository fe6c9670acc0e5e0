using Keelback.Vm;

namespace Keelback.Modules.Threading;

/// <summary>A lock that its owner may take many times.</summary>
[PyType("_thread.RLock", Doc = "A lock that the thread which has it can take again.", Flags = TypeFlags.HasWeakReferences)]
internal partial class PyRecursiveLock : PyObject
{
    private readonly object _gate = new();
    private long _owner;
    private long _count;

    protected PyRecursiveLock(PyType type)
        : base(type)
    {
    }

    [PySlot("tp_new")]
    private static PyValue New(PyThread thread, PyType cls, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames) =>
        ReferenceEquals(cls, TypeObject) ? new PyRecursiveLock(cls) : new PyRecursiveLockSubclass(cls);

    [PyMethod("acquire($self, /, blocking=True, timeout=-1)", Doc = "Take the lock and return True; False where it is not free in time.")]
    private static bool Acquire(PyThread thread, PyRecursiveLock self, bool blocking, PyValue timeout)
    {
        var wait = Blocking.Timeout(thread, blocking, timeout);
        var owner = ThreadModule.Identity();
        if (self.TryAcquire(owner, TimeSpan.Zero))
            return true;
        return blocking && Blocking.Wait(thread, wait, slice => self.TryAcquire(owner, slice));
    }

    [PyMethod("release($self, /)", Doc = "Give the lock back once.")]
    private static void Release(PyThread thread, PyRecursiveLock self)
    {
        lock (self._gate)
        {
            if (self._owner != ThreadModule.Identity())
                throw Raise.RuntimeError("cannot release un-acquired lock");
            if (--self._count > 0)
                return;
            self._owner = 0;
            Monitor.Pulse(self._gate);
        }
    }

    [PyMethod("locked($self, /)", Doc = "Tell whether somebody has the lock.")]
    private static bool Locked(PyThread thread, PyRecursiveLock self) => self._owner != 0;

    [PyMethod("_is_owned($self, /)", Doc = "Tell whether this thread has the lock.")]
    private static bool IsOwned(PyThread thread, PyRecursiveLock self) => self._owner == ThreadModule.Identity();

    [PyMethod("_recursion_count($self, /)", Doc = "Return how often this thread has taken the lock.")]
    private static long RecursionCount(PyThread thread, PyRecursiveLock self) => IsOwned(thread, self) ? self._count : 0;

    [PyMethod("_release_save($self, /)", Doc = "Give the lock back wholly; the state for _acquire_restore.")]
    private static PyValue ReleaseSave(PyThread thread, PyRecursiveLock self)
    {
        if (self._count == 0)
            throw Raise.RuntimeError("cannot release un-acquired lock");
        var state = PyTuple.From(PyValue.FromInt(self._count), PyValue.FromInt(self._owner));
        lock (self._gate)
        {
            self._count = 0;
            self._owner = 0;
            Monitor.Pulse(self._gate);
        }

        return state;
    }

    [PyMethod("_acquire_restore($self, state, /)", Doc = "Take the lock as often as it was.")]
    private static void AcquireRestore(PyThread thread, PyRecursiveLock self, PyTuple state)
    {
        Acquire(thread, self, true, default);
        self._count = Operators.ToInt64(thread, state[0]);
        self._owner = Operators.ToInt64(thread, state[1]);
    }

    [PyMethod("__enter__($self, /)", Doc = "Take the lock.")]
    private static bool Enter(PyThread thread, PyRecursiveLock self) => Acquire(thread, self, true, default);

    [PyMethod("__exit__($self, /, *exc_info)", Doc = "Give the lock back.")]
    private static void Exit(PyThread thread, PyRecursiveLock self, ReadOnlySpan<PyValue> excInfo) => Release(thread, self);

    [PyMethod("_at_fork_reinit($self, /)", Doc = "Make the lock free after a fork.")]
    private static void Reset(PyThread thread, PyRecursiveLock self) => (self._owner, self._count) = (0, 0);

    [PySlot("tp_repr")]
    private static PyValue Repr(PyThread thread, PyRecursiveLock self) => PyStr.From(
        $"<{(self._owner != 0 ? "locked" : "unlocked")} {self.Type.FullName} object owner={self._owner} count={self._count} at {ObjectIdentity.Address(thread, self)}>");

    private bool TryAcquire(long owner, TimeSpan timeout)
    {
        lock (_gate)
        {
            if (_owner != 0 && _owner != owner && timeout > TimeSpan.Zero)
                Monitor.Wait(_gate, timeout);
            if (_owner != 0 && _owner != owner)
                return false;
            _owner = owner;
            _count++;
            return true;
        }
    }
}

/// <summary>An instance of a Python subclass of RLock.</summary>
internal sealed class PyRecursiveLockSubclass(PyType type) : PyRecursiveLock(type)
{
    private InstanceAttributes _attributes;

    internal override ref InstanceAttributes Attributes => ref _attributes;
}
