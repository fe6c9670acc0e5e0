using Keelback.Modules.Files;
using Keelback.Vm;

namespace Keelback.Modules.Signal;

/// <summary>The _signal module: handlers for signals. SIGINT comes from the host; others that a program sends itself.</summary>
[PyModule("_signal", Doc = "Handlers for signals.")]
internal static partial class SignalModule
{
    private const int Interrupt = 2;
    private const int Count = 65;

    private static void Initialize(PyThread thread, PyModule module)
    {
        foreach (var (name, value) in SignalNumbers.All)
            module.Add(name, PyValue.FromInt(value));
        var handlers = thread.Interpreter.GetState<SignalHandlers>();
        if (handlers[Interrupt].IsMissing && module.Dict.TryGetValue(PyStr.Intern("default_int_handler"), out var handler))
            handlers[Interrupt] = handler;
    }

    [PyFunction("default_int_handler(signalnum, frame, /)", Doc = "Raise KeyboardInterrupt.")]
    private static void DefaultInterruptHandler(int signalnum, PyValue frame) => throw Raise.KeyboardInterrupt();

    [PyFunction("signal(signalnum, handler, /)", Doc = "Set the handler of a signal; the one before.")]
    private static PyValue SetHandler(PyThread thread, int signalnum, PyValue handler)
    {
        if (!ReferenceEquals(thread, thread.Interpreter.MainThread))
            throw Raise.ValueError("signal only works in main thread of the main interpreter");
        Check(signalnum);
        var isNumber = handler.IsSmallInt && handler.Bits is 0 or 1 || Operators.IsIndex(handler);
        if (!isNumber && !Operators.IsCallable(handler))
            throw Raise.TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
        if (signalnum is 9 or 19)
            throw SystemErrors.Make(22);
        var handlers = thread.Interpreter.GetState<SignalHandlers>();
        var before = GetHandler(thread, signalnum);
        handlers[signalnum] = isNumber ? PyValue.FromInt(Operators.ToInt64(thread, handler)) : handler;
        return before;
    }

    [PyFunction("getsignal(signalnum, /)", Doc = "Return the handler of a signal.")]
    private static PyValue GetHandler(PyThread thread, int signalnum)
    {
        Check(signalnum);
        var handler = thread.Interpreter.GetState<SignalHandlers>()[signalnum];
        return handler.IsMissing ? PyValue.FromInt(0) : handler;
    }

    [PyFunction("raise_signal(signalnum, /)", Doc = "Send this process a signal.")]
    private static void RaiseSignal(PyThread thread, int signalnum)
    {
        Check(signalnum);
        var handler = GetHandler(thread, signalnum);
        if (Operators.IsCallable(handler))
            Signals.Deliver(thread, signalnum);
        else if (handler.IsSmallInt && handler.Bits == 0)
            SystemErrors.Check(OpenFiles.Calls(thread).Kill(thread.Interpreter.Host.Environment?.ProcessId ?? 0, signalnum));
    }

    [PyFunction("set_wakeup_fd(fd, /, *, warn_on_full_buffer=True)", Doc = "Set the descriptor to which signals' numbers are written; the one before.")]
    private static long SetWakeUp(PyThread thread, int fd, bool warnOnFullBuffer)
    {
        var state = thread.Interpreter.GetState<WakeUp>();
        var before = state.Descriptor;
        state.Descriptor = fd;
        return before;
    }

    [PyFunction("siginterrupt(signalnum, flag, /)", Doc = "Say whether a signal ends calls of the system; it never does here.")]
    private static void SetInterrupting(int signalnum, bool flag) => Check(signalnum);

    [PyFunction("strsignal(signalnum, /)", Doc = "Return the text of a signal's number, or None.")]
    private static PyValue Describe(int signalnum)
    {
        Check(signalnum);
        foreach (var (name, value) in SignalNumbers.All)
        {
            if (value == signalnum && name.StartsWith("SIG", StringComparison.Ordinal) && !name.StartsWith("SIG_", StringComparison.Ordinal))
                return PyStr.From(name);
        }

        return PyValue.None;
    }

    [PyFunction("valid_signals()", Doc = "Return the numbers of all signals.")]
    private static PyValue ValidSignals(PyThread thread)
    {
        var numbers = new PySet();
        for (var i = 1; i < Count; i++)
        {
            if (i is not 32 and not 33)
                numbers.Add(thread, PyValue.FromInt(i));
        }

        return numbers;
    }

    private static void Check(int number)
    {
        if (number is < 1 or >= Count)
            throw Raise.ValueError("signal number out of range");
    }

    private sealed class WakeUp
    {
        public int Descriptor { get; set; } = -1;
    }
}
