namespace Keelback.Vm;

/// <summary>What signals do in Python.</summary>
internal static class Signals
{
    /// <summary>What happens on Ctrl-C: the handler that the program has set, or KeyboardInterrupt.</summary>
    public static void Interrupt(PyThread thread)
    {
        if (thread.Interpreter.GetState<SignalHandlers>().Interrupt is { IsMissing: false } handler)
            thread.Call(handler, PyValue.FromInt(2), thread.Frame is { } frame ? PyFrame.Of(frame) : PyValue.None);
        else
            throw Raise.KeyboardInterrupt();
    }
}

/// <summary>The handlers that the program has set by the signal module.</summary>
internal sealed class SignalHandlers
{
    /// <summary>The handler of SIGINT; missing for KeyboardInterrupt.</summary>
    public PyValue Interrupt { get; set; }
}
