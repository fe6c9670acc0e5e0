using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>Patterns with alternatives: all bind the same names, and leave them on the stack in the same order.</content>
internal sealed partial class CodeGenerator
{
    private void GenerateOrPattern(MatchOr pattern, PatternContext context)
    {
        var end = NewLabel();
        List<string>? control = null;
        for (var i = 0; i < pattern.Patterns.Length; i++)
        {
            var alternative = pattern.Patterns[i];
            var inner = new PatternContext
            {
                AllowIrrefutable = i == pattern.Patterns.Length - 1 && context.AllowIrrefutable,
            };
            Emit(Opcode.Copy, 1, alternative.Span);
            GeneratePattern(alternative, inner);
            if (_error is not null)
                return;
            if (control is null)
                control = inner.Stores;
            else if (!ReorderStores(inner.Stores, control, alternative.Span))
                Fail(SyntaxErrors.AlternativesBindDifferently(pattern.Span));
            EmitJump(Opcode.Jump, end, alternative.Span);
            PlaceFailLabels(inner, alternative.Span);
        }

        Emit(Opcode.PopTop, pattern.Span);
        JumpToFail(Opcode.Jump, context, pattern.Span);
        UseLabel(end);
        MergeStores(control ?? [], context, pattern.Span);
        Emit(Opcode.PopTop, pattern.Span);
    }

    /// <summary>Brings an alternative's captures into the order of the first one's; false if the names differ.</summary>
    private bool ReorderStores(List<string> stores, List<string> control, SourceSpan span)
    {
        if (stores.Count != control.Count)
            return false;
        for (var target = control.Count - 1; target >= 0; target--)
        {
            var source = stores.IndexOf(control[target]);
            if (source < 0)
                return false;
            if (source == target)
                continue;
            var count = source + 1;
            var rotated = stores.GetRange(0, count);
            stores.RemoveRange(0, count);
            stores.InsertRange(target - source, rotated);
            for (var i = 0; i < count; i++)
                Rotate(target + 1, span);
        }

        return true;
    }

    private void MergeStores(List<string> captured, PatternContext context, SourceSpan span)
    {
        // Between a capture and its place lie the other ones, the copy of the subject, and what is on top.
        var rotations = captured.Count + 1 + context.OnTop + context.Stores.Count;
        foreach (var name in captured)
        {
            Rotate(rotations, span);
            if (context.Stores.Contains(name))
                Fail(SyntaxErrors.PatternRebinds(ConstantRepr.Repr(name), span));
            context.Stores.Add(name);
        }
    }
}
