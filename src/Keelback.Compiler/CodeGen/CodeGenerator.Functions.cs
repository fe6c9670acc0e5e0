using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Compiler.Symbols;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>def, async def and lambda, their default values and decorators.</content>
internal sealed partial class CodeGenerator
{
    private void GenerateFunction(FunctionParts function)
    {
        var span = function.Node.Span;
        VisitAll(function.DecoratorList);
        var firstLine = FirstLineOf(function.DecoratorList, span);
        var attributes = GenerateDefaults(function.Args, span);
        var isGeneric = !function.TypeParams.IsEmpty;
        var passedOn = 0;
        if (isGeneric)
        {
            passedOn = System.Numerics.BitOperations.PopCount((uint)attributes);
            if (passedOn == 2)
                Emit(Opcode.Swap, 2, span);
            EnterTypeParameters(function.Name, function.Node, firstLine, new ParameterCounts(passedOn, 0, 0));
            GenerateTypeParameters(function.TypeParams);
            for (var i = 0; i < passedOn; i++)
                Emit(Opcode.LoadFast, i, span);
        }

        attributes |= GenerateFunctionAnnotations(function, span);
        GenerateFunctionBody(function, attributes, firstLine);
        if (isGeneric)
            CallTypeParameters(passedOn, span);
        ApplyDecorators(function.DecoratorList);
        EmitName(function.Name, ExprContext.Store, span);
    }

    /// <summary>
    /// A generic function is made by a hidden function that holds the type parameters; the default values, which are
    /// evaluated outside of it, are its arguments.
    /// </summary>
    private void CallTypeParameters(int arguments, SourceSpan span)
    {
        Emit(Opcode.Swap, 2, span);
        EmitIntrinsic(BinaryIntrinsic.SetFunctionTypeParams, span);
        var code = Assemble(addNone: false);
        LeaveUnit();
        EmitFunction(code, span);
        if (arguments > 0)
        {
            Emit(Opcode.Swap, arguments + 1, span);
            Emit(Opcode.Call, arguments - 1, span);
        }
        else
        {
            Emit(Opcode.PushNull, span);
            Emit(Opcode.Call, 0, span);
        }
    }

    private void GenerateFunctionBody(FunctionParts function, FunctionAttribute attributes, int firstLine)
    {
        var block = BlockOf(function.Node, BlockRole.Body);
        var kind = function.IsAsync ? UnitKind.AsyncFunction : UnitKind.Function;
        EnterUnit(function.Name, kind, block, firstLine, counts: CountsOf(function.Args));
        var first = 0;
        if (block.HasDocstring && Docstring.Of(function.Body) is { } docstring)
        {
            Metadata.Constants.GetOrAdd(Docstring.Clean(docstring));
            first = 1;
        }

        var start = NewLabel();
        UseLabel(start);
        var isGenerator = block.IsCoroutine || block.IsGenerator;
        if (isGenerator)
            PushFrameBlock(new FrameBlock(FrameBlockKind.StopIteration, Nowhere, start));
        foreach (var statement in function.Body.AsSpan()[first..])
            Visit(statement);
        if (isGenerator)
        {
            WrapInStopIterationHandler();
            PopFrameBlock();
        }

        var code = Assemble();
        LeaveUnit();
        EmitFunction(code, function.Node.Span, attributes);
    }

    private void GenerateLambda(LambdaExpr lambda)
    {
        var attributes = GenerateDefaults(lambda.Args, lambda.Span);
        var block = BlockOf(lambda, BlockRole.Body);
        EnterUnit("<lambda>", UnitKind.Lambda, block, lambda.Span.Line, counts: CountsOf(lambda.Args));
        Visit(lambda.Body);
        if (!block.IsGenerator)
            Emit(Opcode.ReturnValue, lambda.Body.Span);
        var code = Assemble(addNone: !block.IsGenerator);
        LeaveUnit();
        EmitFunction(code, lambda.Span, attributes);
    }

    private FunctionAttribute GenerateDefaults(Arguments arguments, SourceSpan span)
    {
        var attributes = FunctionAttribute.None;
        if (!arguments.Defaults.IsEmpty)
        {
            VisitAll(arguments.Defaults);
            Emit(Opcode.BuildTuple, arguments.Defaults.Length, span);
            attributes |= FunctionAttribute.Defaults;
        }

        var count = 0;
        for (var i = 0; i < arguments.KwOnlyArgs.Length && i < arguments.KwDefaults.Length; i++)
        {
            if (arguments.KwDefaults[i] is not { } value)
                continue;
            EmitString(Mangle(arguments.KwOnlyArgs[i].Name), span);
            Visit(value);
            count++;
        }

        if (count > 0)
        {
            Emit(Opcode.BuildMap, count, span);
            attributes |= FunctionAttribute.Kwdefaults;
        }

        return attributes;
    }

    private void ApplyDecorators(ImmutableArray<Expr> decorators)
    {
        for (var i = decorators.Length - 1; i >= 0; i--)
            Emit(Opcode.Call, 0, decorators[i].Span);
    }

    private static int FirstLineOf(ImmutableArray<Expr> decorators, SourceSpan span) =>
        decorators.IsEmpty ? span.Line : decorators[0].Span.Line;
}
