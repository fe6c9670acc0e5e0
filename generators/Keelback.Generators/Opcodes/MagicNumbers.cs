using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Keelback.Generators.Opcodes;

/// <summary>
/// The number that begins a .pyc file. The base language has CPython 3.14's; a variant's is drawn from the merged spec,
/// so that files compiled for other instructions are never run by mistake.
/// </summary>
internal static class MagicNumbers
{
    private const int CPython314 = 3627;

    // CPython's own numbers are below this.
    private const int FirstVariant = 0x8000;

    public static int Of(IEnumerable<OpcodeModel> opcodes, IEnumerable<OperandModel> operands, bool isVariant)
    {
        if (!isVariant)
            return CPython314;
        var text = new StringBuilder();
        foreach (var opcode in opcodes)
        {
            var cache = string.Join(",", opcode.Cache.Select(field => $"{field.Name}:{field.Units}"));
            text.Append($"{opcode.Name}={opcode.Code};{opcode.Operand};{opcode.Stack};{cache}\n");
        }

        foreach (var member in operands.SelectMany(operand => operand.Members))
            text.Append($"{member.Name}={member.Value}\n");
        return FirstVariant | (Hash(text.ToString()) & (FirstVariant - 1));
    }

    // FNV-1a, the same on every machine.
    private static int Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var c in text)
            hash = unchecked((hash ^ c) * 16777619);
        return unchecked((int)(hash ^ (hash >> 16)));
    }
}
