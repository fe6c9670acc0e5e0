namespace Keelback.Vm;

/// <summary>A buffer that several memoryviews look at; it is given back when the last of them is released.</summary>
internal sealed class LentBuffer(PyBuffer buffer)
{
    private int _views;

    /// <summary>The buffer.</summary>
    public PyBuffer Buffer => buffer;

    /// <summary>Counts one more view.</summary>
    public LentBuffer Share()
    {
        Interlocked.Increment(ref _views);
        return this;
    }

    /// <summary>Counts one view less.</summary>
    public void Release(PyThread thread)
    {
        if (Interlocked.Decrement(ref _views) == 0)
            buffer.Release(thread);
    }
}
