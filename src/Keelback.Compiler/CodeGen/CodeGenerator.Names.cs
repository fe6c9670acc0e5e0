using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Compiler.Symbols;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>Names: which instruction reads, binds or deletes one follows from its scope and from the unit's kind.</content>
internal sealed partial class CodeGenerator
{
    private const string ClassCell = "__class__";
    private const string ClassDict = "__classdict__";
    private const string ConditionalAnnotations = "__conditional_annotations__";

    private void EmitName(string name, ExprContext context, SourceSpan span)
    {
        var mangled = Mangle(name);
        var scope = Block.ScopeOf(mangled);
        switch (scope)
        {
            case SymbolScope.Free:
                EmitDeref(FreeIndex(mangled), context, span);
                break;
            case SymbolScope.Cell:
                EmitDeref(Metadata.CellVars.GetOrAdd(mangled), context, span);
                break;
            case SymbolScope.Local when Block.IsFunctionLike || _unit.FastForNow.Contains(mangled):
                var fast = Choose(context, Opcode.LoadFast, Opcode.StoreFast, Opcode.DeleteFast);
                Emit(fast, Metadata.VarNames.GetOrAdd(mangled), span);
                break;
            case SymbolScope.GlobalExplicit:
            case SymbolScope.GlobalImplicit when Block.IsFunctionLike:
                EmitGlobal(mangled, scope, context, span);
                break;
            default:
                EmitNamespaceName(mangled, context, span);
                break;
        }
    }

    private void EmitDeref(int index, ExprContext context, SourceSpan span)
    {
        var load = Opcode.LoadDeref;
        if (context == ExprContext.Load && _unit.IsInClassBody)
        {
            load = Opcode.LoadFromDictOrDeref;
            Emit(Opcode.LoadLocals, span);
        }
        else if (context == ExprContext.Load && Block.CanSeeClassScope)
        {
            load = Opcode.LoadFromDictOrDeref;
            EmitLoadClassDict(span);
        }

        Emit(Choose(context, load, Opcode.StoreDeref, Opcode.DeleteDeref), index, span);
    }

    private void EmitGlobal(string mangled, SymbolScope scope, ExprContext context, SourceSpan span)
    {
        var index = Metadata.Names.GetOrAdd(mangled);
        if (context == ExprContext.Load && Block.CanSeeClassScope && scope == SymbolScope.GlobalImplicit)
        {
            EmitLoadClassDict(span);
            Emit(Opcode.LoadFromDictOrGlobals, index, span);
        }
        else if (context == ExprContext.Load)
        {
            Emit(Opcode.LoadGlobal, index << 1, span);
        }
        else
        {
            Emit(context == ExprContext.Store ? Opcode.StoreGlobal : Opcode.DeleteGlobal, index, span);
        }
    }

    private void EmitNamespaceName(string mangled, ExprContext context, SourceSpan span)
    {
        var index = Metadata.Names.GetOrAdd(mangled);
        if (context == ExprContext.Load && Block.Kind == BlockKind.Class && _unit.InlinedComprehensions > 0)
            Emit(Opcode.LoadGlobal, index << 1, span);
        else
            Emit(Choose(context, Opcode.LoadName, Opcode.StoreName, Opcode.DeleteName), index, span);
    }

    private void EmitLoadClassDict(SourceSpan span) => Emit(
        Opcode.LoadDeref, FreeIndex(ClassDict), span);

    private static Opcode Choose(ExprContext context, Opcode load, Opcode store, Opcode delete) => context switch
    {
        ExprContext.Load => load,
        ExprContext.Store => store,
        _ => delete,
    };
}
