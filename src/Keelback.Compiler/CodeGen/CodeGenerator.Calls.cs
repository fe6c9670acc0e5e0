using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Compiler.Flow;
using Keelback.Compiler.Symbols;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>Calls: of methods without making bound methods, of all, any and tuple over generators, and all others.</content>
internal sealed partial class CodeGenerator
{
    private void GenerateCall(CallExpr call)
    {
        CheckKeywords(call.Keywords);
        if (TryGenerateMethodCall(call))
            return;
        var end = NewLabel();
        CheckCaller(call.Func);
        Visit(call.Func);
        TryInlineGeneratorConsumer(call, end);
        Emit(Opcode.PushNull, call.Func.Span);
        GenerateCallArguments(0, call.Args, call.Keywords, call.Span);
        UseLabel(end);
    }

    private bool TryGenerateMethodCall(CallExpr call)
    {
        if (call.Func is not AttributeExpr { Ctx: ExprContext.Load } method || IsImported(method.Value))
            return false;
        var keywords = call.Keywords.Length;
        if (call.Args.Length + keywords + (keywords > 0 ? 1 : 0) >= StackUseGuideline
            || call.Args.Any(argument => argument is StarredExpr)
            || call.Keywords.Any(keyword => keyword.Arg is null))
        {
            return false;
        }

        var span = method.Span;
        if (method.Value is CallExpr superCall && IsPlainSuper(method, superCall))
        {
            LoadSuperArguments(superCall);
            EmitLoadSuper(method.Attr, isMethod: true, hasArguments: !superCall.Args.IsEmpty, span);
            span = StartAtAttribute(span, method);
            Emit(Opcode.Nop, span);
        }
        else
        {
            Visit(method.Value);
            span = StartAtAttribute(span, method);
            EmitLoadMethod(method.Attr, span);
        }

        VisitAll(call.Args);
        if (keywords > 0)
        {
            foreach (var keyword in call.Keywords)
                Visit(keyword.Value);
            EmitKeywordNames(call.Keywords, span);
            Emit(Opcode.CallKw, call.Args.Length + keywords, StartAtAttribute(call.Span, method));
        }
        else
        {
            Emit(Opcode.Call, call.Args.Length, StartAtAttribute(call.Span, method));
        }

        return true;
    }

    /// <summary>A function of an imported module is no method; only what the module itself imports counts.</summary>
    private bool IsImported(Expr value) =>
        value is NameExpr name && _table.Top.Find(name.Id).Has(SymbolFlags.Import);

    /// <summary>
    /// Whether super() or super(a, b) can be left out, so that one instruction looks up the attribute. The name must
    /// be the built-in as far as can be seen.
    /// </summary>
    private bool IsPlainSuper(AttributeExpr attribute, CallExpr call)
    {
        if (call.Func is not NameExpr { Id: "super" }
            || attribute.Attr == ClassCell
            || !call.Keywords.IsEmpty
            || Block.ScopeOf("super") != SymbolScope.GlobalImplicit
            || _table.Top.ScopeOf("super") != SymbolScope.Unknown)
        {
            return false;
        }

        return call.Args.Length switch
        {
            2 => call.Args[0] is not StarredExpr && call.Args[1] is not StarredExpr,
            0 => Metadata.ArgCount + Metadata.PosOnlyArgCount > 0
                && _unit.Kind != UnitKind.Class
                && Block.ScopeOf(ClassCell) == SymbolScope.Free,
            _ => false,
        };
    }

    private void LoadSuperArguments(CallExpr call)
    {
        EmitName("super", ExprContext.Load, call.Func.Span);
        if (call.Args.Length == 2)
        {
            VisitAll(call.Args);
            return;
        }

        EmitName(ClassCell, ExprContext.Load, call.Span);
        EmitName(Metadata.VarNames[0], ExprContext.Load, call.Span);
    }

    private void EmitLoadSuper(string attribute, bool isMethod, bool hasArguments, SourceSpan span) => Emit(
        Opcode.LoadSuperAttr,
        (NameIndex(attribute) << 2) | (hasArguments ? 2 : 0) | (isMethod ? 1 : 0),
        span);

    /// <summary>
    /// all(... for ...), any and tuple run the generator in place, if at run time the name is still the built-in;
    /// else the call that follows is made.
    /// </summary>
    private void TryInlineGeneratorConsumer(CallExpr call, Label end)
    {
        if (call is not { Func: NameExpr { Id: "all" or "any" or "tuple" } function, Keywords.IsEmpty: true }
            || call.Args is not [GeneratorExpExpr generator]
            || BlockOf(generator, BlockRole.Body).IsCoroutine)
        {
            return;
        }

        var span = function.Span;
        var skip = NewLabel();
        var isTuple = function.Id == "tuple";
        var isAll = function.Id == "all";
        var builtin = isTuple ? CommonConstant.Tuple
            : isAll ? CommonConstant.All
            : CommonConstant.Any;

        Emit(Opcode.Copy, 1, span);
        Emit(Opcode.LoadCommonConstant, (int)builtin, span);
        EmitCompare(CompareOperator.Is, span);
        EmitJump(Opcode.PopJumpIfFalse, skip, span);
        Emit(Opcode.PopTop, span);
        if (isTuple)
            Emit(Opcode.BuildList, 0, span);
        Visit(generator);

        var loop = NewLabel();
        var cleanup = NewLabel();
        UseLabel(loop);
        EmitJump(Opcode.ForIter, cleanup, span);
        if (isTuple)
        {
            Emit(Opcode.ListAppend, 2, span);
            EmitJump(Opcode.Jump, loop, span);
        }
        else
        {
            Emit(Opcode.ToBool, span);
            EmitJump(isAll ? Opcode.PopJumpIfTrue : Opcode.PopJumpIfFalse, loop, span);
        }

        Emit(Opcode.PopIter, Nowhere);
        if (!isTuple)
            EmitConstant(isAll ? Constant.Bool.False : Constant.Bool.True, span);
        EmitJump(Opcode.Jump, end, span);

        UseLabel(cleanup);
        Emit(Opcode.EndFor, Nowhere);
        Emit(Opcode.PopIter, Nowhere);
        if (isTuple)
            EmitIntrinsic(UnaryIntrinsic.ListToTuple, span);
        else
            EmitConstant(isAll ? Constant.Bool.True : Constant.Bool.False, span);
        EmitJump(Opcode.Jump, end, span);
        UseLabel(skip);
    }

    private void CheckKeywords(ImmutableArray<Keyword> keywords)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var repeated = new Dictionary<string, Keyword>(StringComparer.Ordinal);
        foreach (var keyword in keywords)
        {
            if (keyword.Arg is { } name && !seen.Add(name))
                repeated.TryAdd(name, keyword);
        }

        if (repeated.Count == 0)
            return;

        // The error is about the keyword that comes first, at the place of its first repetition.
        var first = keywords.First(keyword => keyword.Arg is { } name && repeated.ContainsKey(name)).Arg!;
        Fail(SyntaxErrors.KeywordRepeated(first, repeated[first].Span));
    }

    private void EmitKeywordNames(ImmutableArray<Keyword> keywords, SourceSpan span) => EmitConstant(
        new Constant.Tuple([.. keywords.Select(keyword => (Constant)new Constant.Str(keyword.Arg ?? ""))]), span);

    /// <summary>The arguments and the call itself; some are pushed already, and one variable may follow the last.</summary>
    private void GenerateCallArguments(
        int pushed, ImmutableArray<Expr> arguments, ImmutableArray<Keyword> keywords, SourceSpan span,
        string? injected = null)
    {
        CheckKeywords(keywords);
        if (arguments.Length + (keywords.Length * 2) > StackUseGuideline
            || arguments.Any(argument => argument is StarredExpr)
            || keywords.Any(keyword => keyword.Arg is null))
        {
            GenerateCallWithUnpacking(pushed, arguments, keywords, span, injected);
            return;
        }

        VisitAll(arguments);
        var count = pushed + arguments.Length;
        if (injected is not null)
        {
            EmitName(injected, ExprContext.Load, span);
            count++;
        }

        if (keywords.IsEmpty)
        {
            Emit(Opcode.Call, count, span);
            return;
        }

        foreach (var keyword in keywords)
            Visit(keyword.Value);
        EmitKeywordNames(keywords, span);
        Emit(Opcode.CallKw, count + keywords.Length, span);
    }

    private void GenerateCallWithUnpacking(
        int pushed, ImmutableArray<Expr> arguments, ImmutableArray<Keyword> keywords, SourceSpan span, string? injected)
    {
        if (pushed == 0 && arguments is [StarredExpr only])
            Visit(only.Value);
        else
            GenerateUnpacked(arguments, pushed, s_tuple, span, injected);

        if (keywords.IsEmpty)
            Emit(Opcode.PushNull, span);
        else
            GenerateKeywordDict(keywords, span);
        Emit(Opcode.CallFunctionEx, span);
    }

    private void GenerateKeywordDict(ImmutableArray<Keyword> keywords, SourceSpan span)
    {
        var haveDict = false;
        var pending = 0;
        for (var i = 0; i < keywords.Length; i++)
        {
            if (keywords[i].Arg is not null)
            {
                pending++;
                continue;
            }

            if (pending > 0)
                GenerateKeywordDictPart(keywords, i - pending, i, ref haveDict, span);
            pending = 0;
            if (!haveDict)
                Emit(Opcode.BuildMap, 0, span);
            haveDict = true;
            Visit(keywords[i].Value);
            Emit(Opcode.DictMerge, 1, span);
        }

        if (pending > 0)
            GenerateKeywordDictPart(keywords, keywords.Length - pending, keywords.Length, ref haveDict, span);
    }

    private void GenerateKeywordDictPart(
        ImmutableArray<Keyword> keywords, int start, int end, ref bool haveDict, SourceSpan span)
    {
        var isBig = (end - start) * 2 > StackUseGuideline;
        if (isBig)
            Emit(Opcode.BuildMap, 0, Nowhere);
        foreach (var keyword in keywords.AsSpan()[start..end])
        {
            EmitString(keyword.Arg!, span);
            Visit(keyword.Value);
            if (isBig)
                Emit(Opcode.MapAdd, 1, Nowhere);
        }

        if (!isBig)
            Emit(Opcode.BuildMap, end - start, span);
        if (haveDict)
            Emit(Opcode.DictMerge, 1, span);
        haveDict = true;
    }
}
