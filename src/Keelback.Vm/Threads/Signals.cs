namespace Keelback.Vm;

/// <summary>What signals do in Python code: the handlers that programs have set.</summary>
internal static class Signals
{
    private const int InterruptNumber = 2;

    /// <summary>Acts on SIGINT in the main thread: KeyboardInterrupt, unless a program has put its own handler there.</summary>
    public static void Interrupt(PyThread thread) => Deliver(thread, InterruptNumber);

    /// <summary>Acts on a signal in the main thread.</summary>
    public static void Deliver(PyThread thread, int number)
    {
        var handler = thread.Interpreter.GetState<SignalHandlers>()[number];
        if (!handler.IsMissing && Operators.IsCallable(handler))
            thread.Call(handler, PyValue.FromInt(number), thread.Frame is { } frame ? PyFrame.Of(frame) : PyValue.None);
        else if (handler.IsMissing && number == InterruptNumber)
            throw Raise.KeyboardInterrupt();
    }
}

/// <summary>The handlers of one interpreter.</summary>
internal sealed class SignalHandlers
{
    private readonly Dictionary<int, PyValue> _handlers = [];

    /// <summary>The handler of a signal; missing where none has been set.</summary>
    public PyValue this[int number]
    {
        get => _handlers.GetValueOrDefault(number);
        set => _handlers[number] = value;
    }
}
