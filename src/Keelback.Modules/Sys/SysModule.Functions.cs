using Keelback.Vm;

namespace Keelback.Modules.Sys;

/// <summary>Frames, exceptions, limits and hooks.</summary>
internal static partial class SysModule
{
    private static readonly PyStr s_builtins = PyStr.Intern("builtins");
    private static readonly PyStr s_underscore = PyStr.Intern("_");
    private static readonly PyStr s_stdout = PyStr.Intern("stdout");
    private static readonly PyStr s_stderr = PyStr.Intern("stderr");
    private static readonly PyStr s_write = PyStr.Intern("write");

    [PyFunction("exit(status=None, /)", Doc = "Leave the program by raising SystemExit.\n\nstatus is the exit code; 0 for None, and 1 for any other object, which is printed.")]
    private static void Exit(PyThread thread, PyValue status) => throw Raise.SystemExit(status);

    [PyFunction("intern(string, /)", Doc = "Return the one string that stands for all equal ones.")]
    private static PyStr Intern(PyStr @string) => @string.GetType() == typeof(PyStr)
        ? PyStr.Intern(@string)
        : throw Raise.TypeError($"can't intern {@string.Type.Name}");

    [PyFunction("_is_interned(string, /)", Doc = "Tell whether a string is interned.")]
    private static bool IsInterned(PyStr @string) => @string.IsInterned;

    [PyFunction("_is_immortal(op, /)", Doc = "Tell whether an object lives as long as the process.")]
    private static bool IsImmortal(PyValue op) => op.IsNone || op.IsBool || op.IsSmallInt;

    [PyFunction("_is_gil_enabled()", Doc = "Tell whether the interpreter has a lock of its own.")]
    private static bool IsGilEnabled() => true;

    [PyFunction("getrecursionlimit()", Doc = "Return how deep Python calls may nest.")]
    private static long GetRecursionLimit(PyThread thread) => thread.Interpreter.RecursionLimit;

    [PyFunction("setrecursionlimit(limit, /)", Doc = "Set how deep Python calls may nest.")]
    private static void SetRecursionLimit(PyThread thread, int limit)
    {
        if (limit < 1)
            throw Raise.ValueError("recursion limit must be greater or equal than 1");
        if (thread.Depth >= limit)
            throw Raise.RecursionError($"cannot set the recursion limit to {limit} at the recursion depth {thread.Depth}: the limit is too low");
        thread.Interpreter.RecursionLimit = limit;
    }

    [PyFunction("getswitchinterval()", Doc = "Return how long a thread may run while others wait, in seconds.")]
    private static double GetSwitchInterval(PyThread thread) => thread.Interpreter.Lock.SwitchInterval.TotalSeconds;

    [PyFunction("setswitchinterval(interval, /)", Doc = "Set how long a thread may run while others wait, in seconds.")]
    private static void SetSwitchInterval(PyThread thread, double interval)
    {
        if (interval <= 0)
            throw Raise.ValueError("switch interval must be strictly positive");
        thread.Interpreter.Lock.SwitchInterval = TimeSpan.FromSeconds(interval);
    }

    [PyFunction("get_int_max_str_digits()", Doc = "Return how many digits conversions between int and str may have.")]
    private static long GetMaxIntDigits(PyThread thread) => thread.Interpreter.MaxIntDigits;

    [PyFunction("set_int_max_str_digits(maxdigits)", Doc = "Set how many digits conversions between int and str may have; 0 for any number.")]
    private static void SetMaxIntDigits(PyThread thread, int maxdigits)
    {
        if (maxdigits is not 0 and < 640)
            throw Raise.ValueError("maxdigits must be 0 or larger than 640");
        thread.Interpreter.MaxIntDigits = maxdigits;
    }

    [PyFunction("_getframe(depth=0, /)", Doc = "Return a frame of the call stack: the caller's, or one so many calls above it.")]
    private static PyValue GetFrame(PyThread thread, int depth)
    {
        var frame = thread.Frame;
        for (var i = 0; i < depth && frame is not null; i++)
            frame = frame.Previous;
        return frame is null ? throw Raise.ValueError("call stack is not deep enough") : PyFrame.Of(frame);
    }

    [PyFunction("_getframemodulename(depth=0)", Doc = "Return the module name of a frame of the call stack, or None.")]
    private static PyValue GetFrameModuleName(PyThread thread, int depth)
    {
        var frame = thread.Frame;
        for (var i = 0; i < depth && frame is not null; i++)
            frame = frame.Previous;
        return frame is null ? PyValue.None : frame.Function.Module.OrNone();
    }

    [PyFunction("_current_frames()", Doc = "Return a dict of each thread's present frame.")]
    private static PyValue CurrentFrames(PyThread thread)
    {
        var frames = new PyDict();
        if (thread.Frame is { } frame)
            frames.Set(thread, PyValue.FromInt(Environment.CurrentManagedThreadId), PyFrame.Of(frame));
        return frames;
    }

    [PyFunction("exc_info()", Doc = "Return type, value and traceback of the exception being handled, or three Nones.")]
    private static PyValue ExcInfo(PyThread thread) => thread.Handled is { } handled
        ? PyTuple.From(handled.Type, handled, handled.Traceback.OrNone())
        : PyTuple.From(PyValue.None, PyValue.None, PyValue.None);

    [PyFunction("exception()", Doc = "Return the exception being handled, or None.")]
    private static PyValue Exception(PyThread thread) => thread.Handled.OrNone();

    [PyFunction("displayhook(object, /)", Doc = "Print an object and keep it in builtins._, as the prompt does.")]
    private static void DisplayHook(PyThread thread, PyValue @object)
    {
        if (@object.IsNone)
            return;
        var builtins = thread.Interpreter.Builtins;
        builtins[s_underscore] = PyValue.None;
        var output = thread.Interpreter.Imports.GetSysAttribute(s_stdout);
        if (output.IsMissing || output.IsNone)
            throw Raise.RuntimeError("lost sys.stdout");
        thread.CallAttribute(output, s_write, PyStr.From(Operators.Repr(thread, @object).Value + "\n"));
        builtins[s_underscore] = @object;
    }

    [PyFunction("excepthook(exctype, value, traceback, /)", Doc = "Print an exception with its traceback to sys.stderr.")]
    private static void ExceptHook(PyThread thread, PyValue exctype, PyValue value, PyValue traceback)
    {
        if (value.Ref is not PyBaseException exception)
            throw Raise.TypeError($"print_exception(): Exception expected for value, {value.Type.Name} found");
        if (traceback.Ref is PyTraceback given && exception.Traceback is null)
            exception.Traceback = given;
        ExceptionPrinting.Print(thread, exception);
    }

    [PyFunction("unraisablehook(unraisable, /)", Doc = "Print an exception that nobody can be given to sys.stderr.")]
    private static void UnraisableHook(PyThread thread, PyValue unraisable)
    {
        var message = Operators.GetAttribute(thread, unraisable, PyStr.Intern("err_msg"));
        var source = Operators.GetAttribute(thread, unraisable, PyStr.Intern("object"));
        var head = message.IsNone ? "Exception ignored in" : Operators.Str(thread, message).Value;
        var tail = source.IsNone ? ":" : $": {SafeRepr(thread, source)}";
        ExceptionPrinting.Write(thread, head + tail + "\n");
        if (Operators.GetAttribute(thread, unraisable, PyStr.Intern("exc_value")).Ref is PyBaseException exception)
            ExceptionPrinting.Print(thread, exception);
    }

    [PyFunction("breakpointhook(*args, **kws)", Doc = "Enter the debugger: pdb.set_trace() unless PYTHONBREAKPOINT names something else.")]
    private static PyValue BreakpointHook(PyThread thread, ReadOnlySpan<PyValue> args, PyDict? kws)
    {
        var pdb = thread.Interpreter.Imports.GetOrLoad(thread, PyStr.Intern("pdb"));
        return thread.CallAttribute(pdb, PyStr.Intern("set_trace"), args);
    }

    [PyFunction("getsizeof(object, default=<missing>)", Doc = "Return about how many bytes an object takes.")]
    private static PyValue GetSizeOf(PyThread thread, PyValue @object, PyValue @default)
    {
        if (thread.TryCallSpecial(@object, PyStr.Intern("__sizeof__"), [], out var size))
            return size;
        return @default.IsMissing
            ? throw Raise.TypeError($"Type {@object.Type.Name} doesn't define __sizeof__")
            : @default;
    }

    [PyFunction("getrefcount(object, /)", Doc = "Return a number of references; objects here are not counted, so it says little.")]
    private static long GetRefCount(PyValue @object) => 2;

    [PyFunction("getdefaultencoding()", Doc = "Return the encoding that str.encode() uses by itself.")]
    private static string GetDefaultEncoding() => "utf-8";

    [PyFunction("getfilesystemencoding()", Doc = "Return the encoding of file names.")]
    private static string GetFileSystemEncoding() => "utf-8";

    [PyFunction("getfilesystemencodeerrors()", Doc = "Return the error handler of file names.")]
    private static string GetFileSystemEncodeErrors() => "surrogateescape";

    [PyFunction("is_finalizing()", Doc = "Tell whether the interpreter is ending.")]
    private static bool IsFinalizing(PyThread thread) => thread.Interpreter.IsFinalizing;

    [PyFunction("audit(event, /, *args)", Doc = "Tell the audit hooks of an event.")]
    private static void Audit(PyThread thread, string @event, ReadOnlySpan<PyValue> args)
    {
        var hooks = thread.Interpreter.GetState<AuditHooks>().Hooks;
        if (hooks.Count == 0)
            return;
        var arguments = PyTuple.From(args);
        foreach (var hook in hooks.ToArray())
            thread.Call(hook, PyStr.Intern(@event), arguments);
    }

    [PyFunction("addaudithook(hook)", Doc = "Add a function that is told of events.")]
    private static void AddAuditHook(PyThread thread, PyValue hook) => thread.Interpreter.GetState<AuditHooks>().Hooks.Add(hook);

    [PyFunction("call_tracing(func, args, /)", Doc = "Call a function while tracing is on.")]
    private static PyValue CallTracing(PyThread thread, PyValue func, PyTuple args) => thread.Call(func, args.Items);

    [PyFunction("_clear_type_descriptors(type, /)", Doc = "Remove the descriptors of __dict__ and __weakref__ from a class that another one replaces.")]
    private static void ClearTypeDescriptors(PyThread thread, PyType type)
    {
        if (!type.IsHeapType)
            throw Raise.TypeError("argument is immutable");
        type.SetOwnAttribute(Names.Dict, default);
        type.SetOwnAttribute(PyStr.Intern("__weakref__"), default);
    }

    [PyFunction("gettrace()", Doc = "Return the trace function, or None.")]
    private static PyValue GetTrace(PyThread thread) => PyValue.None;

    [PyFunction("getprofile()", Doc = "Return the profile function, or None.")]
    private static PyValue GetProfile(PyThread thread) => PyValue.None;

    [PyFunction("get_asyncgen_hooks()", Doc = "Return the hooks of asynchronous generators.")]
    private static PyValue GetAsyncGeneratorHooks(PyThread thread)
    {
        var hooks = thread.Interpreter.GetState<AsyncGeneratorHooks>();
        return s_asyncGeneratorHooks.Create(hooks.FirstIteration.OrNone(), hooks.Finalizer.OrNone());
    }

    [PyFunction("set_asyncgen_hooks(firstiter=<missing>, finalizer=<missing>)", Doc = "Set the hooks of asynchronous generators.")]
    private static void SetAsyncGeneratorHooks(PyThread thread, PyValue firstiter, PyValue finalizer)
    {
        var hooks = thread.Interpreter.GetState<AsyncGeneratorHooks>();
        if (!firstiter.IsMissing)
            hooks.FirstIteration = firstiter.IsNone ? default : firstiter;
        if (!finalizer.IsMissing)
            hooks.Finalizer = finalizer.IsNone ? default : finalizer;
    }

    [PyFunction("get_coroutine_origin_tracking_depth()", Doc = "Return how many frames of a coroutine's origin are kept.")]
    private static long GetCoroutineOriginDepth() => 0;

    [PyFunction("_get_cpu_count_config()", Doc = "Return how many processors programs are told of; -1 for those that there are.")]
    private static long GetProcessorCountSetting() => -1;

    [PyFunction("_clear_type_cache()", Doc = "Forget what attribute lookups on types have found.")]
    private static void ClearTypeCache()
    {
    }

    [PyFunction("_clear_internal_caches()", Doc = "Forget what caches hold.")]
    private static void ClearInternalCaches()
    {
    }

    private static readonly StructureType s_asyncGeneratorHooks = new(
        "sys.asyncgen_hooks", "The hooks of asynchronous generators.", ["firstiter", "finalizer"]);

    private static string SafeRepr(PyThread thread, PyValue value)
    {
        try
        {
            return Operators.Repr(thread, value).Value;
        }
        catch (PyException)
        {
            return "<object repr() failed>";
        }
    }

    private sealed class AuditHooks
    {
        public List<PyValue> Hooks { get; } = [];
    }
}
