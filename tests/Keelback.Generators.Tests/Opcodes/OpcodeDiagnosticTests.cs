using Keelback.Generators.Opcodes;

namespace Keelback.Generators.Tests.Opcodes;

/// <summary>Each mistake that a *.op.yaml file or operands.yaml can have: its id, its place, what was meant.</summary>
public sealed class OpcodeDiagnosticTests
{
    private const string Operands = """
        local: { doc: A local variable., table: local, index: [oparg] }
        pair: { doc: Two local variables., table: local, index: [oparg >> 4, oparg & 15] }
        jump: { doc: A distance., jump: forward }
        operation: { doc: An operation., prefix: OP_, members: { OP_ADD: 0, OP_SUB: 1 } }
        """;

    private const string General = "ADD: { code: 1, doc: Adds., oparg: operation, stack: \"left, right -- result\" }\n";

    private const string Load = "LOAD: { code: 1, doc: Loads., oparg: local, stack: \"-- value\" }\n";

    [Fact]
    public void KB0101_separator_is_missing() =>
        Entry("stack: \"left, right\"").AssertReports("KB0101", 1, 39, "'--' is missing");

    [Fact]
    public void KB0101_bad_item() =>
        Entry("stack: \"left, 2right -- result\"").AssertReports("KB0101", 1, 45, "'2right' is neither a name nor");

    [Fact]
    public void KB0101_bad_size() =>
        Entry("stack: \"items[count] -- result\"").AssertReports("KB0101", 1, 39, "expression of oparg");

    [Fact]
    public void KB0101_name_twice() =>
        Entry("stack: \"a, a -- result\"").AssertReports("KB0101", 1, 42, "'a' stands twice on one side");

    [Fact]
    public void KB0102_unknown_operand_kind() => Entry("oparg: locl, stack: \"-- value\"")
        .AssertReports("KB0102", 1, 38, "'locl', which operands.yaml does not declare; did you mean 'local'?");

    [Fact]
    public void KB0103_specialised_stack_differs() => Run(
            General + "ADD_INT: { code: 2, doc: Adds., specializes: ADD, oparg: operation, stack: \"left -- result\" }")
        .AssertReports("KB0103", 2, 76, "takes 1 and leaves 1 values where its general form 'ADD' takes 2 and leaves 1");

    [Fact]
    public void KB0104_jump_without_target() =>
        Entry("oparg: local, stack: \"--\", jumps: always").AssertReports("KB0104", 1, 65, "'TEST' jumps, but its oparg is no distance");

    [Fact]
    public void KB0105_unknown_condition() =>
        Entry("oparg: jump, stack: \"value --\", jumps: value is big").AssertReports("KB0105", 1, 70, "conditions are 'always'");

    [Fact]
    public void KB0105_condition_on_unknown_item() =>
        Entry("oparg: jump, stack: \"value --\", jumps: valve is None").AssertReports("KB0105", 1, 70, "did you mean 'value'?");

    [Fact]
    public void KB0106_unknown_effect() =>
        Entry("stack: \"--\", effects: [raise]").AssertReports("KB0106", 1, 54, "'raise'; did you mean 'raises'?");

    [Fact]
    public void KB0106_unknown_call() =>
        Entry("stack: \"--\", calls: frames").AssertReports("KB0106", 1, 51, "did you mean 'frame'?");

    [Fact]
    public void KB0107_unknown_general_form() => Run(
            General + "ADD_INT: { code: 2, doc: Adds., specializes: AD, oparg: operation, stack: \"left, right -- result\" }")
        .AssertReports("KB0107", 2, 46, "which does not exist; did you mean 'ADD'?");

    [Fact]
    public void KB0107_general_form_is_itself_specialised() => Run(
            General
            + "ADD_INT: { code: 2, doc: Adds., specializes: ADD, oparg: operation, stack: \"left, right -- result\" }\n"
            + "ADD_BIG: { code: 3, doc: Adds., specializes: ADD_INT, oparg: operation, stack: \"left, right -- result\" }")
        .AssertReports("KB0107", 3, 46, "which is itself a form of 'ADD'");

    [Theory]
    [InlineData("lef: int", 76, "'lef' is none of the stack's inputs; did you mean 'left'?")]
    [InlineData("left: innt", 76, "'innt' is no type that a guard can ask for; did you mean 'int'?")]
    [InlineData("left is length", 76, "'length' is no builtin")]
    [InlineData("type_versoin(left)", 76, "did you mean 'type_version'?")]
    [InlineData("left: int; nonsense", 87, "it is none of")]
    public void KB0108_bad_guard(string guard, int column, string part) =>
        Guarded(guard).AssertReports("KB0108", 2, column, part);

    [Fact]
    public void KB0108_guard_names_unknown_member() =>
        Guarded("oparg == ad").AssertReports("KB0108", 2, 75, "'ad' is no member of the operand kind; did you mean 'add'?");

    [Fact]
    public void KB0109_composite_of_unknown_instruction() => Run(Load + "TWO: { code: 2, doc: Loads., oparg: pair, uses: [LOAD, LOADD] }")
        .AssertReports("KB0109", 2, 49, "'LOADD', which does not exist; did you mean 'LOAD'?");

    [Fact]
    public void KB0109_pseudo_instruction_of_unknown_one() =>
        Run(Load + "JUMP: { code: 300, doc: Jumps., pseudo: [LOUD], stack: \"--\" }").AssertReports("KB0109", 2, 41, "did you mean 'LOAD'?");

    [Fact]
    public void KB0110_composite_lacks_opargs() => Run(Load + "TWO: { code: 2, doc: Loads., oparg: local, uses: [LOAD, LOAD] }")
        .AssertReports("KB0110", 2, 50, "more of them have an oparg than its own oparg holds");

    [Fact]
    public void KB0110_composite_leaves_too_early() => Run(
            "RET: { code: 1, doc: Returns., stack: \"value -- value\", returns: true }\n"
            + "TWO: { code: 2, doc: Returns twice., uses: [RET, RET] }")
        .AssertReports("KB0110", 2, 44, "only the last may jump, call or leave the frame");

    [Theory]
    [InlineData("x: { doc: X., table: local }", 1, "'table' and 'index' go together")]
    [InlineData("x: { doc: X., jump: forwrad }", 21, "did you mean 'forward'?")]
    [InlineData("x: { doc: X., table: local, index: [count] }", 37, "'count' is no expression of oparg")]
    [InlineData("x: { doc: X., members: { A: 1, B: 1 } }", 35, "'B' has the number 1, which 'A' has already")]
    public void KB0111_bad_operand_kind(string operands, int column, string part) =>
        Harness("", operands).Run().AssertReports("KB0111", 1, column, part);

    [Theory]
    [InlineData("TEST: { code: 256, doc: Tests., stack: \"--\" }")]
    [InlineData("TEST: { code: 999, doc: Tests., pseudo: [], stack: \"--\" }")]
    [InlineData("TEST: { code: 255, doc: Tests., pseudo: [], stack: \"--\" }")]
    public void KB0112_code_out_of_range(string entry) => Run(entry).AssertReports("KB0112", 1, 15, "instructions have 0 to 255");

    [Fact]
    public void KB0113_unknown_output() => Run(
            General + "ADD_INT: { code: 2, doc: Adds., specializes: ADD, oparg: operation, stack: \"left, right -- reslt\" }")
        .AssertReports("KB0113", 2, 76, "pushes 'reslt', which its general form 'ADD' does not push; did you mean 'result'?");

    [Fact]
    public void KB0005_number_twice() =>
        Run(Load + "STORE: { code: 1, doc: Stores., oparg: local, stack: \"value --\" }").AssertReports("KB0005", 2, 16, "which 'LOAD' has already");

    [Fact]
    public void One_bad_entry_does_not_hide_its_neighbours()
    {
        var run = Run(Load + "BAD: { code: 2, doc: Is bad., stack: \"left\" }\nNOP: { code: 3, doc: Does nothing., stack: \"--\" }");
        Assert.Equal("KB0101", Assert.Single(run.Diagnostics).Id);
        var opcodes = run.Sources["Opcode.g.cs"];
        Assert.Contains("Load = 1,", opcodes, StringComparison.Ordinal);
        Assert.Contains("Nop = 3,", opcodes, StringComparison.Ordinal);
    }

    private static GeneratorRun Entry(string rest) => Run($"TEST: {{ code: 1, doc: Tests., {rest} }}");

    private static GeneratorRun Guarded(string guard) => Run(
        General + $"ADD_INT: {{ code: 2, doc: Adds., specializes: ADD, oparg: operation, when: \"{guard}\", stack: \"left, right -- result\" }}");

    private static GeneratorRun Run(string opcodes) => Harness(opcodes, Operands).Run();

    private static GeneratorHarness Harness(string opcodes, string operands) =>
        new GeneratorHarness(new OpcodeGenerator(), "Opcodes")
            .WithFile("spec/opcodes/test.op.yaml", opcodes)
            .WithFile("spec/operands.yaml", operands);
}
