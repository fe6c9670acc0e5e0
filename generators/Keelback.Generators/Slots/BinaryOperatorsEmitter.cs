using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Slots;

/// <summary>Writes the binary and in-place operators of the protocol API, and the choice among them by number.</summary>
internal static class BinaryOperatorsEmitter
{
    private const string Operands = "PyThread thread, PyValue left, PyValue right";

    public static string Emit(SlotTable table)
    {
        var writer = SourceWriter.ForFile("Keelback.Vm");
        writer.Open("internal static unsafe partial class Operators");
        foreach (var fallback in table.Operations.Where(operation => operation.Fallback is not null && !operation.IsInPlace))
            WriteFallback(writer, fallback);
        foreach (var operation in table.Operations)
            WriteOperation(writer, table, operation);
        WriteChoice(writer, table);
        writer.Close();
        return writer.ToString();
    }

    private static void WriteFallback(SourceWriter writer, BinaryOperationModel operation)
    {
        writer.Line($"/// <summary>What {CSharpNames.Xml(operation.Symbol)} means where neither operand defines it.</summary>");
        writer.Line($"private static partial PyValue {operation.Fallback}({Operands});").Line();
    }

    private static void WriteOperation(SourceWriter writer, SlotTable table, BinaryOperationModel operation)
    {
        var summary = CSharpNames.Xml(operation.Doc.TrimEnd('.') + (operation.IsInPlace ? " in place" : ""));
        writer.Line($"/// <summary>{summary}; no value where an error is pending.</summary>");
        if (table.Find(operation.Slot)?.Shape != "binary")
        {
            writer.Line($"public static partial PyValue Try{operation.Name}({Operands});").Line();
        }
        else
        {
            writer.Open($"public static PyValue Try{operation.Name}({Operands})");
            WriteBody(writer, table, operation);
            writer.Close().Line();
        }

        writer.Line($"/// <summary>{summary}.</summary>");
        writer.Line($"public static PyValue {operation.Name}({Operands}) =>");
        writer.Line($"    thread.Checked(Try{operation.Name}(thread, left, right));").Line();
    }

    private static void WriteBody(SourceWriter writer, SlotTable table, BinaryOperationModel operation)
    {
        var number = table.Operations.First(other => other.Name == operation.BinaryName);
        var field = table.Find(number.Slot)!.Field;
        writer.Line("var (leftSlots, rightSlots) = (left.Type.Slots, right.Type.Slots);");
        writer.Line(operation.IsInPlace
            ? $"var result = InPlaceSlots(thread, left, right, leftSlots.{table.Find(operation.Slot)!.Field}, leftSlots.{field}, rightSlots.{field});"
            : $"var result = BinarySlots(thread, left, right, leftSlots.{field}, rightSlots.{field});");
        writer.Line("if (!IsNotImplemented(result))");
        writer.Line("    return result;");
        WriteSequenceFallback(writer, table, operation, number.Dunder);
        writer.Line(operation.Fallback is { } fallback
            ? $"return {fallback}(thread, left, right);"
            : $"return UnsupportedOperands(thread, {CSharpNames.Literal(operation.Symbol)}, left, right);");
    }

    // Where a sequence slot makes the operator's special method too, the operator falls back to it: + and *.
    private static void WriteSequenceFallback(
        SourceWriter writer, SlotTable table, BinaryOperationModel operation, string binaryDunder)
    {
        var own = table.WithDunder(binaryDunder).FirstOrDefault(slot => slot.Group == "sequence");
        if (own is null)
            return;
        var inPlace = operation.IsInPlace
            ? table.WithDunder(operation.Dunder).FirstOrDefault(slot => slot.Group == "sequence")
            : null;
        var isRepeat = own.Shape == "item";
        foreach (var slot in new[] { inPlace, own }.Where(slot => slot is not null))
        {
            writer.Line($"if (leftSlots.{slot!.Field} != null)");
            writer.Line(isRepeat
                ? $"    return RepeatSequence(thread, leftSlots.{slot.Field}, left, right);"
                : $"    return leftSlots.{slot.Field}(thread, left, right);");
        }

        if (isRepeat)
        {
            writer.Line($"if (rightSlots.{own.Field} != null)");
            writer.Line($"    return RepeatSequence(thread, rightSlots.{own.Field}, right, left);");
        }
    }

    private static void WriteChoice(SourceWriter writer, SlotTable table)
    {
        writer.Line("/// <summary>Applies the operator that BINARY_OP's oparg names; no value where an error is pending.</summary>");
        writer.Open("public static PyValue TryBinary(PyThread thread, Keelback.Bytecode.BinaryOperator op, PyValue left, PyValue right)");
        writer.Open("switch ((int)op)");
        foreach (var operation in table.Operations.OrderBy(operation => operation.Number))
            writer.Line($"case {operation.Number}:").Line($"    return Try{operation.Name}(thread, left, right);");
        writer.Line("default:").Line("    return TryGetItem(thread, left, right);");
        writer.Close().Close();
    }
}
