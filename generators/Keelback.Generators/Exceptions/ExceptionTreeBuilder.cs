using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Exceptions;

/// <summary>
/// Puts exceptions and warnings together, each after its bases, and checks what shows only then. An exception whose base
/// is mistaken is taken to derive from Exception, so that what names it still compiles.
/// </summary>
internal sealed class ExceptionTreeBuilder
{
    private const string Fallback = "Exception";

    private readonly IReadOnlyList<FileResult<ExceptionModel>> _files;
    private readonly List<SpecDiagnostic> _diagnostics = [];
    private readonly Dictionary<string, ExceptionModel> _byName = [];
    private readonly List<ExceptionModel> _ordered = [];
    private readonly HashSet<string> _placed = [];

    private ExceptionTreeBuilder(IReadOnlyList<FileResult<ExceptionModel>> files)
    {
        _files = files;
    }

    public static ExceptionTree Build(IReadOnlyList<FileResult<ExceptionModel>> files) => new ExceptionTreeBuilder(files).Build();

    private ExceptionTree Build()
    {
        var merged = SpecEntries.Merge(_files);
        _diagnostics.AddRange(merged.Diagnostics);
        foreach (var exception in merged.Models)
            _byName[exception.Name] = exception;
        foreach (var exception in merged.Models)
            _byName[exception.Name] = WithKnownBases(exception);
        foreach (var exception in merged.Models)
            Place(exception.Name, []);
        CheckNames();
        CheckErrnos();
        return new(_ordered.ToEquatableArray(), _diagnostics.ToEquatableArray());
    }

    private ExceptionModel WithKnownBases(ExceptionModel exception)
    {
        var unknown = exception.OtherBases.Prepend(exception.Base)
            .Where(name => name != ExceptionModel.Root && !_byName.ContainsKey(name))
            .ToList();
        foreach (var name in unknown)
        {
            var hint = Suggestion.DidYouMean(name, _byName.Keys);
            Report(SpecDiagnosticCatalogue.UnknownExceptionBase, exception.Name, exception.Name, name, hint);
        }

        return unknown.Count == 0 ? exception : exception with { Base = Fallback, OtherBases = default };
    }

    private void Place(string name, List<string> path)
    {
        if (_placed.Contains(name) || !_byName.TryGetValue(name, out var exception))
            return;
        path.Add(name);
        foreach (var @base in exception.OtherBases.Prepend(exception.Base).ToList())
        {
            var start = path.IndexOf(@base);
            if (start >= 0)
            {
                Report(SpecDiagnosticCatalogue.CyclicExceptionBase, name, name, string.Join(" -> ", path.Skip(start).Append(@base)));
                exception = exception with { Base = name == Fallback ? ExceptionModel.Root : Fallback, OtherBases = default };
                continue;
            }

            Place(@base, path);
        }

        path.RemoveAt(path.Count - 1);
        if (_placed.Add(name))
            _ordered.Add(exception);
    }

    private void CheckNames()
    {
        var owners = new Dictionary<string, string>();
        foreach (var exception in _ordered)
            owners[exception.Name] = exception.Name;
        foreach (var exception in _ordered.ToList())
        {
            foreach (var alias in exception.Aliases)
            {
                if (owners.TryGetValue(alias, out var other))
                    Report(SpecDiagnosticCatalogue.ExceptionNameTaken, exception.Name, exception.Name, alias, other);
                else
                    owners.Add(alias, exception.Name);
            }
        }

        foreach (var group in _ordered.Where(exception => exception.CSharp.Length > 0).GroupBy(exception => exception.CSharp).ToList())
        {
            foreach (var exception in group.Skip(1))
            {
                Report(SpecDiagnosticCatalogue.ExceptionClassTaken, exception.Name, exception.Name, exception.CSharp, group.First().Name);
                _ordered[_ordered.IndexOf(exception)] = exception with { CSharp = "", Attributes = default };
            }
        }
    }

    private void CheckErrnos()
    {
        var owners = new Dictionary<int, string>();
        for (var i = 0; i < _ordered.Count; i++)
        {
            var exception = _ordered[i];
            var kept = new List<ErrnoModel>();
            foreach (var errno in exception.Errnos)
            {
                if (owners.TryGetValue(errno.Number, out var other))
                {
                    Report(SpecDiagnosticCatalogue.DuplicateErrno, exception.Name, exception.Name, errno.Name, errno.Number.ToString(), other);
                    continue;
                }

                owners.Add(errno.Number, exception.Name);
                kept.Add(errno);
            }

            _ordered[i] = exception with { Errnos = kept.ToEquatableArray() };
        }
    }

    private void Report(string id, string name, params string[] arguments)
    {
        if (SpecEntries.Locate(_files, name, id, arguments) is { } place)
            _diagnostics.Add(place);
    }
}
