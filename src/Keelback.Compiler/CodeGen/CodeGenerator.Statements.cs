using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Compiler.Symbols;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>Simple statements, and the way to the compound ones.</content>
internal sealed partial class CodeGenerator
{
    private void VisitAll(ImmutableArray<Stmt> statements)
    {
        foreach (var statement in statements)
            Visit(statement);
    }

    private void Visit(Stmt statement)
    {
        if (!CanGoOn(statement.Span))
            return;
        switch (statement)
        {
            case ExprStmt expression:
                GenerateExpressionStatement(expression);
                break;
            case AssignStmt assign:
                GenerateAssign(assign);
                break;
            case AugAssignStmt assign:
                GenerateAugmentedAssign(assign);
                break;
            case AnnAssignStmt assign:
                GenerateAnnotatedAssign(assign);
                break;
            case ReturnStmt result:
                GenerateReturn(result);
                break;
            case DeleteStmt delete:
                VisitAll(delete.Targets);
                break;
            case RaiseStmt raise:
                GenerateRaise(raise);
                break;
            case AssertStmt assert:
                GenerateAssert(assert);
                break;
            case ImportStmt import:
                GenerateImport(import);
                break;
            case ImportFromStmt import:
                GenerateImportFrom(import);
                break;
            case FunctionDefStmt function:
                GenerateFunction(FunctionParts.Of(function));
                break;
            case AsyncFunctionDefStmt function:
                GenerateFunction(FunctionParts.Of(function));
                break;
            case ClassDefStmt definition:
                GenerateClass(definition);
                break;
            case TypeAliasStmt alias:
                GenerateTypeAlias(alias);
                break;
            case PassStmt:
                Emit(Opcode.Nop, statement.Span);
                break;
            case BreakStmt:
                GenerateBreak(statement.Span);
                break;
            case ContinueStmt:
                GenerateContinue(statement.Span);
                break;
            case GlobalStmt or NonlocalStmt:
                break;
            default:
                GenerateCompound(statement);
                break;
        }
    }

    private void GenerateCompound(Stmt statement)
    {
        _unit.ConditionalBlocks++;
        switch (statement)
        {
            case IfStmt branch:
                GenerateIf(branch);
                break;
            case ForStmt loop:
                GenerateFor(loop);
                break;
            case AsyncForStmt loop:
                GenerateAsyncFor(loop);
                break;
            case WhileStmt loop:
                GenerateWhile(loop);
                break;
            case TryStmt attempt:
                GenerateTry(attempt);
                break;
            case TryStarStmt attempt:
                GenerateTryStar(attempt);
                break;
            case WithStmt with:
                GenerateWith(with, 0);
                break;
            case AsyncWithStmt with:
                GenerateAsyncWith(with, 0);
                break;
            case MatchStmt match:
                GenerateMatch(match);
                break;
            default:
                LowerUnknown(statement);
                break;
        }

        _unit.ConditionalBlocks--;
    }

    private void GenerateExpressionStatement(ExprStmt statement)
    {
        var span = statement.Span;
        if (IsInteractiveTopLevel)
        {
            Visit(statement.Value);
            EmitIntrinsic(UnaryIntrinsic.Print, span);
            Emit(Opcode.PopTop, Nowhere);
        }
        else if (statement.Value is ConstantExpr)
        {
            Emit(Opcode.Nop, span);
        }
        else
        {
            Visit(statement.Value);
            Emit(Opcode.PopTop, Nowhere);
        }
    }

    private void GenerateAssign(AssignStmt assign)
    {
        Visit(assign.Value);
        for (var i = 0; i < assign.Targets.Length; i++)
        {
            if (i < assign.Targets.Length - 1)
                Emit(Opcode.Copy, 1, assign.Span);
            Visit(assign.Targets[i]);
        }
    }

    private void GenerateAugmentedAssign(AugAssignStmt assign)
    {
        var target = assign.Target;
        var span = target.Span;
        switch (target)
        {
            case AttributeExpr attribute:
                Visit(attribute.Value);
                Emit(Opcode.Copy, 1, span);
                span = StartAtAttribute(span, attribute);
                EmitLoadAttribute(attribute.Attr, span);
                break;
            case SubscriptExpr subscript:
                GenerateAugmentedSubscriptLoad(subscript);
                break;
            case NameExpr name:
                EmitName(name.Id, ExprContext.Load, span);
                break;
            default:
                Fail(SyntaxErrors.InvalidTree("invalid node type for augmented assignment", span));
                return;
        }

        Visit(assign.Value);
        EmitBinary(assign.Op, isInPlace: true, assign.Span);
        switch (target)
        {
            case AttributeExpr attribute:
                Emit(Opcode.Swap, 2, span);
                Emit(Opcode.StoreAttr, NameIndex(attribute.Attr), span);
                break;
            case SubscriptExpr subscript:
                GenerateAugmentedSubscriptStore(subscript);
                break;
            case NameExpr name:
                EmitName(name.Id, ExprContext.Store, span);
                break;
        }
    }

    private void GenerateRaise(RaiseStmt raise)
    {
        var count = 0;
        if (raise.Exc is not null)
        {
            Visit(raise.Exc);
            count++;
            if (raise.Cause is not null)
            {
                Visit(raise.Cause);
                count++;
            }
        }

        Emit(Opcode.RaiseVarargs, count, raise.Span);
    }

    private void GenerateAssert(AssertStmt assert)
    {
        if (assert.Test is TupleExpr { Elts.Length: > 0 }
            or ConstantExpr { Value: Constant.Tuple { Items.Length: > 0 } })
        {
            Warn(SyntaxWarnings.AssertAlwaysTrue(assert.Span));
        }

        if (_options.OptimizationLevel > 0)
            return;
        var end = NewLabel();
        JumpIf(assert.Test, end, condition: true, assert.Span);
        Emit(Opcode.LoadCommonConstant, (int)CommonConstant.AssertionError, assert.Span);
        if (assert.Msg is not null)
        {
            Visit(assert.Msg);
            Emit(Opcode.Call, 0, assert.Span);
        }

        Emit(Opcode.RaiseVarargs, 1, assert.Test.Span);
        UseLabel(end);
    }

    private void GenerateImport(ImportStmt import)
    {
        var span = import.Span;
        foreach (var alias in import.Names)
        {
            EmitInt(0, span);
            EmitNone(span);
            Emit(Opcode.ImportName, NameIndex(alias.Name), span);
            var dot = alias.Name.IndexOf('.');
            if (alias.AsName is null)
                EmitName(dot < 0 ? alias.Name : alias.Name[..dot], ExprContext.Store, span);
            else if (dot < 0)
                EmitName(alias.AsName, ExprContext.Store, span);
            else
                BindSubmodule(alias.Name, alias.AsName, span);
        }
    }

    /// <summary>IMPORT_NAME gives the package a; import a.b.c as d goes down to c from there.</summary>
    private void BindSubmodule(string path, string name, SourceSpan span)
    {
        var parts = path.Split('.');
        for (var i = 1; i < parts.Length; i++)
        {
            Emit(Opcode.ImportFrom, Metadata.Names.GetOrAdd(parts[i]), span);
            if (i == parts.Length - 1)
                break;
            Emit(Opcode.Swap, 2, span);
            Emit(Opcode.PopTop, span);
        }

        EmitName(name, ExprContext.Store, span);
        Emit(Opcode.PopTop, span);
    }

    private void GenerateImportFrom(ImportFromStmt import)
    {
        var span = import.Span;
        EmitInt(import.Level ?? 0, span);
        EmitConstant(
            new Constant.Tuple([.. import.Names.Select(alias => (Constant)new Constant.Str(alias.Name))]), span);
        Emit(Opcode.ImportName, NameIndex(import.Module ?? ""), span);
        for (var i = 0; i < import.Names.Length; i++)
        {
            var alias = import.Names[i];
            if (i == 0 && alias.Name.StartsWith('*'))
            {
                EmitIntrinsic(UnaryIntrinsic.ImportStar, span);
                Emit(Opcode.PopTop, Nowhere);
                return;
            }

            Emit(Opcode.ImportFrom, NameIndex(alias.Name), span);
            EmitName(alias.AsName ?? alias.Name, ExprContext.Store, span);
        }

        Emit(Opcode.PopTop, span);
    }
}
