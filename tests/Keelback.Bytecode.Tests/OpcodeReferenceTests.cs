using System.Text.Json;

namespace Keelback.Bytecode.Tests;

/// <summary>The metadata made from the specification, against what CPython's opcode, _opcode and dis say.</summary>
public sealed class OpcodeReferenceTests
{
    private static readonly JsonElement s_reference = ReferenceData.Json("opcodes.json");

    [Fact]
    public void Names_and_numbers_are_the_reference_s()
    {
        var expected = Numbered("opmap").Concat(Numbered("specialized")).ToDictionary();
        Assert.Equal(154, Numbered("opmap").Count);
        Assert.Equal(84, Numbered("specialized").Count);
        Assert.Equal(Sorted(expected), Sorted(OpcodeMetadata.All.ToDictionary(info => info.Name, info => (int)info.Opcode)));
    }

    [Fact]
    public void The_magic_number_is_the_reference_s()
    {
        Assert.Equal(OpcodeMetadata.MagicNumber, s_reference.GetProperty("magic").GetInt32());
        Assert.Equal(OpcodeMetadata.HaveArgument, s_reference.GetProperty("have_argument").GetInt32());
    }

    [Fact]
    public void Families_are_the_reference_s()
    {
        foreach (var family in s_reference.GetProperty("families").EnumerateObject())
        {
            var general = OpcodeMetadata.Find(family.Name)!.Opcode;
            var ours = OpcodeMetadata.Family(general).Select(info => info.Name).Order(StringComparer.Ordinal);
            Assert.Equal(family.Value.Strings().Order(StringComparer.Ordinal), ours);
            Assert.All(OpcodeMetadata.Family(general), info => Assert.Equal(general, OpcodeMetadata.GeneralForm(info.Opcode)));
        }

        Assert.Equal(84, OpcodeMetadata.All.Count(info => info.Specializes is not null));
    }

    [Fact]
    public void Inline_caches_are_the_reference_s()
    {
        var expected = Numbered("caches").Where(pair => pair.Value > 0).ToDictionary();
        Assert.Equal(Sorted(expected), Sorted(OpcodeMetadata.All
            .Where(info => info.Cache.Length > 0)
            .ToDictionary(info => info.Name, info => OpcodeMetadata.CacheUnits(info.Opcode))));
        foreach (var format in s_reference.GetProperty("cache_format").EnumerateObject())
        {
            var fields = format.Value.EnumerateObject().Select(field => new CacheField(field.Name, field.Value.GetInt32()));
            Assert.Equal(fields, OpcodeMetadata.Find(format.Name)!.Cache);
        }
    }

    [Fact]
    public void Stack_effects_are_the_reference_s()
    {
        var opargs = s_reference.GetProperty("opargs").Numbers();
        var compared = 0;
        foreach (var entry in s_reference.GetProperty("effects").EnumerateObject())
        {
            var info = OpcodeMetadata.Find(entry.Name)!;
            var rows = entry.Value.EnumerateArray().ToList();
            for (var i = 0; i < rows.Count; i++)
            {
                var oparg = rows.Count == 1 ? 0 : opargs[i];
                if (NeedsGreaterOparg(info, oparg))
                    continue;
                bool?[] jumps = [true, false, null];
                for (var j = 0; j < jumps.Length; j++, compared++)
                {
                    var actual = OpcodeMetadata.StackEffect(info.Opcode, oparg, jumps[j]);
                    Assert.True(rows[i][j].GetInt32() == actual, $"{info.Name} {oparg} {jumps[j]}: {actual}, not {rows[i][j]}");
                }
            }
        }

        Assert.True(compared > 3000, $"Only {compared} effects were compared.");
    }

    [Theory]
    [InlineData("hasarg")]
    [InlineData("hasjump")]
    [InlineData("haslocal")]
    [InlineData("hasname")]
    [InlineData("hasconst")]
    [InlineData("hasfree")]
    [InlineData("hasexc")]
    [InlineData("hascompare")]
    public void Kinds_of_oparg_are_the_reference_s(string list)
    {
        Func<OpcodeInfo, bool> test = list switch
        {
            "hasarg" => info => info.HasArgument,
            "hasjump" => info => info.HasJump,
            "haslocal" => info => info.HasLocal,
            "hasname" => info => info.HasName,
            "hasconst" => info => info.HasConst,
            "hasfree" => info => info.HasFree,
            "hasexc" => info => info.BeginsBlock,
            _ => info => info.Operand == OperandKind.Compare,
        };
        var known = Numbered("opmap").Values.ToHashSet();
        var expected = s_reference.GetProperty(list).Numbers().Where(known.Contains).Order();
        var actual = OpcodeMetadata.All
            .Where(info => info.Specializes is null && test(info))
            .Select(info => (int)info.Opcode)
            .Order();
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Names_of_closed_lists_are_the_reference_s()
    {
        var operators = s_reference.GetProperty("nb_ops").EnumerateArray().Select(pair => pair[1].GetString()!);
        AssertTexts(OperandKind.BinaryOperator, operators, oparg => oparg);
        AssertTexts(OperandKind.Compare, s_reference.GetProperty("cmp_op").Strings(), oparg => oparg << 5);
        AssertTexts(OperandKind.SpecialMethod, s_reference.GetProperty("special_methods").Strings(), oparg => oparg);
        AssertTexts(OperandKind.CommonConstant, s_reference.GetProperty("common_constants").Strings(), oparg => oparg);
        AssertTexts(OperandKind.Intrinsic1, s_reference.GetProperty("intrinsic_1").Strings().Skip(1), oparg => oparg + 1);
        AssertTexts(OperandKind.Intrinsic2, s_reference.GetProperty("intrinsic_2").Strings().Skip(1), oparg => oparg + 1);
    }

    [Fact]
    public void Every_instruction_says_what_it_does()
    {
        Assert.All(OpcodeMetadata.All, info =>
        {
            Assert.EndsWith(".", info.Doc, StringComparison.Ordinal);
            Assert.Contains("--", info.StackPicture, StringComparison.Ordinal);
            Assert.Same(info, OpcodeMetadata.Get(info.Opcode));
            Assert.Equal(info.Flags.HasFlag(OpcodeFlags.Pseudo), (int)info.Opcode > 255);
        });
        Assert.InRange(OpcodeMetadata.All.Count(info => info.Flags.HasFlag(OpcodeFlags.Hot)), 30, 60);
        Assert.Null(OpcodeMetadata.Find((Opcode)121));
        Assert.Null(OpcodeMetadata.Find((Opcode)9999));
        Assert.Throws<ArgumentOutOfRangeException>(() => OpcodeMetadata.Get((Opcode)121));
    }

    // There the reference subtracts below nothing, which no code does.
    private static bool NeedsGreaterOparg(OpcodeInfo info, int oparg) =>
        info.Operand == OperandKind.Depth && oparg < (info.Opcode == Opcode.Swap ? 2 : 1);

    private static void AssertTexts(OperandKind kind, IEnumerable<string> expected, Func<int, int> oparg)
    {
        var count = 0;
        foreach (var text in expected)
            Assert.Equal(text, OperandMetadata.TextOf(kind, oparg(count++)));
        Assert.Null(OperandMetadata.TextOf(kind, oparg(count)));
    }

    private static Dictionary<string, int> Numbered(string key) =>
        s_reference.GetProperty(key).EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetInt32());

    private static IEnumerable<string> Sorted(Dictionary<string, int> pairs) =>
        pairs.Select(pair => $"{pair.Key} {pair.Value}").Order(StringComparer.Ordinal);
}
