namespace Keelback.Vm;

/// <summary>What came of resuming a generator, coroutine or other iterator.</summary>
internal enum SendStatus
{
    /// <summary>It yielded a value.</summary>
    Yielded,

    /// <summary>It ended, with a result.</summary>
    Returned,

    /// <summary>An exception is pending.</summary>
    Failed,
}
