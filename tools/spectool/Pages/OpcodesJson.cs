using System.Text.Json.Nodes;
using Keelback.Generators.Opcodes;

namespace Keelback.Spectool.Pages;

/// <summary>The instructions for programs.</summary>
internal static class OpcodesJson
{
    public static JsonNode Of(OpcodeSet set) => new JsonObject
    {
        ["magic_number"] = set.MagicNumber,
        ["opcodes"] = new JsonArray([.. set.Opcodes.Select(Opcode)]),
        ["operands"] = new JsonArray([.. set.Operands.Select(Operand)]),
    };

    private static JsonObject Opcode(OpcodeModel opcode) => new()
    {
        ["name"] = opcode.Name,
        ["code"] = opcode.Code,
        ["csharp"] = opcode.CSharpName,
        ["operand"] = NullIfEmpty(opcode.Operand),
        ["stack"] = opcode.Stack.ToString(),
        ["jumps"] = opcode.Jump.Kind == JumpKind.Never ? null : opcode.Jump.Kind.ToString(),
        ["jump_item"] = NullIfEmpty(opcode.Jump.Item),
        ["cache"] = new JsonObject(opcode.Cache.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)field.Units))),
        ["specializes"] = NullIfEmpty(opcode.Specializes),
        ["instruments"] = NullIfEmpty(opcode.Instruments),
        ["absorbs"] = NullIfEmpty(opcode.Absorbs),
        ["uses"] = Names(opcode.Uses),
        ["pseudo"] = opcode.IsPseudo,
        ["pseudo_targets"] = Names(opcode.PseudoTargets),
        ["effects"] = Names(OpcodesPage.EffectNames(opcode)),
        ["doc"] = opcode.Doc,
    };

    private static JsonObject Operand(OperandModel operand) => new()
    {
        ["name"] = operand.Name,
        ["table"] = operand.Table == OperandTable.None ? null : operand.Table.ToString(),
        ["jump"] = operand.Jump == JumpDirection.None ? null : operand.Jump.ToString(),
        ["flags"] = operand.IsFlags,
        ["members"] = new JsonArray([.. operand.Members.Select(member => new JsonObject
        {
            ["name"] = member.Name,
            ["value"] = member.Value,
            ["text"] = member.Text,
            ["doc"] = member.Doc,
        })]),
        ["doc"] = operand.Doc,
    };

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => (JsonNode)name)]);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
