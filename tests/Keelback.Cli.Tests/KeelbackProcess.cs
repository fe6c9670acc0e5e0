using System.Diagnostics;
using System.Text;

namespace Keelback.Cli.Tests;

/// <summary>What a run of the command left behind.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error);

/// <summary>Runs the built keelback program, as a shell would, in a process of its own.</summary>
internal static class KeelbackProcess
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(120);

    /// <summary>The program that the project reference put beside the tests.</summary>
    public static string Program { get; } =
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "keelback.exe" : "keelback");

    /// <summary>Starts the program in <paramref name="folder"/> with its streams redirected.</summary>
    public static Process Start(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PYTHON", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        start.Environment["PYTHONIOENCODING"] = "utf-8";
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        start.Environment["COLUMNS"] = "80";
        return Process.Start(start) ?? throw new InvalidOperationException("The keelback program did not start.");
    }

    /// <summary>Runs the program to its end; a run that takes too long is killed and fails.</summary>
    public static async Task<CommandResult> RunAsync(string folder, IEnumerable<string> arguments, string input = "")
    {
        using var process = Start(folder, arguments);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended without reading its input.
        }

        using var limit = new CancellationTokenSource(s_limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The program was still running after {s_limit.TotalSeconds} s.");
        }

        return new CommandResult(process.ExitCode, await output, await error);
    }
}
