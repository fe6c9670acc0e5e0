using Keelback.Vm;

namespace Keelback.Modules.Runtime;

/// <summary>The atexit module: functions to be called when the interpreter ends.</summary>
[PyModule("atexit", Doc = "Functions to be called when the interpreter ends.")]
internal static partial class AtExitModule
{
    [PyFunction("register(func, /, *args, **kwargs)", Doc = "Register a function to be called at the end, and return it.")]
    private static PyValue Register(PyThread thread, PyValue func, ReadOnlySpan<PyValue> args, PyDict? kwargs)
    {
        if (!Operators.IsCallable(func))
            throw Raise.TypeError("the first argument must be callable");
        thread.Interpreter.GetState<ExitFunctions>().Calls.Add(new ExitCall(func, args.ToArray(), kwargs));
        return func;
    }

    [PyFunction("unregister(func, /)", Doc = "Forget a function, as often as it was registered.")]
    private static void Unregister(PyThread thread, PyValue func) =>
        thread.Interpreter.GetState<ExitFunctions>().Calls.RemoveAll(call => Operators.Equals(thread, call.Function, func));

    [PyFunction("_clear()", Doc = "Forget all functions.")]
    private static void Clear(PyThread thread) => thread.Interpreter.GetState<ExitFunctions>().Calls.Clear();

    [PyFunction("_ncallbacks()", Doc = "Return how many functions are registered.")]
    private static long Count(PyThread thread) => thread.Interpreter.GetState<ExitFunctions>().Calls.Count;

    [PyFunction("_run_exitfuncs()", Doc = "Call all functions, the last one first, and forget them.")]
    private static void Run(PyThread thread)
    {
        var calls = thread.Interpreter.GetState<ExitFunctions>().Calls;
        while (calls.Count > 0)
        {
            var call = calls[^1];
            calls.RemoveAt(calls.Count - 1);
            try
            {
                call.Run(thread);
            }
            catch (PyException exception)
            {
                thread.Interpreter.ReportUnraisable(thread, exception.Value, call.Function, "Exception ignored in atexit callback");
            }
        }
    }

    private sealed class ExitFunctions
    {
        public List<ExitCall> Calls { get; } = [];
    }

    private sealed record ExitCall(PyValue Function, PyValue[] Arguments, PyDict? Keywords)
    {
        public void Run(PyThread thread)
        {
            var values = new List<PyValue>(Arguments);
            var names = new List<PyValue>();
            for (var i = 0; i < (Keywords?.EntryEnd ?? 0); i++)
            {
                names.Add(Keywords!.EntryAt(i).Key);
                values.Add(Keywords.EntryAt(i).Value);
            }

            thread.Call(Function, values.ToArray(), names.Count == 0 ? null : PyTuple.Own([.. names]));
        }
    }
}
