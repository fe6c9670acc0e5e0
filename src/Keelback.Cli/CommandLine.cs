using Keelback.Hosting;

namespace Keelback.Cli;

/// <summary>The keelback command: runs a file, a text, a module, or what comes from standard input.</summary>
internal static class CommandLine
{
    // Native code nests when Python code calls back through it; a roomy stack lets the recursion limit come first.
    private const int StackSize = 256 * 1024 * 1024;

    private const string Usage =
        """
        usage: keelback [option] ... [-c cmd | -m mod | file | -] [arg] ...
        Options:
        -B     : do not write .pyc files on import; also PYTHONDONTWRITEBYTECODE=x
        -c cmd : run the program given as text; ends the list of options
        -E     : ignore PYTHON* environment variables
        -h     : print this help and exit
        -i     : go on with a prompt when the program has ended
        -I     : isolate from the user's environment (implies -E, -P and -s)
        -m mod : run a library module as the program; ends the list of options
        -O     : leave assertions out; -OO: leave docstrings out too
        -P     : do not put the program's folder in front of sys.path
        -q     : do not print version and copyright at the prompt
        -s     : do not add the user's site folder to sys.path
        -S     : do not import the module site
        -u     : do not buffer standard output and error
        -v     : tell of imports
        -V     : print the version and exit
        -W arg : control warnings; arg is action:message:category:module:lineno
        -x     : skip the first line of the file
        file   : run the program in the file
        -      : run the program from standard input
        """;

    /// <summary>Runs the command; its exit code.</summary>
    public static int Run(string[] args)
    {
        var options = CommandOptions.Parse(args);
        if (options.Error is { } error)
        {
            Console.Error.WriteLine(error);
            Console.Error.WriteLine("usage: keelback [option] ... [-c cmd | -m mod | file | -] [arg] ...");
            Console.Error.WriteLine("Try 'keelback -h' for more information.");
            return 2;
        }

        if (options.ShowHelp)
        {
            Console.Out.WriteLine(Usage);
            return 0;
        }

        if (options.ShowVersion)
        {
            Console.Out.WriteLine("Python 3.14.10");
            return 0;
        }

        var exitCode = 0;
        var thread = new Thread(() => exitCode = RunProgram(options, args), StackSize);
        thread.Start();
        thread.Join();
        return exitCode;
    }

    private static int RunProgram(CommandOptions options, string[] args)
    {
        Engine engine;
        try
        {
            engine = Engine.Create(EngineSettings.From(options, args));
        }
        catch (InvalidOperationException exception)
        {
            Console.Error.WriteLine($"keelback: {exception.Message}");
            return 1;
        }

        ConsoleCancelEventHandler onCancel = (_, cancel) =>
        {
            cancel.Cancel = true;
            engine.Interrupt();
        };
        Console.CancelKeyPress += onCancel;
        try
        {
            return ProgramRunner.Run(engine, options);
        }
        finally
        {
            engine.Dispose();
            Console.CancelKeyPress -= onCancel;
        }
    }
}
