using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Keelback.Generators.Shared;

/// <summary>
/// Reads the keys of one spec entry, reports what is missing, misspelt or of the wrong kind, and lets the caller go on.
/// </summary>
internal sealed class EntryReader(string entry, SpecSpan span, YamlMap map, SpecDiagnosticBag diagnostics)
{
    private readonly HashSet<string> _known = [];

    public string Entry => entry;

    public SpecSpan Span => span;

    public SpecDiagnosticBag Diagnostics => diagnostics;

    /// <summary>False once a key was missing or of the wrong kind: then no model can be made of the entry.</summary>
    public bool IsValid { get; private set; } = true;

    /// <summary>Opens the entry's map; null, with a diagnostic, where it is something else.</summary>
    public static EntryReader? Open(YamlScalar name, YamlNode value, SpecDiagnosticBag diagnostics)
    {
        if (value is YamlMap map)
            return new EntryReader(name.Value, name.Span, map, diagnostics);
        diagnostics.Report(SpecDiagnosticCatalogue.WrongKindOfValue, value.Span, name.Value, name.Value, "a map of keys");
        return null;
    }

    public void Report(string id, SpecSpan place, params string[] arguments)
    {
        IsValid = false;
        diagnostics.Report(id, place, arguments);
    }

    public YamlNode? Node(string key)
    {
        _known.Add(key);
        foreach (var pair in map.Entries)
        {
            if (pair.Key.Value == key)
                return pair.Value;
        }

        return null;
    }

    public YamlScalar? Scalar(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlScalar scalar:
                return scalar;
            case var other:
                WrongKind(key, other, "a single value");
                return null;
        }
    }

    public YamlScalar RequiredScalar(string key)
    {
        if (Node(key) is null)
            Missing(key);
        return Scalar(key) ?? new YamlScalar("", span, false);
    }

    public string? Text(string key) => Scalar(key)?.Value;

    public string RequiredText(string key) => RequiredScalar(key).Value;

    /// <summary>The required doc: one sentence of at most 100 characters.</summary>
    public string Doc()
    {
        var doc = RequiredScalar("doc");
        if (doc.Value.Length > 0 && (doc.Value.Length > 100 || !char.IsUpper(doc.Value[0]) || !doc.Value.EndsWith(".")))
            diagnostics.Report(SpecDiagnosticCatalogue.BadDoc, doc.Span, entry);
        return doc.Value;
    }

    public int? Int(string key)
    {
        if (Scalar(key) is not { } scalar)
            return null;
        if (int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        WrongKind(key, scalar, "a whole number");
        return null;
    }

    public int RequiredInt(string key)
    {
        if (Node(key) is null)
            Missing(key);
        return Int(key) ?? 0;
    }

    public bool Flag(string key)
    {
        if (Scalar(key) is not { } scalar)
            return false;
        if (scalar.Value is "true" or "false")
            return scalar.Value == "true";
        WrongKind(key, scalar, "true or false");
        return false;
    }

    /// <summary>A list of scalars; empty where the key is absent.</summary>
    public IReadOnlyList<YamlScalar> List(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case YamlList list when list.Items.All(item => item is YamlScalar):
                return list.Items.Cast<YamlScalar>().ToList();
            case var other:
                WrongKind(key, other, "a list of values");
                return [];
        }
    }

    /// <summary>The entries of a map; empty where the key is absent.</summary>
    public IReadOnlyList<KeyValuePair<YamlScalar, YamlNode>> Map(string key)
    {
        switch (Node(key))
        {
            case null:
                return [];
            case YamlMap inner:
                return inner.Entries;
            case var other:
                WrongKind(key, other, "a map");
                return [];
        }
    }

    /// <summary>Call it last: reports each key that nobody asked for.</summary>
    public void ReportUnknownKeys()
    {
        foreach (var pair in map.Entries)
        {
            if (_known.Contains(pair.Key.Value))
                continue;
            diagnostics.Report(
                SpecDiagnosticCatalogue.UnknownKey,
                pair.Key.Span,
                entry,
                pair.Key.Value,
                Suggestion.DidYouMean(pair.Key.Value, _known));
        }
    }

    public void WrongKind(string key, YamlNode node, string expected) =>
        Report(SpecDiagnosticCatalogue.WrongKindOfValue, node.Span, key, entry, expected);

    private void Missing(string key) => Report(SpecDiagnosticCatalogue.MissingKey, span, entry, key);
}
