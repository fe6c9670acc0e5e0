using System.Collections.Immutable;
using Keelback.Ast;

namespace Keelback.Compiler.Symbols;

/// <content>Statements.</content>
internal sealed partial class SymbolTableBuilder
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
            case FunctionDefStmt function:
                VisitFunction(FunctionParts.Of(function));
                break;
            case AsyncFunctionDefStmt function:
                VisitFunction(FunctionParts.Of(function));
                break;
            case ClassDefStmt definition:
                VisitClass(definition);
                break;
            case TypeAliasStmt alias:
                VisitTypeAlias(alias);
                break;
            case ReturnStmt { Value: { } value }:
                Visit(value);
                break;
            case DeleteStmt delete:
                VisitAll(delete.Targets);
                break;
            case AssignStmt assign:
                VisitAll(assign.Targets);
                Visit(assign.Value);
                break;
            case AnnAssignStmt assign:
                VisitAnnotatedAssignment(assign);
                break;
            case AugAssignStmt assign:
                Visit(assign.Target);
                Visit(assign.Value);
                break;
            case ExprStmt expression:
                Visit(expression.Value);
                break;
            case RaiseStmt raise:
                VisitOptional(raise.Exc);
                if (raise.Exc is not null)
                    VisitOptional(raise.Cause);
                break;
            case AssertStmt assert:
                Visit(assert.Test);
                VisitOptional(assert.Msg);
                break;
            case ImportStmt import:
                VisitAll(import.Names);
                break;
            case ImportFromStmt import:
                VisitAll(import.Names);
                CheckFutureImport(import);
                break;
            case GlobalStmt global:
                VisitDeclaration(global.Names, SymbolFlags.Global, "global", global);
                break;
            case NonlocalStmt nonlocal:
                VisitDeclaration(nonlocal.Names, SymbolFlags.Nonlocal, "nonlocal", nonlocal);
                break;
            case ReturnStmt or PassStmt or BreakStmt or ContinueStmt:
                break;
            default:
                VisitCompound(statement);
                break;
        }
    }

    private void VisitCompound(Stmt statement)
    {
        switch (statement)
        {
            case IfStmt branch:
                Visit(branch.Test);
                VisitConditionally(branch.Body, branch.OrElse);
                break;
            case WhileStmt loop:
                Visit(loop.Test);
                VisitConditionally(loop.Body, loop.OrElse);
                break;
            case ForStmt loop:
                Visit(loop.Target);
                Visit(loop.Iter);
                VisitConditionally(loop.Body, loop.OrElse);
                break;
            case AsyncForStmt loop:
                RequireCoroutine("async for", loop);
                Visit(loop.Target);
                Visit(loop.Iter);
                VisitConditionally(loop.Body, loop.OrElse);
                break;
            case WithStmt with:
                VisitWith(with.Items, with.Body);
                break;
            case AsyncWithStmt with:
                RequireCoroutine("async with", with);
                VisitWith(with.Items, with.Body);
                break;
            case TryStmt attempt:
                VisitTry(attempt.Body, attempt.Handlers, attempt.OrElse, attempt.FinalBody);
                break;
            case TryStarStmt attempt:
                VisitTry(attempt.Body, attempt.Handlers, attempt.OrElse, attempt.FinalBody);
                break;
            case MatchStmt match:
                VisitMatch(match);
                break;
            default:
                VisitUnknown(statement);
                break;
        }
    }

    private void VisitConditionally(ImmutableArray<Stmt> body, ImmutableArray<Stmt> orElse)
    {
        var outer = EnterConditionalBlock();
        VisitAll(body);
        VisitAll(orElse);
        _current.InConditionalBlock = outer;
    }

    private void VisitWith(ImmutableArray<WithItem> items, ImmutableArray<Stmt> body)
    {
        var outer = EnterConditionalBlock();
        foreach (var item in items)
        {
            Visit(item.ContextExpr);
            VisitOptional(item.OptionalVars);
        }

        VisitAll(body);
        _current.InConditionalBlock = outer;
    }

    private void VisitTry(
        ImmutableArray<Stmt> body, ImmutableArray<ExceptHandler> handlers, ImmutableArray<Stmt> orElse,
        ImmutableArray<Stmt> finalBody)
    {
        var outer = EnterConditionalBlock();
        VisitAll(body);
        foreach (var handler in handlers)
        {
            VisitOptional(handler.Type);
            if (handler.Name is { } name)
                Define(name, SymbolFlags.Local, handler.Span);
            VisitAll(handler.Body);
        }

        VisitAll(orElse);
        VisitAll(finalBody);
        _current.InConditionalBlock = outer;
    }

    private void VisitMatch(MatchStmt match)
    {
        Visit(match.Subject);
        var outer = EnterConditionalBlock();
        foreach (var matchCase in match.Cases)
        {
            Visit(matchCase.Pattern);
            VisitOptional(matchCase.Guard);
            VisitAll(matchCase.Body);
        }

        _current.InConditionalBlock = outer;
    }

    private bool EnterConditionalBlock()
    {
        var outer = _current.InConditionalBlock;
        _current.InConditionalBlock = true;
        return outer;
    }

    private void RequireCoroutine(string what, Stmt statement)
    {
        if (AllowsTopLevelAwait)
            _current.IsCoroutine = true;
        if (!_current.IsCoroutine)
            Fail(SyntaxErrors.AsyncOutsideAsyncFunction(what, statement.Span));
    }

    private void VisitAll(ImmutableArray<Alias> aliases)
    {
        foreach (var alias in aliases)
        {
            var name = alias.AsName ?? alias.Name;
            if (name != "*")
            {
                var dot = name.IndexOf('.');
                Define(dot < 0 ? name : name[..dot], SymbolFlags.Import, alias.Span);
            }
            else if (_current.Kind != BlockKind.Module)
            {
                Fail(SyntaxErrors.ImportStarInBlock(alias.Span));
            }
        }
    }

    private void CheckFutureImport(ImportFromStmt import)
    {
        if (import is not { Module: "__future__", Level: null or 0 })
            return;
        var last = _future.LastImport;
        if (import.Span.Line > last.Line
            || (import.Span.Line == last.EndLine && import.Span.Column > last.EndColumn))
        {
            Fail(SyntaxErrors.FutureNotAtBeginning(import.Span));
        }
    }

    private void VisitDeclaration(
        ImmutableArray<string> names, SymbolFlags flag, string declaration, Stmt statement)
    {
        foreach (var name in names)
        {
            var known = Lookup(_current, name);
            if ((known & SymbolFlags.Parameter) != 0)
            {
                Fail(flag == SymbolFlags.Global
                    ? SyntaxErrors.ParameterAndGlobal(name, statement.Span)
                    : SyntaxErrors.ParameterAndNonlocal(name, statement.Span));
            }
            else if ((known & SymbolFlags.Use) != 0)
            {
                Fail(SyntaxErrors.UsedBefore(name, declaration, statement.Span));
            }
            else if ((known & SymbolFlags.Annotated) != 0)
            {
                Fail(SyntaxErrors.AnnotatedCannotBe(name, declaration, statement.Span));
            }
            else if ((known & SymbolFlags.Local) != 0)
            {
                Fail(SyntaxErrors.AssignedBefore(name, declaration, statement.Span));
            }

            Define(name, flag, statement.Span);
            RecordDirective(name, statement.Span);
        }
    }
}
