namespace Keelback.Vm;

/// <summary>The standard streams of a program.</summary>
public interface IStandardStreams
{
    /// <summary>Standard input.</summary>
    Stream Input { get; }

    /// <summary>Standard output.</summary>
    Stream Output { get; }

    /// <summary>Standard error.</summary>
    Stream Error { get; }

    /// <summary>Whether a stream, 0 to 2, is a terminal.</summary>
    bool IsTerminal(int descriptor);
}

/// <summary>The time.</summary>
public interface IClock
{
    /// <summary>Nanoseconds since 1970-01-01 UTC.</summary>
    long WallNanoseconds { get; }

    /// <summary>Nanoseconds since some moment, never going back.</summary>
    long MonotonicNanoseconds { get; }

    /// <summary>Nanoseconds of processor time that the process has used.</summary>
    long ProcessNanoseconds { get; }

    /// <summary>Waits; may return early where the token is cancelled.</summary>
    void Sleep(TimeSpan duration, CancellationToken token);
}

/// <summary>The environment of the process.</summary>
public interface IProcessEnvironment
{
    /// <summary>All environment variables.</summary>
    IReadOnlyDictionary<string, string> Variables { get; }

    /// <summary>Sets or, with null, removes a variable.</summary>
    void SetVariable(string name, string? value);

    /// <summary>The current directory.</summary>
    string CurrentDirectory { get; set; }

    /// <summary>The number of the process.</summary>
    int ProcessId { get; }
}
