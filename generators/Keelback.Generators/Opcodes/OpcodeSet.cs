using System.Collections.Generic;
using System.Linq;
using Keelback.Generators.Shared;

namespace Keelback.Generators.Opcodes;

/// <summary>
/// All instructions and operand kinds, base and overlay merged and checked: what the emitters work from. It holds no
/// places, so that moving an entry changes nothing behind it.
/// </summary>
/// <param name="Opcodes">In the order of their codes.</param>
/// <param name="Operands">In the order of operands.yaml.</param>
/// <param name="MagicNumber">What begins a .pyc file.</param>
internal sealed record OpcodeSet(
    EquatableArray<OpcodeModel> Opcodes, EquatableArray<OperandModel> Operands, int MagicNumber)
{
    public static OpcodeSet Empty { get; } = new(default, default, 0);

    public OpcodeModel? Find(string name) => Opcodes.FirstOrDefault(opcode => opcode.Name == name);

    public OperandModel? OperandOf(OpcodeModel opcode) => Operands.FirstOrDefault(operand => operand.Name == opcode.Operand);

    /// <summary>The general form of a specialised or monitored instruction, and any other itself.</summary>
    public OpcodeModel GeneralForm(OpcodeModel opcode) =>
        Find(opcode.IsSpecialized ? opcode.Specializes : opcode.Instruments) ?? opcode;

    /// <summary>The specialised forms of a general one.</summary>
    public IEnumerable<OpcodeModel> Family(OpcodeModel opcode) =>
        Opcodes.Where(other => other.Specializes == opcode.Name);

    /// <summary>
    /// The oparg of each part of a composite: the operand kind's indices in turn where it has several, else the whole
    /// oparg; null for a part without one.
    /// </summary>
    public IEnumerable<(OpcodeModel Part, OpargExpression? Oparg)> PartsOf(OpcodeModel composite)
    {
        var indices = OperandOf(composite)?.Indices ?? default;
        var next = 0;
        foreach (var part in composite.Uses.Select(name => Find(name)!))
        {
            if (!part.HasOperand)
                yield return (part, null);
            else
                yield return (part, indices.Count > 1 ? indices[next++] : new OpargExpression.Oparg());
        }
    }
}

/// <summary>The set with what is wrong about it.</summary>
internal sealed record OpcodeBuild(OpcodeSet Set, EquatableArray<SpecDiagnostic> Diagnostics);
