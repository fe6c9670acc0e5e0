using System.Collections.Generic;

namespace Keelback.Generators.Shared;

/// <summary>A node of a YAML document with its place. It lives only while a file is parsed, never in a model.</summary>
internal abstract record YamlNode(SpecSpan Span);

/// <summary>A scalar; always text, so that NO, on and 1.0 mean what they look like.</summary>
internal sealed record YamlScalar(string Value, SpecSpan Span, bool IsQuoted) : YamlNode(Span)
{
    /// <summary>Whether this is the plain '~' by which an overlay removes an entry.</summary>
    public bool IsNull => !IsQuoted && Value is "~" or "";

    /// <summary>The place of a part of the text, for a one-line scalar.</summary>
    public SpecSpan Part(int offset, int length) => Span.Slice(offset + (IsQuoted ? 1 : 0), length);
}

internal sealed record YamlList(IReadOnlyList<YamlNode> Items, SpecSpan Span) : YamlNode(Span);

internal sealed record YamlMap(IReadOnlyList<KeyValuePair<YamlScalar, YamlNode>> Entries, SpecSpan Span) : YamlNode(Span);
