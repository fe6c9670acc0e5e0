using Keelback.Text;

namespace Keelback.Bytecode.Tests;

/// <summary>Each rule of the verifier, broken once.</summary>
public sealed class BytecodeVerifierTests
{
    private static readonly byte[] s_return = [(byte)Opcode.ReturnValue, 0];

    [Fact]
    public void Good_code_passes() => Assert.Empty(BytecodeVerifier.Verify(Code([(byte)Opcode.LoadSmallInt, 1, .. s_return])));

    [Fact]
    public void Half_a_code_unit() => Fails(Code([0, 0, 0]), VerificationRule.Shape, -1, "half a code unit");

    [Fact]
    public void No_code() => Fails(Code([]), VerificationRule.Shape, -1, "empty");

    [Fact]
    public void Kinds_and_names_differ() =>
        Fails(Code(s_return) with { LocalsPlusNames = ["a"] }, VerificationRule.Shape, -1, "differ in length");

    [Fact]
    public void Stack_size_is_absurd() => Fails(Code(s_return) with { StackSize = int.MaxValue }, VerificationRule.Shape, -1, "co_stacksize");

    [Fact]
    public void Parameters_without_variables() =>
        Fails(Code(s_return) with { ArgCount = 2 }, VerificationRule.Shape, -1, "2 parameters need as many local variables, not 0");

    [Fact]
    public void Free_variable_before_a_local() => Fails(
        Code(s_return) with { LocalsPlusNames = ["f", "a"], LocalsPlusKinds = [0x80, 0x20] }, VerificationRule.Shape, -1, "free variable");

    [Fact]
    public void Unknown_number() => Fails(Code([121, 0, .. s_return]), VerificationRule.Instruction, 0, "no instruction has the number 121");

    [Fact]
    public void Specialised_form() =>
        Fails(Code([(byte)Opcode.ToBoolInt, 0, 0, 0, 0, 0, 0, 0, .. s_return]), VerificationRule.Instruction, 0, "only running code has");

    [Fact]
    public void Cache_is_cut_off() => Fails(Code([(byte)Opcode.Call, 0]), VerificationRule.Instruction, 0, "cut off");

    [Fact]
    public void Extension_of_nothing() => Fails(Code([(byte)Opcode.ExtendedArg, 1]), VerificationRule.Instruction, 0, "last instruction");

    [Fact]
    public void Constant_that_is_not_there() =>
        Fails(Code([(byte)Opcode.LoadConst, 1, .. s_return]), VerificationRule.Operand, 0, "LOAD_CONST asks for item 1 of 1");

    [Fact]
    public void Variable_that_is_not_there() =>
        Fails(Code([(byte)Opcode.LoadFastLoadFast, 0x01, .. s_return]) with { LocalsPlusNames = ["a"], LocalsPlusKinds = [0x20] }, VerificationRule.Operand, 0, "item 1 of 1");

    [Fact]
    public void Local_taken_for_a_cell() => Fails(
        Code([(byte)Opcode.LoadDeref, 0, .. s_return]) with { LocalsPlusNames = ["a"], LocalsPlusKinds = [0x20] },
        VerificationRule.Operand, 0, "takes 'a' for a cell");

    [Fact]
    public void Oparg_outside_its_list() =>
        Fails(Code([(byte)Opcode.LoadCommonConstant, 200, .. s_return]), VerificationRule.Operand, 0, "means nothing");

    [Fact]
    public void Copy_of_nothing() => Fails(Code([(byte)Opcode.Copy, 0, .. s_return]), VerificationRule.Operand, 0, "at least 1");

    [Fact]
    public void Jump_out_of_the_code() =>
        Fails(Code([(byte)Opcode.JumpForward, 9]), VerificationRule.JumpTarget, 0, "jumps to offset 20, where no instruction begins");

    [Fact]
    public void Jump_into_a_cache() => Fails(
        Code([(byte)Opcode.JumpForward, 2, (byte)Opcode.ToBool, 0, 0, 0, 0, 0, 0, 0, .. s_return]), VerificationRule.JumpTarget, 0, "offset 6");

    [Fact]
    public void Too_few_values() => Fails(Code([(byte)Opcode.PopTop, 0, .. s_return]), VerificationRule.StackUnderflow, 0, "POP_TOP takes 1 values of 0");

    [Fact]
    public void Too_many_values() => Fails(
        Code([(byte)Opcode.PushNull, 0, (byte)Opcode.PushNull, 0, (byte)Opcode.PushNull, 0, .. s_return]),
        VerificationRule.StackOverflow, 4, "leaves 3 values where co_stacksize is 2");

    [Fact]
    public void Different_depths_on_two_ways() => Fails(
        Code([
            (byte)Opcode.LoadConst, 0, (byte)Opcode.PopJumpIfNone, 1, 0, 0, (byte)Opcode.PushNull, 0,
            (byte)Opcode.LoadConst, 0, .. s_return]),
        VerificationRule.StackDepth, 8, "0 values on one way here and 1");

    [Fact]
    public void Nothing_behind_the_end() => Fails(Code([(byte)Opcode.Nop, 0]), VerificationRule.End, 0, "behind the last instruction");

    [Fact]
    public void Handler_range_outside_the_code() => Fails(
        Handled(new ExceptionEntry(0, 40, 0, 0, false)), VerificationRule.ExceptionTable, 0, "outside the code");

    [Fact]
    public void Handler_that_is_no_instruction() => Fails(
        Handled(new ExceptionEntry(0, 2, 100, 0, false)), VerificationRule.ExceptionTable, 0, "offset 100");

    [Fact]
    public void Handler_that_keeps_more_than_there_is() => Fails(
        Handled(new ExceptionEntry(0, 2, 2, 5, false)), VerificationRule.ExceptionTable, 0, "keeps 5 values where the stack has 0");

    [Fact]
    public void Broken_tables()
    {
        Fails(Code(s_return) with { LineTable = [0] }, VerificationRule.LocationTable, -1, "head byte");
        Fails(Code(s_return) with { LineTable = [0xF9] }, VerificationRule.LocationTable, -1, "covers 4 bytes of 2");
        Fails(Code(s_return) with { ExceptionTable = [0xC1] }, VerificationRule.ExceptionTable, -1, "ends within an entry");
    }

    [Fact]
    public void Code_among_the_constants_is_verified_too()
    {
        var inner = Code([121, 0]) with { QualifiedName = "inner" };
        var outer = Code([(byte)Opcode.LoadSmallInt, 1, .. s_return]) with { Constants = [new Constant.Tuple([inner])] };
        Assert.Equal("inner", Assert.Single(BytecodeVerifier.Verify(outer)).Code);
    }

    [Fact]
    public void An_error_names_code_offset_and_rule() => Assert.Equal(
        "test at offset 0: StackUnderflow: POP_TOP takes 1 values of 0",
        BytecodeVerifier.Verify(Code([(byte)Opcode.PopTop, 0, .. s_return]))[0].ToString());

    private static CodeObject Handled(ExceptionEntry entry) =>
        Code([(byte)Opcode.LoadConst, 0, .. s_return]) with { ExceptionTable = ExceptionTable.Write([entry]) };

    private static CodeObject Code(byte[] code) => new()
    {
        QualifiedName = "test",
        Name = "test",
        FirstLineNumber = 1,
        StackSize = 2,
        Code = [.. code],
        Constants = [Constant.None.Value],
    };

    private static void Fails(CodeObject code, VerificationRule rule, int offset, string part)
    {
        var errors = BytecodeVerifier.Verify(code);
        var error = errors.FirstOrDefault(candidate => candidate.Rule == rule && candidate.Offset == offset);
        Assert.True(error is not null, $"Expected {rule} at {offset}, got: {string.Join("; ", errors)}");
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
    }
}
