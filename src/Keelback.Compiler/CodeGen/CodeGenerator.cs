using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Compiler.Flow;
using Keelback.Compiler.Symbols;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <summary>
/// Turns a tree with its symbol table into instructions, unit by unit, and hands each finished unit to the back end.
/// This room holds the state and the ways in. The first error is kept; from then on nothing more is visited, so that
/// code need not look at it after each step.
/// </summary>
internal sealed partial class CodeGenerator
{
    private readonly SymbolTable _table;
    private readonly FutureFeatures _future;
    private readonly CompilerOptions _options;
    private readonly List<CompilationUnit> _outerUnits = [];
    private readonly ImmutableArray<Diagnostic>.Builder _warnings = ImmutableArray.CreateBuilder<Diagnostic>();
    private CompilationUnit _unit;
    private Diagnostic? _error;
    private bool _isInteractive;
    private int _warningsDisabled;

    private CodeGenerator(SymbolTable table, FutureFeatures future, CompilerOptions options)
    {
        _table = table;
        _future = future;
        _options = options;
        _unit = NewUnit("<module>", UnitKind.Module, table.Top, 1, className: null, default);
    }

    private static SourceSpan Nowhere => SourceSpan.None;

    private InstructionSequence Instructions => _unit.Instructions;

    private UnitMetadata Metadata => _unit.Metadata;

    private SymbolBlock Block => _unit.Block;

    private bool IsInteractiveTopLevel => _isInteractive && _outerUnits.Count == 0;

    /// <summary>Compiles a whole tree.</summary>
    public static (CodeObject? Code, ImmutableArray<Diagnostic> Diagnostics) Generate(
        Mod tree, SymbolTable table, FutureFeatures future, CompilerOptions options)
    {
        var generator = new CodeGenerator(table, future, options);
        var code = generator.GenerateModule(tree);
        if (generator._error is { } error)
            return (null, [.. generator._warnings, error]);
        return (code, generator._warnings.ToImmutable());
    }

    private CodeObject? GenerateModule(Mod tree)
    {
        var span = new SourceSpan(0, 0, 1, 0);
        Emit(Opcode.Resume, (int)ResumePoint.FunctionStart, span);
        Emit(Opcode.AnnotationsPlaceholder, span);
        switch (tree)
        {
            case Module module:
                GenerateModuleBody(module.Body);
                break;
            case Interactive interactive:
                _isInteractive = true;
                GenerateModuleBody(interactive.Body);
                break;
            case Expression expression:
                Visit(expression.Body);
                break;
        }

        return Assemble(addNone: tree is not Expression);
    }

    private void GenerateModuleBody(ImmutableArray<Stmt> body)
    {
        var span = body.IsEmpty ? new SourceSpan(1, 0, 1, 0) : body[0].Span;
        if (Block.HasConditionalAnnotations)
        {
            Emit(Opcode.BuildSet, 0, span);
            Emit(Opcode.StoreName, Metadata.Names.GetOrAdd(ConditionalAnnotations), span);
        }

        GenerateBody(body, span);
    }

    /// <summary>A module's or class's statements: docstring, statements, annotations.</summary>
    private void GenerateBody(ImmutableArray<Stmt> body, SourceSpan span)
    {
        if (_future.Annotations && Block.UsesAnnotations)
            Emit(Opcode.SetupAnnotations, span);
        if (body.IsEmpty)
            return;

        var first = 0;
        if (!IsInteractiveTopLevel && Block.HasDocstring && Docstring.Of(body) is { } docstring)
        {
            EmitConstant(Docstring.Clean(docstring), ((ExprStmt)body[0]).Value.Span);
            EmitName("__doc__", ExprContext.Store, Nowhere);
            first = 1;
        }

        foreach (var statement in body.AsSpan()[first..])
            Visit(statement);
        if (!_future.Annotations)
            GenerateDeferredAnnotations(span);
    }

    private bool CanGoOn(SourceSpan span)
    {
        if (_error is null && !System.Runtime.CompilerServices.RuntimeHelpers.TryEnsureSufficientExecutionStack())
            Fail(SyntaxErrors.RecursionTooDeep(span));
        return _error is null;
    }

    private void Fail(Diagnostic error) => _error ??= error;

    private void Warn(Diagnostic warning)
    {
        // What stands in finally is compiled twice, and shall complain once.
        if (_warningsDisabled == 0 && _error is null)
            _warnings.Add(warning);
    }

    /// <summary>Where a variant's generated nodes are lowered.</summary>
    partial void LowerVariantNode(AstNode node, ref bool lowered);

    private void LowerUnknown(AstNode node)
    {
        var lowered = false;
        LowerVariantNode(node, ref lowered);
        if (!lowered)
            Fail(SyntaxErrors.InvalidTree($"unexpected node {node.GetType().Name}", node.Span));
    }
}
