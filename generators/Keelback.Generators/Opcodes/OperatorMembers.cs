using System;
using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;
using Keelback.Generators.Tokens;

namespace Keelback.Generators.Opcodes;

/// <summary>The members of an operand kind whose numbers operators.yaml gives.</summary>
internal static class OperatorMembers
{
    public static OperandModel AddTo(OperandModel operand, TokenTable tokens)
    {
        if (operand.OperatorsOf.Length == 0)
            return operand;
        var members = new List<OperandMember>();
        foreach (var op in tokens.Operators.Where(op => op.Opcode == operand.OperatorsOf && op.Oparg is not null))
        {
            members.Add(Member(operand, op.Oparg!, TextOf(tokens, op), op.Doc));
            if (op.InPlace is { } inPlace)
                members.Add(Member(operand, inPlace.Oparg, TextOf(tokens, inPlace.Token.Name), $"{op.Doc.TrimEnd('.')}, in place."));
        }

        return operand with { Members = members.OrderBy(member => member.Value).ToEquatableArray() };
    }

    private static OperandMember Member(OperandModel operand, OpargModel oparg, string text, string doc)
    {
        var name = oparg.Name.StartsWith(operand.Prefix, StringComparison.Ordinal)
            ? oparg.Name.Substring(operand.Prefix.Length)
            : oparg.Name;
        return new(oparg.Name, text, CSharpNames.Pascal(name), oparg.Value, doc);
    }

    private static string TextOf(TokenTable tokens, OperatorModel op) =>
        op.Kind == OperatorKind.Subscript ? "[]" : TextOf(tokens, op.Token?.Name ?? "");

    private static string TextOf(TokenTable tokens, string token) =>
        tokens.Tokens.FirstOrDefault(model => model.Name == token)?.Text ?? token;
}
