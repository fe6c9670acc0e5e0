using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Slots;

/// <summary>Writes the table that ties slots, special methods, wrappers and thunks together.</summary>
internal static class SlotTableEmitter
{
    public static string Emit(SlotTable table)
    {
        var writer = SourceWriter.ForFile("Keelback.Vm");
        writer.Open("internal static unsafe partial class SlotTable");
        writer.Line("private static readonly SlotEntry[] s_entries =");
        writer.Line("[").Indent();
        foreach (var slot in table.Slots.Where(slot => slot.Dunders.Count > 0))
            WriteEntry(writer, slot);
        writer.Unindent().Line("];");
        writer.Close();
        return writer.ToString();
    }

    private static void WriteEntry(SourceWriter writer, SlotModel slot)
    {
        var thunk = slot.Thunk == ThunkKind.None ? "0" : $"SlotThunks.{slot.Field}Address";
        writer.Line($"new(TypeSlot.{slot.Field}, {thunk},").Line("[").Indent();
        foreach (var dunder in slot.Dunders)
        {
            var invoker = dunder.Wrapper.Length == 0 ? "null" : $"&SlotWrappers.{CSharpNames.Pascal(dunder.Wrapper)}";
            writer.Line(
                $"new(Dunders.{dunder.CSharpName}, TypeSlot.{slot.Field}, {CSharpNames.Literal(dunder.Signature)}, "
                + $"{CSharpNames.Literal(dunder.Doc)}, {dunder.Operator}, {invoker}),");
        }

        writer.Unindent().Line("]),");
    }
}
