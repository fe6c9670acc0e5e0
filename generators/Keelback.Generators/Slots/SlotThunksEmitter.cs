using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Slots;

/// <summary>
/// Writes the functions that stand in a class's slots and call its special methods: whole where they follow from the
/// shape, else their declarations.
/// </summary>
internal static class SlotThunksEmitter
{
    public static string Emit(SlotTable table)
    {
        var writer = SourceWriter.ForFile("Keelback.Vm");
        writer.Line("/// <summary>From the slot of a class made by Python code to its special method.</summary>");
        writer.Open("internal static unsafe partial class SlotThunks");
        foreach (var slot in table.Slots.Where(slot => slot.Thunk != ThunkKind.None))
        {
            // Kept once, because two addresses taken of one function need not be equal.
            writer.Line($"/// <summary>The address of <see cref=\"{slot.Field}\"/>.</summary>");
            writer.Line($"public static readonly nint {slot.Field}Address = (nint)({slot.Signature.Pointer})&{slot.Field};");
            writer.Line();
        }

        foreach (var slot in table.Slots.Where(slot => slot.Thunk != ThunkKind.None))
            WriteThunk(writer, slot);
        writer.Close();
        return writer.ToString();
    }

    private static void WriteThunk(SourceWriter writer, SlotModel slot)
    {
        var names = string.Join(", ", slot.Dunders.Select(dunder => $"<c>{dunder.Name}</c>"));
        writer.Line($"/// <summary>Calls {names}.</summary>");
        var header = $"{slot.Signature.Result} {slot.Field}({slot.Signature.Declarations})";
        if (slot.Thunk == ThunkKind.Written)
        {
            writer.Line($"public static partial {header};").Line();
            return;
        }

        writer.Line($"public static {header} =>").Indent();
        writer.Line(Body(slot)).Unindent().Line();
    }

    private static string Body(SlotModel slot)
    {
        var dunder = slot.Dunders.First(candidate => !candidate.IsReflected).CSharpName;
        if (slot.Shape == "unary")
            return $"SpecialMethod.Call(thread, self, Dunders.{dunder});";
        if (slot.Dunders.FirstOrDefault(candidate => candidate.IsReflected) is not { } reflected)
            return $"SpecialMethod.Call(thread, left, Dunders.{dunder}, right);";
        return $"""
            Binary(
                thread,
                left,
                right,
                (nint)left.Type.Slots.{slot.Field} == {slot.Field}Address,
                (nint)right.Type.Slots.{slot.Field} == {slot.Field}Address,
                Dunders.{dunder},
                Dunders.{reflected.CSharpName});
            """;
    }
}
