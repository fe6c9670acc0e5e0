namespace Keelback.Generators.Shared;

internal static partial class StepNames
{
    public const string TokenFiles = nameof(TokenFiles);
    public const string TokenParse = nameof(TokenParse);
    public const string OperatorFiles = nameof(OperatorFiles);
    public const string OperatorParse = nameof(OperatorParse);
    public const string TokenTable = nameof(TokenTable);
}
