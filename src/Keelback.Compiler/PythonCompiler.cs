using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Bytecode;
using Keelback.Compiler.CodeGen;
using Keelback.Compiler.Symbols;
using Keelback.Text;

namespace Keelback.Compiler;

/// <summary>
/// Compiles syntax trees to code objects, equal to CPython's byte for byte. Nothing here throws, whatever the tree: what
/// is wrong with it comes back as a diagnostic.
/// </summary>
public static class PythonCompiler
{
    /// <summary>Compiles a module, an interactive statement or an expression.</summary>
    public static CompilationResult Compile(Mod tree, CompilerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(tree);
        options ??= new CompilerOptions();
        var (features, error) = FutureFeatures.Read(tree, InheritedFeatures(options));
        if (error is not null)
            return Failure([], error);

        var (prepared, warnings, preparationError) = TreePreprocessor.Prepare(tree, features, options);
        if (preparationError is not null)
            return Failure(warnings, preparationError);
        var (table, tableError) = SymbolTableBuilder.Build(prepared, features);
        if (tableError is not null)
            return Failure(warnings, tableError);
        var (code, diagnostics) = CodeGenerator.Generate(prepared, table, features, options);
        return new CompilationResult(code, [.. warnings, .. diagnostics]);
    }

    /// <summary>The symbol table of a tree, as the symtable module shows it; an error leaves it unfinished.</summary>
    public static (SymbolTable Table, Diagnostic? Error) BuildSymbolTable(Mod tree, CompilerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(tree);
        options ??= new CompilerOptions();
        var (features, error) = FutureFeatures.Read(tree, InheritedFeatures(options));
        return error is not null ? (new SymbolTable(), error) : SymbolTableBuilder.Build(tree, features);
    }

    private static FutureFeatures InheritedFeatures(CompilerOptions options) => new(
        options.Flags.HasFlag(CodeFlags.FutureAnnotations),
        options.Flags.HasFlag(CodeFlags.FutureBarryAsBdfl),
        options.AllowTopLevelAwait,
        SourceSpan.None);

    private static CompilationResult Failure(ImmutableArray<Diagnostic> warnings, Diagnostic error) =>
        new(null, [.. warnings, error]);
}
