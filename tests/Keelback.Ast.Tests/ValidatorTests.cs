using Keelback.Text;

namespace Keelback.Ast.Tests;

/// <summary>Trees that no source text gives are found out, in CPython's words.</summary>
public class ValidatorTests
{
    private static readonly SourceSpan s_span = new(1, 0, 1, 1);

    public static TheoryData<string, string> Cases => new()
    {
        { "empty body", "empty body on If" },
        { "load target", "expression must have Store context but has Load instead" },
        { "constant target", "expression which can't be assigned to in Store context" },
        { "mixed tuple", "expression must have Store context but has Load instead" },
        { "stored value", "expression must have Load context but has Store instead" },
        { "deleted constant", "expression which can't be assigned to in Del context" },
        { "uneven dict", "Dict doesn't have the same number of keys as values" },
        { "uneven comparison", "Compare has a different number of comparators and operands" },
        { "one operand", "BoolOp with less than 2 values" },
        { "no comparison", "Compare with no comparators" },
        { "no generators", "comprehension with no generators" },
        { "defaults", "more positional defaults than args on arguments" },
        { "keyword defaults", "length of kwonlyargs is not the same as kw_defaults on arguments" },
        { "one alternative", "MatchOr requires at least 2 patterns" },
        { "else alone", "Try has orelse but no except handlers" },
        { "bare try", "Try has neither except handlers nor finalbody" },
        { "cause alone", "Raise with cause but no exception" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Violations(string name, string message)
    {
        var violation = Assert.Single(AstValidator.Validate(Tree(name)));
        Assert.Equal(message, violation.Message);
    }

    private static AstNode Tree(string name) => name switch
    {
        "empty body" => new IfStmt(Name(), [], [], s_span),
        "load target" => new AssignStmt([Name()], One(), null, s_span),
        "constant target" => new AssignStmt([One()], One(), null, s_span),
        "mixed tuple" => new AssignStmt([new TupleExpr([Name()], ExprContext.Store, s_span)], One(), null, s_span),
        "stored value" => new ExprStmt(Name(ExprContext.Store), s_span),
        "deleted constant" => new DeleteStmt([One()], s_span),
        "uneven dict" => new DictExpr([Name()], [], s_span),
        "uneven comparison" => new CompareExpr(One(), [CompareOperator.Eq, CompareOperator.Eq], [One()], s_span),
        "one operand" => new BoolOpExpr(BoolOperator.And, [One()], s_span),
        "no comparison" => new CompareExpr(One(), [], [], s_span),
        "no generators" => new ListCompExpr(One(), [], s_span),
        "defaults" => new Arguments([], [], null, [], [], null, [One()]),
        "keyword defaults" => new Arguments([], [], null, [], [null], null, []),
        "one alternative" => new MatchOr([new MatchAs(null, null, s_span)], s_span),
        "else alone" => new TryStmt([new PassStmt(s_span)], [], [new PassStmt(s_span)], [new PassStmt(s_span)], s_span),
        "bare try" => new TryStmt([new PassStmt(s_span)], [], [], [], s_span),
        "cause alone" => new RaiseStmt(null, One(), s_span),
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static NameExpr Name(ExprContext context = ExprContext.Load) => new("a", context, s_span);

    private static ConstantExpr One() => new(new Constant.Int(1), null, s_span);
}
