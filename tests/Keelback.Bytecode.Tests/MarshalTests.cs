using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using Keelback.Text;

namespace Keelback.Bytecode.Tests;

/// <summary>Marshal's format: values there and back, and bytes that are no value.</summary>
public sealed class MarshalTests
{
    public static TheoryData<Constant> Values =>
    [
        Constant.None.Value,
        Constant.Ellipsis.Value,
        Constant.Bool.True,
        new Constant.Int(0),
        new Constant.Int(int.MinValue),
        new Constant.Int(int.MaxValue + 1L),
        new Constant.Int(-BigInteger.Pow(2, 200) - 12345),
        new Constant.Float(-0.0),
        new Constant.Float(double.NaN),
        new Constant.Complex(-0.0, double.PositiveInfinity),
        new Constant.Str(""),
        new Constant.Str("na\u00EFve \U0001F40D"),
        new Constant.Str("\uD83D alone"),
        new Constant.Str("\uD83D\uDC0D") { CodePoints = [0xD83D, 0xDC0D] },
        new Constant.Str(new string('x', 300)),
        new Constant.Bytes([0, 255]),
        new Constant.Tuple([]),
        new Constant.Tuple([new Constant.Int(7), new Constant.Tuple([new Constant.Str("a b"), new Constant.Str("a b")])]),
        new Constant.Tuple([.. Enumerable.Range(0, 300).Select(number => new Constant.Int(number))]),
        new Constant.Slice(new Constant.Int(1), Constant.None.Value, new Constant.Int(2)),
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public void Values_come_back(Constant value) => Assert.Equal(value, Marshal.Read(Marshal.Write(value).AsSpan()));

    [Fact]
    public void Sets_come_back_whatever_their_order()
    {
        var set = new Constant.FrozenSet([new Constant.Str("b"), new Constant.Int(3), new Constant.Str("a")]);
        var back = Assert.IsType<Constant.FrozenSet>(Marshal.Read(Marshal.Write(set).AsSpan()));
        Assert.Equal(set.Items.ToHashSet(), back.Items.ToHashSet());
        var turned = new Constant.FrozenSet([.. set.Items.Reverse()]);
        Assert.Equal(Marshal.Write(set).ToArray(), Marshal.Write(turned).ToArray());
    }

    [Theory]
    [InlineData("", "EOF read where object expected", true)]
    [InlineData("i\x01", "marshal data too short", true)]
    [InlineData("?", "bad marshal data (unknown type code)", false)]
    [InlineData("r\0\0\0\0", "bad marshal data (invalid reference)", false)]
    [InlineData("\u00A9\x01r\0\0\0\0", "bad marshal data (invalid reference)", false)]
    [InlineData(")\x01" + "0", "NULL object in marshal data for tuple", false)]
    [InlineData("(\u00FF\u00FF\u00FF\x7F", "EOF read where object expected", true)]
    [InlineData("s\u00FF\u00FF\u00FF\u00FF", "bad marshal data (bytes object size out of range)", false)]
    [InlineData("l\x01\0\0\0\0\0", "bad marshal data (unnormalized long data)", false)]
    [InlineData("l\x01\0\0\0\u00FF\u00FF", "bad marshal data (digit out of range in long)", false)]
    [InlineData("u\x01\0\0\0\u00FF", "bad marshal data (invalid UTF-8)", false)]
    public void Other_bytes_are_refused_in_the_reference_s_words(string bytes, string message, bool isEnd)
    {
        var error = Assert.Throws<BytecodeFormatException>(() => Marshal.Read(Encoding.Latin1.GetBytes(bytes)));
        Assert.Equal(message, error.Message);
        Assert.Equal(isEnd, error.IsEndOfData);
    }

    [Fact]
    public void Nesting_is_bounded_both_ways()
    {
        var bytes = Enumerable.Repeat((ReadOnlyMemory<byte>)new byte[] { (byte)')', 1 }, 100_000).SelectMany(part => part.ToArray());
        Assert.Throws<BytecodeFormatException>(() => Marshal.Read([.. bytes]));
        Constant value = Constant.None.Value;
        for (var i = 0; i < 2500; i++)
            value = new Constant.Slice(value, Constant.None.Value, Constant.None.Value);
        Assert.Throws<BytecodeFormatException>(() => Marshal.Write(value));
    }

    [Fact]
    public void Every_prefix_of_a_file_is_refused_without_a_crash()
    {
        var bytes = ReferenceData.Pyc;
        for (var length = 0; length < bytes.Length; length += 7)
            Assert.Throws<BytecodeFormatException>(() => PycFile.Read(bytes.AsSpan(0, length)));
    }

    [Fact]
    public void A_damaged_file_is_refused_or_read_but_never_crashes()
    {
        var random = new Random(314);
        for (var round = 0; round < 800; round++)
        {
            var bytes = ReferenceData.Pyc;
            for (var i = 0; i < 3; i++)
                bytes[random.Next(16, bytes.Length)] = (byte)random.Next(256);
            try
            {
                var code = PycFile.Read(bytes).Code;
                if (BytecodeVerifier.Verify(code).IsEmpty)
                    Disassembler.Disassemble(code);
            }
            catch (BytecodeFormatException)
            {
                // What the test allows.
            }
        }
    }

    [Theory]
    [InlineData(PycValidation.Timestamp)]
    [InlineData(PycValidation.CheckedHash)]
    [InlineData(PycValidation.UncheckedHash)]
    public void Heads_come_back(PycValidation validation)
    {
        var isTimestamp = validation == PycValidation.Timestamp;
        var file = new PycFile(ReferenceData.Samples, validation)
        {
            SourceTime = isTimestamp ? 0x12345678u : 0,
            SourceSize = isTimestamp ? 99u : 0,
            SourceHash = isTimestamp ? 0 : 0x123456789ABCDEFUL,
        };
        Assert.Equal(file, PycFile.Read(file.Write().AsSpan()));
    }

    [Fact]
    public void Another_magic_number_is_refused()
    {
        var bytes = ReferenceData.Pyc;
        bytes[0]++;
        Assert.Contains("magic", Assert.Throws<BytecodeFormatException>(() => PycFile.Read(bytes)).Message, StringComparison.Ordinal);
    }
}
