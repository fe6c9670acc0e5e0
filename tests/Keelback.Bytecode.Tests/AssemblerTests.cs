using Keelback.Testing;
using Keelback.Text;

namespace Keelback.Bytecode.Tests;

/// <summary>Assembly text: there and back, by hand, and with mistakes.</summary>
public sealed class AssemblerTests
{
    private const string Hello = """
        code "hello"
          ; what a person would write
          RESUME 0
          LOAD_NAME "print"
          PUSH_NULL
          LOAD_CONST ="Hello"     ; a comment
          CALL 1
          POP_TOP
          LOAD_CONST =None
          RETURN_VALUE
        end
        """;

    [Fact]
    public void What_the_reference_compiled_comes_back()
    {
        var code = ReferenceData.Samples;
        var text = Assembler.Write(code);
        Assert.Equal(code, Assembler.Assemble(text));
        Assert.Equal(text, Assembler.Write(Assembler.Assemble(text)));
    }

    [Fact]
    public void A_function_is_written_so() => Snapshot.Match(Assembler.Write(ReferenceData.Sample("finally_paths")));

    [Fact]
    public void Hand_written_code_is_whole()
    {
        var code = Assembler.Assemble(Hello);
        Assert.Empty(BytecodeVerifier.Verify(code));
        Assert.Equal(3, code.StackSize);
        Assert.Equal(["print"], code.Names.ToArray());
        Assert.Equal([new Constant.Str("Hello"), Constant.None.Value], code.Constants.ToArray());
        Assert.Equal(
            [Opcode.Resume, Opcode.LoadName, Opcode.PushNull, Opcode.LoadConst, Opcode.Call, Opcode.PopTop, Opcode.LoadConst, Opcode.ReturnValue],
            InstructionReader.Read(code).Select(instruction => instruction.Opcode));
    }

    [Fact]
    public void The_depth_it_finds_is_never_above_the_compiler_s()
    {
        foreach (var code in ReferenceData.AllOf(ReferenceData.Samples))
            Assert.InRange(StackDepth.Highest(code), 1, code.StackSize);
    }

    [Fact]
    public void Long_jumps_get_extensions()
    {
        var body = string.Concat(Enumerable.Repeat("  NOP\n", 70_000));
        var code = Assembler.Assemble($"code \"f\"\n top:\n  JUMP_FORWARD behind\n{body} behind:\n  JUMP_BACKWARD top\nend");
        var jumps = InstructionReader.Read(code).Where(instruction => instruction.Opcode != Opcode.Nop).ToList();
        Assert.Equal([70_000, 70_007], jumps.Select(jump => jump.Oparg));
        Assert.Equal([jumps[1].StartOffset, 0], jumps.Select(jump => jump.JumpTarget!.Value));
    }

    [Theory]
    [InlineData("", "the text has no code object")]
    [InlineData("code \"f\"\n  NOP", "line 1: the code object has no 'end'")]
    [InlineData("code \"f\"\n  NOPE\nend", "line 2: there is no instruction 'NOPE'")]
    [InlineData("code \"f\"\n  LOAD_FAST\nend", "line 2: LOAD_FAST needs an oparg")]
    [InlineData("code \"f\"\n  LOAD_FAST \"x\"\nend", "line 2: no variable is called 'x'")]
    [InlineData("code \"f\"\n  LOAD_FAST =1\nend", "line 2: LOAD_FAST takes no constant")]
    [InlineData("code \"f\"\n  JUMP_FORWARD x\nend", "line 2: there is no label 'x'")]
    [InlineData("code \"f\"\n x:\n  JUMP_FORWARD x\nend", "line 3: 'x' lies on the wrong side for JUMP_FORWARD")]
    [InlineData("code \"f\"\n x:\n x:\nend", "line 3: the label 'x' stands twice")]
    [InlineData("code \"f\"\n  constant (1, 2\nend", "line 2: ',' is missing")]
    [InlineData("code \"f\"\n  file \"x\nend", "line 2: a quote is not closed")]
    [InlineData("code \"f\"\n  NOP 1 2\nend", "line 2: nothing should follow, but '2' does")]
    [InlineData("code \"f\"\n  LOAD_ATTR \"x\" 2\nend", "line 2: 2 does not fit behind the name")]
    [InlineData("code \"f\"\n  NOP @ 1:2\nend", "line 2: ':' is missing")]
    public void Mistakes_are_told_with_their_line(string text, string message) =>
        Assert.Equal(message, Assert.Throws<BytecodeFormatException>(() => Assembler.Assemble(text)).Message);

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var tuples = "code \"f\"\n constant " + new string('(', 1_000_000);
        Assert.Throws<BytecodeFormatException>(() => Assembler.Assemble(tuples));
        var codes = string.Concat(Enumerable.Repeat("code \"f\"\nconstant\n", 200_000));
        Assert.Throws<BytecodeFormatException>(() => Assembler.Assemble(codes));
    }

    [Theory]
    [MemberData(nameof(MarshalTests.Values), MemberType = typeof(MarshalTests))]
    public void Constants_come_back(Constant value)
    {
        var code = new CodeObject { QualifiedName = "f", Name = "f", FirstLineNumber = 1, Constants = [value] };
        Assert.Equal(code, Assembler.Assemble(Assembler.Write(code)));
    }
}
