using System.Collections.Immutable;
using Keelback.Ast;

namespace Keelback.Compiler.Symbols;

/// <content>Comprehensions, and the assignment expressions that bind outside of them (PEP 572).</content>
internal sealed partial class SymbolTableBuilder
{
    private void VisitComprehension(Expr expression)
    {
        var parts = ComprehensionParts.Of(expression);
        if (parts.Generators.IsEmpty)
        {
            Fail(SyntaxErrors.InvalidTree("comprehension with no generators", expression.Span));
            return;
        }

        // The outermost iterable is evaluated by the block around the comprehension.
        var outermost = parts.Generators[0];
        _current.IterationExpressionDepth++;
        Visit(outermost.Iter);
        _current.IterationExpressionDepth--;

        Enter(parts.BlockName, BlockKind.Function, expression, BlockRole.Body, expression.Span);
        var block = _current;
        block.Comprehension = parts.Kind;
        block.IsCoroutine |= outermost.IsAsync != 0;
        Define(".0", SymbolFlags.Parameter, block.Span);
        block.InIterationTarget = true;
        Visit(outermost.Target);
        block.InIterationTarget = false;
        VisitAll(outermost.Ifs);
        foreach (var generator in parts.Generators.AsSpan()[1..])
            VisitGenerator(generator);
        VisitOptional(parts.Value);
        Visit(parts.Element);

        var isGenerator = parts.Kind == ComprehensionKind.Generator;
        block.IsGenerator = isGenerator;
        var isAsync = block.IsCoroutine && !isGenerator;
        Leave();
        if (!isAsync)
            return;
        if (!IsAsyncFunction && _current.Comprehension == ComprehensionKind.None && !AllowsTopLevelAwait)
            Fail(SyntaxErrors.AsyncComprehensionOutside(expression.Span));
        _current.IsCoroutine = true;
    }

    private void VisitGenerator(Comprehension generator)
    {
        _current.InIterationTarget = true;
        Visit(generator.Target);
        _current.InIterationTarget = false;
        _current.IterationExpressionDepth++;
        Visit(generator.Iter);
        _current.IterationExpressionDepth--;
        VisitAll(generator.Ifs);
        _current.IsCoroutine |= generator.IsAsync != 0;
    }

    private void VisitWalrus(NamedExprExpr named)
    {
        if (RefuseInAnnotation("named expression", named))
            return;
        if (_current.IterationExpressionDepth > 0)
        {
            Fail(SyntaxErrors.WalrusInIterable(named.Span));
            return;
        }

        if (_current.Comprehension != ComprehensionKind.None && named.Target is NameExpr target)
            BindOutsideComprehension(target);
        Visit(named.Value);
        Visit(named.Target);
    }

    /// <summary>Binds the name in the nearest block that is no comprehension.</summary>
    private void BindOutsideComprehension(NameExpr target)
    {
        for (var i = _stack.Count - 1; i >= 0; i--)
        {
            var block = _stack[i];
            if (block.Comprehension != ComprehensionKind.None)
            {
                const SymbolFlags iteration = SymbolFlags.IterationVariable | SymbolFlags.Local;
                if ((Lookup(block, target.Id) & iteration) == iteration)
                    Fail(SyntaxErrors.WalrusRebindsIterationVariable(target.Id, target.Span));
                continue;
            }

            switch (block.Kind)
            {
                case BlockKind.Function:
                    var isGlobal = (Lookup(block, target.Id) & SymbolFlags.Global) != 0;
                    Define(target.Id, isGlobal ? SymbolFlags.Global : SymbolFlags.Nonlocal, target.Span);
                    RecordDirective(target.Id, target.Span);
                    Define(block, target.Id, SymbolFlags.Local, target.Span);
                    return;
                case BlockKind.Module:
                    Define(target.Id, SymbolFlags.Global, target.Span);
                    RecordDirective(target.Id, target.Span);
                    Define(block, target.Id, SymbolFlags.Global, target.Span);
                    return;
                case BlockKind.Class:
                    Fail(SyntaxErrors.WalrusInClassComprehension(target.Span));
                    return;
                case BlockKind.TypeParameters:
                    Fail(SyntaxErrors.WalrusInGenericComprehension(target.Span));
                    return;
                case BlockKind.TypeAlias:
                    Fail(SyntaxErrors.WalrusInTypeAliasComprehension(target.Span));
                    return;
                case BlockKind.TypeVariable:
                    Fail(SyntaxErrors.WalrusInTypeVariableComprehension(target.Span));
                    return;
                default:
                    continue;
            }
        }
    }
}
