using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Opcodes;

/// <summary>Emits the table of what each instruction is, and the tables that are asked at every instruction.</summary>
internal static class OpcodeTableEmitter
{
    public static string Emit(OpcodeSet set)
    {
        var writer = SourceWriter.ForFile("Keelback.Bytecode", "System.Collections.Immutable");
        writer.Open("public static partial class OpcodeMetadata");
        writer.Line("/// <summary>The number that begins a .pyc file of this language.</summary>");
        writer.Line($"public const int MagicNumber = {set.MagicNumber};");
        writer.Line();
        EmitCacheUnits(writer, set);
        EmitGeneralForms(writer, set);
        writer.Line("private static ImmutableArray<OpcodeInfo> CreateAll() =>");
        writer.Line("[").Indent();
        foreach (var opcode in set.Opcodes)
            EmitInfo(writer, set, opcode);
        writer.Unindent().Line("];");
        return writer.Close().ToString();
    }

    private static void EmitCacheUnits(SourceWriter writer, OpcodeSet set)
    {
        writer.Line("/// <summary>How many code units of inline cache stand behind an instruction; a form has its general form's.</summary>");
        writer.Line("public static int CacheUnits(Opcode opcode) => opcode switch");
        writer.Line("{").Indent();
        var groups = set.Opcodes
            .GroupBy(opcode => set.GeneralForm(opcode).CacheUnits)
            .Where(group => group.Key > 0)
            .OrderBy(group => group.Key);
        foreach (var group in groups)
            EmitCase(writer, group.Select(opcode => opcode.CSharpName), group.Key.ToString());
        writer.Line("_ => 0,").Unindent();
        writer.Line("};");
        writer.Line();
    }

    private static void EmitGeneralForms(SourceWriter writer, OpcodeSet set)
    {
        writer.Line("/// <summary>The general form of a specialised or monitored instruction; any other is its own.</summary>");
        writer.Line("public static Opcode GeneralForm(Opcode opcode) => opcode switch");
        writer.Line("{").Indent();
        var groups = set.Opcodes.Where(opcode => set.GeneralForm(opcode) != opcode).GroupBy(opcode => set.GeneralForm(opcode).CSharpName);
        foreach (var group in groups)
            EmitCase(writer, group.Select(opcode => opcode.CSharpName), $"Opcode.{group.Key}");
        writer.Line("_ => opcode,").Unindent();
        writer.Line("};");
        writer.Line();
    }

    /// <summary>One arm of a switch over opcodes, with a line for each.</summary>
    internal static void EmitCase(SourceWriter writer, IEnumerable<string> opcodes, string result)
    {
        var names = opcodes.ToList();
        for (var i = 0; i < names.Count; i++)
            writer.Line($"{(i == 0 ? "" : "    or ")}Opcode.{names[i]}{(i == names.Count - 1 ? $" => {result}," : "")}");
    }

    private static void EmitInfo(SourceWriter writer, OpcodeSet set, OpcodeModel opcode)
    {
        var operand = set.OperandOf(opcode);
        var kind = operand is null ? "None" : CSharpNames.Pascal(operand.Name);
        writer.Line($"new(Opcode.{opcode.CSharpName}, {CSharpNames.Literal(opcode.Name)}, OperandKind.{kind})");
        writer.Line("{").Indent();
        writer.Line($"Doc = {CSharpNames.Literal(opcode.Doc)},");
        writer.Line($"StackPicture = {CSharpNames.Literal(opcode.Stack.ToString())},");
        var flags = Flags(opcode, operand).ToList();
        if (flags.Count > 0)
            writer.Line($"Flags = {string.Join(" | ", flags.Select(flag => $"OpcodeFlags.{flag}"))},");
        if (opcode.Jump.Kind != JumpKind.Never)
            writer.Line($"Jump = JumpCondition.{opcode.Jump.Kind},");
        if (opcode.Cache.Count > 0)
            writer.Line($"Cache = [{string.Join(", ", opcode.Cache.Select(field => $"new({CSharpNames.Literal(field.Name)}, {field.Units})"))}],");
        if (opcode.IsSpecialized)
            writer.Line($"Specializes = Opcode.{set.GeneralForm(opcode).CSharpName},");
        if (opcode.Instruments.Length > 0)
            writer.Line($"Instruments = Opcode.{set.GeneralForm(opcode).CSharpName},");
        if (opcode.PseudoTargets.Count > 0)
            writer.Line($"PseudoTargets = [{string.Join(", ", opcode.PseudoTargets.Select(name => $"Opcode.{set.Find(name)!.CSharpName}"))}],");
        if (opcode.Uses.Count > 0)
            writer.Line($"Parts = [{string.Join(", ", opcode.Uses.Select(name => $"Opcode.{set.Find(name)!.CSharpName}"))}],");
        writer.Unindent().Line("},");
    }

    private static IEnumerable<string> Flags(OpcodeModel opcode, OperandModel? operand)
    {
        if (operand is { Jump: not JumpDirection.None })
            yield return "HasJump";
        if (opcode.BeginsBlock(operand))
            yield return "BeginsBlock";
        if (opcode.IsPseudo)
            yield return "Pseudo";
        if (opcode.IsInstrumented)
            yield return "Instrumented";
        if (opcode.Raises)
            yield return "Raises";
        if (opcode.Escapes)
            yield return "Escapes";
        if (opcode.CallsFrame)
            yield return "CallsFrame";
        if (opcode.Returns)
            yield return "Returns";
        if (opcode.Yields)
            yield return "Yields";
        if (opcode.Unwinds)
            yield return "Unwinds";
        if (opcode.ChecksEvalBreaker)
            yield return "ChecksEvalBreaker";
        if (opcode.IsHot)
            yield return "Hot";
    }
}
