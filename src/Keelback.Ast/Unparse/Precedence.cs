namespace Keelback.Ast;

/// <summary>
/// The levels at which expressions bind, on the scale of operators.yaml. What is no operator has its place around and
/// between the operators' own levels.
/// </summary>
internal static class Precedence
{
    public const int NamedExpr = 1;
    public const int Tuple = 2;
    public const int Yield = 3;
    public const int Test = 4;
    public const int Await = 1000;
    public const int Atom = 1001;

    /// <summary>The next tighter level; the tightest is its own.</summary>
    public static int Next(int level)
    {
        if (level < Test)
            return level + 1;
        foreach (var candidate in OperatorSpelling.Levels)
        {
            if (candidate > level)
                return candidate;
        }

        return level < Await ? Await : Atom;
    }
}
