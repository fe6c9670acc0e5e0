using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.Flow;

/// <summary>An instruction in a <see cref="BasicBlock"/>; passes rewrite it in place.</summary>
internal struct FlowInstruction
{
    /// <summary>The operation.</summary>
    public Opcode Opcode;

    /// <summary>The argument; without meaning where there is a target.</summary>
    public int Oparg;

    /// <summary>The place in the source.</summary>
    public SourceSpan Span;

    /// <summary>Where a jump goes, or where the handler of a SETUP_* begins.</summary>
    public BasicBlock? Target;

    /// <summary>Where an exception raised here is handled.</summary>
    public BasicBlock? Handler;

    /// <summary>Makes it another operation; place, target and handler stay.</summary>
    public void Become(Opcode opcode, int oparg = 0)
    {
        Opcode = opcode;
        Oparg = oparg;
    }

    /// <summary>Makes it a NOP that no line keeps alive.</summary>
    public void Erase()
    {
        Become(Opcode.Nop);
        Span = SourceSpan.None;
    }
}
