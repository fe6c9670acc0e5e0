using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>Tuples, lists, sets and dicts: displays with unpacking, and targets that unpack.</content>
internal sealed partial class CodeGenerator
{
    /// <summary>More values than this are not left on the stack, but collected one by one.</summary>
    private const int StackUseGuideline = 30;

    private static readonly Collector s_list = new(
        Opcode.BuildList, Opcode.BuildList, Opcode.ListAppend, Opcode.ListExtend, IsTuple: false);

    private static readonly Collector s_tuple = s_list with { BuildWhole = Opcode.BuildTuple, IsTuple = true };

    private static readonly Collector s_set = new(
        Opcode.BuildSet, Opcode.BuildSet, Opcode.SetAdd, Opcode.SetUpdate, IsTuple: false);

    /// <summary>The instructions that make a collection at once, or begin it and go on.</summary>
    private sealed record Collector(Opcode BuildWhole, Opcode Begin, Opcode Add, Opcode Extend, bool IsTuple);

    private void GenerateTuple(TupleExpr tuple)
    {
        if (tuple.Ctx == ExprContext.Load)
            GenerateUnpacked(tuple.Elts, 0, s_tuple, tuple.Span);
        else if (tuple.Ctx == ExprContext.Store)
            GenerateUnpackingTarget(tuple.Elts, tuple.Span);
        else
            VisitAll(tuple.Elts);
    }

    private void GenerateList(ListExpr list)
    {
        if (list.Ctx == ExprContext.Load)
            GenerateUnpacked(list.Elts, 0, s_list, list.Span);
        else if (list.Ctx == ExprContext.Store)
            GenerateUnpackingTarget(list.Elts, list.Span);
        else
            VisitAll(list.Elts);
    }

    /// <summary>Collects what is pushed already, the elements, and a variable that comes after them.</summary>
    private void GenerateUnpacked(
        ImmutableArray<Expr> elements, int pushed, Collector collector, SourceSpan span, string? injected = null)
    {
        var total = elements.Length + pushed + (injected is null ? 0 : 1);
        var isBig = total > StackUseGuideline;
        if (!isBig && !elements.Any(element => element is StarredExpr))
        {
            VisitAll(elements);
            if (injected is not null)
                EmitName(injected, ExprContext.Load, span);
            Emit(collector.BuildWhole, total, span);
            return;
        }

        var isBegun = isBig;
        if (isBig)
            Emit(collector.Begin, pushed, span);
        for (var i = 0; i < elements.Length; i++)
        {
            if (elements[i] is StarredExpr starred)
            {
                if (!isBegun)
                    Emit(collector.Begin, i + pushed, span);
                isBegun = true;
                Visit(starred.Value);
                Emit(collector.Extend, 1, span);
            }
            else
            {
                Visit(elements[i]);
                if (isBegun)
                    Emit(collector.Add, 1, span);
            }
        }

        if (injected is not null)
        {
            EmitName(injected, ExprContext.Load, span);
            Emit(collector.Add, 1, span);
        }

        if (collector.IsTuple)
            EmitIntrinsic(UnaryIntrinsic.ListToTuple, span);
    }

    private void GenerateUnpackingTarget(ImmutableArray<Expr> targets, SourceSpan span)
    {
        EmitUnpack(
            targets.Length,
            index => targets[index] is StarredExpr,
            SyntaxErrors.TooManyTargets,
            SyntaxErrors.MultipleStarredTargets,
            span);
        foreach (var target in targets)
            Visit(target is StarredExpr starred ? starred.Value : target);
    }

    private void EmitUnpack(
        int count, Func<int, bool> isStarred, Func<SourceSpan, Diagnostic> tooMany,
        Func<SourceSpan, Diagnostic> multiple, SourceSpan span)
    {
        var seenStar = false;
        for (var i = 0; i < count; i++)
        {
            if (!isStarred(i))
                continue;
            if (seenStar)
            {
                Fail(multiple(span));
                return;
            }

            var behind = count - i - 1;
            if (i >= 1 << 8 || behind >= int.MaxValue >> 8)
            {
                Fail(tooMany(span));
                return;
            }

            Emit(Opcode.UnpackEx, i + (behind << 8), span);
            seenStar = true;
        }

        if (!seenStar)
            Emit(Opcode.UnpackSequence, count, span);
    }

    private void GenerateDict(DictExpr dict)
    {
        var span = dict.Span;
        var haveDict = false;
        var pending = 0;
        var count = Math.Min(dict.Keys.Length, dict.Values.Length);
        for (var i = 0; i < count; i++)
        {
            if (dict.Keys[i] is not null)
            {
                if (pending * 2 > StackUseGuideline)
                {
                    GenerateDictPart(dict, i - pending, i + 1, ref haveDict);
                    pending = 0;
                }
                else
                {
                    pending++;
                }

                continue;
            }

            if (pending > 0)
                GenerateDictPart(dict, i - pending, i, ref haveDict);
            pending = 0;
            if (!haveDict)
                Emit(Opcode.BuildMap, 0, span);
            haveDict = true;
            Visit(dict.Values[i]);
            Emit(Opcode.DictUpdate, 1, span);
        }

        if (pending > 0)
            GenerateDictPart(dict, count - pending, count, ref haveDict);
        if (!haveDict)
            Emit(Opcode.BuildMap, 0, span);
    }

    private void GenerateDictPart(DictExpr dict, int start, int end, ref bool haveDict)
    {
        var isBig = (end - start) * 2 > StackUseGuideline;
        if (isBig)
            Emit(Opcode.BuildMap, 0, dict.Span);
        for (var i = start; i < end; i++)
        {
            Visit(dict.Keys[i]!);
            Visit(dict.Values[i]);
            if (isBig)
                Emit(Opcode.MapAdd, 1, dict.Span);
        }

        if (!isBig)
            Emit(Opcode.BuildMap, end - start, dict.Span);
        if (haveDict)
            Emit(Opcode.DictUpdate, 1, dict.Span);
        haveDict = true;
    }
}
