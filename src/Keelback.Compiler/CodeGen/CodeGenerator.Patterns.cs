using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Compiler.Flow;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>
/// match statements (PEP 634). Code for a pattern takes the subject off the stack, and on failure jumps to the label
/// that cleans up.
/// </content>
internal sealed partial class CodeGenerator
{
    private void GenerateMatch(MatchStmt match)
    {
        Visit(match.Subject);
        var end = NewLabel();
        var last = match.Cases.Length - 1;
        var hasDefault = match.Cases.Length > 1 && IsWildcard(match.Cases[last].Pattern);
        var tested = hasDefault ? last : match.Cases.Length;
        for (var i = 0; i < tested; i++)
            GenerateCase(match.Cases[i], isLastTested: i == tested - 1, isLast: i == last, end);
        if (hasDefault)
        {
            var matchCase = match.Cases[last];
            Emit(Opcode.Nop, matchCase.Pattern.Span);
            if (matchCase.Guard is not null)
                JumpIf(matchCase.Guard, end, condition: false, matchCase.Pattern.Span);
            VisitAll(matchCase.Body);
        }

        UseLabel(end);
    }

    private void GenerateCase(MatchCase matchCase, bool isLastTested, bool isLast, Label end)
    {
        var span = matchCase.Pattern.Span;
        if (!isLastTested)
            Emit(Opcode.Copy, 1, span);
        var context = new PatternContext { AllowIrrefutable = matchCase.Guard is not null || isLast };
        GeneratePattern(matchCase.Pattern, context);
        foreach (var name in context.Stores)
            EmitName(name, ExprContext.Store, span);
        if (matchCase.Guard is not null)
            JumpIf(matchCase.Guard, FailLabel(context, 0), condition: false, span);
        if (!isLastTested)
            Emit(Opcode.PopTop, InstructionSequence.NextLocation);
        VisitAll(matchCase.Body);
        EmitJump(Opcode.Jump, end, Nowhere);

        // The cleanup belongs to the pattern that failed, not to the body's last line.
        PlaceFailLabels(context, span);
    }

    private void GeneratePattern(Pattern pattern, PatternContext context)
    {
        if (!CanGoOn(pattern.Span))
            return;
        switch (pattern)
        {
            case MatchValue value:
                GenerateValuePattern(value, context);
                break;
            case MatchSingleton singleton:
                EmitConstant(singleton.Value, singleton.Span);
                EmitCompare(CompareOperator.Is, singleton.Span);
                JumpToFail(Opcode.PopJumpIfFalse, context, singleton.Span);
                break;
            case MatchSequence sequence:
                GenerateSequencePattern(sequence, context);
                break;
            case MatchMapping mapping:
                GenerateMappingPattern(mapping, context);
                break;
            case MatchClass match:
                GenerateClassPattern(match, context);
                break;
            case MatchStar star:
                StoreCapture(star.Name, context, star.Span);
                break;
            case MatchAs capture:
                GenerateCapturePattern(capture, context);
                break;
            case MatchOr alternatives:
                GenerateOrPattern(alternatives, context);
                break;
            default:
                LowerUnknown(pattern);
                break;
        }
    }

    private void GenerateSubpattern(Pattern pattern, PatternContext context)
    {
        var outer = context.AllowIrrefutable;
        context.AllowIrrefutable = true;
        GeneratePattern(pattern, context);
        context.AllowIrrefutable = outer;
    }

    private void GenerateValuePattern(MatchValue pattern, PatternContext context)
    {
        var span = pattern.Span;
        if (pattern.Value is not (ConstantExpr or AttributeExpr))
        {
            Fail(SyntaxErrors.InvalidPatternValue(span));
            return;
        }

        Visit(pattern.Value);
        EmitCompare(CompareOperator.Eq, span);
        Emit(Opcode.ToBool, span);
        JumpToFail(Opcode.PopJumpIfFalse, context, span);
    }

    private void GenerateCapturePattern(MatchAs pattern, PatternContext context)
    {
        var span = pattern.Span;
        if (pattern.Pattern is null)
        {
            if (!context.AllowIrrefutable)
            {
                Fail(pattern.Name is null
                    ? SyntaxErrors.WildcardMakesUnreachable(span)
                    : SyntaxErrors.CaptureMakesUnreachable(ConstantRepr.Repr(pattern.Name), span));
                return;
            }

            StoreCapture(pattern.Name, context, span);
            return;
        }

        context.OnTop++;
        Emit(Opcode.Copy, 1, span);
        GeneratePattern(pattern.Pattern, context);
        context.OnTop--;
        StoreCapture(pattern.Name, context, span);
    }

    private void StoreCapture(string? name, PatternContext context, SourceSpan span)
    {
        if (name is null)
        {
            Emit(Opcode.PopTop, span);
            return;
        }

        if (context.Stores.Contains(name))
            Fail(SyntaxErrors.PatternRebinds(ConstantRepr.Repr(name), span));
        Rotate(context.OnTop + context.Stores.Count + 1, span);
        context.Stores.Add(name);
    }

    /// <summary>Brings the value on top below the ones beneath it.</summary>
    private void Rotate(int count, SourceSpan span)
    {
        for (; count > 1; count--)
            Emit(Opcode.Swap, count, span);
    }

    private Label FailLabel(PatternContext context, int pops)
    {
        while (context.FailPop.Count <= pops)
            context.FailPop.Add(NewLabel());
        return context.FailPop[pops];
    }

    private void JumpToFail(Opcode jump, PatternContext context, SourceSpan span) =>
        EmitJump(jump, FailLabel(context, context.OnTop + context.Stores.Count), span);

    private void PlaceFailLabels(PatternContext context, SourceSpan span)
    {
        for (var i = context.FailPop.Count - 1; i >= 0; i--)
        {
            UseLabel(context.FailPop[i]);
            if (i > 0)
                Emit(Opcode.PopTop, span);
        }

        context.FailPop = [];
    }

    private static bool IsWildcard(Pattern pattern) => pattern is MatchAs { Name: null, Pattern: null };
}
