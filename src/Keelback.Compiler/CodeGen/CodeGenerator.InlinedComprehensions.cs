using Keelback.Bytecode;
using Keelback.Compiler.Flow;
using Keelback.Compiler.Symbols;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>
/// Inlining a comprehension (PEP 709): its variables take the place of the function's of the same name, whose values
/// wait on the stack; a handler puts them back when the comprehension raises.
/// </content>
internal sealed partial class CodeGenerator
{
    /// <summary>What an inlined comprehension changed and its end restores.</summary>
    private sealed class InlinedState
    {
        public List<string> PushedLocals { get; } = [];

        public List<(string Name, Symbol Symbol)> OuterSymbols { get; } = [];

        public List<string> FastHidden { get; } = [];

        public Label? Cleanup { get; set; }
    }

    private InlinedState EnterInlined(SymbolBlock comprehension, SourceSpan span)
    {
        var state = new InlinedState();
        var isInClassBody = _unit.IsInClassBody;
        _unit.InlinedComprehensions++;
        foreach (var (name, symbol) in comprehension.Table)
        {
            OverrideScope(name, symbol, isInClassBody, state);
            if (IsIsolated(symbol)
                && !Block.IsFunctionLike
                && _unit.FastForNow.Add(name))
            {
                Metadata.FastHidden.Add(name);
                state.FastHidden.Add(name);
            }
        }

        PushLocals(comprehension, state, span);
        return state;
    }

    private static bool IsIsolated(Symbol symbol) =>
        symbol.Has(SymbolFlags.Local) && !symbol.Has(SymbolFlags.Nonlocal);

    /// <summary>Inside, a name has the scope that the comprehension gives it.</summary>
    private void OverrideScope(string name, Symbol symbol, bool isInClassBody, InlinedState state)
    {
        var outer = Block.Find(name);
        var differs = symbol.Scope != outer.Scope
            && symbol.Scope != SymbolScope.Free
            && !(symbol.Scope == SymbolScope.Cell && outer.Scope == SymbolScope.Free);
        if (!differs && !isInClassBody)
            return;
        state.OuterSymbols.Add((name, outer));
        Block.Table[name] = symbol;
    }

    private void PushLocals(SymbolBlock comprehension, InlinedState state, SourceSpan span)
    {
        foreach (var (name, symbol) in comprehension.Table)
        {
            if (!IsIsolated(symbol))
                continue;

            // For a cell this pushes the cell itself; the comprehension gets one of its own.
            Emit(Opcode.LoadFastAndClear, Metadata.VarNames.GetOrAdd(Mangle(name)), span);
            if (symbol.Scope == SymbolScope.Cell)
            {
                var isFree = Block.ScopeOf(name) == SymbolScope.Free;
                var index = isFree ? FreeIndex(Mangle(name)) : Metadata.CellVars.GetOrAdd(Mangle(name));
                Emit(Opcode.MakeCell, index, span);
            }

            state.PushedLocals.Add(name);
        }

        if (state.PushedLocals.Count == 0)
            return;
        Emit(Opcode.Swap, state.PushedLocals.Count + 1, span);
        var cleanup = NewLabel();
        state.Cleanup = cleanup;
        EmitJump(Opcode.SetupFinally, cleanup, span);
    }

    private void LeaveInlined(InlinedState state, SourceSpan span)
    {
        if (state.Cleanup is { } cleanup)
        {
            Emit(Opcode.PopBlock, Nowhere);
            var end = NewLabel();
            EmitJump(Opcode.JumpNoInterrupt, end, Nowhere);

            UseLabel(cleanup);
            Emit(Opcode.Swap, 2, Nowhere);
            Emit(Opcode.PopTop, Nowhere);
            RestoreLocals(state, span);
            Emit(Opcode.Reraise, 0, Nowhere);

            UseLabel(end);
            RestoreLocals(state, span);
        }

        _unit.InlinedComprehensions--;
        foreach (var (name, symbol) in state.OuterSymbols)
            Block.Table[name] = symbol;

        foreach (var name in state.FastHidden)
            _unit.FastForNow.Remove(name);
    }

    private void RestoreLocals(InlinedState state, SourceSpan span)
    {
        Emit(Opcode.Swap, state.PushedLocals.Count + 1, span);
        for (var i = state.PushedLocals.Count - 1; i >= 0; i--)
        {
            var index = Metadata.VarNames.GetOrAdd(Mangle(state.PushedLocals[i]));
            Emit(Opcode.StoreFastMaybeNull, index, span);
        }
    }
}
