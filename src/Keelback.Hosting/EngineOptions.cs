namespace Keelback.Hosting;

/// <summary>What an engine is granted, and what its programs see of the world.</summary>
public sealed record EngineOptions
{
    /// <summary>All that a command has: files, clock, environment and the console.</summary>
    public static EngineOptions Full { get; } = new()
    {
        AllowFiles = true,
        AllowClock = true,
        AllowEnvironment = true,
        AllowConsole = true,
    };

    /// <summary>Files and folders may be read and written.</summary>
    public bool AllowFiles { get; init; }

    /// <summary>The time is known.</summary>
    public bool AllowClock { get; init; }

    /// <summary>Environment variables and the current directory are known.</summary>
    public bool AllowEnvironment { get; init; }

    /// <summary>Standard input, output and error are the console's.</summary>
    public bool AllowConsole { get; init; }

    /// <summary>The folder of the standard library; by default the one beside the program.</summary>
    public string? LibraryFolder { get; init; }

    /// <summary>sys.argv.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [""];

    /// <summary>The arguments of the process: sys.orig_argv.</summary>
    public IReadOnlyList<string> OriginalArguments { get; init; } = [];

    /// <summary>What stands in sys.path before the library.</summary>
    public IReadOnlyList<string> Path { get; init; } = [];

    /// <summary>0, or 1 for -O, or 2 for -OO.</summary>
    public int OptimizationLevel { get; init; }

    /// <summary>No .pyc files are written.</summary>
    public bool DontWriteBytecode { get; init; }

    /// <summary>A prompt follows the program.</summary>
    public bool Inspect { get; init; }

    /// <summary>Neither the user's folders nor environment variables count.</summary>
    public bool Isolated { get; init; }

    /// <summary>PYTHON* environment variables do not count.</summary>
    public bool IgnoreEnvironment { get; init; }

    /// <summary>The user's site folder does not count.</summary>
    public bool NoUserSite { get; init; }

    /// <summary>The module site is not imported.</summary>
    public bool NoSite { get; init; }

    /// <summary>The program's own folder is not in sys.path.</summary>
    public bool SafePath { get; init; }

    /// <summary>No version is shown at the prompt.</summary>
    public bool Quiet { get; init; }

    /// <summary>How much is told of imports.</summary>
    public int Verbose { get; init; }

    /// <summary>The warning filters of -W.</summary>
    public IReadOnlyList<string> WarningOptions { get; init; } = [];

    /// <summary>Standard streams are not buffered.</summary>
    public bool Unbuffered { get; init; }
}
