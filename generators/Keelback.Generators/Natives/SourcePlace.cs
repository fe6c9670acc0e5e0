using System.Linq;
using Keelback.Generators.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Keelback.Generators.Natives;

/// <summary>Places in C# source as plain data, so that diagnostics can travel through a cached pipeline.</summary>
internal static class SourcePlace
{
    /// <summary>Where a symbol is declared.</summary>
    public static (string Path, SpecSpan Span) Of(ISymbol symbol) => Of(symbol.Locations.FirstOrDefault());

    /// <summary>Where an attribute stands.</summary>
    public static (string Path, SpecSpan Span) Of(AttributeData attribute) =>
        Of(attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation());

    /// <summary>
    /// A part of the text that is an attribute's first argument. Where the literal has escapes, so that characters
    /// cannot be counted, it is the whole literal.
    /// </summary>
    public static (string Path, SpecSpan Span) OfText(AttributeData attribute, int offset, int length)
    {
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;
        var expression = syntax?.ArgumentList?.Arguments.FirstOrDefault()?.Expression;
        var (path, span) = Of(expression?.GetLocation());
        return expression is LiteralExpressionSyntax literal && literal.Token.Text == $"\"{literal.Token.ValueText}\""
            ? (path, span.Slice(offset + 1, length))
            : (path, span);
    }

    private static (string Path, SpecSpan Span) Of(Location? location)
    {
        if (location is null)
            return ("", default);
        var lines = location.GetLineSpan();
        var (start, end) = (lines.StartLinePosition, lines.EndLinePosition);
        var span = location.SourceSpan;
        return (lines.Path, new(span.Start, span.Length, start.Line, start.Character, end.Line, end.Character));
    }
}
