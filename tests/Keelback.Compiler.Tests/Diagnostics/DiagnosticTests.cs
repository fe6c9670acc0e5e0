using System.Text.Json;
using Keelback.Text;

namespace Keelback.Compiler.Tests.Diagnostics;

/// <summary>
/// The errors and warnings of symbol tables and code generation, with CPython's words and places, as
/// record/record_diagnostics.py wrote them down.
/// </summary>
public sealed class DiagnosticTests
{
    public static TheoryData<string> Recorded =>
        [.. File.ReadLines(SourcePrograms.PathOf("Diagnostics", "data", "diagnostics.jsonl"))];

    [Theory]
    [MemberData(nameof(Recorded))]
    public void Errors_and_warnings_are_the_reference_s(string line)
    {
        using var document = JsonDocument.Parse(line);
        var expected = document.RootElement;
        var tree = SourcePrograms.Parse(expected.GetProperty("source").GetString()!);

        var result = PythonCompiler.Compile(tree);

        var warnings = result.Diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning)
            .Select(warning => $"{warning.Message} ({warning.Span.Line})");
        Assert.Equal(
            expected.GetProperty("warnings").EnumerateArray().Select(pair => $"{pair[0].GetString()} ({pair[1].GetInt32()})"),
            warnings);
        if (!expected.TryGetProperty("error", out var message))
        {
            Assert.NotNull(result.Code);
            return;
        }

        Assert.Null(result.Code);
        Assert.Equal("SyntaxError", result.Error!.ExceptionType);
        Assert.Equal(message.GetString(), result.Error.Message);
        var span = result.Error.Span;
        Assert.Equal(
            expected.GetProperty("position").EnumerateArray().Select(number => number.GetInt32()),
            [span.Line, span.Column + 1, span.EndLine, span.EndColumn + 1]);
    }

    [Fact]
    public void Each_kind_of_error_has_an_id_of_its_own()
    {
        var ids = File.ReadLines(SourcePrograms.PathOf("Diagnostics", "data", "diagnostics.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("source").GetString()!)
            .SelectMany(source => PythonCompiler.Compile(SourcePrograms.Parse(source)).Diagnostics.AsEnumerable())
            .Select(diagnostic => diagnostic.Id)
            .ToHashSet();

        Assert.All(ids, id => Assert.Matches("^PYC[1-5][0-9]{2}$", id));
        Assert.True(ids.Count >= 55, $"The snippets bring up {ids.Count} kinds.");
    }
}
