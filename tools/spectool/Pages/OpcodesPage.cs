using System.Globalization;
using Keelback.Generators.Opcodes;
using static Keelback.Spectool.MarkdownWriter;

namespace Keelback.Spectool.Pages;

/// <summary>The instructions: the general ones, the forms that stand in for them, and what opargs mean.</summary>
internal static class OpcodesPage
{
    public static string Markdown(OpcodeSet set)
    {
        var page = new MarkdownWriter(
            "Instructions",
            "spec/opcodes/*.op.yaml, spec/operands.yaml and spec/operators.yaml",
            "The instruction set, with CPython 3.14's names, numbers and stack effects. A stack picture shows what is taken and what is "
            + $"left, the top of the stack last. Magic number of `.pyc` files: {Text(set.MagicNumber)}.");
        page.Heading("Instructions").Table(
            ["code", "name", "oparg", "stack", "jumps", "caches", "effects", "meaning"],
            set.Opcodes.Where(IsGeneral).Select(opcode => Row(set, opcode)));
        page.Heading("Specialised forms")
            .Paragraph("The interpreter puts these in the place of the general form when the guard holds.")
            .Table(
                ["code", "name", "stands in for", "stack", "effects", "meaning"],
                set.Opcodes.Where(opcode => opcode.IsSpecialized).Select(opcode => new[]
                {
                    Text(opcode.Code), Code(opcode.Name), Code(opcode.Specializes), Code(opcode.Stack.ToString()), Effects(opcode), opcode.Doc,
                }));
        page.Heading("Monitored forms").Table(
            ["code", "name", "stands in for", "meaning"],
            set.Opcodes.Where(opcode => opcode.IsInstrumented)
                .Select(opcode => new[] { Text(opcode.Code), Code(opcode.Name), Code(opcode.Instruments), opcode.Doc }));
        page.Heading("Pseudo instructions").Paragraph("Only the compiler knows these; none is in a code object.").Table(
            ["code", "name", "oparg", "stack", "becomes", "meaning"],
            set.Opcodes.Where(opcode => opcode.IsPseudo).Select(opcode => new[]
            {
                Text(opcode.Code), Code(opcode.Name), Code(opcode.Operand), Code(opcode.Stack.ToString()),
                string.Join(" ", opcode.PseudoTargets.Select(Code)), opcode.Doc,
            }));
        page.Heading("What opargs mean").Table(
            ["operand", "table", "jump", "members", "meaning"],
            set.Operands.Select(operand => new[]
            {
                Code(operand.Name),
                operand.Table == OperandTable.None ? "" : operand.Table.ToString().ToLowerInvariant(),
                operand.Jump == JumpDirection.None ? "" : operand.Jump.ToString().ToLowerInvariant(),
                string.Join(", ", operand.Members.Select(member => $"{Text(member.Value)} {Code(member.Name)}")),
                operand.Doc,
            }));
        return page.ToString();
    }

    /// <summary>What an instruction does besides its stack effect, in words of the spec.</summary>
    public static IEnumerable<string> EffectNames(OpcodeModel opcode)
    {
        (bool Has, string Name)[] effects =
        [
            (opcode.Raises, "raises"), (opcode.Escapes, "escapes"), (opcode.CallsFrame, "calls"), (opcode.Returns, "returns"),
            (opcode.Yields, "yields"), (opcode.Unwinds, "unwinds"), (opcode.ChecksEvalBreaker, "eval_breaker"), (opcode.IsHot, "hot"),
        ];
        return effects.Where(effect => effect.Has).Select(effect => effect.Name);
    }

    private static bool IsGeneral(OpcodeModel opcode) => opcode is { IsSpecialized: false, IsInstrumented: false, IsPseudo: false };

    private static string[] Row(OpcodeSet set, OpcodeModel opcode)
    {
        var uses = opcode.IsComposite ? $" Made of {string.Join(", ", opcode.Uses.Select(Code))}." : "";
        var family = set.Family(opcode).Count();
        return
        [
            Text(opcode.Code),
            Code(opcode.Name),
            Code(opcode.Operand),
            Code(opcode.Stack.ToString()),
            Jump(opcode.Jump),
            string.Join(", ", opcode.Cache.Select(field => $"{field.Name} {Text(field.Units)}")),
            Effects(opcode),
            opcode.Doc + uses + (family > 0 ? $" Specialised forms: {Text(family)}." : ""),
        ];
    }

    private static string Jump(JumpModel jump) => jump.Kind switch
    {
        JumpKind.Never => "",
        JumpKind.Always => "always",
        JumpKind.IfTrue => $"if {Code(jump.Item)} is True",
        JumpKind.IfFalse => $"if {Code(jump.Item)} is False",
        JumpKind.IfNone => $"if {Code(jump.Item)} is None",
        JumpKind.IfNotNone => $"if {Code(jump.Item)} is not None",
        JumpKind.IfMissing => $"if there is no {Code(jump.Item)}",
        _ => $"when {Code(jump.Item)} has returned",
    };

    private static string Effects(OpcodeModel opcode) => string.Join(", ", EffectNames(opcode));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
