using Keelback.Ast;
using Keelback.Lexer;
using Keelback.Text;

namespace Keelback.Parser.Tests;

public sealed class ExtensionTests
{
    private static readonly ParserOptions s_options = new()
    {
        Extensions = ParserExtensions.None
            .WithStatement("unless", Unless)
            .WithStatement(TokenKind.RightArrow, Arrow)
            .WithExpression(TokenKind.RightArrow, Constant),
    };

    [Fact]
    public void A_soft_keyword_begins_a_statement()
    {
        Assert.Equal(
            "Module(body=[If(test=UnaryOp(op=Not(), operand=Name(id='x', ctx=Load())), body=[Pass()])])",
            Dump("unless x:\n  pass\n"));
    }

    [Fact]
    public void A_name_stays_a_name_where_the_rule_does_not_match() =>
        Assert.Equal("Module(body=[Expr(value=Call(func=Name(id='unless', ctx=Load())))])", Dump("unless()"));

    [Fact]
    public void A_token_begins_a_statement() =>
        Assert.Equal("Module(body=[Return(value=Name(id='x', ctx=Load()))])", Dump("-> x"));

    [Fact]
    public void A_token_begins_an_expression() =>
        Assert.Equal(
            "Module(body=[Expr(value=BinOp(left=Name(id='x', ctx=Load()), op=Add(), right=Constant(value=Ellipsis)))])",
            Dump("x + -> ->"));

    [Fact]
    public void A_rule_can_end_the_parse_with_its_own_error()
    {
        var error = PythonParser.Parse(new SourceText("unless = 1"), s_options).Error!;
        Assert.Equal("unless is no name", error.Message);
        Assert.Equal(new SourceSpan(1, 0, 1, 6), error.Span);
    }

    private static Stmt? Unless(RuleContext context)
    {
        context.Take(TokenKind.Name);
        if (context.Kind == TokenKind.Equal)
            context.Fail("unless is no name", context.Span);
        if (context.ParseExpression() is not { } test || !context.Take(TokenKind.Colon))
            return null;
        var body = context.ParseBlock();
        return body.IsDefault
            ? null
            : new IfStmt(new UnaryOpExpr(UnaryOperator.Not, test, test.Span), body, [], context.Span);
    }

    private static Stmt? Arrow(RuleContext context)
    {
        context.Take(TokenKind.RightArrow);
        return context.ParseExpressions() is { } value ? new ReturnStmt(value, context.Span) : null;
    }

    private static Expr? Constant(RuleContext context)
    {
        context.Take(TokenKind.RightArrow);
        return context.Take(TokenKind.RightArrow)
            ? new ConstantExpr(Keelback.Text.Constant.Ellipsis.Value, null, context.Span)
            : null;
    }

    private static string Dump(string text)
    {
        var result = PythonParser.Parse(new SourceText(text), s_options);
        Assert.Null(result.Error);
        return AstDump.Dump(result.Tree!);
    }
}
