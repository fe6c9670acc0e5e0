using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Compiler.Flow;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>with and async with: each item is a block of its own, within that of the item before it.</content>
internal sealed partial class CodeGenerator
{
    private void GenerateWith(WithStmt with, int position)
    {
        if (!CanGoOn(with.Span) || !HasItems(with.Items, with.Span))
            return;
        var item = with.Items[position];
        var block = NewLabel();
        var final = NewLabel();
        var exit = NewLabel();
        var cleanup = NewLabel();
        var span = item.ContextExpr.Span;

        EmitEnter(item, SpecialMethod.Exit, SpecialMethod.Enter);
        EmitJump(Opcode.SetupWith, final, span);
        UseLabel(block);
        PushFrameBlock(new FrameBlock(FrameBlockKind.With, span, block, final));
        BindWithTarget(item, span);
        if (position == with.Items.Length - 1)
            VisitAll(with.Body);
        else
            GenerateWith(with, position + 1);
        Emit(Opcode.PopBlock, Nowhere);
        PopFrameBlock();

        EmitCallExitWithNones(span);
        Emit(Opcode.PopTop, span);
        EmitJump(Opcode.Jump, exit, span);

        UseLabel(final);
        EmitJump(Opcode.SetupCleanup, cleanup, span);
        Emit(Opcode.PushExcInfo, span);
        Emit(Opcode.WithExceptStart, span);
        EmitWithExceptFinish(cleanup);
        UseLabel(exit);
    }

    private void GenerateAsyncWith(AsyncWithStmt with, int position)
    {
        if (!CanGoOn(with.Span) || !HasItems(with.Items, with.Span))
            return;
        var item = with.Items[position];
        var block = NewLabel();
        var final = NewLabel();
        var exit = NewLabel();
        var cleanup = NewLabel();
        var span = item.ContextExpr.Span;

        EmitEnter(item, SpecialMethod.Aexit, SpecialMethod.Aenter);
        EmitAwait(AwaitableKind.AfterAenter, span);
        EmitJump(Opcode.SetupWith, final, span);
        UseLabel(block);
        PushFrameBlock(new FrameBlock(FrameBlockKind.AsyncWith, span, block, final));
        BindWithTarget(item, span);
        if (position == with.Items.Length - 1)
            VisitAll(with.Body);
        else
            GenerateAsyncWith(with, position + 1);
        PopFrameBlock();
        Emit(Opcode.PopBlock, span);

        EmitCallExitWithNones(span);
        EmitAwait(AwaitableKind.AfterAexit, span);
        Emit(Opcode.PopTop, span);
        EmitJump(Opcode.Jump, exit, span);

        UseLabel(final);
        EmitJump(Opcode.SetupCleanup, cleanup, span);
        Emit(Opcode.PushExcInfo, span);
        Emit(Opcode.WithExceptStart, span);
        EmitAwait(AwaitableKind.AfterAexit, span);
        EmitWithExceptFinish(cleanup);
        UseLabel(exit);
    }

    private bool HasItems(ImmutableArray<WithItem> items, SourceSpan span)
    {
        if (items.IsEmpty)
            Fail(SyntaxErrors.InvalidTree("empty items on With", span));
        return !items.IsEmpty;
    }

    /// <summary>Leaves the bound exit method below, and the result of the enter method on top.</summary>
    private void EmitEnter(WithItem item, SpecialMethod exitMethod, SpecialMethod enterMethod)
    {
        var span = item.ContextExpr.Span;
        Visit(item.ContextExpr);
        Emit(Opcode.Copy, 1, span);
        Emit(Opcode.LoadSpecial, (int)exitMethod, span);
        Emit(Opcode.Swap, 2, span);
        Emit(Opcode.Swap, 3, span);
        Emit(Opcode.LoadSpecial, (int)enterMethod, span);
        Emit(Opcode.Call, 0, span);
    }

    private void BindWithTarget(WithItem item, SourceSpan span)
    {
        if (item.OptionalVars is not null)
            Visit(item.OptionalVars);
        else
            Emit(Opcode.PopTop, span);
    }

    /// <summary>The exit method's answer is on top: true swallows the exception.</summary>
    private void EmitWithExceptFinish(Label cleanup)
    {
        var suppress = NewLabel();
        Emit(Opcode.ToBool, Nowhere);
        EmitJump(Opcode.PopJumpIfTrue, suppress, Nowhere);
        Emit(Opcode.Reraise, 2, Nowhere);

        UseLabel(suppress);
        Emit(Opcode.PopTop, Nowhere);
        Emit(Opcode.PopBlock, Nowhere);
        Emit(Opcode.PopExcept, Nowhere);
        Emit(Opcode.PopTop, Nowhere);
        Emit(Opcode.PopTop, Nowhere);
        Emit(Opcode.PopTop, Nowhere);
        var exit = NewLabel();
        EmitJump(Opcode.JumpNoInterrupt, exit, Nowhere);

        UseLabel(cleanup);
        EmitPopExceptAndReraise(Nowhere);
        UseLabel(exit);
    }
}
