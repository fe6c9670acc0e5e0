using Keelback.Hosting;

namespace Keelback.Cli;

/// <summary>Turns the command line and the PYTHON* variables into an engine's options.</summary>
internal static class EngineSettings
{
    public static EngineOptions From(CommandOptions options, string[] args)
    {
        string? Variable(string name) =>
            options.IgnoreEnvironment ? null : Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

        var path = new List<string>();
        if (Variable("PYTHONPATH") is { } extra)
            path.AddRange(extra.Split(Path.PathSeparator));
        var warnings = new List<string>();
        if (Variable("PYTHONWARNINGS") is { } filters)
            warnings.AddRange(filters.Split(','));
        warnings.AddRange(options.WarningOptions);
        var level = options.OptimizationLevel;
        if (Variable("PYTHONOPTIMIZE") is { } optimize)
            level = Math.Max(level, int.TryParse(optimize, out var number) ? Math.Clamp(number, 0, 2) : 1);
        return EngineOptions.Full with
        {
            Arguments = options.Arguments,
            OriginalArguments = [Environment.ProcessPath ?? "keelback", .. args],
            Path = path,
            LibraryFolder = Variable("PYTHONHOME") is { } home ? Path.Combine(home, "lib", "python3.14") : null,
            OptimizationLevel = level,
            DontWriteBytecode = options.DontWriteBytecode || Variable("PYTHONDONTWRITEBYTECODE") is not null,
            Inspect = options.Inspect || Variable("PYTHONINSPECT") is not null,
            Isolated = options.Isolated,
            IgnoreEnvironment = options.IgnoreEnvironment,
            NoUserSite = options.NoUserSite || Variable("PYTHONNOUSERSITE") is not null,
            NoSite = options.NoSite,
            SafePath = options.SafePath || Variable("PYTHONSAFEPATH") is not null,
            Quiet = options.Quiet,
            Verbose = options.Verbose,
            WarningOptions = warnings,
            Unbuffered = options.Unbuffered || Variable("PYTHONUNBUFFERED") is not null,
        };
    }
}
