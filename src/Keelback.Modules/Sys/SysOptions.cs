namespace Keelback.Modules.Sys;

/// <summary>What the command line and the host decide about the sys module, set before it is made.</summary>
internal sealed class SysOptions
{
    /// <summary>sys.argv.</summary>
    public IReadOnlyList<string> Arguments { get; set; } = [""];

    /// <summary>sys.orig_argv.</summary>
    public IReadOnlyList<string> OriginalArguments { get; set; } = [];

    /// <summary>sys.path at the start.</summary>
    public IReadOnlyList<string> Path { get; set; } = [];

    /// <summary>The program that runs the interpreter; empty for none.</summary>
    public string Executable { get; set; } = "";

    /// <summary>The folder in which the interpreter is installed.</summary>
    public string Prefix { get; set; } = "";

    /// <summary>The folder of the standard library; null for none.</summary>
    public string? LibraryFolder { get; set; }

    /// <summary>The arguments of -W.</summary>
    public IReadOnlyList<string> WarningOptions { get; set; } = [];

    /// <summary>-O given once or twice.</summary>
    public int OptimizationLevel { get; set; }

    /// <summary>-B: no .pyc files are written.</summary>
    public bool DontWriteBytecode { get; set; }

    /// <summary>-i: a prompt follows the program.</summary>
    public bool Inspect { get; set; }

    /// <summary>No program, but a prompt.</summary>
    public bool Interactive { get; set; }

    /// <summary>-I: neither the user's folders nor environment variables count.</summary>
    public bool Isolated { get; set; }

    /// <summary>-E: PYTHON* environment variables do not count.</summary>
    public bool IgnoreEnvironment { get; set; }

    /// <summary>-s: the user's site folder does not count.</summary>
    public bool NoUserSite { get; set; }

    /// <summary>-S: the module site is not imported.</summary>
    public bool NoSite { get; set; }

    /// <summary>-P: the program's own folder is not in sys.path.</summary>
    public bool SafePath { get; set; }

    /// <summary>-q: no version at the prompt.</summary>
    public bool Quiet { get; set; }

    /// <summary>-v: how much is told of imports.</summary>
    public int Verbose { get; set; }

    /// <summary>-b: how comparisons of bytes and str are warned about.</summary>
    public int BytesWarning { get; set; }
}
