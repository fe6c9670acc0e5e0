using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.Flow;

/// <summary>
/// The instructions of a lowered flow graph in their final order. Jumps are resolved to distances, which is repeated
/// until no distance needs another prefix; then bytes, places and handler ranges are read off.
/// </summary>
internal sealed class LinearCode
{
    // How far, in code units, the END_SEND lies behind the SEND that an async for jumps back to: sys.monitoring looks
    // for the former.
    private const int EndSendDistance = 5;

    private readonly FlowInstruction[] _instructions;
    private readonly int[] _offsets;

    private LinearCode(FlowInstruction[] instructions)
    {
        _instructions = instructions;
        _offsets = new int[instructions.Length + 1];
    }

    /// <summary>Puts a graph's blocks in a line.</summary>
    public static LinearCode From(BasicBlock entry)
    {
        var count = 0;
        for (var block = entry; block is not null; block = block.Next)
        {
            block.Position = count;
            count += block.Count;
        }

        var instructions = new FlowInstruction[count];
        for (var block = entry; block is not null; block = block.Next)
            block.Instructions.CopyTo(instructions.AsSpan(block.Position));
        return new LinearCode(instructions);
    }

    /// <summary>Gives jumps their direction and their distance.</summary>
    public void ResolveJumps()
    {
        for (var i = 0; i < _instructions.Length; i++)
        {
            ref var instruction = ref _instructions[i];
            if (!OpcodeClass.IsJump(instruction.Opcode))
                continue;
            var goesForward = instruction.Target!.Position > i;
            if (instruction.Opcode == Opcode.Jump)
                instruction.Opcode = goesForward ? Opcode.JumpForward : Opcode.JumpBackward;
            else if (instruction.Opcode == Opcode.JumpNoInterrupt)
                instruction.Opcode = goesForward ? Opcode.JumpForward : Opcode.JumpBackwardNoInterrupt;
            instruction.Oparg = instruction.Target.Position;
        }

        do
            MeasureOffsets();
        while (UpdateDistances());
    }

    /// <summary>The code units: prefixes for large opargs, the instruction, its empty inline caches.</summary>
    public ImmutableArray<byte> WriteInstructions()
    {
        // CACHE is 0, so that the caches need no writing.
        var code = new byte[_offsets[^1] * 2];
        for (var i = 0; i < _instructions.Length; i++)
        {
            var position = _offsets[i] * 2;
            var oparg = _instructions[i].Oparg;
            for (var shift = 24; shift > 0; shift -= 8)
            {
                if (oparg >> shift == 0)
                    continue;
                code[position++] = (byte)Opcode.ExtendedArg;
                code[position++] = (byte)(oparg >> shift);
            }

            code[position] = (byte)_instructions[i].Opcode;
            code[position + 1] = (byte)oparg;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(code);
    }

    /// <summary>Each instruction's place in the source and its length in code units.</summary>
    public IEnumerable<(SourceSpan Place, int Units)> Places()
    {
        for (var i = _instructions.Length - 1; i >= 0; i--)
        {
            ref var instruction = ref _instructions[i];
            if (instruction.Span != InstructionSequence.NextLocation)
                continue;
            instruction.Span = OpcodeClass.EndsBlock(instruction.Opcode) || i + 1 == _instructions.Length
                ? SourceSpan.None
                : _instructions[i + 1].Span;
        }

        for (var i = 0; i < _instructions.Length; i++)
            yield return (_instructions[i].Span, _offsets[i + 1] - _offsets[i]);
    }

    /// <summary>The runs of instructions that one handler guards.</summary>
    public IEnumerable<ExceptionEntry> HandlerRanges()
    {
        for (var start = 0; start < _instructions.Length;)
        {
            var handler = _instructions[start].Handler;
            var end = start + 1;
            while (end < _instructions.Length && IsSame(_instructions[end].Handler, handler))
                end++;
            if (handler is not null)
            {
                var depth = handler.StartDepth - (handler.PreservesLasti ? 2 : 1);
                yield return new ExceptionEntry(
                    _offsets[start] * 2, _offsets[end] * 2, _offsets[handler.Position] * 2, depth, handler.PreservesLasti);
            }

            start = end;
        }
    }

    private static bool IsSame(BasicBlock? handler, BasicBlock? other) => handler?.Position == other?.Position;

    private static int Size(in FlowInstruction instruction)
    {
        var oparg = instruction.Oparg;
        var prefixes = oparg switch { > 0xFFFFFF => 3, > 0xFFFF => 2, > 0xFF => 1, _ => 0 };
        return prefixes + 1 + OpcodeClass.CacheUnits(instruction.Opcode);
    }

    private void MeasureOffsets()
    {
        for (var i = 0; i < _instructions.Length; i++)
            _offsets[i + 1] = _offsets[i] + Size(in _instructions[i]);
    }

    private bool UpdateDistances()
    {
        var changed = false;
        var offset = 0;
        foreach (ref var instruction in _instructions.AsSpan())
        {
            var size = Size(in instruction);
            offset += size;
            if (!OpcodeClass.IsJump(instruction.Opcode))
                continue;
            var target = _offsets[instruction.Target!.Position];
            instruction.Oparg = instruction.Opcode == Opcode.EndAsyncFor
                ? offset - target - EndSendDistance
                : Math.Abs(offset - target);
            changed |= Size(in instruction) != size;
        }

        return changed;
    }
}
