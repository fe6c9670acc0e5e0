namespace Keelback.Vm;

/// <summary>What a native function is to Python.</summary>
internal enum NativeKind
{
    /// <summary>A function of a module.</summary>
    Function,

    /// <summary>A method, called with an instance.</summary>
    Method,

    /// <summary>A class method, called with a class.</summary>
    ClassMethod,

    /// <summary>A static method.</summary>
    StaticMethod,

    /// <summary>The constructor.</summary>
    New,

    /// <summary>The initialiser.</summary>
    Init,
}

/// <summary>
/// A function written in C#, as the generators describe it: names, documentation, and the pointers by which it is
/// called. What Python sees of it (a function, a method descriptor, a bound method) are objects that carry one of these.
/// </summary>
internal sealed unsafe class NativeFunction
{
    /// <summary>The name in Python.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public NativeKind Kind { get; init; }

    /// <summary>The docstring; null for none.</summary>
    public string? Doc { get; init; }

    /// <summary>The signature as <c>__text_signature__</c> shows it; null where Python's notation cannot say it.</summary>
    public string? TextSignature { get; init; }

    /// <summary>The general form: the last arguments have the names.</summary>
    public required delegate*<PyThread, PyValue, ReadOnlySpan<PyValue>, PyTuple?, PyValue> Invoke { get; init; }

    /// <summary>The form without arguments; null where there must be some.</summary>
    public delegate*<PyThread, PyValue, PyValue> InvokeNoArguments { get; init; }

    /// <summary>The form for one positional argument; null where that cannot be.</summary>
    public delegate*<PyThread, PyValue, PyValue, PyValue> InvokeOne { get; init; }

    /// <summary>The form for two positional arguments; null where that cannot be.</summary>
    public delegate*<PyThread, PyValue, PyValue, PyValue, PyValue> InvokeTwo { get; init; }

    /// <summary>Calls the function by the quickest form for the arguments.</summary>
    public PyValue Call(PyThread thread, PyValue self, ReadOnlySpan<PyValue> arguments, PyTuple? keywordNames)
    {
        if (keywordNames is null)
        {
            switch (arguments.Length)
            {
                case 0 when InvokeNoArguments != null:
                    return InvokeNoArguments(thread, self);
                case 1 when InvokeOne != null:
                    return InvokeOne(thread, self, arguments[0]);
                case 2 when InvokeTwo != null:
                    return InvokeTwo(thread, self, arguments[0], arguments[1]);
            }
        }

        return Invoke(thread, self, arguments, keywordNames);
    }
}
