using System.Text.Json;
using Keelback.Bytecode;
using Keelback.Compiler.Flow;
using Keelback.Text;

namespace Keelback.Compiler.Tests.Flow;

/// <summary>Whole code objects, compared with CPython's for the same sequences (record/record_flow.py).</summary>
public class CodeAssemblerTests
{
    private static readonly Dictionary<string, JsonElement> s_units =
        RecordedData.Lines("units.jsonl").Select((row, line) => (row, line)).ToDictionary(NameOf, pair => pair.row);

    public static TheoryData<string> Units => [.. s_units.Keys];

    [Theory]
    [MemberData(nameof(Units))]
    public void Code_is_what_CPython_assembles(string name)
    {
        var row = s_units[name];
        var flags = (CodeFlags)row.GetProperty("flags").GetInt32();

        var code = CodeAssembler.OptimizeAndAssemble(
            RecordedData.Sequence(row.GetProperty("instructions")), RecordedData.Unit(row), flags, "file.py");

        var constants = RecordedData.Constants(row.GetProperty("co_consts"));
        Assert.Equal(Listing(Convert.FromHexString(row.GetProperty("code").GetString()!)), Listing(code.Code.AsSpan()));
        Assert.Equal(constants, code.Constants, ConstantKeyComparer.Instance);
        Assert.Equal(row.GetProperty("linetable").GetString(), Convert.ToHexStringLower(code.LineTable.AsSpan()));
        Assert.Equal(row.GetProperty("exceptiontable").GetString(), Convert.ToHexStringLower(code.ExceptionTable.AsSpan()));
        Assert.Equal(row.GetProperty("stacksize").GetInt32(), code.StackSize);
        Assert.Equal(RecordedData.Strings(row.GetProperty("names")), code.Names);
        Assert.Equal(
            row.GetProperty("kinds").EnumerateArray().Select(pair => (pair[0].GetString()!, pair[1].GetInt32())),
            code.LocalsPlusNames.Zip(code.LocalsPlusKinds.Select(kind => (int)kind)));
    }

    [Theory]
    [InlineData(200, 0)]
    [InlineData(300, 1)]
    [InlineData(70_000, 2)]
    public void Long_jumps_get_prefixes(int distance, int prefixes)
    {
        var sequence = new InstructionSequence();
        var (start, end) = (sequence.NewLabel(), sequence.NewLabel());
        var span = new SourceSpan(1, 0, 1, 1);
        sequence.Add(Opcode.Resume, span);
        sequence.UseLabel(start);
        sequence.Add(Opcode.LoadName, 0, span);
        sequence.AddJump(Opcode.PopJumpIfTrue, end, span);
        for (var i = 0; i < distance / 2; i++)
        {
            sequence.Add(Opcode.LoadName, 0, span);
            sequence.Add(Opcode.PopTop, span);
        }

        sequence.AddJump(Opcode.Jump, start, span);
        sequence.UseLabel(end);
        sequence.Add(Opcode.LoadName, 0, span);
        sequence.Add(Opcode.ReturnValue, span);
        var unit = new UnitMetadata { Name = "unit", QualifiedName = "unit", FirstLineNumber = 1 };

        var code = CodeAssembler.OptimizeAndAssemble(sequence, unit, CodeFlags.None, "file.py");

        var jumps = Listing(code.Code.AsSpan()).Where(line => line.Contains("Jump", StringComparison.Ordinal)).ToList();
        var codeUnits = code.Code.Length / 2;
        Assert.Contains($"PopJumpIfTrue to {codeUnits - 2}", jumps[0], StringComparison.Ordinal);
        Assert.Contains("JumpBackward to 1", jumps[1], StringComparison.Ordinal);
        Assert.Equal(2 * prefixes, code.Code.Where((unit, i) => i % 2 == 0 && unit == (byte)Opcode.ExtendedArg).Count());
    }

    [Fact]
    public void Annotations_take_their_placeholders_place()
    {
        var span = new SourceSpan(1, 0, 1, 1);
        var sequence = new InstructionSequence { AnnotationsCode = new InstructionSequence() };
        sequence.Add(Opcode.Resume, span);
        sequence.Add(Opcode.AnnotationsPlaceholder, span);
        sequence.Add(Opcode.LoadName, 1, span);
        sequence.Add(Opcode.ReturnValue, span);
        sequence.AnnotationsCode.Add(Opcode.LoadName, 0, span);
        sequence.AnnotationsCode.Add(Opcode.StoreName, 2, span);
        var unit = new UnitMetadata { Name = "unit", QualifiedName = "unit", FirstLineNumber = 1 };

        var code = CodeAssembler.OptimizeAndAssemble(sequence, unit, CodeFlags.None, "file.py");

        Assert.Equal(
            ["0 Resume 0", "1 LoadName 0", "2 StoreName 2", "3 LoadName 1", "4 ReturnValue 0"], Listing(code.Code.AsSpan()));
    }

    private static string NameOf((JsonElement Row, int Line) pair) =>
        $"{pair.Line} {pair.Row.GetProperty("name").GetString()}";

    /// <summary>One line an instruction, so that a difference shows where it is.</summary>
    private static List<string> Listing(ReadOnlySpan<byte> code)
    {
        var lines = new List<string>();
        var oparg = 0;
        for (var i = 0; i < code.Length; i += 2)
        {
            var opcode = (Opcode)code[i];
            oparg = (oparg << 8) | code[i + 1];
            if (opcode == Opcode.ExtendedArg)
                continue;
            var next = i / 2 + 1 + OpcodeMetadata.CacheUnits(opcode);
            var isBackward = opcode is Opcode.JumpBackward or Opcode.JumpBackwardNoInterrupt;
            lines.Add(OpcodeClass.IsJump(opcode)
                ? $"{i / 2} {opcode} to {(isBackward ? next - oparg : next + oparg)}"
                : $"{i / 2} {opcode} {oparg}");
            i = next * 2 - 2;
            oparg = 0;
        }

        return lines;
    }
}
