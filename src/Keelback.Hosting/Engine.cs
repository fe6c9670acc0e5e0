using Keelback.Modules.Sys;
using Keelback.StdLib;
using Keelback.Vm;

namespace Keelback.Hosting;

/// <summary>
/// An interpreter with its front end, its native modules and the standard library: what runs Python programs. How it
/// starts is in Engine.Startup.cs, how it runs programs in Engine.Programs.cs.
/// </summary>
public sealed partial class Engine : IDisposable
{
    private readonly EngineOptions _options;
    private readonly PyThread? _threadBefore;
    private bool _isDisposed;

    private Engine(EngineOptions options)
    {
        _options = options;
        Interpreter = new Interpreter(new InterpreterHost
        {
            Compiler = new SourceCompiler(),
            NativeModules = NativeModuleTable.All,
            SystemCalls = options.AllowFiles && !OperatingSystem.IsWindows() ? new UnixCalls() : null,
            Files = options.AllowFiles ? new SystemFiles() : null,
            Clock = options.AllowClock ? new SystemClock() : null,
            Environment = options.AllowEnvironment ? new SystemEnvironment() : null,
            Streams = options.AllowConsole ? new ConsoleStreams() : null,
            OptimizationLevel = options.OptimizationLevel,
        });
        Thread.Interpreter.Lock.Acquire(Thread);
        _threadBefore = Thread.Enter();
        ConfigureSys(Interpreter.GetState<SysOptions>());
    }

    /// <summary>The interpreter.</summary>
    public Interpreter Interpreter { get; }

    private PyThread Thread => Interpreter.MainThread;

    /// <summary>Starts an interpreter.</summary>
    /// <exception cref="InvalidOperationException">The standard library is not where it should be, or does not start.</exception>
    public static Engine Create(EngineOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var engine = new Engine(options);
        try
        {
            engine.Start();
            return engine;
        }
        catch (PyException exception)
        {
            ExceptionPrinting.Print(engine.Thread, exception.Value);
            throw new InvalidOperationException($"The interpreter could not start: {exception.Message}", exception);
        }
    }

    /// <summary>Asks the running program to stop: KeyboardInterrupt in its main thread. Any thread may call this.</summary>
    public void Interrupt() => Interpreter.AddPendingCall(static thread => Signals.Interrupt(thread));

    /// <summary>Ends the interpreter: exit functions run, streams are flushed.</summary>
    public void Dispose()
    {
        if (_isDisposed)
            return;
        _isDisposed = true;
        Finish();
        PyThread.Leave(_threadBefore);
        Interpreter.Lock.Release();
    }

    private void ConfigureSys(SysOptions sys)
    {
        var library = _options.LibraryFolder ?? StandardLibrary.Folder;
        sys.Arguments = _options.Arguments;
        sys.OriginalArguments = _options.OriginalArguments;
        sys.Executable = Environment.ProcessPath ?? "";
        sys.Prefix = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar);
        sys.LibraryFolder = library;
        sys.Path = [.. _options.Path, library];
        sys.OptimizationLevel = _options.OptimizationLevel;
        sys.DontWriteBytecode = _options.DontWriteBytecode;
        sys.Inspect = _options.Inspect;
        sys.Isolated = _options.Isolated;
        sys.IgnoreEnvironment = _options.IgnoreEnvironment;
        sys.NoUserSite = _options.NoUserSite;
        sys.NoSite = _options.NoSite;
        sys.SafePath = _options.SafePath;
        sys.Quiet = _options.Quiet;
        sys.Verbose = _options.Verbose;
        sys.WarningOptions = _options.WarningOptions;
    }
}
