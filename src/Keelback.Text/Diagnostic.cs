namespace Keelback.Text;

/// <summary>How grave a <see cref="Diagnostic"/> is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>A SyntaxWarning or DeprecationWarning: the program can run.</summary>
    Warning,

    /// <summary>The program cannot run.</summary>
    Error,
}

/// <summary>
/// What a front end stage has to say about a source, as a value: nothing in lexer, parser or compiler throws it.
/// </summary>
/// <param name="Id">The id in the catalogue, for tools that filter or translate.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="ExceptionType">The Python class: SyntaxError, IndentationError, TabError, SyntaxWarning, ...</param>
/// <param name="Message">CPython's own text.</param>
/// <param name="Span">The place; columns in bytes of UTF-8, from 0. A part that CPython leaves unset is -1.</param>
public sealed record Diagnostic(
    string Id, DiagnosticSeverity Severity, string ExceptionType, string Message, SourceSpan Span);
