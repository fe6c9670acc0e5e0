using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Keelback.Generators.Shared;

/// <summary>A place in a spec file: character offset and length, and zero-based lines and columns.</summary>
internal readonly record struct SpecSpan(int Start, int Length, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The part of a one-line span that begins <paramref name="offset"/> characters in.</summary>
    public SpecSpan Slice(int offset, int length) =>
        new(Start + offset, length, Line, Column + offset, Line, Column + offset + length);
}

/// <summary>A mistake in a spec, as data: it holds no Roslyn object, so it can travel through a cached pipeline.</summary>
internal sealed record SpecDiagnostic(string Id, string Path, SpecSpan Span, EquatableArray<string> Arguments)
{
    /// <summary>The same as Roslyn's diagnostic, at the YAML's own line and column.</summary>
    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        SpecDiagnosticCatalogue.Find(Id),
        Location.Create(
            Path,
            new TextSpan(Span.Start, Span.Length),
            new LinePositionSpan(
                new LinePosition(Span.Line, Span.Column),
                new LinePosition(Span.EndLine, Span.EndColumn))),
        Arguments.Cast<object>().ToArray());
}
