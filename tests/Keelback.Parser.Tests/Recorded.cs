using System.Text;
using System.Text.Json;
using Keelback.Text;

namespace Keelback.Parser.Tests;

/// <summary>An error as Python shows it.</summary>
internal sealed record PythonError(string Type, string Message, int? Line, int? Offset, int? EndLine, int? EndOffset)
{
    public static PythonError Of(SourceText source, Diagnostic error)
    {
        var span = error.Span;
        if (span == SourceSpan.None)
            return new PythonError(error.ExceptionType, error.Message, null, null, null, null);
        return new PythonError(
            error.ExceptionType,
            error.Message,
            span.Line,
            OffsetOf(source, span.Line, span.Column),
            span.EndLine,
            OffsetOf(source, span.EndLine, span.EndColumn));
    }

    // Characters, from 1; beyond the line's end each byte counts for one.
    private static int OffsetOf(SourceText source, int line, int column)
    {
        if (column < 0 || line < 1 || line > source.LineCount)
            return column + 1;
        var start = source.GetLineStart(line);
        var end = source.GetOffset(line, column);
        var position = source.GetPosition(end);
        var beyond = position.Line == line ? column - position.Column : 0;
        return source.Text[start..end].EnumerateRunes().Count() + 1 + Math.Max(0, beyond);
    }
}

/// <summary>A source and the error that CPython gives for it; no error where it parses.</summary>
internal sealed record ErrorCase(string Mode, string Source, PythonError? Error);

/// <summary>What the scripts in record/ have written.</summary>
internal static class Recorded
{
    public static IReadOnlyList<string> Snippets { get; } =
    [
        .. typeof(Recorded).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("snippets/", StringComparison.Ordinal) && name.EndsWith(".py", StringComparison.Ordinal))
            .Select(name => name["snippets/".Length..^".py".Length])
            .Order(),
    ];

    public static string Snippet(string name) => Read($"snippets/{name}.py");

    public static string[] Trees(string name) => Read($"snippets/{name}.ast.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static IEnumerable<ErrorCase> Errors()
    {
        foreach (var line in Read("errors/expected.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var error = root.TryGetProperty("type", out var type)
                ? new PythonError(
                    type.GetString()!, root.GetProperty("message").GetString()!, Number("line"), Number("offset"),
                    Number("end_line"), Number("end_offset"))
                : null;
            yield return new ErrorCase(root.GetProperty("mode").GetString()!, root.GetProperty("source").GetString()!, error);

            int? Number(string name) =>
                root.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;
        }
    }

    private static string Read(string name)
    {
        using var stream = typeof(Recorded).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: false);
        return reader.ReadToEnd();
    }
}
