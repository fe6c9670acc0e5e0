using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>
/// A Python interpreter: owner of all that changes - modules, threads, limits, and what native modules keep. Many live
/// in one process and share nothing but the built-in types and interned names.
/// </summary>
public sealed partial class Interpreter
{
    private readonly Dictionary<Type, object> _states = [];
    private PyValue[]? _commonConstants;

    /// <summary>An interpreter whose contact with the outside is the host's.</summary>
    internal Interpreter(InterpreterHost host)
    {
        Host = host;
        MainThread = new PyThread(this);
        Imports = new ImportSystem(this);
    }

    /// <summary>What the host grants: files, clock, streams, the compiler.</summary>
    internal InterpreterHost Host { get; }

    /// <summary>The thread that the interpreter began with.</summary>
    public PyThread MainThread { get; }

    /// <summary>sys.modules and the import statement.</summary>
    internal ImportSystem Imports { get; }

    /// <summary>How many Python calls may be under way in a thread: sys.setrecursionlimit.</summary>
    internal int RecursionLimit { get; set; } = 1000;

    /// <summary>How many digits int() and str() of ints may have: sys.set_int_max_str_digits; 0 for any number.</summary>
    internal int MaxIntDigits { get; set; } = 4300;

    /// <summary>Whether the interpreter is ending.</summary>
    internal bool IsFinalizing { get; set; }

    /// <summary>The module builtins.</summary>
    internal PyModule BuiltinsModule { get; } = new(PyStr.Intern("builtins"));

    /// <summary>The dict of the module builtins.</summary>
    internal PyDict Builtins => BuiltinsModule.Dict;

    internal PyBuiltinFunction? LenFunction => Builtins.TryGetValue(BuiltinNames.Len, out var found) ? found.Ref as PyBuiltinFunction : null;

    internal PyBuiltinFunction? IsInstanceFunction =>
        Builtins.TryGetValue(BuiltinNames.IsInstance, out var found) ? found.Ref as PyBuiltinFunction : null;

    /// <summary>The descriptor of list.append.</summary>
    internal PyObject? ListAppend => PyList.TypeObject.Lookup(BuiltinNames.Append).Ref;

    /// <summary>What a part of the library keeps for this interpreter, made when first asked for.</summary>
    internal T GetState<T>()
        where T : class, new()
    {
        lock (_states)
        {
            if (!_states.TryGetValue(typeof(T), out var state))
            {
                state = new T();
                _states.Add(typeof(T), state);
            }

            return (T)state;
        }
    }

    /// <summary>A builtin by name, which Python code may have replaced.</summary>
    internal PyValue GetBuiltin(PyThread thread, string name) =>
        Builtins.TryGetValue(PyStr.Intern(name), out var value) ? value : throw Raise.AttributeError(name);

    /// <summary>The builtins that code with these globals sees.</summary>
    internal PyDict BuiltinsFor(PyThread thread, PyDict globals)
    {
        if (!globals.TryGetValue(Names.Builtins, out var value))
        {
            if (thread.Frame is { } frame)
                return frame.Builtins;
            return Builtins;
        }

        return value.Ref switch
        {
            PyModule module => module.Dict,
            PyDict dict => dict,
            _ => Builtins,
        };
    }

    /// <summary>An object that compiled code names by number.</summary>
    internal PyValue CommonConstant(CommonConstant constant)
    {
        _commonConstants ??=
        [
            ExceptionTypes.AssertionError, ExceptionTypes.NotImplementedError, PyTuple.TypeObject, default, default,
        ];
        return constant switch
        {
            Bytecode.CommonConstant.All => GetBuiltin(MainThread, "all"),
            Bytecode.CommonConstant.Any => GetBuiltin(MainThread, "any"),
            _ => _commonConstants[(int)constant],
        };
    }

    private static class BuiltinNames
    {
        public static readonly PyStr Len = PyStr.Intern("len");
        public static readonly PyStr IsInstance = PyStr.Intern("isinstance");
        public static readonly PyStr Append = PyStr.Intern("append");
    }
}
