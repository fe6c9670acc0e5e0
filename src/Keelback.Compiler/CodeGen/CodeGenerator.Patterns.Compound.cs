using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>Patterns of sequences, mappings and classes.</content>
internal sealed partial class CodeGenerator
{
    private void GenerateSequencePattern(MatchSequence pattern, PatternContext context)
    {
        var span = pattern.Span;
        var size = pattern.Patterns.Length;
        var star = -1;
        var onlyWildcards = true;
        var starIsWildcard = false;
        for (var i = 0; i < size; i++)
        {
            if (pattern.Patterns[i] is not MatchStar starred)
            {
                onlyWildcards &= IsWildcard(pattern.Patterns[i]);
                continue;
            }

            if (star >= 0)
            {
                Fail(SyntaxErrors.MultipleStarredNames(span));
                return;
            }

            starIsWildcard = starred.Name is null;
            onlyWildcards &= starIsWildcard;
            star = i;
        }

        context.OnTop++;
        Emit(Opcode.MatchSequence, span);
        JumpToFail(Opcode.PopJumpIfFalse, context, span);
        if (star < 0)
            CheckLength(CompareOperator.Eq, size, context, span);
        else if (size > 1)
            CheckLength(CompareOperator.GtE, size - 1, context, span);
        context.OnTop--;

        if (onlyWildcards)
            Emit(Opcode.PopTop, span);
        else if (starIsWildcard)
            MatchItemsBySubscript(pattern.Patterns, star, context, span);
        else
            MatchItemsByUnpacking(pattern.Patterns, context, span);
    }

    private void CheckLength(CompareOperator comparison, int length, PatternContext context, SourceSpan span)
    {
        Emit(Opcode.GetLen, span);
        EmitInt(length, span);
        EmitCompare(comparison, span);
        JumpToFail(Opcode.PopJumpIfFalse, context, span);
    }

    private void MatchItemsByUnpacking(ImmutableArray<Pattern> patterns, PatternContext context, SourceSpan span)
    {
        EmitUnpack(
            patterns.Length,
            index => patterns[index] is MatchStar,
            SyntaxErrors.TooManySubpatterns,
            SyntaxErrors.MultipleStarredPatterns,
            span);
        context.OnTop += patterns.Length;
        foreach (var pattern in patterns)
        {
            context.OnTop--;
            GenerateSubpattern(pattern, context);
        }
    }

    /// <summary>[first, *_, last] takes the items that matter one by one; the subject need not know negative indices.</summary>
    private void MatchItemsBySubscript(
        ImmutableArray<Pattern> patterns, int star, PatternContext context, SourceSpan span)
    {
        context.OnTop++;
        for (var i = 0; i < patterns.Length; i++)
        {
            if (i == star || IsWildcard(patterns[i]))
                continue;
            Emit(Opcode.Copy, 1, span);
            if (i < star)
            {
                EmitInt(i, span);
            }
            else
            {
                Emit(Opcode.GetLen, span);
                EmitInt(patterns.Length - i, span);
                EmitBinary(Operator.Sub, isInPlace: false, span);
            }

            Emit(Opcode.BinaryOp, (int)BinaryOperator.Subscr, span);
            GenerateSubpattern(patterns[i], context);
        }

        context.OnTop--;
        Emit(Opcode.PopTop, span);
    }

    private void GenerateMappingPattern(MatchMapping pattern, PatternContext context)
    {
        var span = pattern.Span;
        var size = pattern.Keys.Length;
        if (size != pattern.Patterns.Length)
        {
            Fail(SyntaxErrors.PatternLengths("keys", size, "patterns", pattern.Patterns.Length, "mapping", span));
            return;
        }

        context.OnTop++;
        Emit(Opcode.MatchMapping, span);
        JumpToFail(Opcode.PopJumpIfFalse, context, span);
        if (size == 0 && pattern.Rest is null)
        {
            context.OnTop--;
            Emit(Opcode.PopTop, span);
            return;
        }

        if (size > 0)
            CheckLength(CompareOperator.GtE, size, context, span);
        GenerateMappingKeys(pattern);
        Emit(Opcode.BuildTuple, size, span);
        Emit(Opcode.MatchKeys, span);
        context.OnTop += 2;
        CheckNotNone(context, span);
        Emit(Opcode.UnpackSequence, size, span);
        context.OnTop += size - 1;
        foreach (var subpattern in pattern.Patterns)
        {
            context.OnTop--;
            GenerateSubpattern(subpattern, context);
        }

        context.OnTop -= 2;
        if (pattern.Rest is not null)
        {
            CollectRest(size, span);
            StoreCapture(pattern.Rest, context, span);
        }
        else
        {
            Emit(Opcode.PopTop, span);
            Emit(Opcode.PopTop, span);
        }
    }

    private void GenerateMappingKeys(MatchMapping pattern)
    {
        var seen = new HashSet<Constant>(PatternKeyComparer.Instance);
        foreach (var key in pattern.Keys)
        {
            if (key is ConstantExpr constant)
            {
                if (!seen.Add(constant.Value))
                    Fail(SyntaxErrors.DuplicateMappingKey(ConstantRepr.Repr(constant.Value), pattern.Span));
            }
            else if (key is not AttributeExpr)
            {
                Fail(SyntaxErrors.InvalidMappingKey(pattern.Span));
            }

            Visit(key);
        }
    }

    /// <summary>Copies the subject and takes the matched keys out.</summary>
    private void CollectRest(int size, SourceSpan span)
    {
        Emit(Opcode.BuildMap, 0, span);
        Emit(Opcode.Swap, 3, span);
        Emit(Opcode.DictUpdate, 2, span);
        Emit(Opcode.UnpackSequence, size, span);
        for (var left = size; left > 0; left--)
        {
            Emit(Opcode.Copy, 1 + left, span);
            Emit(Opcode.Swap, 2, span);
            Emit(Opcode.DeleteSubscr, span);
        }
    }

    private void CheckNotNone(PatternContext context, SourceSpan span)
    {
        Emit(Opcode.Copy, 1, span);
        EmitNone(span);
        Emit(Opcode.IsOp, 1, span);
        JumpToFail(Opcode.PopJumpIfFalse, context, span);
    }

    private void GenerateClassPattern(MatchClass pattern, PatternContext context)
    {
        var span = pattern.Span;
        var positional = pattern.Patterns.Length;
        var attributes = pattern.KwdAttrs.Length;
        if (attributes != pattern.KwdPatterns.Length)
        {
            Fail(SyntaxErrors.PatternLengths(
                "kwd_attrs", attributes, "kwd_patterns", pattern.KwdPatterns.Length, "class", span));
            return;
        }

        CheckPatternAttributes(pattern);
        Visit(pattern.Cls);
        EmitConstant(
            new Constant.Tuple([.. pattern.KwdAttrs.Select(name => (Constant)new Constant.Str(name))]), span);
        Emit(Opcode.MatchClass, positional, span);
        context.OnTop++;
        CheckNotNone(context, span);
        Emit(Opcode.UnpackSequence, positional + attributes, span);
        context.OnTop += positional + attributes - 1;
        for (var i = 0; i < positional + attributes; i++)
        {
            context.OnTop--;
            var subpattern = i < positional ? pattern.Patterns[i] : pattern.KwdPatterns[i - positional];
            if (IsWildcard(subpattern))
                Emit(Opcode.PopTop, span);
            else
                GenerateSubpattern(subpattern, context);
        }
    }

    private void CheckPatternAttributes(MatchClass pattern)
    {
        for (var i = 0; i < pattern.KwdAttrs.Length - 1; i++)
        {
            var other = pattern.KwdAttrs.IndexOf(pattern.KwdAttrs[i], i + 1);
            if (other < 0)
                continue;
            Fail(SyntaxErrors.PatternAttributeRepeated(pattern.KwdAttrs[i], pattern.KwdPatterns[other].Span));
            return;
        }
    }
}
