using Keelback.Modules.Threading;
using Keelback.Vm;

namespace Keelback.Modules.Time;

/// <summary>The time module: clocks and sleeping. Calendar times are in TimeModule.Calendar.cs.</summary>
[PyModule("time", Doc = "Clocks, sleeping and calendar times.")]
internal static partial class TimeModule
{
    private const double Nanosecond = 1e-9;

    private static void Initialize(PyThread thread, PyModule module)
    {
        foreach (var (name, value) in s_clocks)
            module.Add(name, PyValue.FromInt(value));
        module.Add("_STRUCT_TM_ITEMS", PyValue.FromInt(11));
        module.Add("struct_time", CalendarTime.Type.TypeIn(thread));
        AddZone(module);
    }

    private static readonly (string Name, long Value)[] s_clocks =
    [
        ("CLOCK_REALTIME", 0), ("CLOCK_MONOTONIC", 1), ("CLOCK_PROCESS_CPUTIME_ID", 2), ("CLOCK_THREAD_CPUTIME_ID", 3),
        ("CLOCK_MONOTONIC_RAW", 4), ("CLOCK_BOOTTIME", 7), ("CLOCK_TAI", 11),
    ];

    [PyFunction("time()", Doc = "Return the seconds since 1970-01-01 UTC.")]
    private static double Seconds(PyThread thread) => Clock(thread).WallNanoseconds * Nanosecond;

    [PyFunction("time_ns()", Doc = "Return the nanoseconds since 1970-01-01 UTC.")]
    private static long Nanoseconds(PyThread thread) => Clock(thread).WallNanoseconds;

    [PyFunction("monotonic()", Doc = "Return the seconds of a clock that never goes back.")]
    private static double Monotonic(PyThread thread) => Clock(thread).MonotonicNanoseconds * Nanosecond;

    [PyFunction("monotonic_ns()", Doc = "Return the nanoseconds of a clock that never goes back.")]
    private static long MonotonicNanoseconds(PyThread thread) => Clock(thread).MonotonicNanoseconds;

    [PyFunction("perf_counter()", Doc = "Return the seconds of the finest clock.")]
    private static double PerformanceCounter(PyThread thread) => Clock(thread).MonotonicNanoseconds * Nanosecond;

    [PyFunction("perf_counter_ns()", Doc = "Return the nanoseconds of the finest clock.")]
    private static long PerformanceCounterNanoseconds(PyThread thread) => Clock(thread).MonotonicNanoseconds;

    [PyFunction("process_time()", Doc = "Return the seconds for which the process has run.")]
    private static double ProcessTime(PyThread thread) => Clock(thread).ProcessNanoseconds * Nanosecond;

    [PyFunction("process_time_ns()", Doc = "Return the nanoseconds for which the process has run.")]
    private static long ProcessTimeNanoseconds(PyThread thread) => Clock(thread).ProcessNanoseconds;

    [PyFunction("thread_time()", Doc = "Return the seconds for which the thread has run; here, the process.")]
    private static double ThreadTime(PyThread thread) => Clock(thread).ProcessNanoseconds * Nanosecond;

    [PyFunction("thread_time_ns()", Doc = "Return the nanoseconds for which the thread has run; here, the process.")]
    private static long ThreadTimeNanoseconds(PyThread thread) => Clock(thread).ProcessNanoseconds;

    [PyFunction("clock_gettime(clk_id, /)", Doc = "Return the seconds of a clock.")]
    private static double ClockTime(PyThread thread, int clkId) => ClockTimeNanoseconds(thread, clkId) * Nanosecond;

    [PyFunction("clock_gettime_ns(clk_id, /)", Doc = "Return the nanoseconds of a clock.")]
    private static long ClockTimeNanoseconds(PyThread thread, int clkId) => clkId switch
    {
        0 or 11 => Clock(thread).WallNanoseconds,
        1 or 4 or 7 => Clock(thread).MonotonicNanoseconds,
        2 or 3 => Clock(thread).ProcessNanoseconds,
        _ => throw Files.SystemErrors.Make(22),
    };

    [PyFunction("clock_getres(clk_id, /)", Doc = "Return how fine a clock is, in seconds.")]
    private static double ClockResolution(int clkId) => Nanosecond;

    [PyFunction("sleep(seconds, /)", Doc = "Wait so many seconds.")]
    private static void Sleep(PyThread thread, PyValue seconds)
    {
        var duration = Operators.ToDouble(thread, seconds);
        if (double.IsNaN(duration))
            throw Raise.ValueError("Invalid value NaN (not a number)");
        if (duration < 0)
            throw Raise.ValueError("sleep length must be non-negative");
        if (duration > ThreadModule.TimeoutMax)
            throw Raise.OverflowError("timestamp too large to convert to C PyTime_t");
        var clock = Clock(thread);
        if (duration == 0)
        {
            thread.Interpreter.Lock.YieldIfAsked(thread);
            return;
        }

        Blocking.Wait(thread, TimeSpan.FromSeconds(duration), slice =>
        {
            clock.Sleep(slice, CancellationToken.None);
            return false;
        });
    }

    [PyFunction("get_clock_info(name)", Doc = "Return what is known of a clock.")]
    private static PyValue GetClockInfo(PyThread thread, string name)
    {
        if (name is not ("time" or "monotonic" or "perf_counter" or "process_time" or "thread_time"))
            throw Raise.ValueError("unknown clock");
        var info = new PySimpleNamespace();
        ref var attributes = ref info.Attributes;
        var dict = attributes.ToDict();
        var call = name switch
        {
            "time" => "CLOCK_REALTIME",
            "process_time" => "CLOCK_PROCESS_CPUTIME_ID",
            "thread_time" => "CLOCK_THREAD_CPUTIME_ID",
            _ => "CLOCK_MONOTONIC",
        };
        dict[PyStr.Intern("implementation")] = PyStr.From($"clock_gettime({call})");
        dict[PyStr.Intern("monotonic")] = PyValue.FromBool(name != "time");
        dict[PyStr.Intern("adjustable")] = PyValue.FromBool(name == "time");
        dict[PyStr.Intern("resolution")] = PyValue.FromFloat(Nanosecond);
        return info;
    }

    private static IClock Clock(PyThread thread) => thread.Interpreter.Host.Clock ?? throw Raise.RuntimeError("no clock is granted");
}
