namespace Keelback.Vm;

/// <summary>
/// What an interpreter has of the outside: each part is null where the host grants nothing. The front end reaches the
/// VM by <see cref="Compiler"/> alone.
/// </summary>
internal sealed class InterpreterHost
{
    /// <summary>Turns source text into code; without one only code objects can be run.</summary>
    public ISourceCompiler? Compiler { get; init; }

    /// <summary>0, or 1 for -O, or 2 for -OO.</summary>
    public int OptimizationLevel { get; init; }

    /// <summary>The native modules that can be imported.</summary>
    public IReadOnlyDictionary<string, ModuleDefinition> NativeModules { get; init; } = new Dictionary<string, ModuleDefinition>();

    /// <summary>Files and folders.</summary>
    public IFileSystem? Files { get; init; }

    /// <summary>The standard streams.</summary>
    public IStandardStreams? Streams { get; init; }

    /// <summary>The time.</summary>
    public IClock? Clock { get; init; }

    /// <summary>Environment variables and what the process knows of itself.</summary>
    public IProcessEnvironment? Environment { get; init; }

    /// <summary>The system's calls by descriptors and paths; null for none.</summary>
    public ISystemCalls? SystemCalls { get; init; }
}
