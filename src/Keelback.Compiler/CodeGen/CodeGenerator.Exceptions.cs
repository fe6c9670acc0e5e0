using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Compiler.Flow;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>try with except and finally. Handlers are entered with the exception on top of the stack.</content>
internal sealed partial class CodeGenerator
{
    private void GenerateTry(TryStmt attempt)
    {
        if (attempt.FinalBody.IsEmpty)
            GenerateTryExcept(attempt);
        else if (attempt.Handlers.IsEmpty)
            GenerateFinally(attempt.FinalBody, () => VisitAll(attempt.Body), attempt.Span);
        else
            GenerateFinally(attempt.FinalBody, () => GenerateTryExcept(attempt), attempt.Span);
    }

    private void GenerateTryStar(TryStarStmt attempt)
    {
        if (attempt.FinalBody.IsEmpty)
            GenerateTryExceptStar(attempt);
        else if (attempt.Handlers.IsEmpty)
            GenerateFinally(attempt.FinalBody, () => VisitAll(attempt.Body), attempt.Span);
        else
            GenerateFinally(attempt.FinalBody, () => GenerateTryExceptStar(attempt), attempt.Span);
    }

    /// <summary>The finally body stands twice: behind the guarded code, and as the handler that reraises.</summary>
    private void GenerateFinally(ImmutableArray<Stmt> finalBody, Action generateGuarded, SourceSpan span)
    {
        var body = NewLabel();
        var end = NewLabel();
        var exit = NewLabel();
        var cleanup = NewLabel();

        EmitJump(Opcode.SetupFinally, end, span);
        UseLabel(body);
        PushFrameBlock(new FrameBlock(FrameBlockKind.FinallyTry, span, body, end, finalBody));
        generateGuarded();
        Emit(Opcode.PopBlock, Nowhere);
        PopFrameBlock();
        VisitAll(finalBody);
        EmitJump(Opcode.JumpNoInterrupt, exit, Nowhere);

        UseLabel(end);
        EmitJump(Opcode.SetupCleanup, cleanup, Nowhere);
        Emit(Opcode.PushExcInfo, Nowhere);
        PushFrameBlock(new FrameBlock(FrameBlockKind.FinallyEnd, Nowhere, end));
        VisitAll(finalBody);
        PopFrameBlock();
        Emit(Opcode.Reraise, 0, Nowhere);

        UseLabel(cleanup);
        EmitPopExceptAndReraise(Nowhere);
        UseLabel(exit);
    }

    private void GenerateTryExcept(TryStmt attempt)
    {
        var body = NewLabel();
        var except = NewLabel();
        var end = NewLabel();
        var cleanup = NewLabel();

        EmitJump(Opcode.SetupFinally, except, attempt.Span);
        UseLabel(body);
        PushFrameBlock(new FrameBlock(FrameBlockKind.TryExcept, attempt.Span, body));
        VisitAll(attempt.Body);
        PopFrameBlock();
        Emit(Opcode.PopBlock, Nowhere);
        VisitAll(attempt.OrElse);
        EmitJump(Opcode.JumpNoInterrupt, end, Nowhere);

        UseLabel(except);
        EmitJump(Opcode.SetupCleanup, cleanup, Nowhere);
        Emit(Opcode.PushExcInfo, Nowhere);
        PushFrameBlock(new FrameBlock(FrameBlockKind.ExceptionHandler, attempt.Span));
        for (var i = 0; i < attempt.Handlers.Length; i++)
        {
            var handler = attempt.Handlers[i];
            if (handler.Type is null && i < attempt.Handlers.Length - 1)
                Fail(SyntaxErrors.BareExceptMustBeLast(handler.Span));
            GenerateHandler(handler, end);
        }

        PopFrameBlock();
        Emit(Opcode.Reraise, 0, Nowhere);

        UseLabel(cleanup);
        EmitPopExceptAndReraise(Nowhere);
        UseLabel(end);
    }

    private void GenerateHandler(ExceptHandler handler, Label end)
    {
        var next = NewLabel();
        if (handler.Type is not null)
        {
            Visit(handler.Type);
            Emit(Opcode.CheckExcMatch, handler.Span);
            EmitJump(Opcode.PopJumpIfFalse, next, handler.Span);
        }

        if (handler.Name is not null)
            GenerateNamedHandlerBody(handler, handler.Name, end);
        else
            GenerateHandlerBody(handler, end);
        UseLabel(next);
    }

    private void GenerateNamedHandlerBody(ExceptHandler handler, string name, Label end)
    {
        var cleanupEnd = NewLabel();
        var cleanupBody = NewLabel();
        EmitName(name, ExprContext.Store, handler.Span);

        EmitJump(Opcode.SetupCleanup, cleanupEnd, handler.Span);
        UseLabel(cleanupBody);
        PushFrameBlock(new FrameBlock(FrameBlockKind.HandlerCleanup, handler.Span, cleanupBody, Name: name));
        VisitAll(handler.Body);
        PopFrameBlock();
        Emit(Opcode.PopBlock, Nowhere);
        Emit(Opcode.PopBlock, Nowhere);
        Emit(Opcode.PopExcept, Nowhere);
        ClearName(name, Nowhere);
        EmitJump(Opcode.JumpNoInterrupt, end, Nowhere);

        UseLabel(cleanupEnd);
        ClearName(name, Nowhere);
        Emit(Opcode.Reraise, 1, Nowhere);
    }

    private void GenerateHandlerBody(ExceptHandler handler, Label end)
    {
        var cleanupBody = NewLabel();
        Emit(Opcode.PopTop, handler.Span);
        UseLabel(cleanupBody);
        PushFrameBlock(new FrameBlock(FrameBlockKind.HandlerCleanup, handler.Span, cleanupBody));
        VisitAll(handler.Body);
        PopFrameBlock();
        Emit(Opcode.PopBlock, Nowhere);
        Emit(Opcode.PopExcept, Nowhere);
        EmitJump(Opcode.JumpNoInterrupt, end, Nowhere);
    }
}
