using Keelback.Bytecode;
using Keelback.Compiler.Flow;
using Keelback.Text;

namespace Keelback.Compiler.Tests.Flow;

/// <summary>The tables of a code unit: which constants are one, how variables are numbered.</summary>
public class UnitTablesTests
{
    [Fact]
    public void Constants_of_different_type_or_sign_are_apart()
    {
        var table = new OrderedTable<Constant>(ConstantKeyComparer.Instance);
        Constant[] constants =
        [
            new Constant.Int(1), Constant.Bool.True, new Constant.Float(1), new Constant.Complex(1, 0),
            new Constant.Float(0), new Constant.Float(-0.0), new Constant.Str("1"), new Constant.Bytes([49]),
            new Constant.Tuple([new Constant.Int(0)]), new Constant.Tuple([new Constant.Float(-0.0)]),
            new Constant.Tuple([new Constant.Float(0.0)]), new Constant.Tuple([Constant.Bool.False]),
        ];

        Assert.Equal(Enumerable.Range(0, constants.Length), constants.Select(table.GetOrAdd));
        Assert.Equal(8, table.GetOrAdd(new Constant.Tuple([new Constant.Int(0)])));
    }

    [Fact]
    public void Frozensets_are_one_in_any_order_and_nan_is_never_one()
    {
        var table = new OrderedTable<Constant>(ConstantKeyComparer.Instance);
        var (a, b) = (new Constant.Str("a"), new Constant.Str("b"));

        Assert.Equal(0, table.GetOrAdd(new Constant.FrozenSet([a, b])));
        Assert.Equal(0, table.GetOrAdd(new Constant.FrozenSet([b, a])));
        Assert.Equal(1, table.GetOrAdd(new Constant.Tuple([a, b])));
        Assert.Equal(2, table.GetOrAdd(new Constant.Float(double.NaN)));
        Assert.Equal(3, table.GetOrAdd(new Constant.Float(double.NaN)));
    }

    [Fact]
    public void Cells_that_are_parameters_keep_the_parameters_place()
    {
        var unit = new UnitMetadata { Name = "f", QualifiedName = "f", FirstLineNumber = 1, ArgCount = 2 };
        foreach (var name in (string[])["a", "b", "c"])
            unit.VarNames.GetOrAdd(name);
        foreach (var name in (string[])["b", "d"])
            unit.CellVars.GetOrAdd(name);
        unit.FreeVars.GetOrAdd("e");
        unit.FastHidden.Add("c");

        var (names, kinds) = FrameLayout.Describe(unit, CodeFlags.VarArgs);

        Assert.Equal([1, 3, 4], FrameLayout.DerefIndices(unit));
        Assert.Equal(["a", "b", "c", "d", "e"], names.ToArray());
        Assert.Equal([0x26, 0x66, 0x20 | 0x10 | 0x08 | 0x02, 0x40, 0x80], kinds.ToArray());
        Assert.Equal(3, FrameLayout.ParameterCount(unit, CodeFlags.VarArgs));
    }

    [Fact]
    public void An_inserted_instruction_moves_the_labels_behind_it()
    {
        var sequence = new InstructionSequence();
        var (before, at) = (sequence.NewLabel(), sequence.NewLabel());
        sequence.UseLabel(before);
        sequence.Add(Opcode.Nop, SourceSpan.None);
        sequence.UseLabel(at);
        sequence.Add(Opcode.PopTop, SourceSpan.None);

        sequence.InsertAt(1, Opcode.LoadConst, 7, SourceSpan.None);

        Assert.Equal(0, sequence.PositionOf(before));
        Assert.Equal(2, sequence.PositionOf(at));
        Assert.Equal(Opcode.LoadConst, sequence[1].Opcode);
    }
}
