using System.Collections.Immutable;

namespace Keelback.Bytecode;

/// <summary>Takes bytecode apart into instructions: it joins EXTENDED_ARGs to the oparg and skips inline caches.</summary>
public static class InstructionReader
{
    /// <summary>A code object's instructions, without the EXTENDED_ARGs.</summary>
    public static IEnumerable<Instruction> Read(CodeObject code) => Read(code.Code);

    /// <summary>The instructions of bytecode, without the EXTENDED_ARGs.</summary>
    public static IEnumerable<Instruction> Read(ImmutableArray<byte> code) =>
        ReadAll(code).Where(instruction => instruction.Opcode != Opcode.ExtendedArg);

    /// <summary>The instructions of bytecode, with each EXTENDED_ARG as one.</summary>
    public static IEnumerable<Instruction> ReadAll(ImmutableArray<byte> code)
    {
        var (extension, start) = (0, -1);
        for (var offset = 0; offset + 1 < code.Length;)
        {
            var opcode = (Opcode)code[offset];
            var hasArgument = OpcodeMetadata.Find(opcode) is { HasArgument: true };
            var oparg = hasArgument ? code[offset + 1] | extension : 0;
            if (opcode == Opcode.ExtendedArg)
            {
                yield return new Instruction(offset, offset, opcode, oparg);
                (extension, start) = (oparg << 8, start < 0 ? offset : start);
                offset += 2;
                continue;
            }

            var instruction = new Instruction(offset, start < 0 ? offset : start, opcode, oparg);
            yield return instruction;
            (extension, start) = (0, -1);
            offset = instruction.EndOffset;
        }
    }
}
