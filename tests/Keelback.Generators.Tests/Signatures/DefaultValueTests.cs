using Keelback.Generators.Signatures;

namespace Keelback.Generators.Tests.Signatures;

public sealed class DefaultValueTests
{
    [Theory]
    [InlineData("None", "object", "PyValue.None")]
    [InlineData("True", "object", "PyValue.True")]
    [InlineData("-1", "object", "PyValue.FromInt(-1)")]
    [InlineData("1e-09", "object", "PyValue.FromFloat(1e-09)")]
    [InlineData("'a\\n'", "object", "PyValue.FromString(\"a\\n\")")]
    [InlineData("()", "object", "PyTuple.Empty")]
    [InlineData("<missing>", "object", "default")]
    [InlineData("sys.maxsize", "index", "long.MaxValue")]
    [InlineData("0", "int", "0")]
    [InlineData("2", "float", "2.0")]
    [InlineData("1e-09", "float", "1e-09")]
    [InlineData("inf", "float", "double.PositiveInfinity")]
    [InlineData("False", "bool", "false")]
    [InlineData("None", "str?", "null")]
    [InlineData("'strict'", "text", "\"strict\"")]
    public void IsWrittenForTheKind(string text, string kind, string expected) =>
        Assert.Equal(expected, DefaultValue.ToCSharp(text, Converter.OfAnnotation(kind)!));

    [Theory]
    [InlineData("None", "int")]
    [InlineData("'x'", "int")]
    [InlineData("1.5", "int")]
    [InlineData("1", "bool")]
    [InlineData("3000000000", "cint")]
    [InlineData("[]", "object")]
    [InlineData("None", "str")]
    public void IsRefusedWhereItDoesNotFit(string text, string kind) =>
        Assert.Null(DefaultValue.ToCSharp(text, Converter.OfAnnotation(kind)!));
}
