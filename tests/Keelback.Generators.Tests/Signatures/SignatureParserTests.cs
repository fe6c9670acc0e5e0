using Keelback.Generators.Signatures;

namespace Keelback.Generators.Tests.Signatures;

public sealed class SignatureParserTests
{
    [Theory]
    [InlineData("()", "")]
    [InlineData("f()", "")]
    [InlineData("f(a)", "a")]
    [InlineData("f(a, /)", "a/")]
    [InlineData("f(a, /, b)", "a/ b")]
    [InlineData("f(a, /, b, *, c)", "a/ b c!")]
    [InlineData("f(a, *args, c=1, **kw)", "a *args c!=1 **kw")]
    [InlineData("f($self, a: int, b: str? = None, /) -> int", "a/:int b/:str?=None")]
    [InlineData("f(a, b=(1, 2), c=',)', d=\"x'\", /)", "a/ b/=(1, 2) c/=',)' d/=\"x'\"")]
    [InlineData("f(a=<missing>, /)", "a/=<missing>")]
    [InlineData("f( a , b = 1e-09 )", "a b=1e-09")]
    [InlineData("f(a, b=-1, *, c=sys.maxsize)", "a b=-1 c!=sys.maxsize")]
    [InlineData("f(*, key=None, reverse=False)", "key!=None reverse!=False")]
    public void ReadsParameters(string text, string expected)
    {
        var result = SignatureParser.Parse(text);
        Assert.Null(result.Error);
        Assert.Equal(expected, string.Join(" ", result.Model!.Parameters.Select(Show)));
    }

    [Fact]
    public void ReadsNameReceiverAndResult()
    {
        var signature = SignatureParser.Parse("index($self, value, /) -> bigint").Model!;
        Assert.Equal(("index", "self", "bigint"), (signature.Name, signature.Receiver, signature.Result));
    }

    [Theory]
    [InlineData("", "KB0601", 0, "'('")]
    [InlineData("f", "KB0601", 1, "'('")]
    [InlineData("f(a", "KB0601", 3, "',' or ')'")]
    [InlineData("f(a b)", "KB0601", 4, "',' or ')'")]
    [InlineData("f(,)", "KB0601", 2, "a parameter's name")]
    [InlineData("f(a=)", "KB0601", 4, "a default")]
    [InlineData("f(a='x)", "KB0601", 4, "the closing quote")]
    [InlineData("f(a:)", "KB0601", 4, "the parameter's kind")]
    [InlineData("f(a) int", "KB0601", 5, "the end of the signature")]
    [InlineData("f(a) ->", "KB0601", 7, "the result's kind")]
    [InlineData("f(a) - int", "KB0601", 5, "'->'")]
    [InlineData("f(a, *)", "KB0601", 5, "a keyword-only parameter after '*'")]
    [InlineData("f($)", "KB0601", 3, "a name after '$'")]
    [InlineData("f(a=1, b)", "KB0604", 7, "'b' has no default")]
    [InlineData("f(a, a)", "KB0604", 5, "'a' is used twice")]
    [InlineData("f(a, /, b, /)", "KB0604", 11, "'/' already")]
    [InlineData("f(*, a, /)", "KB0604", 8, "before '*'")]
    [InlineData("f(*, a, *b)", "KB0604", 8, "'*' already")]
    [InlineData("f(**a, b)", "KB0604", 7, "nothing follows '**'")]
    [InlineData("f(a, $self)", "KB0604", 5, "the first parameter only")]
    public void TellsMistakesAtTheirPlace(string text, string id, int offset, string part)
    {
        var error = SignatureParser.Parse(text).Error;
        Assert.NotNull(error);
        Assert.Equal((id, offset), (error.Id, error.Offset));
        Assert.Contains(part, error.Arguments[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("append($self, object, /)", "self", "($self, object, /)")]
    [InlineData("sort(*, key=None, reverse=False)", "self", "($self, /, *, key=None, reverse=False)")]
    [InlineData("isclose(a, b, *, rel_tol=1e-09)", "module", "($module, /, a, b, *, rel_tol=1e-09)")]
    [InlineData("print(*args, sep=' ')", "module", "($module, /, *args, sep=' ')")]
    [InlineData("enumerate(iterable, start=0)", "", "(iterable, start=0)")]
    [InlineData("f(a: int, b: str? = None, /) -> int", "module", "($module, a, b=None, /)")]
    [InlineData("clear()", "self", "($self, /)")]
    public void WritesTheTextSignature(string text, string receiver, string expected) =>
        Assert.Equal(expected, TextSignature.Of(SignatureParser.Parse(text).Model!, receiver));

    [Fact]
    public void HasNoTextSignatureWithAMissingDefault() =>
        Assert.Null(TextSignature.Of(SignatureParser.Parse("range(start, stop=<missing>, /)").Model!, ""));

    private static string Show(SignatureParameter parameter)
    {
        var name = parameter.Kind switch
        {
            ParameterKind.PositionalOnly => parameter.Name + "/",
            ParameterKind.VarPositional => "*" + parameter.Name,
            ParameterKind.VarKeyword => "**" + parameter.Name,
            ParameterKind.KeywordOnly => parameter.Name + "!",
            _ => parameter.Name,
        };
        return name
            + (parameter.Annotation.Length > 0 ? ":" + parameter.Annotation : "")
            + (parameter.Default is null ? "" : "=" + parameter.Default);
    }
}
