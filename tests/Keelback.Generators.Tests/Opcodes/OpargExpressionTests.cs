using Keelback.Generators.Opcodes;

namespace Keelback.Generators.Tests.Opcodes;

/// <summary>The expressions of stack pictures and guards.</summary>
public sealed class OpargExpressionTests
{
    [Theory]
    [InlineData("oparg", 7, 7, "oparg")]
    [InlineData("oparg*2", 7, 14, "oparg * 2")]
    [InlineData("oparg-1", 7, 6, "oparg - 1")]
    [InlineData("1 + oparg & 3", 2, 3, "(1 + oparg) & 3")]
    [InlineData("(oparg & 0xFF) + (oparg >> 8)", 0x305, 8, "(oparg & 255) + (oparg >> 8)")]
    [InlineData("oparg == 3", 3, 1, "(oparg == 3 ? 1 : 0)")]
    public void It_is_worked_out_and_written(string text, int oparg, int value, string csharp)
    {
        var expression = OpargExpressionParser.Parse(text);
        Assert.NotNull(expression);
        Assert.Equal(value, expression.Evaluate(oparg));
        Assert.Equal(csharp, expression.ToCSharp());
    }

    [Theory]
    [InlineData("")]
    [InlineData("oparg +")]
    [InlineData("(oparg")]
    [InlineData("oparg oparg")]
    [InlineData("oparg / 2")]
    [InlineData("99999999999999")]
    public void Other_text_is_refused(string text) => Assert.Null(OpargExpressionParser.Parse(text));

    [Fact]
    public void Deep_nesting_is_refused() => Assert.Null(OpargExpressionParser.Parse(new string('(', 100_000)));
}
