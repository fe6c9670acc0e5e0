using System.Collections.Immutable;
using Keelback.Text;

namespace Keelback.Bytecode;

/// <summary>An instruction as assembly has it: a jump names a label, which is else empty.</summary>
internal sealed record AssemblyInstruction(OpcodeInfo Info, int Oparg, string Label, SourceSpan Place, AssemblyTokens Line);

/// <summary>
/// Finds each instruction's offset. A jump's distance depends on how long the code between is, and that on how many
/// EXTENDED_ARGs its jumps need, so sizes only grow until nothing changes.
/// </summary>
internal sealed class AssemblyLayout
{
    private readonly List<AssemblyInstruction> _instructions;
    private readonly Dictionary<string, int> _labels;
    private readonly int[] _extensions;
    private readonly int[] _starts;

    public AssemblyLayout(List<AssemblyInstruction> instructions, Dictionary<string, int> labels)
    {
        (_instructions, _labels) = (instructions, labels);
        _extensions = new int[instructions.Count];
        _starts = new int[instructions.Count + 1];
        while (Settle())
        {
        }
    }

    public int? OffsetOf(string label) => _labels.TryGetValue(label, out var index) ? _starts[index] : null;

    public ImmutableArray<byte> Encode()
    {
        var code = ImmutableArray.CreateBuilder<byte>(_starts[^1]);
        for (var i = 0; i < _instructions.Count; i++)
        {
            var (opcode, oparg) = (_instructions[i].Info.Opcode, OpargOf(i));
            for (var shift = _extensions[i] * 8; shift > 0; shift -= 8)
                code.AddRange((byte)Opcode.ExtendedArg, (byte)(oparg >> shift));
            code.AddRange((byte)opcode, (byte)oparg);
            code.AddRange(new byte[OpcodeMetadata.CacheUnits(opcode) * 2]);
        }

        return code.ToImmutable();
    }

    public IEnumerable<(SourceSpan Place, int Units)> Places() =>
        _instructions.Select((instruction, index) => (instruction.Place, (_starts[index + 1] - _starts[index]) / 2));

    private bool Settle()
    {
        for (var i = 0; i < _instructions.Count; i++)
            _starts[i + 1] = _starts[i] + (_extensions[i] + 1 + OpcodeMetadata.CacheUnits(_instructions[i].Info.Opcode)) * 2;
        var hasGrown = false;
        for (var i = 0; i < _instructions.Count; i++)
        {
            var needed = OpargOf(i) switch { < 0x100 => 0, < 0x10000 => 1, < 0x1000000 => 2, _ => 3 };
            hasGrown |= needed > _extensions[i];
            _extensions[i] = Math.Max(_extensions[i], needed);
        }

        return hasGrown;
    }

    private int OpargOf(int index)
    {
        var instruction = _instructions[index];
        if (instruction.Label.Length == 0)
            return instruction.Oparg;
        if (!_labels.TryGetValue(instruction.Label, out var target))
            throw instruction.Line.Error($"there is no label '{instruction.Label}'");
        var distance = (_starts[target] - _starts[index + 1]) / 2;
        if (OperandMetadata.DirectionOf(instruction.Info.Operand) == JumpDirection.Backward)
            distance = -distance;
        return distance >= 0
            ? distance
            : throw instruction.Line.Error($"'{instruction.Label}' lies on the wrong side for {instruction.Info.Name}");
    }
}
