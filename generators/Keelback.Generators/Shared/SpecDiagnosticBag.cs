using System.Collections.Generic;

namespace Keelback.Generators.Shared;

/// <summary>Collects the diagnostics of one file while it is read.</summary>
internal sealed class SpecDiagnosticBag(string path)
{
    private readonly List<SpecDiagnostic> _items = [];

    public string Path => path;

    public bool IsEmpty => _items.Count == 0;

    public void Report(string id, SpecSpan span, params string[] arguments) =>
        _items.Add(new SpecDiagnostic(id, path, span, arguments.ToEquatableArray()));

    public EquatableArray<SpecDiagnostic> ToEquatableArray() => _items.ToEquatableArray();
}
