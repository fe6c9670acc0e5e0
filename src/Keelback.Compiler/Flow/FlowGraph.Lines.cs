using Keelback.Text;

namespace Keelback.Compiler.Flow;

/// <content>Lines for instructions that code generation gave none.</content>
internal sealed partial class FlowGraph
{
    private void ResolveLines()
    {
        DuplicateExitsWithoutLine();
        PropagateLines();
    }

    /// <summary>
    /// A frame's line must be right when it is left (PEP 626): an exit without a line gets a copy per way to it, which
    /// can take the line of the one instruction that leads there.
    /// </summary>
    private void DuplicateExitsWithoutLine()
    {
        for (var block = Entry; block is not null; block = block.Next)
        {
            if (!OpcodeClass.IsJump(block.LastOpcode))
                continue;
            var target = BasicBlock.FirstNonEmpty(block.Last.Target)!;
            if (target.Predecessors <= 1 || !NeedsLine(target))
                continue;
            var copy = new BasicBlock { Predecessors = 1, HasLabel = true, Next = target.Next };
            copy.AddAllOf(target);
            copy[0].Span = block.Last.Span;
            block.Last.Target = copy;
            target.Predecessors--;
            target.Next = copy;
        }

        for (var block = Entry; block is not null; block = block.Next)
        {
            if (block.Count > 0 && block.Next is { Count: > 0 } next && block.FallsThrough && NeedsLine(next))
                next[0].Span = block.Last.Span;
        }
    }

    private static bool NeedsLine(BasicBlock block) =>
        (block.ExitsScope || block.ChecksEvalBreaker()) && block.HasNoLine();

    private void PropagateLines()
    {
        for (var block = Entry; block is not null; block = block.Next)
        {
            if (block.Count == 0)
                continue;
            var span = SourceSpan.None;
            foreach (ref var instruction in block.Instructions)
            {
                if (instruction.Span.Line == SourceSpan.None.Line)
                    instruction.Span = span;
                else
                    span = instruction.Span;
            }

            if (block.FallsThrough)
                PassLineOn(block.Next, span);
            if (OpcodeClass.IsJump(block.LastOpcode))
                PassLineOn(block.Last.Target, span);
        }
    }

    private static void PassLineOn(BasicBlock? block, SourceSpan span)
    {
        if (block is { Predecessors: 1, Count: > 0 } && block[0].Span.Line == SourceSpan.None.Line)
            block[0].Span = span;
    }
}
