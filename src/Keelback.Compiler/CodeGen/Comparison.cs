using Keelback.Ast;
using Keelback.Bytecode;

namespace Keelback.Compiler.CodeGen;

/// <summary>The oparg of COMPARE_OP: the comparison above, and the outcomes for which it holds in the low bits.</summary>
internal static class Comparison
{
    private const int Less = 2;
    private const int Greater = 4;
    private const int Equal = 8;
    private const int Different = 7;
    private const int KindShift = 5;

    /// <summary>The oparg of a rich comparison.</summary>
    public static int Encode(CompareOperator comparison)
    {
        var (kind, outcomes) = comparison switch
        {
            CompareOperator.Lt => (ComparisonOperator.Lt, Less),
            CompareOperator.LtE => (ComparisonOperator.Le, Less | Equal),
            CompareOperator.Eq => (ComparisonOperator.Eq, Equal),
            CompareOperator.NotEq => (ComparisonOperator.Ne, Different),
            CompareOperator.Gt => (ComparisonOperator.Gt, Greater),
            _ => (ComparisonOperator.Ge, Greater | Equal),
        };
        return ((int)kind << KindShift) | outcomes;
    }
}
