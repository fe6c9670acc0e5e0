using System.Text.Json;
using Keelback.Text;

namespace Keelback.Bytecode.Tests;

/// <summary>A compiled file of the reference's: read, shown and written back as the reference does.</summary>
public sealed class CodeReferenceTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("caches")]
    [InlineData("positions")]
    [InlineData("shallow")]
    public void Disassembly_is_the_reference_s(string name)
    {
        var options = name switch
        {
            "caches" => new DisassemblyOptions { ShowCaches = true, ShowOffsets = true },
            "positions" => new DisassemblyOptions { ShowPositions = true },
            "shallow" => new DisassemblyOptions { Depth = 0 },
            _ => null,
        };
        var expected = ReferenceData.Text($"samples.{name}.txt").Split('\n');
        var actual = Disassembler.Disassemble(ReferenceData.Samples, options).Split('\n');
        for (var i = 0; i < Math.Min(expected.Length, actual.Length); i++)
            Assert.True(expected[i] == actual[i], $"Line {i + 1} is\n{actual[i]}\nnot\n{expected[i]}");
        Assert.Equal(expected.Length, actual.Length);
    }

    [Fact]
    public void A_pyc_file_is_written_back_byte_for_byte()
    {
        var bytes = ReferenceData.Pyc;
        var file = PycFile.Read(bytes);
        Assert.Equal(PycValidation.CheckedHash, file.Validation);
        Assert.Equal(bytes, file.Write().ToArray());
    }

    [Fact]
    public void The_source_s_hash_is_the_reference_s()
    {
        var source = File.ReadAllBytes(ReferenceData.PathOf("samples.py"));
        Assert.Equal(PycFile.Read(ReferenceData.Pyc).SourceHash, PycFile.HashSource(source));
    }

    [Fact]
    public void Derived_attributes_and_tables_are_the_reference_s()
    {
        var rows = ReferenceData.Json("samples.json").EnumerateArray().ToList();
        var codes = ReferenceData.AllOf(ReferenceData.Samples).ToList();
        Assert.Equal(rows.Count, codes.Count);
        Assert.InRange(codes.Count, 50, 200);
        foreach (var (row, code) in rows.Zip(codes))
        {
            Assert.Equal(row.GetProperty("qualname").GetString(), code.QualifiedName);
            Assert.Equal(row.GetProperty("varnames").Strings(), code.VarNames);
            Assert.Equal(row.GetProperty("cellvars").Strings(), code.CellVars);
            Assert.Equal(row.GetProperty("freevars").Strings(), code.FreeVars);
            Assert.Equal(row.GetProperty("nlocals").GetInt32(), code.LocalCount);
            Assert.Equal(row.GetProperty("positions").EnumerateArray().Select(Span), Positions(code));
            AssertHandlers(row.GetProperty("handlers"), code);
            AssertInstructions(row.GetProperty("instructions"), code);
        }
    }

    [Fact]
    public void Location_tables_are_written_as_they_were_read()
    {
        foreach (var code in ReferenceData.AllOf(ReferenceData.Samples))
        {
            var places = LocationTable.Read(code).Select(entry => (entry.Span, (entry.End - entry.Start) / 2));
            Assert.Equal(code.LineTable.ToArray(), LocationTable.Write(places, code.FirstLineNumber).ToArray());
            Assert.Equal(code.ExceptionTable.ToArray(), ExceptionTable.Write(ExceptionTable.Read(code)).ToArray());
        }
    }

    [Fact]
    public void The_verifier_finds_nothing_wrong() => Assert.Empty(BytecodeVerifier.Verify(ReferenceData.Samples));

    [Fact]
    public void Code_objects_are_compared_by_content()
    {
        var (one, two) = (ReferenceData.Samples, ReferenceData.Samples);
        Assert.NotSame(one, two);
        Assert.Equal(one, two);
        Assert.Equal(one.GetHashCode(), two.GetHashCode());
        Assert.NotEqual(one, two with { StackSize = one.StackSize + 1 });
        Assert.NotEqual(one, two with { Constants = one.Constants.RemoveAt(0) });
    }

    private static void AssertHandlers(JsonElement rows, CodeObject code)
    {
        var expected = rows.EnumerateArray().Select(row => new ExceptionEntry(
            row[0].GetInt32(), row[1].GetInt32(), row[2].GetInt32(), row[3].GetInt32(), row[4].GetBoolean()));
        Assert.Equal(expected, ExceptionTable.Read(code));
    }

    private static void AssertInstructions(JsonElement rows, CodeObject code)
    {
        var actual = InstructionReader.ReadAll(code.Code).Select(instruction => (
            instruction.Offset,
            instruction.StartOffset,
            instruction.Name,
            instruction.Info!.HasArgument ? (int?)instruction.Oparg : null,
            instruction.JumpTarget));
        var expected = rows.EnumerateArray().Select(row => (
            row[0].GetInt32(), row[1].GetInt32(), row[2].GetString()!, Number(row[3]), Number(row[4])));
        Assert.Equal(expected.Where(row => row.Item3 != "EXTENDED_ARG"), actual.Where(row => row.Name != "EXTENDED_ARG"));
    }

    private static int? Number(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value.GetInt32();

    private static IEnumerable<SourceSpan> Positions(CodeObject code) =>
        LocationTable.Read(code).SelectMany(entry => Enumerable.Repeat(entry.Span, (entry.End - entry.Start) / 2));

    // The reference's order is line, end line, column, end column; None is -1.
    private static SourceSpan Span(JsonElement row) =>
        new(Number(row[0]) ?? -1, Number(row[2]) ?? -1, Number(row[1]) ?? -1, Number(row[3]) ?? -1);
}
