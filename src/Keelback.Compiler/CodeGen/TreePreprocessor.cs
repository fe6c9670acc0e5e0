using System.Collections.Immutable;
using Keelback.Ast;
using Keelback.Text;

namespace Keelback.Compiler.CodeGen;

/// <summary>
/// What is done to a tree before names are resolved: __debug__ becomes a constant, docstrings go under -OO, '%' with a
/// literal format becomes an f-string, and signed numbers in patterns become constants. It also warns of jumps out of
/// finally (PEP 765). Constant folding proper is left to the flow graph.
/// </summary>
internal sealed partial class TreePreprocessor : AstRewriter
{
    private readonly FutureFeatures _future;
    private readonly int _optimizationLevel;
    private readonly ImmutableArray<Diagnostic>.Builder _warnings = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly Stack<Surroundings> _surroundings = new();

    private TreePreprocessor(FutureFeatures future, int optimizationLevel)
    {
        _future = future;
        _optimizationLevel = optimizationLevel;
    }

    /// <summary>What is nearest around a statement, as far as jumps out of finally are concerned.</summary>
    private enum Surroundings
    {
        Finally,
        Function,
        Loop,
    }

    /// <summary>Gives the changed tree, the warnings about it, and the error of a tree too deep to walk.</summary>
    public static (Mod Tree, ImmutableArray<Diagnostic> Warnings, Diagnostic? Error) Prepare(
        Mod tree, FutureFeatures future, CompilerOptions options)
    {
        var preprocessor = new TreePreprocessor(future, options.OptimizationLevel);
        try
        {
            var prepared = preprocessor.Rewrite(tree);
            return (prepared, preprocessor._warnings.ToImmutable(), null);
        }
        catch (InsufficientExecutionStackException)
        {
            return (tree, [], SyntaxErrors.RecursionTooDeep(SourceSpan.None));
        }
    }
}
