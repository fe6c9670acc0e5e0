using System.Diagnostics;
using Keelback.Vm;

namespace Keelback.Hosting;

/// <summary>The clocks of the system.</summary>
internal sealed class SystemClock : IClock
{
    public long WallNanoseconds => (DateTime.UtcNow - DateTime.UnixEpoch).Ticks * 100;

    public long MonotonicNanoseconds =>
        (long)((Int128)Stopwatch.GetTimestamp() * 1_000_000_000 / Stopwatch.Frequency);

    public long ProcessNanoseconds => Environment.CpuUsage.TotalTime.Ticks * 100;

    public void Sleep(TimeSpan duration, CancellationToken token) => token.WaitHandle.WaitOne(duration);
}
