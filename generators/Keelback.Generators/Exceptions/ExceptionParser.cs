using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Exceptions;

/// <summary>Reads exceptions.yaml and warnings.yaml. Whether bases exist is seen in ExceptionTreeBuilder.</summary>
internal static class ExceptionParser
{
    public const string FileName = "exceptions.yaml";
    public const string WarningsFileName = "warnings.yaml";

    private static readonly string[] s_kinds = ["object", "size", "flag"];
    private static readonly string[] s_actions = ["default", "ignore", "error", "always", "module", "once"];

    public static FileResult<ExceptionModel> Parse(SpecFile file) => SpecEntries.Parse(file, ReadException);

    public static FileResult<ExceptionModel> ParseWarnings(SpecFile file) => SpecEntries.Parse(file, ReadWarning);

    private static ExceptionModel? ReadException(EntryReader reader)
    {
        var bases = ReadBases(reader);
        var csharp = reader.Text("csharp") ?? "";
        var attributes = ReadAttributes(reader);
        if (attributes.Count > 0 && csharp.Length == 0)
            reader.Diagnostics.Report(SpecDiagnosticCatalogue.AttributesWithoutClass, reader.Node("attributes")!.Span, reader.Entry);
        var model = new ExceptionModel(
            reader.Entry,
            bases.FirstOrDefault() ?? "",
            bases.Skip(1).ToEquatableArray(),
            csharp,
            reader.List("aliases").Select(alias => alias.Value).ToEquatableArray(),
            csharp.Length > 0 ? attributes.ToEquatableArray() : default,
            ReadErrnos(reader).ToEquatableArray(),
            default,
            IsWarning: false,
            reader.Doc());
        return model;
    }

    private static ExceptionModel? ReadWarning(EntryReader reader) => new(
        reader.Entry,
        reader.RequiredText("base"),
        default,
        "",
        default,
        default,
        default,
        ReadFilters(reader).ToEquatableArray(),
        IsWarning: true,
        reader.Doc());

    private static List<string> ReadBases(EntryReader reader)
    {
        if (reader.Node("base") is YamlList)
            return reader.List("base").Select(name => name.Value).ToList();
        return [reader.RequiredText("base")];
    }

    private static List<ExceptionAttribute> ReadAttributes(EntryReader reader)
    {
        var attributes = new List<ExceptionAttribute>();
        foreach (var pair in reader.Map("attributes"))
        {
            if (EntryReader.Open(pair.Key, pair.Value, reader.Diagnostics) is not { } inner)
                continue;
            var type = inner.RequiredScalar("type");
            var kind = Array.IndexOf(s_kinds, type.Value);
            if (kind < 0 && type.Value.Length > 0)
            {
                var hint = Suggestion.DidYouMean(type.Value, s_kinds);
                inner.Report(SpecDiagnosticCatalogue.UnknownAttributeType, type.Span, $"{reader.Entry}.{inner.Entry}", type.Value, hint);
            }

            var attribute = new ExceptionAttribute(
                inner.Entry, (AttributeKind)Math.Max(0, kind), inner.Flag("readonly"), inner.Doc());
            inner.ReportUnknownKeys();
            if (inner.IsValid)
                attributes.Add(attribute);
        }

        return attributes;
    }

    private static IEnumerable<ErrnoModel> ReadErrnos(EntryReader reader)
    {
        var errnos = new List<ErrnoModel>();
        foreach (var pair in reader.Map("errno"))
        {
            if (pair.Value is YamlScalar scalar
                && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                errnos.Add(new ErrnoModel(pair.Key.Value, number));
            else
                reader.WrongKind(pair.Key.Value, pair.Value, "a whole number");
        }

        return errnos;
    }

    private static IEnumerable<FilterModel> ReadFilters(EntryReader reader)
    {
        var filters = new List<FilterModel>();
        foreach (var scalar in reader.List("filters"))
        {
            var words = scalar.Value.Split([' '], StringSplitOptions.RemoveEmptyEntries);
            var isValid = words.Length is 1 or 3 && s_actions.Contains(words[0]) && (words.Length == 1 || words[1] == "in");
            if (isValid)
                filters.Add(new FilterModel(words[0], words.Length == 3 ? words[2] : ""));
            else
                reader.Diagnostics.Report(SpecDiagnosticCatalogue.BadWarningFilter, scalar.Span, reader.Entry, scalar.Value);
        }

        return filters;
    }
}
