using Keelback.Ast;

namespace Keelback.Compiler.CodeGen;

/// <summary>The opargs that stand for a choice, and the limits that decide between two ways of compiling.</summary>
internal static class Oparg
{
    /// <summary>More values than this are not left on the stack, but collected one by one.</summary>
    public const int StackUseGuideline = 30;

    /// <summary>The most frame blocks (loops, tries, withs) that may stand within each other.</summary>
    public const int MaxFrameBlocks = 21;

    public const int ResumeAtStart = 0;
    public const int ResumeAfterYield = 1;
    public const int ResumeAfterYieldFrom = 2;
    public const int ResumeAfterAwait = 3;

    public const int PlainYield = 0;
    public const int DelegatedYield = 1;

    public const int AwaitPlain = 0;
    public const int AwaitAfterEnter = 1;
    public const int AwaitAfterExit = 2;

    public const int Subscript = 26;

    /// <summary>The answer of a rich comparison in the form that COMPARE_OP wants: kind above, outcomes below.</summary>
    public static int Compare(CompareOperator comparison)
    {
        const int less = 2, greater = 4, equal = 8, unequal = 7;
        var (kind, outcomes) = comparison switch
        {
            CompareOperator.Lt => (0, less),
            CompareOperator.LtE => (1, less | equal),
            CompareOperator.Eq => (2, equal),
            CompareOperator.NotEq => (3, unequal),
            CompareOperator.Gt => (4, greater),
            _ => (5, greater | equal),
        };
        return (kind << 5) | outcomes;
    }

    internal static class Intrinsic1
    {
        public const int Print = 1;
        public const int ImportStar = 2;
        public const int StopIterationError = 3;
        public const int AsyncGeneratorWrap = 4;
        public const int UnaryPositive = 5;
        public const int ListToTuple = 6;
        public const int TypeVar = 7;
        public const int ParamSpec = 8;
        public const int TypeVarTuple = 9;
        public const int SubscriptGeneric = 10;
        public const int TypeAlias = 11;
    }

    internal static class Intrinsic2
    {
        public const int PrepareReraiseStar = 1;
        public const int TypeVarWithBound = 2;
        public const int TypeVarWithConstraints = 3;
        public const int SetFunctionTypeParams = 4;
        public const int SetTypeParamDefault = 5;
    }

    internal static class CommonConstant
    {
        public const int AssertionError = 0;
        public const int NotImplementedError = 1;
        public const int Tuple = 2;
        public const int All = 3;
        public const int Any = 4;
    }

    internal static class SpecialMethod
    {
        public const int Enter = 0;
        public const int Exit = 1;
        public const int AsyncEnter = 2;
        public const int AsyncExit = 3;
    }

    [Flags]
    internal enum FunctionAttributes
    {
        None = 0,
        Defaults = 1,
        KeywordDefaults = 2,
        Annotations = 4,
        Closure = 8,
        Annotate = 16,
    }
}
