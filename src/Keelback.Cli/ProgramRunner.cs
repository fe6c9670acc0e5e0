using Keelback.Hosting;

namespace Keelback.Cli;

/// <summary>Finds the program that the command line names and runs it; what is no program is refused as CPython does.</summary>
internal static class ProgramRunner
{
    public static int Run(Engine engine, CommandOptions options)
    {
        switch (options.Kind)
        {
            case ProgramKind.Text:
                if (!options.SafePath)
                    engine.PrependPath("");
                return engine.RunText(options.Program + "\n");
            case ProgramKind.Module:
                if (!options.SafePath)
                    engine.PrependPath(Environment.CurrentDirectory);
                return engine.RunModule(options.Program);
            case ProgramKind.File:
                return RunFile(engine, options);
            default:
                if (!options.SafePath)
                    engine.PrependPath("");
                return options.Kind == ProgramKind.Prompt && !Console.IsInputRedirected
                    ? engine.RunPrompt(options.Quiet)
                    : engine.RunSource(ReadStandardInput(), "<stdin>");
        }
    }

    private static int RunFile(Engine engine, CommandOptions options)
    {
        var path = options.Program;
        if (Directory.Exists(path) || IsArchive(path))
        {
            engine.PrependPath(path);
            if (Directory.Exists(path) && !File.Exists(Path.Combine(path, "__main__.py")) && !File.Exists(Path.Combine(path, "__main__.pyc")))
            {
                Console.Error.WriteLine($"{Executable}: can't find '__main__' module in '{Path.GetFullPath(path)}'");
                return 1;
            }

            return engine.RunModule("__main__", setArgument: false);
        }

        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            var (number, message) = exception switch
            {
                FileNotFoundException or DirectoryNotFoundException => (2, "No such file or directory"),
                UnauthorizedAccessException => (13, "Permission denied"),
                _ => (5, "Input/output error"),
            };
            Console.Error.WriteLine($"{Executable}: can't open file '{Path.GetFullPath(path)}': [Errno {number}] {message}");
            return 2;
        }

        if (!options.SafePath)
            engine.PrependPath(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "");
        if (path.EndsWith(".pyc", StringComparison.Ordinal))
            return engine.RunCompiled(bytes, path);
        return engine.RunSource(options.SkipFirstLine ? WithoutFirstLine(bytes) : bytes, path);
    }

    private static string Executable => Environment.ProcessPath ?? "keelback";

    private static bool IsArchive(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return file.ReadByte() == 'P' && file.ReadByte() == 'K' && file.ReadByte() == 3 && file.ReadByte() == 4;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static byte[] ReadStandardInput()
    {
        using var input = Console.OpenStandardInput();
        using var buffer = new MemoryStream();
        input.CopyTo(buffer);
        return buffer.ToArray();
    }

    // The line end stays, so that line numbers in errors are right.
    private static byte[] WithoutFirstLine(byte[] bytes)
    {
        var end = Array.IndexOf(bytes, (byte)'\n');
        return end < 0 ? [] : bytes[end..];
    }
}
