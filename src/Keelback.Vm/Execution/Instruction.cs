using Keelback.Bytecode;

namespace Keelback.Vm;

/// <summary>
/// An instruction of the executable form: extended arguments are folded in, jump targets are indices of instructions,
/// and inline caches stand in a table beside.
/// </summary>
internal struct Instruction(Opcode opcode, int argument)
{
    /// <summary>The opcode; specialisation writes another form of the same family over it.</summary>
    public Opcode Opcode = opcode;

    /// <summary>In a general form: runs until specialisation is tried. In a specialised one: misses until it is undone.</summary>
    public ushort Counter = Specialization.WarmUp;

    /// <summary>The oparg or, for a jump, the index of the target.</summary>
    public int Argument = argument;
}
