using Keelback.Vm;

namespace Keelback.Modules.Threading;

/// <summary>The _thread module: threads and locks, upon which threading builds.</summary>
[PyModule("_thread", Doc = "Threads and locks, as the module threading needs them.")]
internal static partial class ThreadModule
{
    /// <summary>The longest time to wait, in seconds.</summary>
    [PyConstant("TIMEOUT_MAX")]
    public const double TimeoutMax = 9223372036.0;

    [PyConstant("_NAME_MAXLEN")]
    private const long NameLength = 15;

    private static readonly PyStr s_stderr = PyStr.Intern("stderr");
    private static readonly PyStr s_name = PyStr.Intern("name");

    private static readonly StructureType s_hookArguments = new(
        "_thread._ExceptHookArgs", "What a hook of threads' exceptions is told.", ["exc_type", "exc_value", "exc_traceback", "thread"]);

    /// <summary>The number of the present thread.</summary>
    public static long Identity() => Environment.CurrentManagedThreadId;

    private static void Initialize(PyThread thread, PyModule module)
    {
        State(thread).MainIdentity = Identity();
        module.Add("error", ExceptionTypes.RuntimeError);
        module.Add("lock", PyLock.TypeObject);
        module.Add("LockType", PyLock.TypeObject);
        module.Add("RLock", PyRecursiveLock.TypeObject);
        module.Add("_local", PyThreadLocal.TypeObject);
        module.Add("_ThreadHandle", PyThreadHandle.TypeObject);
        module.Add("_ExceptHookArgs", s_hookArguments.TypeIn(thread));
    }

    [PyFunction("allocate_lock()", Doc = "Make a lock.")]
    private static PyValue AllocateLock() => new PyLock();

    [PyFunction("allocate()", Doc = "The old name of allocate_lock.")]
    private static PyValue Allocate() => new PyLock();

    [PyFunction("get_ident()", Doc = "Return the number of this thread.")]
    private static long GetIdentity() => Identity();

    [PyFunction("get_native_id()", Doc = "Return a number of this thread that no other in the process has.")]
    private static long GetNativeIdentity(PyThread thread) =>
        (thread.Interpreter.Host.Environment?.ProcessId ?? 0) + Identity() - State(thread).MainIdentity;

    [PyFunction("_get_main_thread_ident()", Doc = "Return the number of the main thread.")]
    private static long GetMainIdentity(PyThread thread) => State(thread).MainIdentity;

    [PyFunction("_is_main_interpreter()", Doc = "Tell whether this is the process's first interpreter.")]
    private static bool IsMainInterpreter() => true;

    [PyFunction("daemon_threads_allowed()", Doc = "Tell whether threads may be left behind at the end.")]
    private static bool DaemonThreadsAllowed() => true;

    [PyFunction("_count()", Doc = "Return how many threads this module has started that still run.")]
    private static long Count(PyThread thread) => State(thread).Running;

    [PyFunction("_get_name()", Doc = "Return the name that the system has for this thread.")]
    private static string GetName() => Thread.CurrentThread.Name ?? "";

    [PyFunction("set_name(name)", Doc = "Tell the system a name for this thread.")]
    private static void SetName(string name) => Thread.CurrentThread.Name = name;

    [PyFunction("stack_size(size=0, /)", Doc = "Set the size of new threads' stacks and return the one before.")]
    private static long StackSize(PyThread thread, long size)
    {
        if (size < 0)
            throw Raise.ValueError("size must be 0 or a positive value");
        if (size is > 0 and < 32768)
            throw Raise.ValueError($"size not valid: {size} bytes");
        var state = State(thread);
        var before = state.StackSize;
        state.StackSize = size;
        return before;
    }

    [PyFunction("exit()", Doc = "End this thread by raising SystemExit.")]
    private static void Exit() => throw Raise.SystemExit(PyValue.None);

    [PyFunction("exit_thread()", Doc = "The old name of exit.")]
    private static void ExitThread() => throw Raise.SystemExit(PyValue.None);

    [PyFunction("interrupt_main(signum=2, /)", Doc = "Act in the main thread as though a signal had come.")]
    private static void InterruptMain(PyThread thread, int signum)
    {
        if (signum is < 1 or >= 65)
            throw Raise.ValueError("signal number out of range");
        thread.Interpreter.AddPendingCall(main => Signals.Deliver(main, signum));
    }

    [PyFunction("start_new_thread(function, args, kwargs=<missing>, /)", Doc = "Start a thread that calls a function; its number.")]
    private static long StartNewThread(PyThread thread, PyValue function, PyValue args, PyValue kwargs) =>
        Start(thread, function, args, kwargs);

    [PyFunction("start_new(function, args, kwargs=<missing>, /)", Doc = "The old name of start_new_thread.")]
    private static long StartNew(PyThread thread, PyValue function, PyValue args, PyValue kwargs) =>
        Start(thread, function, args, kwargs);

    [PyFunction("start_joinable_thread(function, handle=None, daemon=True)", Doc = "Start a thread that calls a function, and return a handle to wait for it.")]
    private static PyValue StartJoinableThread(PyThread thread, PyValue function, PyValue handle, bool daemon)
    {
        if (!Operators.IsCallable(function))
            throw Raise.TypeError("thread function must be callable");
        var started = handle.IsNone
            ? new PyThreadHandle()
            : handle.Ref as PyThreadHandle ?? throw Raise.TypeError("'handle' must be a _ThreadHandle");
        if (started.IsStarted)
            throw Raise.RuntimeError("thread already started");
        if (!daemon)
            State(thread).Add(started);
        ThreadStart.Run(thread, function, [], null, started);
        return started;
    }

    [PyFunction("_make_thread_handle(ident, /)", Doc = "Make a handle for a thread that runs already.")]
    private static PyValue MakeThreadHandle(PyThread thread, long ident) =>
        new PyThreadHandle { ThreadIdentity = ident, IsStarted = true };

    [PyFunction("_shutdown()", Doc = "Wait for all threads that are not daemons.")]
    private static void Shutdown(PyThread thread)
    {
        while (State(thread).TakeAny(Identity()) is { } handle)
            handle.Wait(thread, TimeSpan.FromTicks(-1));
    }

    [PyFunction("_excepthook(args, /)", Doc = "Print what a thread did not catch.")]
    private static void ExceptHook(PyThread thread, PyValue args)
    {
        if (args.Ref is not PyStructure { Items: [_, var value, _, var source] })
            throw Raise.TypeError("_thread.excepthook argument type must be ExceptHookArgs");
        if (value.Ref is not PyBaseException exception || exception.Type.IsSubtypeOf(ExceptionTypes.SystemExit))
            return;
        if (thread.Interpreter.Imports.GetSysAttribute(s_stderr) is { IsNone: true } or { IsMissing: true })
            return;
        var name = source.IsNone || !Operators.TryGetAttribute(thread, source, s_name, out var given)
            ? Identity().ToString()
            : Operators.Str(thread, given).Value;
        ExceptionPrinting.Write(thread, $"Exception in thread {name}:\n");
        ExceptionPrinting.Print(thread, exception);
    }

    internal static ThreadStates State(PyThread thread) => thread.Interpreter.GetState<ThreadStates>();

    private static long Start(PyThread thread, PyValue function, PyValue args, PyValue kwargs)
    {
        if (!Operators.IsCallable(function))
            throw Raise.TypeError("first arg must be callable");
        if (args.Ref is not PyTuple arguments)
            throw Raise.TypeError("2nd arg must be a tuple");
        var keywords = kwargs.Ref as PyDict;
        if (keywords is null && !kwargs.IsMissing)
            throw Raise.TypeError("optional 3rd arg must be a dictionary");
        var handle = new PyThreadHandle();
        ThreadStart.Run(thread, function, arguments.Items, keywords, handle);
        return handle.ThreadIdentity;
    }
}
