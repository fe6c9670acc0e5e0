using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;
using Keelback.Generators.Tokens;

namespace Keelback.Generators.Slots;

/// <summary>
/// Puts slots.yaml together with the slots and special methods that operators.yaml names, and checks what shows only
/// then.
/// </summary>
internal static class SlotTableBuilder
{
    public static SlotTable Build(
        IReadOnlyList<FileResult<SlotModel>> files, IReadOnlyList<FileResult<OperatorModel>> operatorFiles, TokenTable tokens)
    {
        var merged = SpecEntries.Merge(files);
        var diagnostics = merged.Diagnostics.ToList();
        var slots = new List<SlotModel>();
        var operations = new List<BinaryOperationModel>();
        var symbols = tokens.Tokens.GroupBy(token => token.Name).ToDictionary(group => group.Key, group => group.First().Text);
        var written = merged.Models.ToDictionary(slot => slot.Name);

        foreach (var op in tokens.Operators)
        {
            AddOperator(op, written, slots);
            if (op is { Slot: { } named, Kind: not OperatorKind.Binary } && !written.ContainsKey(named))
            {
                var hint = Suggestion.DidYouMean(named, written.Keys);
                var place = SpecEntries.Locate(operatorFiles, op.Name, SpecDiagnosticCatalogue.UnknownSlot, op.Name, named, hint);
                if (place is not null)
                    diagnostics.Add(place);
            }

            if (op is not { Kind: OperatorKind.Binary, Slot: { } slot, Oparg: { } oparg })
                continue;
            var symbol = symbols[op.Token!.Name];
            operations.Add(new(op.Name, symbol, oparg.Value, slot, op.Dunder ?? "", false, op.Name, op.Fallback, op.Doc));
            if (op.InPlace is { Slot: { } inPlaceSlot } inPlace)
            {
                operations.Add(new(
                    "InPlace" + op.Name, symbols[inPlace.Token.Name], inPlace.Oparg.Value, inPlaceSlot, inPlace.Dunder ?? "", true, op.Name, op.Fallback,
                    op.Doc));
            }
        }

        // The operators' own slots come first, and with them their special methods: those of sequences come last.
        slots.AddRange(merged.Models.Select(slot => WithPossibleThunk(written[slot.Name])));
        CheckFields(slots, files, diagnostics);
        return new(slots.ToEquatableArray(), operations.ToEquatableArray(), diagnostics.ToEquatableArray());
    }

    private static void AddOperator(OperatorModel op, Dictionary<string, SlotModel> written, List<SlotModel> slots)
    {
        var isBinary = op.Kind == OperatorKind.Binary;
        Add(op.Slot, op.Dunder, isBinary ? op.Reflected : null, op.Doc, op.Oparg?.Value ?? -1);
        if (op.InPlace is { } inPlace)
            Add(inPlace.Slot, inPlace.Dunder, null, op.Doc.TrimEnd('.') + " in place.", inPlace.Oparg.Value);

        void Add(string? slot, string? dunder, string? reflected, string doc, int number)
        {
            if (slot is null)
                return;
            if (written.TryGetValue(slot, out var existing))
            {
                written[slot] = existing with { Dunders = Merge(existing, dunder, reflected, doc, number) };
                return;
            }

            // Only what takes two operands can bring a slot along.
            if (!isBinary || slots.Any(other => other.Name == slot))
                return;
            var bare = new SlotModel(slot, "binary", "number", ThunkKind.Regular, default, doc);
            slots.Add(bare with { Dunders = Merge(bare, dunder, reflected, doc, number) });
        }
    }

    // A special method that slots.yaml gives the slot already stays as it is there.
    private static EquatableArray<DunderModel> Merge(SlotModel slot, string? dunder, string? reflected, string doc, int number)
    {
        var dunders = slot.Dunders.ToList();
        Add(dunder, isReflected: false, doc);
        Add(reflected, isReflected: true, doc.TrimEnd('.') + ", with this value on the right.");
        return dunders.ToEquatableArray();

        void Add(string? name, bool isReflected, string text)
        {
            if (name is null || dunders.Any(other => other.Name == name))
                return;
            var kind = SlotWrapperKind.Find(isReflected ? "binary_reflected" : slot.Shape);
            dunders.Add(new(name, kind?.Name ?? "", kind?.Signature ?? "", text, isReflected, slot.Shape == "compare" ? number : -1));
        }
    }

    // Without a special method there is nothing that a thunk could call.
    private static SlotModel WithPossibleThunk(SlotModel slot) =>
        slot.Thunk == ThunkKind.Regular && slot.Dunders.All(dunder => dunder.IsReflected) ? slot with { Thunk = ThunkKind.None } : slot;

    // Two slots whose names make one C# name would be one field.
    private static void CheckFields(
        List<SlotModel> slots, IReadOnlyList<FileResult<SlotModel>> files, List<SpecDiagnostic> diagnostics)
    {
        foreach (var group in slots.GroupBy(slot => slot.Field).Where(group => group.Count() > 1).ToList())
        {
            foreach (var slot in group.Skip(1))
            {
                slots.Remove(slot);
                var place = SpecEntries.Locate(
                    files, slot.Name, SpecDiagnosticCatalogue.SlotNameTaken, slot.Name, slot.Field, group.First().Name);
                if (place is not null)
                    diagnostics.Add(place);
            }
        }
    }
}
