using Keelback.Text;

namespace Keelback.Vm;

/// <summary>The front end's diagnostics as Python's exceptions and warnings.</summary>
internal static class SyntaxDiagnostics
{
    private static readonly PyStr s_warnExplicit = PyStr.Intern("warn_explicit");
    private static readonly PyStr s_warnings = PyStr.Intern("_warnings");

    /// <summary>Raises an error, or issues a warning.</summary>
    public static void Issue(PyThread thread, Diagnostic diagnostic, SourceText source)
    {
        if (diagnostic.Severity == DiagnosticSeverity.Error)
            throw ToException(thread, diagnostic, source);
        if (!thread.Interpreter.Imports.Modules.TryGetValue(s_warnings, out var warnings))
            return;
        var category = ExceptionTypes.Find(diagnostic.ExceptionType) ?? ExceptionTypes.SyntaxWarning;
        try
        {
            thread.CallAttribute(
                warnings,
                s_warnExplicit,
                PyStr.From(diagnostic.Message),
                category,
                PyStr.From(source.FileName),
                PyValue.FromInt(Math.Max(1, diagnostic.Span.Line)));
        }
        catch (PyException exception) when (ReferenceEquals(exception.Value.Type, category))
        {
            // A filter has made the warning an error, which for source text is a SyntaxError.
            throw ToException(thread, diagnostic with { ExceptionType = "SyntaxError" }, source);
        }
    }

    /// <summary>The exception of an error, with place and text.</summary>
    public static PyException ToException(PyThread thread, Diagnostic diagnostic, SourceText source)
    {
        var type = ExceptionTypes.Find(diagnostic.ExceptionType) ?? ExceptionTypes.SyntaxError;
        if (!type.IsSubtypeOf(ExceptionTypes.SyntaxError))
            return new PyException((PyBaseException)thread.Call(type, PyStr.From(diagnostic.Message)).Ref!);

        var span = diagnostic.Span;
        var text = span.Line >= 1 && span.Line <= source.LineCount ? source.GetLineText(span.Line) : null;
        PyValue line = text is null ? PyValue.None : PyStr.From(text + "\n");
        if (text is not null && span.Line == source.LineCount && !source.Text.EndsWith('\n'))
            line = PyStr.From(text);
        var details = PyTuple.From(
            PyStr.From(source.FileName),
            Number(span.Line),
            Offset(source, span.Line, span.Column),
            line,
            Number(span.EndLine),
            Offset(source, span.EndLine, span.EndColumn));
        return new PyException((PyBaseException)thread.Call(type, PyStr.From(diagnostic.Message), details).Ref!);
    }

    private static PyValue Number(int number) => number < 0 ? PyValue.None : PyValue.FromInt(number);

    // Offsets of a SyntaxError count characters from 1. A column below 0 stands for CPython's offsets 0 and -1.
    private static PyValue Offset(SourceText source, int line, int column)
    {
        if (column < 0 || line < 1 || line > source.LineCount)
            return PyValue.FromInt(column < 0 ? column + 1 : column);
        var start = source.GetLineStart(line);
        var offset = source.GetOffset(line, column);
        var characters = 0;
        foreach (var _ in source.Text.AsSpan(start, offset - start).EnumerateRunes())
            characters++;
        return PyValue.FromInt(characters + 1);
    }
}
