using Keelback.Text;

namespace Keelback.Bytecode;

/// <summary>Says what an oparg means, in the words of Python's dis.</summary>
internal static class OpargText
{
    public static string Describe(CodeObject code, Instruction instruction, IReadOnlyDictionary<int, int> labels)
    {
        var (info, oparg) = (instruction.GeneralInfo!, instruction.Oparg);
        switch (info.Operand)
        {
            case OperandKind.Const:
                return oparg < code.Constants.Length ? ConstantRepr.Repr(code.Constants[oparg]) : "";
            case OperandKind.Invert:
                var isMembership = info.Opcode == Opcode.ContainsOp;
                return (oparg != 0, isMembership) switch
                {
                    (false, false) => "is",
                    (true, false) => "is not",
                    (false, true) => "in",
                    (true, true) => "not in",
                };
            case OperandKind.Compare:
                var comparison = OperandMetadata.TextOf(info.Operand, oparg) ?? "";
                return (oparg & 16) != 0 ? $"bool({comparison})" : comparison;
            case OperandKind.CommonConstant:
                return CommonConstant(oparg);
            case OperandKind.FunctionAttribute:
                return string.Join(", ", Enumerable.Range(0, 5)
                    .Where(bit => (oparg & (1 << bit)) != 0)
                    .Select(bit => OperandMetadata.TextOf(OperandKind.FunctionAttribute, 1 << bit)));
            case OperandKind.BinaryOperator or OperandKind.Conversion or OperandKind.SpecialMethod
                or OperandKind.Intrinsic1 or OperandKind.Intrinsic2:
                return OperandMetadata.TextOf(info.Operand, oparg) ?? "";
        }

        if (instruction.JumpTarget is { } target)
            return $"{(info.Operand == OperandKind.LoopEnd ? "from" : "to")} L{labels[target]}";
        return OperandMetadata.TableOf(info.Operand) switch
        {
            OperandTable.Name => NameOf(code, info.Operand, oparg),
            OperandTable.Local or OperandTable.Free => VariablesOf(code, info.Operand, oparg),
            _ => "",
        };
    }

    private static string CommonConstant(int oparg) => (CommonConstant)oparg switch
    {
        Bytecode.CommonConstant.All or Bytecode.CommonConstant.Any =>
            $"<built-in function {OperandMetadata.TextOf(OperandKind.CommonConstant, oparg)}>",
        _ => OperandMetadata.TextOf(OperandKind.CommonConstant, oparg) ?? "",
    };

    private static string NameOf(CodeObject code, OperandKind kind, int oparg)
    {
        var index = OperandMetadata.FirstIndex(kind, oparg);
        if (index >= code.Names.Length)
            return "";
        var suffix = (kind, oparg & 1) switch
        {
            (OperandKind.GlobalName, 1) => " + NULL",
            (OperandKind.AttributeName or OperandKind.SuperAttributeName, 1) => " + NULL|self",
            _ => "",
        };
        return code.Names[index] + suffix;
    }

    private static string VariablesOf(CodeObject code, OperandKind kind, int oparg)
    {
        var first = Variable(code, OperandMetadata.FirstIndex(kind, oparg));
        var second = OperandMetadata.SecondIndex(kind, oparg);
        return second < 0 ? first : $"{first}, {Variable(code, second)}";
    }

    private static string Variable(CodeObject code, int index) =>
        index < code.LocalsPlusNames.Length ? code.LocalsPlusNames[index] : "";
}
