using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>
/// Runs code objects with nothing but this assembly: no compiler, no standard library, no files and no console. The code
/// has one namespace and the built-in types and functions; what a host wants to know, it reads from the namespace.
/// </summary>
public sealed class BytecodeMachine : IDisposable
{
    private readonly Interpreter _interpreter = new(new InterpreterHost());
    private readonly PyThread? _threadBefore;
    private readonly PyDict _globals = new();
    private bool _isDisposed;

    /// <summary>Starts an interpreter that runs on the present .NET thread until it is disposed of.</summary>
    public BytecodeMachine()
    {
        Thread.Interpreter.Lock.Acquire(Thread);
        _threadBefore = Thread.Enter();
        var builtins = NativeModules.All.Single(module => module.Name == "builtins");
        builtins.Fill(Thread, _interpreter.BuiltinsModule);
        _globals[Names.Builtins] = _interpreter.BuiltinsModule;
    }

    private PyThread Thread => _interpreter.MainThread;

    /// <summary>A global variable; a missing value where there is none of that name.</summary>
    public PyValue this[string name] => _globals.TryGetValue(PyStr.Intern(name), out var value) ? value : default;

    /// <summary>Runs code in the namespace, as a module's code runs in the module, and gives its result.</summary>
    /// <exception cref="PyException">The code raised an exception.</exception>
    public PyValue Run(CodeObject code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Thread.Checked(Thread.RunCode(new PyCode(code), _globals, _globals));
    }

    /// <summary>Calls a global variable.</summary>
    /// <exception cref="PyException">The call raised an exception.</exception>
    public PyValue Call(string name, params ReadOnlySpan<PyValue> arguments) => Thread.Call(this[name], arguments);

    /// <summary>The value as Python's repr() shows it.</summary>
    public string Show(PyValue value) => Operators.Repr(Thread, value).ToString();

    /// <summary>Ends the interpreter.</summary>
    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        PyThread.Leave(_threadBefore);
        _interpreter.Lock.Release();
    }
}
