using Keelback.Ast;
using Keelback.Parser;
using Keelback.Text;

namespace Keelback.Compiler.Tests;

/// <summary>Trees that no parser makes, and programs that are too much: all end in a result.</summary>
public sealed class RobustnessTests
{
    private static readonly SourceSpan s_span = new(1, 0, 1, 1);

    [Fact]
    public void A_tree_too_deep_is_a_recursion_error()
    {
        Expr deep = new NameExpr("x", ExprContext.Load, s_span);
        for (var i = 0; i < 200_000; i++)
            deep = new UnaryOpExpr(UnaryOperator.USub, deep, s_span);

        var result = PythonCompiler.Compile(new Expression(deep));

        Assert.Null(result.Code);
        Assert.Equal("RecursionError", result.Error!.ExceptionType);
        Assert.Equal("maximum recursion depth exceeded during compilation", result.Error.Message);
    }

    [Fact]
    public void Blocks_nested_too_deep_are_an_error()
    {
        Stmt deep = new PassStmt(s_span);
        for (var i = 0; i < 100_000; i++)
            deep = new IfStmt(new NameExpr("x", ExprContext.Load, s_span), [deep], [], s_span);

        var result = PythonCompiler.Compile(new Module([deep], []));

        Assert.Equal("RecursionError", result.Error!.ExceptionType);
    }

    [Fact]
    public void A_tree_that_breaks_the_grammar_is_an_error()
    {
        var name = new NameExpr("x", ExprContext.Load, s_span);
        Stmt[] broken =
        [
            new ExprStmt(new ListCompExpr(name, [], s_span), s_span),
            new AugAssignStmt(new ConstantExpr(Constant.None.Value, null, s_span), Operator.Add, name, s_span),
            new AnnAssignStmt(new ConstantExpr(Constant.None.Value, null, s_span), name, null, 1, s_span),
            new MatchStmt(name, [new MatchCase(new MatchClass(name, [], ["a"], [], s_span), null, [])], s_span),
            new ExprStmt(new FormattedValueExpr(name, 'q', null, s_span), s_span),
            new WithStmt([], [], null, s_span),
            new ExprStmt(new NameExpr("x", ExprContext.Del, s_span), s_span),
            new ExprStmt(new BinOpExpr(name, (Operator)99, name, s_span), s_span),
        ];
        foreach (var statement in broken)
        {
            var result = PythonCompiler.Compile(new Module([statement], []));
            Assert.Null(result.Code);
            Assert.NotNull(result.Error);
        }
    }

    [Fact]
    public void A_function_type_has_no_code()
    {
        var result = PythonCompiler.Compile(new FunctionType([], new NameExpr("x", ExprContext.Load, s_span)));

        Assert.Equal("SystemError", result.Error!.ExceptionType);
    }

    [Fact]
    public void One_node_may_stand_in_two_places()
    {
        var lambda = ((Expression)SourcePrograms.Parse("lambda: 1", mode: ParserMode.Eval)).Body;
        var statement = new ExprStmt(lambda, s_span);

        var result = PythonCompiler.Compile(new Module([statement, statement], []));

        Assert.NotNull(result.Code);
    }

    [Fact]
    public void Interactive_statements_print_their_value()
    {
        var exec = PythonCompiler.Compile(SourcePrograms.Parse("'text'\n")).Code!;
        var single = PythonCompiler.Compile(SourcePrograms.Parse("'text'\n", mode: ParserMode.Single)).Code!;

        Assert.Equal("__doc__", Assert.Single(exec.Names));
        Assert.Empty(single.Names);
        Assert.Contains((byte)Bytecode.Opcode.CallIntrinsic1, single.Code);
    }

    [Fact]
    public void Await_may_stand_in_a_module_when_asked_for()
    {
        var tree = SourcePrograms.Parse("await x\n[y async for y in z]\n");

        Assert.NotNull(PythonCompiler.Compile(tree).Error);
        var code = PythonCompiler.Compile(tree, new CompilerOptions { AllowTopLevelAwait = true }).Code;
        Assert.True(code!.Flags.HasFlag(Bytecode.CodeFlags.Coroutine));
    }

    [Fact]
    public void Features_are_inherited()
    {
        var tree = SourcePrograms.Parse("def f(a: b): pass\n");
        var options = new CompilerOptions { Flags = Bytecode.CodeFlags.FutureAnnotations | Bytecode.CodeFlags.Generator };

        var code = PythonCompiler.Compile(tree, options).Code;

        Assert.Equal(Bytecode.CodeFlags.FutureAnnotations, code!.Flags);
    }
}
