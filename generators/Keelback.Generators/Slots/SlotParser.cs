using System;
using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Slots;

/// <summary>Reads slots.yaml and its overlays. The operators' slots are added in SlotTableBuilder.</summary>
internal static class SlotParser
{
    public const string FileName = "slots.yaml";

    public static readonly string[] Groups =
    [
        "number", "mapping", "sequence", "text", "comparison", "attribute", "call", "iteration", "construction", "object",
        "async", "buffer",
    ];

    private static readonly string[] s_thunks = ["none", "regular", "written"];

    // The shapes whose thunk follows from the shape.
    private static readonly string[] s_regularShapes = ["unary", "binary"];

    public static FileResult<SlotModel> Parse(SpecFile file) => SpecEntries.Parse(file, Read);

    private static SlotModel? Read(EntryReader reader)
    {
        var shape = reader.RequiredScalar("shape");
        if (shape.Value.Length > 0 && SlotShape.Find(shape.Value) is null)
        {
            var hint = Suggestion.DidYouMean(shape.Value, SlotShape.Names);
            reader.Report(SpecDiagnosticCatalogue.UnknownSlotShape, shape.Span, reader.Entry, shape.Value, hint);
        }

        var group = Choice(reader, "group", Groups);
        var thunk = (ThunkKind)Math.Max(0, Array.IndexOf(s_thunks, Choice(reader, "thunk", s_thunks)));
        if (thunk == ThunkKind.Regular && reader.IsValid && !s_regularShapes.Contains(shape.Value))
            reader.Report(SpecDiagnosticCatalogue.NoRegularThunk, reader.Scalar("thunk")!.Span, reader.Entry, shape.Value);
        var dunders = ReadDunders(reader, shape.Value);
        return new SlotModel(reader.Entry, shape.Value, group, thunk, dunders.ToEquatableArray(), reader.Doc());
    }

    private static string Choice(EntryReader reader, string key, string[] choices)
    {
        var scalar = reader.RequiredScalar(key);
        if (scalar.Value.Length > 0 && !choices.Contains(scalar.Value))
            reader.WrongKind(key, scalar, "one of " + string.Join(", ", choices));
        return scalar.Value;
    }

    private static List<DunderModel> ReadDunders(EntryReader reader, string shape)
    {
        var dunders = new List<DunderModel>();
        foreach (var pair in reader.Map("dunders"))
        {
            var name = pair.Key.Value;
            if (!IsDunder(name))
            {
                reader.Diagnostics.Report(SpecDiagnosticCatalogue.BadDunder, pair.Key.Span, reader.Entry, name);
                continue;
            }

            if (dunders.Any(dunder => dunder.Name == name))
            {
                reader.Diagnostics.Report(SpecDiagnosticCatalogue.DuplicateDunder, pair.Key.Span, reader.Entry, name);
                continue;
            }

            if (EntryReader.Open(pair.Key, pair.Value, reader.Diagnostics) is { } inner && ReadDunder(inner, shape) is { } dunder)
                dunders.Add(dunder);
        }

        return dunders;
    }

    private static DunderModel? ReadDunder(EntryReader reader, string shape)
    {
        var wrapper = reader.Scalar("wrapper");
        var kind = wrapper is null ? null : SlotWrapperKind.Find(wrapper.Value);
        if (wrapper is not null && kind?.Shape != shape)
        {
            var candidates = SlotWrapperKind.NamesFor(shape).ToList();
            var hint = Suggestion.DidYouMean(wrapper.Value, candidates);
            reader.Report(SpecDiagnosticCatalogue.UnknownSlotWrapper, wrapper.Span, reader.Entry, wrapper.Value, shape, hint);
        }

        var model = new DunderModel(
            reader.Entry,
            kind?.Name ?? "",
            reader.Text("signature") ?? kind?.Signature ?? "",
            reader.Doc(),
            kind?.Name is "binary_reflected" or "power_reflected",
            -1);
        reader.ReportUnknownKeys();
        return reader.IsValid ? model : null;
    }

    private static bool IsDunder(string name) =>
        name.Length > 4 && name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal);
}
