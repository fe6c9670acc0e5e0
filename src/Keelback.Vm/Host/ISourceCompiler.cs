using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Vm;

/// <summary>Turns source text into code objects: what a host with a front end supplies.</summary>
public interface ISourceCompiler
{
    /// <summary>Compiles a text.</summary>
    SourceCompilation Compile(string source, SourceCompilationOptions options);

    /// <summary>Compiles the bytes of a file, whose encoding they say themselves (PEP 263).</summary>
    SourceCompilation Compile(ReadOnlySpan<byte> source, SourceCompilationOptions options);

    /// <summary>
    /// Compiles a Python object that is no text but a syntax tree, or makes a tree where the flags ask for one; false
    /// where this is not such a case.
    /// </summary>
    bool TryCompileObject(PyThread thread, PyValue source, SourceCompilationOptions options, out PyValue result);
}

/// <summary>What kind of source text it is.</summary>
public enum SourceMode
{
    /// <summary>A module.</summary>
    Exec,

    /// <summary>One expression.</summary>
    Eval,

    /// <summary>One interactive statement, whose expressions are printed.</summary>
    Single,

    /// <summary>The type comment of a function.</summary>
    FuncType,
}

/// <summary>How to compile.</summary>
public sealed record SourceCompilationOptions
{
    /// <summary>The name that tracebacks show.</summary>
    public string FileName { get; init; } = "<string>";

    /// <summary>What kind of source text it is.</summary>
    public SourceMode Mode { get; init; }

    /// <summary>0, or 1 for -O, or 2 for -OO.</summary>
    public int OptimizationLevel { get; init; }

    /// <summary>The flags of compile(): __future__ features and PyCF_ constants.</summary>
    public CodeFlags Flags { get; init; }

    /// <summary>The minor version of the newest syntax to accept; -1 for all.</summary>
    public int FeatureVersion { get; init; } = -1;
}

/// <summary>What came of compiling: the code, or the diagnostics that say why there is none.</summary>
/// <param name="Code">The code; null where there is an error.</param>
/// <param name="Diagnostics">The error, and warnings.</param>
/// <param name="SourceText">The decoded text, from which errors quote.</param>
public sealed record SourceCompilation(CodeObject? Code, IReadOnlyList<Diagnostic> Diagnostics, SourceText SourceText);
