using Keelback.Vm;

namespace Keelback.Hosting;

/// <summary>Running programs: a file, a text, a module; what is uncaught is printed and becomes the exit code.</summary>
public sealed partial class Engine
{
    private static readonly PyStr s_exceptHook = PyStr.Intern("excepthook");
    private static readonly PyStr s_runModule = PyStr.Intern("_run_module_as_main");
    private static readonly PyStr s_runExitFunctions = PyStr.Intern("_run_exitfuncs");
    private static readonly PyStr s_shutdown = PyStr.Intern("_shutdown");
    private static readonly PyStr s_flush = PyStr.Intern("flush");

    private PyModule Main => (PyModule)Interpreter.Imports.Modules[Names.Main].Ref!;

    /// <summary>Runs a program given as text; the exit code.</summary>
    public int RunText(string text, string fileName = "<string>") => Guard(() =>
    {
        Main.Dict[Names.Loader] = PyValue.None;
        var options = new SourceCompilationOptions { FileName = fileName, OptimizationLevel = _options.OptimizationLevel };
        var source = SourceCompiling.Compile(Thread, PyStr.From(text), options, "exec");
        Thread.Checked(Thread.RunCode((PyCode)source.Ref!, Main.Dict, Main.Dict));
    });

    /// <summary>Runs a program given as the bytes of a file; the exit code.</summary>
    public int RunSource(byte[] bytes, string fileName) => Guard(() =>
    {
        Main.Dict[Names.File] = PyStr.From(fileName);
        Main.Dict[PyStr.Intern("__cached__")] = PyValue.None;
        var options = new SourceCompilationOptions { FileName = fileName, OptimizationLevel = _options.OptimizationLevel };
        var code = SourceCompiling.ToCode(Thread, Interpreter.Host.Compiler!.Compile(bytes, options));
        Thread.Checked(Thread.RunCode(code, Main.Dict, Main.Dict));
    });

    /// <summary>Runs a compiled program, the bytes of a .pyc file; the exit code.</summary>
    public int RunCompiled(byte[] bytes, string fileName) => Guard(() =>
    {
        Main.Dict[Names.File] = PyStr.From(fileName);
        Bytecode.PycFile file;
        try
        {
            file = Bytecode.PycFile.Read(bytes);
        }
        catch (Bytecode.BytecodeFormatException exception)
        {
            throw Raise.ImportError($"{fileName}: {exception.Message}");
        }

        Thread.Checked(Thread.RunCode(new PyCode(file.Code), Main.Dict, Main.Dict));
    });

    /// <summary>Runs a module as the program, as -m does, or a folder or archive that has a __main__; the exit code.</summary>
    public int RunModule(string name, bool setArgument = true) => Guard(() =>
    {
        var runpy = Import("runpy");
        Thread.CallAttribute(runpy, s_runModule, PyStr.From(name), PyValue.FromBool(setArgument));
    });

    /// <summary>Reads and runs statements from the console until it ends; the exit code.</summary>
    public int RunPrompt(bool isQuiet) => Guard(() =>
    {
        var console = Import("code");
        var banner = isQuiet ? "" : "Python 3.14.10 (Keelback) on .NET\nType \"help\" or \"exit()\".";
        Thread.Call(
            Operators.GetAttribute(Thread, console, PyStr.Intern("interact")),
            [PyStr.From(banner), Main.Dict, PyStr.Empty],
            PyTuple.From(PyStr.Intern("banner"), PyStr.Intern("local"), PyStr.Intern("exitmsg")));
    });

    /// <summary>Adds a folder in front of sys.path.</summary>
    public void PrependPath(string folder)
    {
        var path = (PyList)Interpreter.Imports.GetSysAttribute(PyStr.Intern("path")).Ref!;
        var items = path.AsSpan().ToArray();
        path.Replace([PyStr.From(folder), .. items], items.Length + 1);
    }

    private int Guard(Action run)
    {
        try
        {
            run();
            return 0;
        }
        catch (PyException exception)
        {
            return Report(exception.Value);
        }
    }

    // The exit code that an uncaught exception makes, after it was shown.
    private int Report(PyBaseException exception)
    {
        if (exception is PySystemExit exit)
            return ExitCode(exit);
        Flush("stdout");
        var hook = Interpreter.Imports.GetSysAttribute(s_exceptHook);
        if (hook.IsMissing || hook.IsNone)
        {
            ExceptionPrinting.Print(Thread, exception);
        }
        else if (Thread.Invoke(hook, [exception.Type, exception, exception.Traceback.OrNone()], null).IsMissing)
        {
            var failure = Thread.TakePending();
            if (failure is PySystemExit hooked)
                return ExitCode(hooked);
            ExceptionPrinting.Write(Thread, "Error in sys.excepthook:\n");
            ExceptionPrinting.Print(Thread, failure);
            ExceptionPrinting.Write(Thread, "\nOriginal exception was:\n");
            ExceptionPrinting.Print(Thread, exception);
        }

        return exception.Type.IsSubtypeOf(ExceptionTypes.KeyboardInterrupt) ? 130 : 1;
    }

    private int ExitCode(PySystemExit exit)
    {
        var code = exit.Code;
        if (code.IsMissing || code.IsNone)
            return 0;
        if (code.IsSmallInt || code.IsBool)
            return unchecked((int)code.Bits);
        Flush("stdout");
        try
        {
            ExceptionPrinting.Write(Thread, Operators.Str(Thread, code).Value + "\n");
        }
        catch (PyException)
        {
            // A message that cannot be shown still ends the program with code 1.
        }

        return 1;
    }

    private void Finish()
    {
        CallIfImported("threading", s_shutdown);
        CallIfImported("atexit", s_runExitFunctions);
        Flush("stdout");
        Flush("stderr");
        Interpreter.IsFinalizing = true;
    }

    private void CallIfImported(string module, PyStr function)
    {
        if (!Interpreter.Imports.Modules.TryGetValue(PyStr.Intern(module), out var found))
            return;
        try
        {
            Thread.CallAttribute(found, function);
        }
        catch (PyException exception)
        {
            Interpreter.ReportUnraisable(Thread, exception.Value, found);
        }
    }

    private void Flush(string name)
    {
        var stream = Interpreter.Imports.GetSysAttribute(PyStr.Intern(name));
        if (stream.IsMissing || stream.IsNone)
            return;
        try
        {
            Thread.CallAttribute(stream, s_flush);
        }
        catch (PyException)
        {
            // The stream is closed, or the reader has gone: there is nobody left to tell.
        }
    }
}
