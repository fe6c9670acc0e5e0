using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Compiler.Flow;
using Keelback.Compiler.Symbols;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>Writing single instructions, and the short sequences that many statements share.</content>
internal sealed partial class CodeGenerator
{
    private void Emit(Opcode opcode, SourceSpan span) => Instructions.Add(opcode, span);

    private void Emit(Opcode opcode, int oparg, SourceSpan span) => Instructions.Add(opcode, oparg, span);

    private void EmitJump(Opcode opcode, Label target, SourceSpan span) => Instructions.AddJump(opcode, target, span);

    private void EmitIntrinsic(UnaryIntrinsic intrinsic, SourceSpan span) =>
        Emit(Opcode.CallIntrinsic1, (int)intrinsic, span);

    private void EmitIntrinsic(BinaryIntrinsic intrinsic, SourceSpan span) =>
        Emit(Opcode.CallIntrinsic2, (int)intrinsic, span);

    private Label NewLabel() => Instructions.NewLabel();

    private void UseLabel(Label label) => Instructions.UseLabel(label);

    private void EmitConstant(Constant constant, SourceSpan span) =>
        Emit(Opcode.LoadConst, Metadata.Constants.GetOrAdd(constant), span);

    private void EmitNone(SourceSpan span) => EmitConstant(Constant.None.Value, span);

    private void EmitInt(int value, SourceSpan span) => EmitConstant(new Constant.Int(value), span);

    private void EmitString(string value, SourceSpan span) => EmitConstant(new Constant.Str(value), span);

    private string Mangle(string name) => NameMangling.Mangle(_unit.ClassName, Block, name);

    /// <summary>The index of a name as written in the source among the names of the unit.</summary>
    private int NameIndex(string name) => Metadata.Names.GetOrAdd(Mangle(name));

    private void EmitLoadAttribute(string name, SourceSpan span) =>
        Emit(Opcode.LoadAttr, NameIndex(name) << 1, span);

    private void EmitLoadMethod(string name, SourceSpan span) =>
        Emit(Opcode.LoadAttr, (NameIndex(name) << 1) | 1, span);

    private void EmitCompare(CompareOperator comparison, SourceSpan span)
    {
        switch (comparison)
        {
            case CompareOperator.Is:
                Emit(Opcode.IsOp, 0, span);
                break;
            case CompareOperator.IsNot:
                Emit(Opcode.IsOp, 1, span);
                break;
            case CompareOperator.In:
                Emit(Opcode.ContainsOp, 0, span);
                break;
            case CompareOperator.NotIn:
                Emit(Opcode.ContainsOp, 1, span);
                break;
            default:
                Emit(Opcode.CompareOp, Comparison.Encode(comparison), span);
                break;
        }
    }

    /// <summary>
    /// Drives the iterator below the value on top until it returns. A throw() or close() that reaches it comes back as
    /// StopIteration out of the yield, hence the handler.
    /// </summary>
    private void EmitYieldFrom(bool isAwait, SourceSpan span)
    {
        var send = NewLabel();
        var fail = NewLabel();
        var exit = NewLabel();

        UseLabel(send);
        EmitJump(Opcode.Send, exit, span);
        EmitJump(Opcode.SetupFinally, fail, span);
        Emit(Opcode.YieldValue, (int)YieldKind.Delegated, span);
        Emit(Opcode.PopBlock, Nowhere);
        Emit(Opcode.Resume, (int)(isAwait ? ResumePoint.AfterAwait : ResumePoint.AfterYieldFrom), span);
        EmitJump(Opcode.JumpNoInterrupt, send, span);

        UseLabel(fail);
        Emit(Opcode.CleanupThrow, span);

        UseLabel(exit);
        Emit(Opcode.EndSend, span);
    }

    private void EmitAwait(AwaitableKind kind, SourceSpan span)
    {
        Emit(Opcode.GetAwaitable, (int)kind, span);
        EmitNone(span);
        EmitYieldFrom(isAwait: true, span);
    }

    private void EmitYield(SourceSpan span)
    {
        if (Block.IsGenerator && Block.IsCoroutine)
            EmitIntrinsic(UnaryIntrinsic.AsyncGenWrap, span);
        Emit(Opcode.YieldValue, (int)YieldKind.Plain, span);
        Emit(Opcode.Resume, (int)ResumePoint.AfterYield, span);
    }

    private void EmitCallExitWithNones(SourceSpan span)
    {
        EmitNone(span);
        EmitNone(span);
        EmitNone(span);
        Emit(Opcode.Call, 3, span);
    }

    private void EmitPopExceptAndReraise(SourceSpan span)
    {
        Emit(Opcode.Copy, 3, span);
        Emit(Opcode.PopExcept, span);
        Emit(Opcode.Reraise, 1, span);
    }

    /// <summary>A StopIteration that leaves a generator's body becomes a RuntimeError (PEP 479).</summary>
    private void WrapInStopIterationHandler()
    {
        var handler = NewLabel();
        Instructions.InsertAt(0, Opcode.SetupCleanup, handler.Id, Nowhere);
        EmitNone(Nowhere);
        Emit(Opcode.ReturnValue, Nowhere);
        UseLabel(handler);
        EmitIntrinsic(UnaryIntrinsic.StopiterationError, Nowhere);
        Emit(Opcode.Reraise, 1, Nowhere);
    }
}
