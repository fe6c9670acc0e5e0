using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;
using Keelback.Generators.Slots;

namespace Keelback.Generators.Natives;

/// <summary>A slot's name and the name of its shape.</summary>
internal sealed record SlotName(string Name, string Shape);

/// <summary>The slots that exist, as far as natives need to know them: edits of their docs and methods change nothing here.</summary>
internal sealed record SlotNames(EquatableArray<SlotName> Slots)
{
    public IEnumerable<string> All => Slots.Select(slot => slot.Name);

    public string? ShapeOf(string slot) => Slots.FirstOrDefault(candidate => candidate.Name == slot)?.Shape;

    public static SlotNames Of(SlotTable table) =>
        new(table.Slots.Select(slot => new SlotName(slot.Name, slot.Shape)).ToEquatableArray());
}
