namespace Keelback.Vm;

/// <summary>What came of resuming a generator, coroutine or other iterator.</summary>
internal enum SendStatus
{
    /// <summary>It yielded a value.</summary>
    Yield,

    /// <summary>It ended, with a result.</summary>
    Return,

    /// <summary>An exception is pending.</summary>
    Error,
}
