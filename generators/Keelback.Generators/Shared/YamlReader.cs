using System.Collections.Generic;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Keelback.Generators.Shared;

/// <summary>Reads a spec file into nodes with places. The only file that knows YamlDotNet.</summary>
internal static class YamlReader
{
    /// <summary>The map at the top of the file; null, with a diagnostic, where the text is no such thing.</summary>
    public static YamlMap? ReadMap(string text, SpecDiagnosticBag diagnostics)
    {
        try
        {
            var parser = new Parser(new System.IO.StringReader(text));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
                return new YamlMap([], default);
            if (Read(parser) is YamlMap map)
                return map;
            diagnostics.Report(SpecDiagnosticCatalogue.YamlSyntax, default, "the top of a spec file is a map of entries");
        }
        catch (YamlException exception)
        {
            diagnostics.Report(SpecDiagnosticCatalogue.YamlSyntax, Span(exception.Start, exception.End), exception.Message);
        }

        return null;
    }

    private static YamlNode Read(IParser parser)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
            return Scalar(scalar);

        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<YamlNode>();
            while (!parser.Accept<SequenceEnd>(out _))
                items.Add(Read(parser));
            return new YamlList(items, Span(sequence.Start, parser.Consume<SequenceEnd>().End));
        }

        if (parser.TryConsume<AnchorAlias>(out var alias))
            throw new YamlException(alias.Start, alias.End, "a spec has no anchors and aliases");

        var map = parser.Consume<MappingStart>();
        var entries = new List<KeyValuePair<YamlScalar, YamlNode>>();
        while (!parser.Accept<MappingEnd>(out _))
            entries.Add(new(Scalar(parser.Consume<Scalar>()), Read(parser)));
        return new YamlMap(entries, Span(map.Start, parser.Consume<MappingEnd>().End));
    }

    private static YamlScalar Scalar(Scalar scalar) => new(
        scalar.Value,
        Span(scalar.Start, scalar.End),
        scalar.Style is ScalarStyle.DoubleQuoted or ScalarStyle.SingleQuoted);

    // YamlDotNet counts lines and columns from 1, Roslyn from 0.
    private static SpecSpan Span(in Mark start, in Mark end) => new(
        (int)start.Index,
        (int)(end.Index - start.Index),
        (int)start.Line - 1,
        (int)start.Column - 1,
        (int)end.Line - 1,
        (int)end.Column - 1);
}
