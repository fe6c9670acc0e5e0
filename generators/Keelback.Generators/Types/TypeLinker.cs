using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Natives;
using Keelback.Generators.Shared;
using Keelback.Generators.Slots;

namespace Keelback.Generators.Types;

/// <summary>Completes a type with what other files know: the C# class of its base and the shapes of its slots.</summary>
internal static class TypeLinker
{
    /// <summary>The links between all types of the merged spec.</summary>
    public static TypeLinks Links(MergedSpec<TypeSpec> merged) =>
        new(merged.Models
            .Select(spec => new TypeLink(spec.Type.PythonName, spec.Base, spec.Type.CSharpName))
            .ToEquatableArray());

    public static NativeResult<NativeTypeModel> Link(TypeSpec spec, TypeLinks links, SlotNames slotNames)
    {
        var diagnostics = new SpecDiagnosticBag(spec.Path);
        var name = spec.Type.PythonName;
        var @base = "";
        if (links.Cycle(name) is { } cycle)
        {
            diagnostics.Report(SpecDiagnosticCatalogue.CyclicBase, spec.BaseSpan, name, cycle);
        }
        else if (spec.Base.Length > 0 && links.Find(spec.Base) is { } link)
        {
            @base = link.CSharpName == "ObjectType" ? "" : link.CSharpName;
        }
        else if (spec.Base is not ("" or "object"))
        {
            var hint = Suggestion.DidYouMean(spec.Base, links.Names);
            diagnostics.Report(SpecDiagnosticCatalogue.UnknownBase, spec.BaseSpan, name, spec.Base, hint);
        }

        var slots = new List<NativeSlotModel>();
        foreach (var slot in spec.Slots)
        {
            var shape = slotNames.ShapeOf(slot.Slot);
            if (shape is null || SlotShape.Find(shape) is not { } found)
            {
                var hint = Suggestion.DidYouMean(slot.Slot, slotNames.All);
                diagnostics.Report(SpecDiagnosticCatalogue.UnknownTypeSlot, slot.Span, name, slot.Slot, hint);
                continue;
            }

            slots.Add(new(slot.Slot, slot.Impl, shape, found.Parameters[1].Type, true, slot.Line));
        }

        return new(spec.Type with { Base = @base, Slots = slots.ToEquatableArray() }, diagnostics.ToEquatableArray());
    }
}
