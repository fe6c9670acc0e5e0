using System;
using System.Collections.Generic;
using System.Linq;

namespace Keelback.Generators.Shared;

/// <summary>An entry of a spec file: its name, its place and its model, which is null where an overlay removes it.</summary>
internal sealed record SpecEntry<T>(string Name, SpecSpan Span, T? Model)
    where T : class, IEquatable<T>;

/// <summary>What one spec file holds. Entries with mistakes are left out and their neighbours kept.</summary>
internal sealed record FileResult<T>(
    SpecFile File,
    EquatableArray<SpecEntry<T>> Entries,
    EquatableArray<SpecDiagnostic> Diagnostics)
    where T : class, IEquatable<T>;

/// <summary>The entries of all files of a kind, base and overlay merged, in the order of files and lines.</summary>
internal sealed record MergedSpec<T>(EquatableArray<T> Models, EquatableArray<SpecDiagnostic> Diagnostics)
    where T : class, IEquatable<T>;

internal static class SpecEntries
{
    /// <summary>Reads a file whose top level maps names to entries.</summary>
    public static FileResult<T> Parse<T>(SpecFile file, Func<EntryReader, T?> read)
        where T : class, IEquatable<T>
    {
        var diagnostics = new SpecDiagnosticBag(file.Path);
        var entries = new List<SpecEntry<T>>();
        foreach (var pair in YamlReader.ReadMap(file.Text, diagnostics)?.Entries ?? [])
        {
            if (file.IsOverlay && pair.Value is YamlScalar { IsNull: true })
            {
                entries.Add(new(pair.Key.Value, pair.Key.Span, null));
                continue;
            }

            if (EntryReader.Open(pair.Key, pair.Value, diagnostics) is not { } reader)
                continue;
            var model = read(reader);
            reader.ReportUnknownKeys();
            if (model is not null && reader.IsValid)
                entries.Add(new(pair.Key.Value, pair.Key.Span, model));
        }

        return new(file, entries.ToEquatableArray(), diagnostics.ToEquatableArray());
    }

    /// <summary>
    /// Merges files: an overlay's entry replaces the base's of the same name or, being '~', removes it. The same name
    /// twice in the base, or in two overlay files, is an error that names both places.
    /// </summary>
    public static MergedSpec<T> Merge<T>(IEnumerable<FileResult<T>> files)
        where T : class, IEquatable<T>
    {
        var diagnostics = new List<SpecDiagnostic>();
        var order = new List<string>();
        var found = new Dictionary<string, (SpecEntry<T> Entry, SpecFile File)>();
        foreach (var file in files.OrderBy(file => file.File.IsOverlay).ThenBy(file => file.File.Path, StringComparer.Ordinal))
        {
            foreach (var entry in file.Entries)
            {
                var exists = found.TryGetValue(entry.Name, out var other);
                if (exists && other.File.IsOverlay == file.File.IsOverlay)
                {
                    var id = file.File.IsOverlay ? SpecDiagnosticCatalogue.OverlayConflict : SpecDiagnosticCatalogue.DuplicateName;
                    diagnostics.Add(At(id, file, entry, entry.Name, $"{other.File.Path}({other.Entry.Span.Line + 1})"));
                    continue;
                }

                if (!exists && entry.Model is null)
                {
                    var hint = Suggestion.DidYouMean(entry.Name, order);
                    diagnostics.Add(At(SpecDiagnosticCatalogue.OverlayRemovesNothing, file, entry, entry.Name, hint));
                    continue;
                }

                if (!exists)
                    order.Add(entry.Name);
                found[entry.Name] = (entry, file.File);
            }
        }

        var models = order.Select(name => found[name].Entry.Model).Where(model => model is not null).Select(model => model!);
        return new(models.ToEquatableArray(), diagnostics.ToEquatableArray());
    }

    /// <summary>Finds an entry's place, for a mistake that shows only when all files are together.</summary>
    public static SpecDiagnostic? Locate<T>(
        IEnumerable<FileResult<T>> files, string name, string id, params string[] arguments)
        where T : class, IEquatable<T>
    {
        foreach (var file in files.OrderByDescending(file => file.File.IsOverlay))
        {
            foreach (var entry in file.Entries)
            {
                if (entry.Name == name)
                    return At(id, file, entry, arguments);
            }
        }

        return null;
    }

    private static SpecDiagnostic At<T>(string id, FileResult<T> file, SpecEntry<T> entry, params string[] arguments)
        where T : class, IEquatable<T> => new(id, file.File.Path, entry.Span, arguments.ToEquatableArray());
}
