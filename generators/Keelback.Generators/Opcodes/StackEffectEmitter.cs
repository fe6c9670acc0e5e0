using System;
using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Opcodes;

/// <summary>Emits how many values each instruction takes and leaves, as functions of its oparg.</summary>
internal static class StackEffectEmitter
{
    public static string Emit(OpcodeSet set)
    {
        var writer = SourceWriter.ForFile("Keelback.Bytecode");
        writer.Open("public static partial class OpcodeMetadata");
        writer.Line("/// <summary>How many values an instruction takes, with those that it leaves in place; -1 for no instruction.</summary>");
        EmitSide(writer, set, "Popped", opcode => opcode.Stack.Inputs);
        writer.Line();
        writer.Line("/// <summary>How many values an instruction leaves of those that it took or made; -1 for no instruction.</summary>");
        EmitSide(writer, set, "Pushed", opcode => opcode.Stack.Outputs);
        return writer.Close().ToString();
    }

    private static void EmitSide(
        SourceWriter writer, OpcodeSet set, string name, Func<OpcodeModel, IEnumerable<StackItem>> side)
    {
        writer.Line($"public static int {name}(Opcode opcode, int oparg) => opcode switch");
        writer.Line("{").Indent();
        var groups = set.Opcodes.GroupBy(opcode => Sum(side(opcode).ToList())).OrderBy(group => group.Key.Length).ThenBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in groups)
            OpcodeTableEmitter.EmitCase(writer, group.Select(opcode => opcode.CSharpName), group.Key);
        writer.Line("_ => -1,").Unindent();
        writer.Line("};");
    }

    // The single values as one number, then each group's size.
    private static string Sum(IReadOnlyList<StackItem> items)
    {
        var singles = items.Count(item => item.Size is null);
        var sizes = items.Where(item => item.Size is not null).Select(item => Term(item.Size!)).ToList();
        if (singles > 0 || sizes.Count == 0)
            sizes.Insert(0, singles.ToString());
        return string.Join(" + ", sizes);
    }

    private static string Term(OpargExpression size) => size switch
    {
        OpargExpression.Binary { Operator: "-" } => $"System.Math.Max(0, {size.ToCSharp()})",
        OpargExpression.Binary => $"({size.ToCSharp()})",
        _ => size.ToCSharp(),
    };
}
