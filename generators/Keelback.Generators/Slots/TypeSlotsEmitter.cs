using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Slots;

/// <summary>Writes the vtable: one function pointer for each slot, how they are inherited, and access by number.</summary>
internal static class TypeSlotsEmitter
{
    public static string Emit(SlotTable table)
    {
        var writer = SourceWriter.ForFile("Keelback.Vm");
        WriteEnum(writer, table);
        writer.Line("/// <summary>The functions by which the interpreter acts on instances of a type; null where there is none.</summary>");
        writer.Open("internal sealed unsafe partial class TypeSlots");
        foreach (var slot in table.Slots)
        {
            writer.Line($"/// <summary>{CSharpNames.Xml(slot.Doc)}</summary>");
            writer.Line($"public {slot.Signature.Pointer} {slot.Field};");
            writer.Line();
        }

        WriteIndexer(writer, table);
        WriteInherit(writer, table);
        writer.Close();
        return writer.ToString();
    }

    private static void WriteEnum(SourceWriter writer, SlotTable table)
    {
        writer.Line("/// <summary>Names a slot.</summary>");
        writer.Open("internal enum TypeSlot");
        foreach (var slot in table.Slots)
            writer.Line($"/// <summary>{slot.Name}: {CSharpNames.Xml(slot.Doc)}</summary>").Line($"{slot.Field},");
        writer.Close().Line();
    }

    private static void WriteIndexer(SourceWriter writer, SlotTable table)
    {
        writer.Line("/// <summary>A slot as a number, for code that treats all alike.</summary>");
        writer.Open("public nint this[TypeSlot slot]");
        writer.Open("get => slot switch");
        foreach (var slot in table.Slots)
            writer.Line($"TypeSlot.{slot.Field} => (nint){slot.Field},");
        writer.Line("_ => throw new System.ArgumentOutOfRangeException(nameof(slot)),");
        writer.Close(";");
        writer.Open("set");
        writer.Open("switch (slot)");
        foreach (var slot in table.Slots)
        {
            writer.Line($"case TypeSlot.{slot.Field}:").Indent();
            writer.Line($"{slot.Field} = ({slot.Signature.Pointer})value;").Line("break;").Unindent();
        }

        writer.Close().Close().Close().Line();
    }

    private static void WriteInherit(SourceWriter writer, SlotTable table)
    {
        writer.Line("/// <summary>");
        writer.Line("/// Fills what is empty from a base. A built-in type directly below object is not made by object's constructor.");
        writer.Line("/// </summary>");
        writer.Open("public void InheritFrom(TypeSlots @base, bool withConstruction = true)");
        foreach (var slot in table.Slots.Where(slot => slot.Group is not ("comparison" or "construction")))
            WriteCopy(writer, slot);
        WriteTogether(writer, table, "comparison", slots =>
            string.Join(" && ", slots.Select(slot => $"{slot.Field} == null")));
        WriteTogether(writer, table, "construction", slots =>
            string.Join(" && ", slots.Select(slot => $"{slot.Field} == null").Prepend("withConstruction")));
        writer.Close();
    }

    private static void WriteCopy(SourceWriter writer, SlotModel slot)
    {
        writer.Line($"if ({slot.Field} == null)");
        writer.Line($"    {slot.Field} = @base.{slot.Field};");
    }

    private static void WriteTogether(
        SourceWriter writer, SlotTable table, string group, System.Func<SlotModel[], string> condition)
    {
        var slots = table.Slots.Where(slot => slot.Group == group).ToArray();
        if (slots.Length == 0)
            return;
        writer.Open($"if ({condition(slots)})");
        foreach (var slot in slots)
            writer.Line($"{slot.Field} = @base.{slot.Field};");
        writer.Close();
    }
}
