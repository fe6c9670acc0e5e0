namespace Keelback.Vm;

/// <summary>
/// Characters with room behind them, shared by strs that were made by appending to each other: each sees its own first
/// so many. Whoever appends to the longest of them needs to copy only what is new.
/// </summary>
internal sealed class GrowingText(int capacity)
{
    private int _used;

    /// <summary>The characters, and the room.</summary>
    public char[] Buffer { get; } = new char[capacity];

    /// <summary>Takes the places behind the first so many; false where they are another's, or there are too few.</summary>
    public bool TryTake(int start, int count) =>
        start + count <= Buffer.Length && Interlocked.CompareExchange(ref _used, start + count, start) == start;
}
