namespace Keelback.Vm;

/// <summary>
/// Hands out numbers that no two versions of anything share: of types, of a dict's keys, of functions. Only their being
/// different matters, so one counter serves the process.
/// </summary>
internal static class VersionTags
{
    private static uint s_last;

    /// <summary>A new number, never 0.</summary>
    public static uint Next()
    {
        var next = Interlocked.Increment(ref s_last);
        return next != 0 ? next : Interlocked.Increment(ref s_last);
    }
}
