using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Opcodes;

/// <summary>Emits the OperandKind enum, an enum for each kind with a closed list, and what the kinds mean.</summary>
internal static class OperandEmitter
{
    public static string Emit(OpcodeSet set)
    {
        var writer = SourceWriter.ForFile("Keelback.Bytecode");
        EmitKinds(writer, set);
        foreach (var operand in set.Operands.Where(operand => operand.Members.Count > 0))
            EmitMembers(writer, operand);
        EmitMetadata(writer, set);
        return writer.ToString();
    }

    private static void EmitKinds(SourceWriter writer, OpcodeSet set)
    {
        writer.Line("/// <summary>What an instruction's oparg means.</summary>");
        writer.Open("public enum OperandKind : byte");
        writer.Line("/// <summary>The instruction has no oparg.</summary>");
        writer.Line("None,");
        foreach (var operand in set.Operands)
        {
            writer.Line();
            writer.Line($"/// <summary>{CSharpNames.Xml(operand.Doc)}</summary>");
            writer.Line($"{CSharpNames.Pascal(operand.Name)},");
        }

        writer.Close();
        writer.Line();
    }

    private static void EmitMembers(SourceWriter writer, OperandModel operand)
    {
        writer.Line($"/// <summary>{CSharpNames.Xml(operand.Doc)}</summary>");
        if (operand.IsFlags)
            writer.Line("[System.Flags]");
        writer.Open($"public enum {operand.CSharpName}");
        if (operand.IsFlags)
        {
            writer.Line("/// <summary>None of them.</summary>");
            writer.Line("None = 0,");
        }

        foreach (var member in operand.Members)
        {
            writer.Line($"/// <summary>{CSharpNames.Xml(member.Doc)}</summary>");
            writer.Line($"{member.CSharpName} = {member.Value},");
        }

        writer.Close();
        writer.Line();
    }

    private static void EmitMetadata(SourceWriter writer, OpcodeSet set)
    {
        writer.Line("/// <summary>What the kinds of oparg mean, as operands.yaml says.</summary>");
        writer.Open("public static partial class OperandMetadata");
        writer.Line("/// <summary>The table of a code object that an oparg of the kind finds its item in.</summary>");
        Open(writer, "OperandTable TableOf(OperandKind kind) => kind switch");
        foreach (var operand in set.Operands.Where(operand => operand.Table != OperandTable.None))
            writer.Line($"{Kind(operand)} => OperandTable.{operand.Table},");
        Close(writer, "OperandTable.None");

        writer.Line("/// <summary>The first index into that table, or the oparg itself.</summary>");
        Open(writer, "int FirstIndex(OperandKind kind, int oparg) => kind switch");
        foreach (var operand in set.Operands.Where(operand => operand.Indices.Count > 0 && operand.Indices[0] is not OpargExpression.Oparg))
            writer.Line($"{Kind(operand)} => {operand.Indices[0].ToCSharp()},");
        Close(writer, "oparg");

        writer.Line("/// <summary>The second index into that table, or -1 for a kind with one index.</summary>");
        Open(writer, "int SecondIndex(OperandKind kind, int oparg) => kind switch");
        foreach (var operand in set.Operands.Where(operand => operand.Indices.Count > 1))
            writer.Line($"{Kind(operand)} => {operand.Indices[1].ToCSharp()},");
        Close(writer, "-1");

        writer.Line("/// <summary>Which way an oparg of the kind counts, where it is a distance.</summary>");
        Open(writer, "JumpDirection DirectionOf(OperandKind kind) => kind switch");
        foreach (var operand in set.Operands.Where(operand => operand.Jump != JumpDirection.None))
            writer.Line($"{Kind(operand)} => JumpDirection.{operand.Jump},");
        Close(writer, "JumpDirection.None");
        writer.Line("/// <summary>Whether only the numbers of a closed list are opargs of the kind.</summary>");
        Open(writer, "bool HasClosedList(OperandKind kind) => kind switch");
        foreach (var operand in set.Operands.Where(operand => operand.Members.Count > 0 && !operand.IsFlags))
            writer.Line($"{Kind(operand)} => true,");
        Close(writer, "false");
        EmitTexts(writer, set);
        writer.Close();
    }

    private static void EmitTexts(SourceWriter writer, OpcodeSet set)
    {
        writer.Line("/// <summary>The name of a number of a kind with a closed list, as CPython writes it; null for any other.</summary>");
        Open(writer, "string? TextOf(OperandKind kind, int oparg) => kind switch");
        foreach (var operand in set.Operands.Where(operand => operand.Members.Count > 0))
        {
            writer.Line($"{Kind(operand)} => {(operand.Part is null ? "oparg" : $"({operand.Part.ToCSharp()})")} switch");
            writer.Line("{").Indent();
            foreach (var member in operand.Members)
                writer.Line($"{member.Value} => {CSharpNames.Literal(member.Text)},");
            writer.Line("_ => null,").Unindent();
            writer.Line("},");
        }

        writer.Line("_ => null,").Unindent();
        writer.Line("};");
    }

    private static string Kind(OperandModel operand) => $"OperandKind.{CSharpNames.Pascal(operand.Name)}";

    private static void Open(SourceWriter writer, string signature)
    {
        writer.Line($"public static {signature}");
        writer.Line("{").Indent();
    }

    private static void Close(SourceWriter writer, string otherwise)
    {
        writer.Line($"_ => {otherwise},").Unindent();
        writer.Line("};");
        writer.Line();
    }
}
