namespace Keelback.Bytecode;

/// <summary>Whether an instruction's oparg names something that is there.</summary>
internal static class OperandRules
{
    /// <summary>What is wrong with the oparg, or null.</summary>
    public static string? Problem(CodeObject code, Instruction instruction)
    {
        var (info, oparg) = (instruction.Info!, instruction.Oparg);
        var table = OperandMetadata.TableOf(info.Operand);
        var size = table switch
        {
            OperandTable.Const => code.Constants.Length,
            OperandTable.Name => code.Names.Length,
            OperandTable.Local or OperandTable.Free => code.LocalsPlusNames.Length,
            _ => -1,
        };
        if (size >= 0)
            return IndexProblem(code, info, oparg, size);
        if (OperandMetadata.HasClosedList(info.Operand))
        {
            return OperandMetadata.TextOf(info.Operand, oparg) is null
                ? $"{info.Name} has the oparg {oparg}, which means nothing"
                : null;
        }

        return (info.Operand, info.Opcode) switch
        {
            (OperandKind.Depth, Opcode.Swap) when oparg < 2 => "SWAP needs a depth of at least 2",
            (OperandKind.Depth, _) when oparg < 1 => $"{info.Name} needs a depth of at least 1",
            (OperandKind.SliceCount, _) when oparg is not (2 or 3) => $"{info.Name} makes a slice of 2 or 3 values, not {oparg}",
            (OperandKind.SmallInt, _) when oparg > 255 => $"{info.Name} pushes at most 255, not {oparg}",
            (OperandKind.Invert, _) when oparg > 1 => $"{info.Name} has the oparg {oparg}, which is neither 0 nor 1",
            (OperandKind.Count, Opcode.CopyFreeVars) when oparg != code.FreeCount =>
                $"COPY_FREE_VARS copies {oparg} variables where the code has {code.FreeCount}",
            _ => null,
        };
    }

    private static string? IndexProblem(CodeObject code, OpcodeInfo info, int oparg, int size)
    {
        var first = OperandMetadata.FirstIndex(info.Operand, oparg);
        var second = OperandMetadata.SecondIndex(info.Operand, oparg);
        if (first >= size || second >= size)
            return $"{info.Name} asks for item {Math.Max(first, second)} of {size}";
        if (info.Operand is not (OperandKind.Cell or OperandKind.Deref))
            return null;
        return (code.KindOf(first) & (LocalKinds.Cell | LocalKinds.Free)) == 0
            ? $"{info.Name} takes '{code.LocalsPlusNames[first]}' for a cell, which it is not"
            : null;
    }
}
