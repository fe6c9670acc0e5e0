namespace Keelback.Generators.Shared;

internal static partial class StepNames
{
    public const string OpcodeFiles = nameof(OpcodeFiles);
    public const string OpcodeParse = nameof(OpcodeParse);
    public const string OperandFiles = nameof(OperandFiles);
    public const string OperandParse = nameof(OperandParse);
    public const string OpcodeOperators = nameof(OpcodeOperators);
    public const string OpcodeBuild = nameof(OpcodeBuild);
    public const string OpcodeSet = nameof(OpcodeSet);
}
