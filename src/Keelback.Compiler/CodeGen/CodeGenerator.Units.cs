using System.Diagnostics;
using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Compiler.Flow;
using Keelback.Compiler.Symbols;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <content>Entering and leaving code units, their names, flags and closures.</content>
internal sealed partial class CodeGenerator
{
    private readonly record struct ParameterCounts(int Args, int PosOnly, int KwOnly);

    private static ParameterCounts CountsOf(Arguments arguments) => new(
        arguments.Args.Length, arguments.PosOnlyArgs.Length, arguments.KwOnlyArgs.Length);

    private SymbolBlock BlockOf(AstNode node, BlockRole role)
    {
        if (_table.Find(node, role) is { } block)
            return block;
        Fail(SyntaxErrors.InvalidTree("unknown symbol table entry", node.Span));
        return new SymbolBlock(-1, "", BlockKind.Function, node.Span);
    }

    private static CompilationUnit NewUnit(
        string name, UnitKind kind, SymbolBlock block, int line, string? className, ParameterCounts counts)
    {
        var metadata = new UnitMetadata
        {
            Name = name,
            QualifiedName = name,
            FirstLineNumber = line,
            ArgCount = counts.Args,
            PosOnlyArgCount = counts.PosOnly,
            KwOnlyArgCount = counts.KwOnly,
        };
        foreach (var parameter in block.ParameterNames)
            metadata.VarNames.GetOrAdd(parameter);

        AddByScope(metadata.CellVars, block, SymbolScope.Cell, SymbolFlags.ComprehensionCell);
        if (block.NeedsClassClosure)
            metadata.CellVars.GetOrAdd(ClassCell);
        if (block.NeedsClassDict)
            metadata.CellVars.GetOrAdd(ClassDict);
        if (block.HasConditionalAnnotations)
            metadata.CellVars.GetOrAdd(ConditionalAnnotations);
        AddByScope(metadata.FreeVars, block, SymbolScope.Free, SymbolFlags.FreeInClass);
        return new CompilationUnit(kind, block, className, metadata);
    }

    private static void AddByScope(
        OrderedTable<string> names, SymbolBlock block, SymbolScope scope, SymbolFlags flags)
    {
        var matching = new List<string>();
        foreach (var (name, symbol) in block.Table)
        {
            if (symbol.Scope == scope || symbol.Has(flags))
                matching.Add(name);
        }

        matching.Sort(CodePointComparer.Instance);
        foreach (var name in matching)
            names.GetOrAdd(name);
    }

    private void EnterUnit(
        string name, UnitKind kind, SymbolBlock block, int line, string? className = null,
        ParameterCounts counts = default)
    {
        var unit = NewUnit(name, kind, block, line, className ?? _unit.ClassName, counts);
        _outerUnits.Add(_unit);
        _unit = unit;
        unit.Metadata.QualifiedName = QualifiedNameOf(unit);
        Emit(Opcode.Resume, (int)ResumePoint.FunctionStart, new SourceSpan(line, 0, line, 0));
    }

    private void LeaveUnit()
    {
        _unit = _outerUnits[^1];
        _outerUnits.RemoveAt(_outerUnits.Count - 1);
    }

    private string QualifiedNameOf(CompilationUnit unit)
    {
        var name = unit.Metadata.Name;
        if (_outerUnits.Count <= 1)
            return name;
        var parent = _outerUnits[^1];
        if (parent.Kind == UnitKind.Annotations)
        {
            if (_outerUnits.Count == 2)
                return name;
            parent = _outerUnits[^2];
        }

        if (unit.Kind is UnitKind.Function or UnitKind.AsyncFunction or UnitKind.Class
            && parent.Block.ScopeOf(NameMangling.Mangle(parent.ClassName, name)) == SymbolScope.GlobalExplicit)
        {
            return name;
        }

        var isLocal = parent.Kind is UnitKind.Function or UnitKind.AsyncFunction or UnitKind.Lambda;
        return parent.Metadata.QualifiedName + (isLocal ? ".<locals>." : ".") + name;
    }

    /// <summary>Ends the unit with a return and makes its code object; null after an error.</summary>
    private CodeObject? Assemble(bool addNone = true)
    {
        if (addNone)
            EmitConstant(Constant.None.Value, Nowhere);
        Emit(Opcode.ReturnValue, Nowhere);
        if (_error is not null)
            return null;
        try
        {
            return CodeAssembler.OptimizeAndAssemble(Instructions, Metadata, FlagsOf(Block), _options.FileName);
        }
        catch (UnreachableException error)
        {
            // Only a tree that no parser makes (say, a target where a value belongs) unbalances the stack.
            Fail(SyntaxErrors.InvalidTree(error.Message, Block.Span));
            return null;
        }
    }

    private CodeFlags FlagsOf(SymbolBlock block)
    {
        var flags = _options.Flags & CompilerOptions.InheritableFlags;
        if (_future.Annotations)
            flags |= CodeFlags.FutureAnnotations;
        if (_future.BarryAsFlufl)
            flags |= CodeFlags.FutureBarryAsBdfl;
        if (block.IsCoroutine && !block.IsGenerator)
            flags |= CodeFlags.Coroutine;
        if (!block.IsFunctionLike)
            return flags;

        flags |= CodeFlags.NewLocals | CodeFlags.Optimized;
        if (block.IsNested)
            flags |= CodeFlags.Nested;
        if (block.IsGenerator)
            flags |= block.IsCoroutine ? CodeFlags.AsyncGenerator : CodeFlags.Generator;
        if (block.HasVarArgs)
            flags |= CodeFlags.VarArgs;
        if (block.HasVarKeywords)
            flags |= CodeFlags.VarKeywords;
        if (block.HasDocstring)
            flags |= CodeFlags.HasDocstring;
        if (block.IsMethod)
            flags |= CodeFlags.Method;
        return flags;
    }

    /// <summary>Makes a function of a code object: its closure, itself, and what was left on the stack for it.</summary>
    private void EmitFunction(CodeObject? code, SourceSpan span, FunctionAttribute attributes = FunctionAttribute.None)
    {
        if (code is null)
            return;
        if (code.FreeCount > 0)
        {
            foreach (var name in code.FreeVars)
                Emit(Opcode.LoadClosure, ClosureIndexOf(name), span);
            attributes |= FunctionAttribute.Closure;
            Emit(Opcode.BuildTuple, code.FreeCount, span);
        }

        EmitConstant(code, span);
        Emit(Opcode.MakeFunction, span);
        ReadOnlySpan<FunctionAttribute> order =
        [
            FunctionAttribute.Closure,
            FunctionAttribute.Annotations,
            FunctionAttribute.Annotate,
            FunctionAttribute.Kwdefaults,
            FunctionAttribute.Defaults,
        ];
        foreach (var attribute in order)
        {
            if ((attributes & attribute) != 0)
                Emit(Opcode.SetFunctionAttribute, (int)attribute, span);
        }
    }

    /// <summary>A class may bind a name itself and pass on an outer one of the same name to its methods.</summary>
    private int ClosureIndexOf(string name)
    {
        var isCell = (_unit.Kind == UnitKind.Class && name is ClassCell or ClassDict or ConditionalAnnotations)
            || Block.ScopeOf(name) == SymbolScope.Cell;
        var index = isCell ? Metadata.CellVars.IndexOf(name) : Metadata.FreeVars.IndexOf(name);
        if (index < 0)
        {
            Fail(SyntaxErrors.InvalidTree($"no variable for the closure's '{name}'", default));
            return 0;
        }

        return isCell ? index : Metadata.CellVars.Count + index;
    }
}
