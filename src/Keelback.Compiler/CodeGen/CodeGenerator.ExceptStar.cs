using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Compiler.Flow;

namespace Keelback.Compiler.CodeGen;

/// <content>
/// try with except* (PEP 654). While the clauses run, the stack holds the original group, the list of what is to be
/// raised again, and the part of the group that no clause has taken yet.
/// </content>
internal sealed partial class CodeGenerator
{
    private void GenerateTryExceptStar(TryStarStmt attempt)
    {
        var body = NewLabel();
        var except = NewLabel();
        var orElse = NewLabel();
        var end = NewLabel();
        var cleanup = NewLabel();
        var reraiseStar = NewLabel();

        EmitJump(Opcode.SetupFinally, except, attempt.Span);
        UseLabel(body);
        PushFrameBlock(new FrameBlock(FrameBlockKind.TryExcept, attempt.Span, body));
        VisitAll(attempt.Body);
        PopFrameBlock();
        Emit(Opcode.PopBlock, Nowhere);
        EmitJump(Opcode.JumpNoInterrupt, orElse, Nowhere);

        UseLabel(except);
        EmitJump(Opcode.SetupCleanup, cleanup, Nowhere);
        Emit(Opcode.PushExcInfo, Nowhere);
        PushFrameBlock(new FrameBlock(FrameBlockKind.ExceptionGroupHandler, attempt.Span));
        for (var i = 0; i < attempt.Handlers.Length; i++)
        {
            var handler = attempt.Handlers[i];
            if (i == 0)
            {
                Emit(Opcode.BuildList, 0, handler.Span);
                Emit(Opcode.Copy, 2, handler.Span);
            }

            GenerateStarHandler(handler);
            if (i == attempt.Handlers.Length - 1)
            {
                Emit(Opcode.ListAppend, 1, Nowhere);
                EmitJump(Opcode.JumpNoInterrupt, reraiseStar, Nowhere);
            }
        }

        PopFrameBlock();
        UseLabel(reraiseStar);
        EmitReraiseStar(end, cleanup);
        UseLabel(orElse);
        VisitAll(attempt.OrElse);
        UseLabel(end);
    }

    private void GenerateStarHandler(ExceptHandler handler)
    {
        var except = NewLabel();
        var exceptWithError = NewLabel();
        var noMatch = NewLabel();
        if (handler.Type is not null)
        {
            Visit(handler.Type);
            Emit(Opcode.CheckEgMatch, handler.Span);
            Emit(Opcode.Copy, 1, handler.Span);
            EmitJump(Opcode.PopJumpIfNone, noMatch, handler.Span);
        }

        GenerateStarHandlerBody(handler, except, exceptWithError);
        UseLabel(except);

        // Keeps the location of the clause's last line.
        Emit(Opcode.Nop, Nowhere);
        EmitJump(Opcode.JumpNoInterrupt, exceptWithError, Nowhere);

        UseLabel(noMatch);
        Emit(Opcode.PopTop, handler.Span);
        UseLabel(exceptWithError);
    }

    private void GenerateStarHandlerBody(ExceptHandler handler, Label except, Label exceptWithError)
    {
        var cleanupEnd = NewLabel();
        var cleanupBody = NewLabel();
        if (handler.Name is not null)
            EmitName(handler.Name, ExprContext.Store, handler.Span);
        else
            Emit(Opcode.PopTop, handler.Span);

        EmitJump(Opcode.SetupCleanup, cleanupEnd, handler.Span);
        UseLabel(cleanupBody);
        PushFrameBlock(
            new FrameBlock(FrameBlockKind.HandlerCleanup, handler.Span, cleanupBody, Name: handler.Name));
        VisitAll(handler.Body);
        PopFrameBlock();
        Emit(Opcode.PopBlock, Nowhere);
        if (handler.Name is not null)
            ClearName(handler.Name, Nowhere);
        EmitJump(Opcode.JumpNoInterrupt, except, Nowhere);

        UseLabel(cleanupEnd);
        if (handler.Name is not null)
            ClearName(handler.Name, Nowhere);
        Emit(Opcode.ListAppend, 3, Nowhere);
        Emit(Opcode.PopTop, Nowhere);
        EmitJump(Opcode.JumpNoInterrupt, exceptWithError, Nowhere);
    }

    private void EmitReraiseStar(Label end, Label cleanup)
    {
        var reraise = NewLabel();
        EmitIntrinsic(BinaryIntrinsic.PrepReraiseStar, Nowhere);
        Emit(Opcode.Copy, 1, Nowhere);
        EmitJump(Opcode.PopJumpIfNotNone, reraise, Nowhere);

        Emit(Opcode.PopTop, Nowhere);
        Emit(Opcode.PopBlock, Nowhere);
        Emit(Opcode.PopExcept, Nowhere);
        EmitJump(Opcode.JumpNoInterrupt, end, Nowhere);

        UseLabel(reraise);
        Emit(Opcode.PopBlock, Nowhere);
        Emit(Opcode.Swap, 2, Nowhere);
        Emit(Opcode.PopExcept, Nowhere);
        Emit(Opcode.Reraise, 0, Nowhere);

        UseLabel(cleanup);
        EmitPopExceptAndReraise(Nowhere);
    }
}
